#ifndef TABULARIUM_TABULATE_TORN_TEXT_H_
#define TABULARIUM_TABULATE_TORN_TEXT_H_

#include <string>
#include <string_view>

// What texts at both sides of a page break say by themselves of whether they are one.

namespace tabularium {

// "$", "≥", "不少于", "at least": what stands before a figure, and nothing else.
bool IsSign(std::string_view text);
bool BeginsWithSign(std::string_view text);

// Whether a figure, wrapped or not, goes on below: "1,44" above "8,951.00", "9335␊000.0" above "0", "２，５５" above "１", "71-" above "93%", "71" above "-93%".
bool IsTornFigure(std::string_view above, std::string_view below);

// "=10" above "0%": a figure without a unit, and below what no number but zero begins with. So may be two figures where the line had room.
bool MayBeZeros(std::string_view above, std::string_view below);

// "目标总" of "总目标": the letters of a short Han text from its end to its beginning, without blanks. Empty: it is no such text.
std::string FromRightToLeft(std::string_view text);

// "，", ")": a mark that begins no text.
bool BeginsWithinText(std::string_view text);

// "(元)": a Han text in brackets, as stands behind a label; "(1)" names a column.
bool IsInBrackets(std::string_view text);

// Display columns that the text's beginning takes which no line break parts: a word, or a wide letter and marks behind it.
int LeastBeginning(std::string_view text);

// "推迟，", "项目（": a mark that ends no text.
bool EndsWithinText(std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_TORN_TEXT_H_
