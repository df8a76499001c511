#ifndef TABULARIUM_TABULATE_PARTING_H_
#define TABULARIUM_TABULATE_PARTING_H_

#include <cstdint>
#include <optional>
#include <span>
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

// The row at which a page begins (an index of `pages`), if the pages before it and those from it on, each laid out by themselves, give
// the same rows with the same boxes as together. Nothing where they don't: a table that runs on was mended there. `laid`, `text` and
// `boxes` are LayOut's. Cost: they are laid out anew.
std::optional<uint32_t> RowOfPage(const std::vector<PageContent>& pages, size_t page, const LaidText& laid, std::string_view text,
                                  std::span<const TextBox> boxes, const Vocabulary& vocabulary);

// The page on which a row of a table stands, or of the next table's behind it; 0: none does.
int PageOfTableRow(const LaidText& laid, std::span<const TextBox> boxes, uint32_t row);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_PARTING_H_
