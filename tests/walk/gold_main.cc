// gold SOURCE: prints what expected.json should keep of a source, for tools/bless.
#include <cstdio>

#include "walk/gold.h"
#include "walk/walk.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  using namespace tabularium::walk;
  std::fputs(Print(Gold(WalkToJson(argv[1], Slurp(argv[1])))).c_str(), stdout);
  return 0;
}
