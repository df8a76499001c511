// consumer FORM FILE: prints what FILE says, read as the one form of FORM.
#include <compile/compile.h>
#include <extract.h>
#include <write/write.h>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int, char** argv) {
  std::ifstream in(argv[1]);
  const tabularium::GrammarFile form{argv[1], {std::istreambuf_iterator<char>(in), {}}};
  const auto compiled = tabularium::Compile({&form, 1});
  auto document = tabularium::Read(argv[2], {});
  if (!compiled.grammar || !document.has_value()) return 1;
  std::string json;
  tabularium::WriteJson(
      tabularium::Extract(std::move(document.value()), *compiled.grammar, {}, {}).finding, &json);
  std::cout << json;
}
