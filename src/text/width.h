#ifndef TABULARIUM_TEXT_WIDTH_H_
#define TABULARIUM_TEXT_WIDTH_H_

#include <string_view>

namespace tabularium {

// Columns of a terminal or of a monospaced page that the text takes: Han letters and full-width
// forms two, combining and invisible letters none. East Asian Ambiguous letters take one. A tab is
// one column.
int DisplayWidth(char32_t letter);
int DisplayWidth(std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_WIDTH_H_
