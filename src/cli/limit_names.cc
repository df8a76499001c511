// One table gives limits their names; the numbers are those of model/limits.h. Tested by
// limit_names_test.cc.
#include "cli/limit_names.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <variant>

namespace tabularium {
namespace {

struct Limit {
  std::string_view name, meaning;
  std::variant<uint64_t Limits::*, uint32_t Limits::*> member;
};
constexpr Limit kLimits[] = {
    {"text_bytes", "bytes of a text file", &Limits::text_bytes},
    {"cells", "cells of a file", &Limits::cells},
    {"cells_per_row", "cells of one row", &Limits::cells_per_row},
    {"rows_per_declaration", "rows aligned with one form", &Limits::rows_per_declaration},
    {"markup_bytes", "bytes of one cell handed to the HTML parser", &Limits::markup_bytes},
    {"markup_depth", "nested elements in one cell", &Limits::markup_depth},
    {"pdf_bytes", "bytes of a PDF", &Limits::pdf_bytes},
    {"pages", "pages of a PDF", &Limits::pages},
    {"page_letters", "letters of a page", &Limits::page_letters},
    {"page_rulings", "pieces of lines, areas and images of a page", &Limits::page_rulings},
    {"page_steps", "drawing operations of a page", &Limits::page_steps},
    {"page_depth", "drawing states saved one in another", &Limits::page_depth},
    {"page_seconds", "CPU seconds of drawing a page", &Limits::page_seconds},
    {"pdf_seconds", "CPU seconds of drawing a PDF", &Limits::pdf_seconds},
    {"page_pixels", "pixels of a scanned page, before it is made smaller", &Limits::page_pixels},
    {"page_memory", "bytes that reading a page may take", &Limits::page_memory},
};

// The number, or nothing for anything else. Example: "2M" → 2097152.
bool ParseNumber(std::string_view s, uint64_t* number) {
  constexpr std::string_view kFactors = "KMG";
  int shift = 0;
  if (!s.empty())
    if (size_t i = kFactors.find(s.back()); i != std::string_view::npos) {
      shift = 10 * static_cast<int>(i + 1);
      s.remove_suffix(1);
    }
  auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), *number);
  if (error != std::errc() || end != s.data() + s.size()) return false;
  if (*number > std::numeric_limits<uint64_t>::max() >> shift) return false;
  *number <<= shift;
  return true;
}

}  // namespace

std::string SetLimit(std::string_view assignment, Limits* limits) {
  size_t equals = assignment.find('=');
  if (equals == std::string_view::npos)
    return fmt::format("--limit {}: write NAME=NUMBER", assignment);
  std::string_view name = assignment.substr(0, equals), text = assignment.substr(equals + 1);
  std::string names;
  for (const Limit& limit : kLimits) {
    names += fmt::format("{}{}", names.empty() ? "" : ", ", limit.name);
    if (limit.name != name) continue;
    uint64_t number = 0;
    bool wide = std::holds_alternative<uint64_t Limits::*>(limit.member);
    uint64_t most =
        wide ? std::numeric_limits<uint64_t>::max() : std::numeric_limits<uint32_t>::max();
    if (!ParseNumber(text, &number) || number == 0 || number > most)
      return fmt::format("--limit {}: write a whole number from 1 to {} behind the =", assignment,
                         most);
    if (wide)
      limits->*std::get<uint64_t Limits::*>(limit.member) = number;
    else
      limits->*std::get<uint32_t Limits::*>(limit.member) = static_cast<uint32_t>(number);
    return "";
  }
  return fmt::format("--limit {}: there is no limit {}; there are {}", assignment, name, names);
}

std::string DescribeLimits() {
  Limits defaults;
  std::string out;
  for (const Limit& limit : kLimits) {
    uint64_t number =
        std::visit([&](auto member) -> uint64_t { return defaults.*member; }, limit.member);
    out += fmt::format("  {:<22}{:>10}  {}\n", limit.name, number, limit.meaning);
  }
  return out;
}

}  // namespace tabularium
