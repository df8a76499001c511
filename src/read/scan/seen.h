#ifndef TABULARIUM_READ_SCAN_SEEN_H_
#define TABULARIUM_READ_SCAN_SEEN_H_

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "read/scan/sheet.h"

namespace tabularium {

// A letter as one recogniser saw it.
struct SeenLetter {
  std::string text;    // UTF-8, one letter
  PixelBox box;        // of whatever was read: a crop first, then the sheet
  float certainty = 0;  // 0..1 by the recogniser's own account; no probability
  int line = 0;         // from 0, within the spot
  bool blank_before = false;  // the recogniser sees a blank before it, in its line
  bool parted = false;        // a blank stands before it, whatever the gap
};

// What one recogniser saw in one spot, in reading order. Lines of `letters` never fall.
struct SeenText {
  Recogniser by = Recogniser::kChinese;
  std::vector<SeenLetter> letters;
};

// Its letters with the blanks between them; lines parted by '\n'. Blanks beside Han letters are no blanks.
std::string TextOf(const SeenText& seen);

// Of its worst letter; 0 where there is none.
float LegibilityOf(const SeenText& seen);

// The mean over its letters; 0 where there is none.
float MeanOf(const SeenText& seen);

// The mean over its letters, or over the worst few in a row where these were guessed; 0 where there is none.
float ProseLegibilityOf(const SeenText& seen);

// Marks as the paper has them, as far as can be told: the recognisers' alphabets lack （ ） ： and take them for ( 〈 《 :. A bracket
// whose partner is round is round, and a mark beside Han letters that stands in a Han letter's width is a full-width one.
// `height`: of the spot's letters, pixels; 0: unknown, then beside Han letters every mark is full-width.
// A dash before a digit is none of 一, nor are dashes alone. What stands before an amount is a sign of currency, of which the alphabets know none.
// Within an amount that its thousands make whole there are no blanks. A point behind a line of Han letters is a speck.
//   "职业技能提升行动〈一期)" → "职业技能提升行动（一期）"      "(2020年" → "(2020年"      "一33" → "-33"      "芋1,988.00" → "¥1,988.00"
//   "4,725,186. 10" → "4,725,186.10"      "§1,988.00" → "$1,988.00"
//   "服务验收合格率." → "服务验收合格率"      "一一" → "——"
void MendMarks(int height, SeenText* seen);

// In a column of letters brackets lie, and an opening one without its partner is seen as a 人: 资金人元) → 资金（元）
void MendColumn(SeenText* seen);

// A letter that stands alone, or alone above others, and that one of several readings of a spot has for a dollar, is one in all of them:
// no other letter is seen as $, S, 9 and □.
void LendDollar(std::vector<SeenText>* seen);

// True if a bar is all that was seen of ink too wide for one: of a line of one letter (目) recognisers of lines see no more.
bool IsLetterTakenForABar(const SeenText& seen);

// Bars at the ends of a cell's lines are its edges, unless nothing else stands there or a line's only one is too wide for a bar.
void DropEdgeBars(SeenText* seen);

// The sign that ends a number of degrees, which recognisers see as a ring and a letter: "±0.5?C" → "±0.5℃"
void MendDegrees(SeenText* seen);

// True if a blank is to be written between two letters of a line that follow one another.
bool HasBlank(const SeenLetter& left, const SeenLetter& right);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_SEEN_H_
