#ifndef TABULARIUM_TESTS_TABULATE_PICTURES_H_
#define TABULARIUM_TESTS_TABULATE_PICTURES_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "model/table.h"

namespace tabularium {

inline constexpr float kPictureWidth = 5;    // points a letter of a picture is wide,
inline constexpr float kPictureHeight = 12;  // and a line is high; letters are 10 points

// A picture by name, and what is read of it, as Dump writes it.
struct PictureCase {
  const char* name;
  const char* picture;
  const char* read;
};

// Adds the words of a text at a place of the page: half the size wide a letter, blanks too.
inline void AddText(float x, float base, std::string_view text, float size, Page* page,
                    bool bold = false) {
  for (size_t i = 0; i < text.size();) {
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    size_t end = std::min(text.find(' ', i), text.size());
    Word word;
    word.range.begin = static_cast<uint32_t>(page->text.size());
    page->text += text.substr(i, end - i);
    word.range.end = static_cast<uint32_t>(page->text.size());
    page->text += ' ';
    word.begin = static_cast<uint32_t>(page->glyphs.size());
    for (size_t k = i; k < end; ++k) {
      Glyph glyph;
      const float left = x + static_cast<float>(k) * size / 2;
      glyph.box = {1, left, base - 0.75f * size, left + size / 2, base + 0.2f * size};
      const uint32_t at = word.range.begin + static_cast<uint32_t>(k - i);
      glyph.range = {at, at + 1};
      glyph.size = size, glyph.base = base, glyph.bold = bold;
      page->glyphs.push_back(glyph);
    }
    word.end = static_cast<uint32_t>(page->glyphs.size());
    word.box = page->glyphs[word.begin].box;
    word.box.x1 = page->glyphs.back().box.x1;
    word.size = size, word.base = base, word.bold = bold;
    page->words.push_back(word);
    i = end;
  }
}

inline void AddAcross(float y, float x0, float x1, Page* page) {
  page->rulings.push_back({{1, x0, y - 0.25f, x1, y + 0.25f}, false});
}

inline void AddDown(float x, float y0, float y1, Page* page) {
  page->rulings.push_back({{1, x - 0.25f, y0, x + 0.25f, y1}, false});
}

// Where the picture has a corner or a line: "+--", "|". A dash between blanks is a word.
inline bool IsAcross(const std::string& line, size_t i) {
  if (i >= line.size() || (line[i] != '-' && line[i] != '+')) return false;
  auto is = [&](size_t k) { return k < line.size() && (line[k] == '-' || line[k] == '+'); };
  return is(i + 1) || (i > 0 && is(i - 1));
}

// A page drawn with letters: '-' '|' '+' are printed lines, all else is text; a line that begins
// with '*' is bold.
inline Page PageOf(std::string_view picture) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  std::vector<std::string> lines;
  for (size_t i = 0; i < picture.size();) {
    const size_t end = std::min(picture.find('\n', i), picture.size());
    lines.emplace_back(picture.substr(i, end - i));
    i = end + 1;
  }
  auto x_of = [](size_t column) { return 50 + kPictureWidth * static_cast<float>(column); };
  auto y_of = [](size_t row) { return 50 + kPictureHeight * static_cast<float>(row); };
  size_t widest = 0;
  for (const std::string& line : lines) widest = std::max(widest, line.size());
  for (size_t r = 0; r < lines.size(); ++r) {
    std::string words = lines[r];
    const bool bold = !words.empty() && words[0] == '*';
    if (bold) words[0] = ' ';
    for (size_t c = 0; c < words.size(); ++c)
      if (words[c] == '|' || IsAcross(lines[r], c)) words[c] = ' ';
    AddText(x_of(0), y_of(r) + 9, words, 10, &page, bold);
    for (size_t c = 0; c < lines[r].size();) {
      size_t end = c;
      while (IsAcross(lines[r], end)) ++end;
      if (end > c) AddAcross(y_of(r) + 6, x_of(c) + 2.5f, x_of(end) - 2.5f, &page);
      c = std::max(end, c + 1);
    }
  }
  for (size_t c = 0; c < widest; ++c)
    for (size_t r = 0; r < lines.size();) {
      auto is = [&](size_t k) {
        return k < lines.size() && c < lines[k].size() &&
               (lines[k][c] == '|' || lines[k][c] == '+');
      };
      size_t end = r;
      while (is(end)) ++end;
      if (end > r + 1 || (end > r && lines[r][c] == '|')) {
        const float up = lines[r][c] == '|' ? kPictureHeight : 0,
                    down = lines[end - 1][c] == '|' ? kPictureHeight : 0;
        AddDown(x_of(c) + 2.5f, y_of(r) + 6 - up, y_of(end - 1) + 6 + down, &page);
      }
      r = std::max(end, r + 1);
    }
  return page;
}

// "a|b/c": rows by '/', cells by '|', places without a cell "-", blank cells ".". "a>2": two
// columns, "a_2": two rows; line feeds become blanks.
inline std::string Dump(const Table& table) {
  std::string out;
  for (uint32_t r = 0; r < table.rows; ++r) {
    if (r > 0) out += '/';
    for (uint32_t c = 0; c < table.columns; ++c) {
      const TableCell* at = nullptr;
      bool covered = false;
      for (const TableCell& cell : table.cells) {
        if (r < cell.row || r >= cell.row + cell.rows || c < cell.column ||
            c >= cell.column + cell.columns)
          continue;
        covered = true;
        if (cell.row == r && cell.column == c) at = &cell;
      }
      if (covered && at == nullptr) continue;
      if (!out.empty() && out.back() != '/') out += '|';
      if (at == nullptr) {
        out += '-';
        continue;
      }
      std::string text = at->text;
      std::replace(text.begin(), text.end(), '\n', ' ');
      out += text.empty() ? "." : text;
      if (at->columns > 1) out += '>' + std::to_string(at->columns);
      if (at->rows > 1) out += '_' + std::to_string(at->rows);
    }
  }
  return out;
}

inline std::string Dump(const std::vector<Table>& tables) {
  std::string out;
  for (const Table& table : tables) out += (out.empty() ? "" : "; ") + Dump(table);
  return out;
}

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_TABULATE_PICTURES_H_
