#ifndef TABULARIUM_TABULATE_LOOKS_H_
#define TABULARIUM_TABULATE_LOOKS_H_

#include <string_view>

#include "tabulate/sheet.h"

// What a word looks like, told by its letters alone.
namespace tabularium::sheet {

// How many letters of a word are dots, dashes or bars, and how many there are.
struct Strokes {
  int dots = 0, dashes = 0, bars = 0, all = 0;
};

Strokes StrokesOf(std::string_view text);

Look LookOf(std::string_view text);

bool IsLowerLetter(char32_t c);

// "$", "US$": a currency's sign and nothing else.
bool IsCurrency(std::string_view text);

// True if the second is three digits, with decimals or not, and the first ends in a group of digits that they go on.
bool AreThousands(std::string_view left, std::string_view right);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_LOOKS_H_
