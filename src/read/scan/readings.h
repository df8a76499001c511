#ifndef TABULARIUM_READ_SCAN_READINGS_H_
#define TABULARIUM_READ_SCAN_READINGS_H_

#include <string_view>
#include <vector>

#include "read/scan/seen.h"

namespace tabularium {

// What kind of thing a spot holds, by its letters alone: who reads it, and whose reading stands in the text.
enum class SpotKind {
  kProse,   // sentences with Han letters: read once
  kNumber,  // digits and their marks, mostly: amounts, codes, years
  kShort,   // targets, dates, ticks, quantities: anything short with digits or signs
  kLabel,   // short, Han letters alone
  kLatin,   // words of Latin letters, however many
};

SpotKind KindOf(std::string_view text);

// Our own models of a small alphabet; they know signs and units, and no other letters.
constexpr bool IsSmall(Recogniser by) { return by == Recogniser::kSmallOne || by == Recogniser::kSmallTwo; }

// True if a recogniser is asked beside the general one (chi_sim), which reads everything.
bool ReadsBeside(Recogniser by, SpotKind kind);

// True if two readings say the same: blanks and the width of signs do not count, and 〓, by which our own models say that a letter is
// not of their alphabet, is any Han letter.
//   "≥12 公里" and "≥12公里" agree; "＜ 5" and "<5"; "12〓" and "12辆"; not "290%" and "≥90%", nor "〓" and "3"
bool Agree(std::string_view a, std::string_view b);

// Small models know no line that ends with a point, or a wide comma, as a wrapped amount's may ("229,000." above "00", "2，" above
// "999，"), and take the comma for another sign: where another reading is one of theirs and such a mark, they get it from there.
// A wide comma that was seen twice is one. `row` holds the readings of one line.
void LendMark(std::vector<SeenText>* row);

// True if one of our own models saw the same figures, in the same order, with the same signs, and there are some.
//   "基本公共卫生服务（2期）" of "〓〓〓2〓"
bool FiguresAreSeen(const SeenText& text, const std::vector<SeenText>& seen);

// Index of the reading that stands in the text: what most say; else the one that is right most often of its kind. Where it was guessed,
// another that says the same more clearly. `seen` isn't
// empty; the general reading is the first.
size_t ChooseReading(SpotKind kind, const std::vector<SeenText>& seen);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_READINGS_H_
