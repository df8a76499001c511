#ifndef TABULARIUM_ALIGN_MATCH_H_
#define TABULARIUM_ALIGN_MATCH_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "align/elements.h"

namespace tabularium {

// How well a cell fits a square of the picture.
struct Fit {
  int32_t cost = 0;
  enum Kind : uint8_t {
    kExact,       // the label, or letters of the slot's type
    kEmpty,       // nothing stands there
    kFuzzy,       // a misspelt label
    kGone,        // the label's cell is empty
    kReplaced,    // unknown words where the label should be
    kWithUnit,    // the label with a unit behind it
    kLoose,       // a mixed square known by its slots' types
    kUnlikely,    // letters of another type in a slot
    kOtherChoice,  // a choice of another slot in a text slot
    kRepeat,      // a merged cell's text, given again
    kImpossible,
  } kind = kExact;
};

// Nothing that is printed in the square need be there: [$] {amount}.
bool PrintsNothing(const Square& square);

// The price of reading `element` as that square of that row. Cost: some comparisons for known wordings; fuzzy and
// template matching only where the wording is unknown.
Fit Match(const Form& form, int form_row, size_t column, const Element& element);

// The same for a label, or a label with values in it, that line breaks tore. REQUIRES: the square is printed or mixed.
Fit MatchTorn(const Form& form, const Square& square, std::string_view text);

// The pieces of a mixed square's slots in a text, one for each part (those of printed parts stay empty). `loose` where
// the printed letters had to be left aside. False: the text is not of that square.
struct Captured {
  struct Slot { int slot; uint32_t begin, end; };  // bytes of the text
  std::vector<Slot> slots;
  bool loose = false;
};
bool Capture(const Form& form, const Square& square, std::string_view text, Captured* captured);

// False where a text with these letters is certainly not of that square. Cost: a few comparisons.
bool MayCapture(const Square& square, LetterMask letters);

// The money unit at the end of a label that otherwise is the square's: "预算金额（万元）" for "预算金额（元）" gives the
// range of 万元 in the text. Empty range: none.
struct LabelUnit { uint32_t begin = 0, end = 0; };
LabelUnit UnitOfLabel(const Square& square, std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_MATCH_H_
