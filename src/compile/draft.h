#ifndef TABULARIUM_COMPILE_DRAFT_H_
#define TABULARIUM_COMPILE_DRAFT_H_

#include <string>
#include <string_view>
#include <vector>

#include "compile/scanner.h"
#include "model/form.h"

// A grammar file taken apart into blocks and squares, nothing resolved yet.

namespace tabularium {

// How large a grammar may be: far above any form on paper, low enough that hostile files cost
// nothing.
inline constexpr size_t kMostFileBytes = 1 << 20;
inline constexpr size_t kMostForms = 500;      // of all files
inline constexpr size_t kMostSquares = 512;    // of one row
inline constexpr size_t kMostRows = 4000;      // of one file
inline constexpr size_t kMostSlots = 2000;     // of one form
inline constexpr size_t kMostChoices = 20000;  // of one form, slot by slot
inline constexpr size_t kMostChecks = 4000;    // of one form, after `each {n} of`
inline constexpr size_t kMostTerms = 200;      // of one claim
inline constexpr int kDeepestClaim = 20;       // brackets in brackets

struct DraftPart {
  std::string text;           // letters; empty for slots
  std::vector<Phrase> slots;  // {name}; several where one printed level fills several tables
  bool optional = false;      // within [ ]
  DraftPlace place;
};

struct DraftSquare {
  Square::Kind kind = Square::kBlank;
  std::vector<DraftPart> parts;
  DraftPlace place;
};

struct DraftRow {
  Row::Repeat repeat = Row::kOnce;
  std::vector<DraftSquare> squares;
  DraftPlace place;
};

struct DraftPicture {
  Phrase name;
  bool optional = false;
  std::vector<DraftRow> rows;
};

struct DraftForm {
  Phrase id, edition;
  DraftPlace place;            // of the `form` line
  std::vector<Phrase> titles;  // canonical first
  Form::Begins begins = Form::kAtTitle;
  Phrase begins_slot;                  // kWhereSlotChanges
  Phrase parts_row, parts_name, ends;  // empty: not said
  std::vector<DraftPicture> pictures;
  std::vector<DraftPlace> fields, words, checks;  // their lines; one indented deeper than the first
                                                  // of its block goes on from the line above
};

// Takes a file apart. Lines that fit no block are complaints; the rest goes on.
std::vector<DraftForm> ParseOutline(std::string_view file, Complaints* complaints);

// One row of a picture. REQUIRES: the line's first letter is one of | ? + *.
DraftRow ParseRow(std::string_view file, DraftPlace line, Complaints* complaints);

// A line of a grammar file as the outline and the formatter see it.
struct SourceLine {
  DraftPlace place;  // without the line break
  enum Kind { kEmpty, kComment, kHead, kBody } kind = kEmpty;
  uint32_t indent = 0;  // bytes of white space before it
};

// The line that begins at `begin`.
SourceLine LineFrom(std::string_view file, uint32_t begin);

// Where the comment of a body line begins (its #, or the end of the line): behind the last bar of a
// row of a picture, else at the first # behind white space.
uint32_t CommentOf(std::string_view file, DraftPlace line);

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_DRAFT_H_
