#ifndef TABULARIUM_COMPILE_COMPILE_H_
#define TABULARIUM_COMPILE_COMPILE_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/form.h"

namespace tabularium {

// An error in a grammar file. All complaints of a file come at once, each with place and remedy.
struct Complaint {
  std::string_view code;  // closed list in compile/complaints.h
  std::string file, message, hint;
  int line = 0, column = 0, width = 0;  // from 1; columns count letters; width in letters
};

struct GrammarFile {
  std::string name;  // for messages
  std::string text;  // UTF-8
};

// The grammar is there iff there are no complaints.
struct Compiled {
  std::optional<Grammar> grammar;
  std::vector<Complaint> complaints;
};

// Compiles all files together: titles may clash across files, and the vocabulary is one.
Compiled Compile(std::span<const GrammarFile> files);

// One complaint as people see it: place, code, message, the line with a mark under it by display
// width, the remedy.
std::string Print(const Complaint& complaint, std::string_view source);

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_COMPILE_H_
