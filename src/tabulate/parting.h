#ifndef TABULARIUM_TABULATE_PARTING_H_
#define TABULARIUM_TABULATE_PARTING_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/vocabulary.h"
#include "tabulate/layout.h"
#include "tabulate/wordings.h"

namespace tabularium {

// True of a line outside tables that is a title of a form, as it is known: such lines begin something new.
bool IsTitleLine(std::string_view line, Wordings* wordings);

// What is left of `pages` from one row of their text on, so that the rows above can be let go: laid out again, alone or with
// pages behind them, it gives the same rows as here. `laid` is LayOut of these pages, `text` its text. Nothing where that isn't sure:
// the row must begin a table or be a title, what stands above it on its page must not run on to the next, and pages with two
// sides are not parted. Cost: O(pages + tables and lines of the row's page), and copies of what is left.
std::optional<std::vector<PageContent>> PagesFrom(const std::vector<PageContent>& pages, const LaidText& laid, std::string_view text,
                                                  uint32_t row, const Vocabulary& vocabulary);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_PARTING_H_
