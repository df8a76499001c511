#ifndef TABULARIUM_CLI_PAGE_RANGES_H_
#define TABULARIUM_CLI_PAGE_RANGES_H_

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"

namespace tabularium {

// Which pages are wanted: first and last of each range, both included, from 1. Empty: all.
using PageRanges = std::vector<std::pair<int, int>>;

// "1-3,7" → {1,3} {7,7}; "5-" goes to the end. Nothing where it is no such list.
std::optional<PageRanges> ReadPageRanges(std::string_view list);

// The numbers of those among `pages` pages, each once, ascending.
std::vector<int> PagesIn(const PageRanges& ranges, int pages);

// "x0,y0,x1,y1" in points, origin top left; the page stays 0. Nothing where it is no such
// rectangle.
std::optional<Box> ReadArea(std::string_view corners);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_PAGE_RANGES_H_
