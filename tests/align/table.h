#ifndef TABULARIUM_TESTS_ALIGN_TABLE_H_
#define TABULARIUM_TESTS_ALIGN_TABLE_H_

#include <gtest/gtest.h>

#include <deque>
#include <string>

#include "align/align.h"
#include "compile/compile.h"
#include "text/key.h"
#include "text/shape.h"
#include "text/utf8.h"

namespace tabularium {

// A grid written as text: one row a line, cells parted by '|'. Words are looked up as tabulate/ does.
struct WrittenGrid {
  std::string text;
  Grid grid;
};

inline WordId LongestPrefix(const Vocabulary& vocabulary, std::string_view text, uint32_t* end) {
  std::string key;
  std::vector<uint32_t> places;
  KeyWithPlaces(text, &key, &places);
  for (size_t n = key.size(); n-- > 1;) {
    WordId word = vocabulary.Find(std::string_view(key).substr(0, n));
    if (word == kNoWord || !(vocabulary.words[static_cast<size_t>(word)].roles & kIsLabel)) continue;
    *end = places[n];
    return word;
  }
  return kNoWord;
}

inline void Write(std::string_view text, const Vocabulary& vocabulary, WrittenGrid* out) {
  out->text = std::string(text);
  Grid& grid = out->grid;
  grid.row_begins.push_back(0);
  std::string_view rest = out->text;
  for (uint32_t row = 0; !rest.empty(); ++row) {
    size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    for (uint16_t column = 0; !line.empty() || column > 0; ++column) {
      size_t bar = std::min(line.find('|'), line.size());
      Cell cell;
      cell.text = Trim(line.substr(0, bar));
      cell.range.begin = static_cast<uint32_t>(cell.text.data() - out->text.data());
      cell.range.end = cell.range.begin + static_cast<uint32_t>(cell.text.size());
      cell.line = row + 1;
      cell.row = row;
      cell.column = column;
      cell.shapes = ShapesOf(cell.text);
      cell.word = vocabulary.Find(Key(cell.text));
      if (cell.word == kNoWord) cell.prefix = LongestPrefix(vocabulary, cell.text, &cell.prefix_end);
      grid.cells.push_back(cell);
      if (bar == line.size()) break;
      line.remove_prefix(bar + 1);
    }
    grid.row_begins.push_back(static_cast<uint32_t>(grid.cells.size()));
  }
}

inline Grammar MustCompile(std::string_view form) {
  GrammarFile file{"test.form", std::string(form)};
  Compiled compiled = Compile({&file, 1});
  for (const Complaint& complaint : compiled.complaints) ADD_FAILURE() << Print(complaint, form);
  return compiled.grammar ? std::move(*compiled.grammar) : Grammar{};
}

inline std::string_view NameOf(Oddity::Kind kind) {
  constexpr std::string_view kNames[] = {"shifted", "ambiguous", "unknown", "missing", "repeated", "out-of-order",
                                         "label", "leftover", "truncated", "torn", "two-in-one", "near-tie"};
  return kNames[kind];
}

// "project.name=甲 project.end=· indicators.level1[1]^产出 … ; shifted@4": · blank, ? missing, ^ carried down.
inline std::string Dump(const Alignment& alignment) {
  std::string out;
  for (const Filling& f : alignment.fillings) {
    const Slot& slot = alignment.form->slots[static_cast<size_t>(f.slot)];
    if (!out.empty()) out += ' ';
    out += slot.name;
    if (f.record >= 0) out += std::to_string(f.record);
    out += f.inherited ? '^' : '=';
    out += !f.piece.cell ? "?" : f.piece.text().empty() ? "·" : std::string(f.piece.text());
    for (uint32_t i = f.more; i < f.more_end; ++i) out += "+" + std::string(alignment.more[i].text());
  }
  std::string odd;
  for (const Oddity& o : alignment.oddities) odd += " " + std::string(NameOf(o.kind)) + "@" + std::to_string(o.row + 1);
  return odd.empty() ? out : out + " ;" + odd;
}

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_ALIGN_TABLE_H_
