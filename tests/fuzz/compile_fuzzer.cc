// Any bytes as a .form file: compiling never fails, and every complaint can be printed.
#include "compile/compile.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const tabularium::GrammarFile file{"fuzz.form", {reinterpret_cast<const char*>(data), size}};
  const auto compiled = tabularium::Compile({&file, 1});
  for (const auto& complaint : compiled.complaints) Print(complaint, file.text);
  return compiled.grammar.has_value() == compiled.complaints.empty() ? 0 : (__builtin_trap(), 1);
}
