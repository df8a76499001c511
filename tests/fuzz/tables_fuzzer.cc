// Any words and rulings as a page: tables are found in it without crashing, and whatever is found
// is sound.
#include <cstring>
#include <string>
#include <vector>

#include "tabulate/tables.h"

namespace {

using namespace tabularium;

// Reads numbers off the input; zeros behind its end.
struct Input {
  const uint8_t* data;
  size_t size;
  uint8_t Byte() {
    if (size == 0) return 0;
    --size;
    return *data++;
  }
  // Mostly a place on the page, on a coarse grid so that things meet; seldom any float at all.
  float Place() {
    const uint8_t b = Byte();
    if (b != 255) return static_cast<float>(b) * 4;
    uint8_t raw[4] = {Byte(), Byte(), Byte(), Byte()};
    float any;
    std::memcpy(&any, raw, sizeof any);
    return any;
  }
};

constexpr const char* kTexts[] = {"a",    "Total", "12",   "1,234",   "-",  "....",
                                  "----", "|",     "n.a.", "2003-04", "的", "x"};

Box BoxFrom(Input* in) {
  const float x = in->Place(), y = in->Place();
  return {1, x, y, x + static_cast<float>(in->Byte() % 64) * 2,
          y + static_cast<float>(in->Byte() % 32)};
}

void AddWord(Input* in, Page* page) {
  const uint8_t kind = in->Byte();
  Word word;
  word.box = BoxFrom(in);
  word.range.begin = static_cast<uint32_t>(page->text.size());
  page->text += kTexts[kind % std::size(kTexts)];
  word.range.end = static_cast<uint32_t>(page->text.size());
  page->text += ' ';
  word.size = word.box.y1 - word.box.y0;
  word.base = word.box.y1;
  word.turns = kind > 250 ? kind & 3 : 0;
  word.bold = kind > 128;
  page->words.push_back(word);
}

Page PageFrom(Input* in) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  while (in->size > 0) {
    switch (in->Byte() % 8) {
      case 0: {
        const float x = in->Place(), y = in->Place();
        page.rulings.push_back({{1, x, y, x + in->Place(), y + 0.5f}, false});
        break;
      }
      case 1: {
        const float x = in->Place(), y = in->Place();
        page.rulings.push_back({{1, x, y, x + 0.5f, y + in->Place()}, false});
        break;
      }
      case 2:
        page.fills.push_back(BoxFrom(in));
        break;
      default:
        AddWord(in, &page);
    }
  }
  return page;
}

void ExpectSound(const Table& table) {
  std::vector<uint8_t> taken(static_cast<size_t>(table.rows) * table.columns, 0);
  for (const TableCell& cell : table.cells) {
    if (cell.rows == 0 || cell.columns == 0) __builtin_trap();
    for (uint32_t r = cell.row; r < cell.row + cell.rows; ++r)
      for (uint32_t c = cell.column; c < cell.column + cell.columns; ++c) {
        if (r >= table.rows || c >= table.columns) __builtin_trap();
        if (taken[r * table.columns + c]++ != 0) __builtin_trap();
      }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Input in{data, size};
  TableOptions options;
  if (in.Byte() & 1) options = {0, 1, false};
  const Page page = PageFrom(&in);
  std::vector<PageTables> pages(2);
  for (PageTables& part : pages) {
    part.height = page.height;
    part.tables = FindTables(page, options);
    for (const Table& table : part.tables) ExpectSound(table);
  }
  for (Table& table : pages[1].tables) table.box.page = 2;
  for (const Table& table : JoinTables(std::move(pages))) ExpectSound(table);
  return 0;
}
