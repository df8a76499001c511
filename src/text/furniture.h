#ifndef TABULARIUM_TEXT_FURNITURE_H_
#define TABULARIUM_TEXT_FURNITURE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tabularium {

// What stands on a page besides its content, in any form: page numbers ("— 12 —", "第 2 页 共 5 页", "Page 3 of 7"), printing
// stamps ("打印时间：2023-01-05 10:22", any line with a date and a time of day), what browsers print below ("file:///a.html  1/2"), "续表"; and
// who signed it ("填报人：周某", "（盖章）"). Short lines only; gaps don't count.
bool LooksLikeFurniture(std::string_view text);

// The first cell of a line that says who signed or filed the form: "填报人：周某", "填报人". Not 审核人次, which is an indicator.
bool BeginsSignature(std::string_view text);

// A page number without a word beside it: up to three digits. Only where it stands can tell it from a value.
bool LooksLikePageNumber(std::string_view text);

// A note to the form: "注：…", "备注", "填报说明".
bool LooksLikeNote(std::string_view text);

// The heading of a note and nothing else: "备注", "填报说明：". Cost: nothing for longer texts.
bool IsNoteHeading(std::string_view text);

// The unit that a caption names for the amounts below it: "单位：万元", "(金额单位：元)". `end` 0: it is no such caption.
struct CaptionUnit { uint32_t begin = 0, end = 0; };  // bytes of the text
CaptionUnit UnitOfCaption(std::string_view text);

// A line that says a year and nothing else, in any spacing: "(2023年度)", "（ ２０２５  年度）", "年度：2022年".
bool LooksLikeYearLine(std::string_view text);

// Where the year begins that a text ends with: 9 in "云汀市2023年度", 0 in "（2023年）"; npos: it ends with none.
size_t YearAtEnd(std::string_view text);

// True if a text begins so: "2023年部门预算公开材料".
bool BeginsWithYear(std::string_view text);

// Bytes of the key that caption a year behind them: 年度, 预算年度, 申报年度; 0: none.
size_t YearCaptionOf(std::string_view key);

// Bytes of the remark for the applicant that a text begins with, and of the colon and the blanks behind it: "（必填）：",
// "（全称）", "(500字以内)". 0: it begins with none. Other brackets are part of what people write.
size_t HintInBrackets(std::string_view text);  // REQUIRES: the text begins with a bracket, or as one of three bytes does
inline size_t HintAtFront(std::string_view text) {
  const bool may_begin = !text.empty() && (text[0] == '(' || text[0] == '[' || text[0] == '\xEF' || text[0] == '\xE3');
  return may_begin ? HintInBrackets(text) : 0;
}

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_FURNITURE_H_
