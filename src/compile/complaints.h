#ifndef TABULARIUM_COMPILE_COMPLAINTS_H_
#define TABULARIUM_COMPILE_COMPLAINTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compile/compile.h"

// Errors of the authors of grammars: the closed list of their codes, and where they are gathered.

namespace tabularium {

enum class Code : uint8_t {
  kBadLine,
  kBadLetters,
  kTooLarge,
  kUnknownSlot,
  kUnknownTable,
  kUnknownPicture,
  kUnknownLabel,
  kUnknownChoice,
  kUnknownType,
  kUnknownTrait,
  kUnknownUnit,
  kDuplicateSlot,
  kDuplicateName,
  kNothingAbove,
  kNothingLeft,
  kEmptyRow,
  kRowsLookAlike,
  kUnreachableRow,
  kMissingTitle,
  kTitleTaken,
  kSynonymClash,
  kCheckOnText,
  kNotATable,
  kNoParts,
};

struct CodeInfo {
  std::string_view name, meaning;
};

// By Code.
inline constexpr CodeInfo kCodes[] = {
    {"bad-line", "the line is not of its block's shape"},
    {"bad-letters", "the file is not UTF-8"},
    {"too-large", "more than a form may have"},
    {"unknown-slot", "no picture has this slot"},
    {"unknown-table", "no repeating row fills this table"},
    {"unknown-picture", "the form has no such picture"},
    {"unknown-label", "neither printed, nor a title, nor a choice"},
    {"unknown-choice", "not among the choices of that slot"},
    {"unknown-type", "no such type"},
    {"unknown-trait", "no such trait, or not of this type"},
    {"unknown-unit", "no such unit of money"},
    {"duplicate-slot", "drawn or declared twice"},
    {"duplicate-name", "two pictures, checks or choices of one name"},
    {"nothing-above", "^ without a square above"},
    {"nothing-left", "< without a square to the left"},
    {"empty-row", "a row in which nothing is printed or written"},
    {"rows-look-alike", "two repeating rows that cannot be told apart"},
    {"unreachable-row", "a repeating row before it takes every such row"},
    {"missing-title", "a form without a title, or without a picture"},
    {"title-taken", "another form has the same title and edition"},
    {"synonym-clash", "one wording for two meanings"},
    {"check-on-text", "a claim about what cannot be compared so"},
    {"not-a-table", "a sum or count of what is written once"},
    {"no-parts", "`of the part` in a form without parts"},
};

// Bytes [begin, end) of a grammar file.
struct DraftPlace {
  uint32_t begin = 0, end = 0;
};

// Gathers the complaints of one file, with places turned into lines and columns.
class Complaints {
 public:
  // `file` and `out` must outlive it.
  Complaints(const GrammarFile& file, std::vector<Complaint>* out);

  void Add(Code code, DraftPlace place, std::string message, std::string hint = {});
  int LineOf(DraftPlace place) const;  // from 1
  bool Full() const;                   // enough for one sitting; further ones are dropped

 private:
  const GrammarFile& file_;
  std::vector<uint32_t> lines_;  // where each line begins
  std::vector<Complaint>* out_;
  size_t before_;  // complaints of earlier files
};

// "did you mean funds.total?" for the nearest of `known`, or "".
std::string DidYouMean(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_COMPLAINTS_H_
