// lexicon OUT FILE…: compiles the lexicons that come with the program, and writes what built_lexicon.cc embeds: OUT.image, and
// OUT.source, the files' texts with a NUL behind each. Run by the build. Tested by built_lexicon_test.cc.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "compile/lexicon.h"

int main(int argc, char** argv) {
  using namespace tabularium;
  if (argc < 2) return 2;
  std::string source;
  std::vector<GrammarFile> files;
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    files.push_back({argv[i], std::string(std::istreambuf_iterator<char>(in), {})});
    if (!in) return std::fprintf(stderr, "%s cannot be read\n", argv[i]), 1;
    source += files.back().text + '\0';
  }
  const CompiledLexicon compiled = CompileLexicon(files);
  for (const Complaint& complaint : compiled.complaints) std::fprintf(stderr, "%s\n", Print(complaint, "").c_str());
  if (!compiled.lexicon) return 1;
  const std::string out = argv[1];
  std::ofstream(out + ".source", std::ios::binary) << source;
  std::ofstream image(out + ".image", std::ios::binary);
  image << *compiled.lexicon->image;
  return image.flush() ? 0 : 1;
}
