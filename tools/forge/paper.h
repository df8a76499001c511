#ifndef TABULARIUM_FORGE_PAPER_H_
#define TABULARIUM_FORGE_PAPER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "dice.h"
#include "model/document.h"
#include "model/form.h"
#include "words.h"

// An invented declaration in its two shapes: what it says (Filled), and the rows of cells it is
// printed as (Paper).

namespace tabularium {

// Numbers are exact, in ten-thousandths: amounts in the currency's main unit, years, and dates as
// yyyymmdd.
inline constexpr int64_t kOne = 10000;

// What stands in one slot, and what a reader should make of it.
struct Answer {
  enum Known : uint8_t {
    kKnown,
    kNobodyKnows
  } known = kKnown;  // the truth as it can still be read off the paper
  bool blank = true;
  int64_t number = 0;
  std::string text;  // of all types that are no numbers
};

// One declaration. Answers stand by slot; those of tables by record and column.
struct Filled {
  const Form* form = nullptr;
  int part_of = -1;
  std::vector<Answer> fields;                            // by slot; of table slots unused
  std::vector<std::vector<std::vector<Answer>>> tables;  // table, record, column
  std::vector<bool> pictures;                            // those that are printed

  Answer& at(int slot, int record) {
    const Slot& s = form->slots[static_cast<size_t>(slot)];
    if (s.table < 0) return fields[static_cast<size_t>(slot)];
    return tables[static_cast<size_t>(s.table)][static_cast<size_t>(record)]
                 [static_cast<size_t>(s.column)];
  }
  const Answer& at(int slot, int record) const {
    return const_cast<Filled*>(this)->at(slot, record);
  }
};

struct PaperCell {
  std::string before, value, after;  // printed letters, what was written, printed letters
  std::vector<int> slots;            // that it holds; with one slot, `value` is its answer
  const Square* square = nullptr;    // null: of no picture
  std::string text() const { return before + value + after; }
  bool is_label() const { return slots.empty() && !before.empty(); }
  bool is_value() const { return slots.size() == 1; }
};

struct PaperRow {
  enum Kind : uint8_t { kTitle, kOfForm, kSpace, kOther } kind = kOfForm;
  std::vector<PaperCell> cells;
  int declaration = 0, form_row = -1, record = -1;
  bool touched = false;  // a defect was done here; others keep away
};

enum class PaperLayout : uint8_t { kTabs, kPacked, kTrimmed, kAligned, kBars };
inline constexpr std::string_view kPaperLayoutNames[] = {"tabs", "packed", "trimmed", "aligned",
                                                         "bars"};

struct Paper {
  const Form* form = nullptr;
  std::vector<Filled> filled;
  std::vector<PaperRow> rows;
  PaperLayout layout = PaperLayout::kTabs;
  int scale = 0;  // power of ten of the unit that amounts are written in: 万元 is 4
  std::vector<std::string> defects;
  bool must_review = false;
  Encoding encoding = Encoding::kUtf8;
  bool mark = false, crlf = false;
  size_t cut = 0;     // bytes lost at the end …
  size_t spoilt = 0;  // … and bytes that no encoding explains
};

// A declaration, sometimes with parts, that keeps all claims of its form. Empty where none was
// found in many tries: the form's claims contradict each other, or are of a kind that claims.h
// doesn't know.
std::vector<Filled> FillForm(const Form& form, const WordLists& words, Dice* dice);

// Its rows, without a defect. Cost: O(cells).
Paper PrintPaper(std::vector<Filled> filled, PaperLayout layout, Dice* dice);

// An answer as printed, in an amount's unit of 10^scale; and as truth.jsonl says it ("" where it is
// nothing).
std::string Written(const Slot& slot, const Answer& answer, int scale);
std::string Truth(const Slot& slot, const Answer& answer);

// The bytes of the file.
std::string Bytes(const Paper& paper, Dice* dice);

// What tools/forge/draw draws: the truth of the file, and its declarations as rows of cells, each a
// text, "<" in an array where the cell to its left goes on, or "^" where the one above does. One
// line, with the newline.
std::string SheetLine(const Paper& paper, const std::string& file, const std::string& medium,
                      const std::string& seed);

// One line of truth.jsonl, with the newline.
std::string TruthLine(const Paper& paper, const std::string& file, const std::string& medium);

}  // namespace tabularium

#endif  // TABULARIUM_FORGE_PAPER_H_
