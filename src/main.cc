#include "cli/program.h"

int main(int argc, char** argv) { return tabularium::RunProgram(argc, argv); }
