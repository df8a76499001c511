#ifndef TESTS_COMPILE_FORMS_H_
#define TESTS_COMPILE_FORMS_H_

#include <string>
#include <string_view>

#include "compile/compile.h"
#include "dump.h"

namespace tabularium {

// What a file compiles to: the dumps of its forms, or its complaints as "line:column code", one a
// line.
inline std::string Outcome(const std::string& text) {
  const GrammarFile file{"x.form", text};
  const Compiled compiled = Compile({&file, 1});
  std::string out;
  for (const Complaint& complaint : compiled.complaints)
    out += std::to_string(complaint.line) + ":" + std::to_string(complaint.column) + " " +
           std::string(complaint.code) + "\n";
  if (compiled.grammar)
    for (const Form& form : compiled.grammar->forms)
      out += Dump(form, compiled.grammar->vocabulary);
  return out;
}

// The lines of `dump` that begin so, in their order.
inline std::string Lines(std::string_view dump, std::string_view begin) {
  std::string out;
  while (!dump.empty()) {
    const std::string_view line = dump.substr(0, dump.find('\n'));
    if (line.starts_with(begin)) out += std::string(line) + "\n";
    dump.remove_prefix(line.size() < dump.size() ? line.size() + 1 : dump.size());
  }
  return out;
}

}  // namespace tabularium

#endif  // TESTS_COMPILE_FORMS_H_
