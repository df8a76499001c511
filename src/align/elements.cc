// Rows of cells become rows of elements; identical rows are found by a hash of their letters. Tested by align_test.cc.
#include "align/elements.h"

#include <algorithm>

#include "align/exchanged.h"
#include "align/hollow.h"
#include "align/page_breaks.h"
#include "text/furniture.h"
#include "text/key.h"
#include "text/shape.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr uint32_t kLongestTitle = 240;  // bytes; a longer cell is no title
constexpr size_t kFuzzyTitle = 6;       // letters from which a title may be misspelt
constexpr int kTitleSlips = 2;          // by so many letters

LetterMask LettersOf(const Form& form, const Cell& cell) {
  if (cell.word != kNoWord) return form.word_letters[static_cast<size_t>(cell.word)];
  return cell.text.size() <= kLongestTitle ? MaskOfText(cell.text) : kAnyLetters;
}

Element ElementOf(const Form& form, const Cell& cell) {
  Element e;
  e.piece = {&cell, 0, static_cast<uint32_t>(cell.text.size())};
  e.word = cell.word;
  e.prefix = cell.prefix;
  e.prefix_end = cell.prefix_end;
  e.shapes = cell.shapes;
  e.letters = LettersOf(form, cell);
  return e;
}

void Count(const std::vector<Element>& elements, TextRow* row) {
  row->count = row->cells;
  while (row->count > 0 && elements[row->first + row->count - 1].blank()) --row->count;
  row->texts = 0;
  for (uint32_t i = 0; i < row->count; ++i) row->texts += !elements[row->first + i].blank();
}

// Of a text its length and its ends: what of two rows is the same is compared anyhow.
size_t HashOf(std::span<const Element> elements) {
  size_t h = elements.size();
  for (const Element& e : elements)
    h = h * 1000003 ^ (e.word != kNoWord ? static_cast<size_t>(e.word) : DrawnWords::HashOf(e.piece.text()));
  return h ^ h >> 32;
}

// Rows by the hash of their letters: open addressing, a power of two of places, at most half of them taken.
class SeenRows {
 public:
  explicit SeenRows(size_t rows) {
    size_t places = 16;
    while (places < rows * 2) places *= 2;
    places_.resize(places);
  }

  // The earlier row for which `same` holds, or -1; then this row is remembered.
  template <class Same>
  int32_t Find(size_t hash, int32_t row, Same same) {
    for (size_t i = hash & (places_.size() - 1);; i = (i + 1) & (places_.size() - 1)) {
      Place& place = places_[i];
      if (place.row < 0) {
        place = {hash, row};
        return -1;
      }
      if (place.hash == hash && same(place.row)) return place.row;
    }
  }

 private:
  struct Place {
    size_t hash = 0;
    int32_t row = -1;
  };
  std::vector<Place> places_;
};

bool SameCells(std::span<const Element> a, std::span<const Element> b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i)
    if (a[i].word != b[i].word || (a[i].word == kNoWord && a[i].piece.text() != b[i].piece.text())) return false;
  return true;
}

bool IsTitle(const Form& form, WordId word) {
  for (WordId title : form.titles)
    if (title == word) return true;
  return false;
}

// Where the letters of a title stand in a cell that holds more than them; end 0: it holds no title.
struct TitleSpan {
  uint32_t begin = 0, end = 0;
};

TitleSpan FindTitle(const Form& form, const Element& cell) {
  std::string_view text = cell.piece.text();
  if (text.size() > kLongestTitle || Lacking(cell.letters, form.title_mask) > kTitleSlips) return {};
  std::string key;
  std::vector<uint32_t> places;
  KeyWithPlaces(text, &key, &places);
  size_t begin = 0, end = 0;
  const std::string& wanted = form.title_key;
  if (size_t at = key.find(wanted); !wanted.empty() && at != std::string::npos) begin = at, end = at + wanted.size();
  else if (CountLetters(wanted) >= kFuzzyTitle && KeyDistance(key, wanted, kTitleSlips) <= kTitleSlips) end = key.size();
  if (end == 0) return {};
  return {begin > 0 ? places[begin] : 0, end < key.size() ? places[end] : static_cast<uint32_t>(text.size())};
}

void AddRow(Rows* rows, const TextRow& row) { rows->rows.push_back(row); }

// Bytes [begin, end) of a title's cell, as a row.
void AddPart(Rows* rows, const Element& title, uint32_t begin, uint32_t end, uint32_t grid_row) {
  Element rest;
  rest.piece = {title.piece.cell, begin, end};
  std::string_view text = rest.piece.text();
  while (!text.empty()) {
    size_t next = 0;
    if (!IsSpace(NextLetter(text, next))) break;
    rest.piece.begin += static_cast<uint32_t>(next);
    text.remove_prefix(next);
  }
  if (Key(text).empty()) return;
  rest.shapes = ShapesOf(text);
  TextRow row;
  row.first = static_cast<uint32_t>(rows->elements.size());
  row.cells = row.count = row.texts = 1;
  row.row = grid_row;
  rows->elements.push_back(rest);
  AddRow(rows, row);
}

// A title in the first of two cells becomes a row of its own, the other cell another. False: it is no title.
bool CutTitle(const Form& form, Rows* rows, TextRow* row) {
  uint32_t first = 0;
  while (rows->elements[row->first + first].blank()) ++first;
  if (!IsTitle(form, rows->elements[row->first + first].word)) return false;
  TextRow title = Slice(*rows, *row, 0, first + 1);
  title.kind = TextRow::kTitle;
  AddRow(rows, title);
  AddRow(rows, Slice(*rows, *row, first + 1, row->cells));
  return true;
}

// Where the year before a title begins: 2023年度财政项目支出绩效目标申报表. The title's own place where there is none, or where
// a line below says it.
size_t YearBefore(const Rows& rows, const Element& title, const TitleSpan& span, uint32_t grid_row) {
  constexpr uint32_t kLinesBelow = 4;
  if (span.begin == 0) return span.begin;
  for (uint32_t r = grid_row; r < std::min(rows.grid->rows(), grid_row + 1 + kLinesBelow); ++r)
    for (const Cell& cell : rows.grid->row(r))
      if (LooksLikeYearLine(cell.text)) return span.begin;
  return std::min<size_t>(span.begin, YearAtEnd(title.piece.text().substr(0, span.begin)));
}

// Takes one row of the grid apart; a blank one leaves nothing.
void TakeRow(const Form& form, uint32_t r, SeenRows* seen, Rows* rows) {
  TextRow row;
  row.first = static_cast<uint32_t>(rows->elements.size());
  row.row = r;
  for (const Cell& cell : rows->grid->row(r)) rows->elements.push_back(ElementOf(*rows->form, cell));
  row.cells = static_cast<uint32_t>(rows->elements.size()) - row.first;
  Count(rows->elements, &row);
  if (row.texts == 0) {
    rows->elements.resize(row.first);
    return;
  }
  TitleSpan span;
  Element title;
  if (row.texts == 1) {
    title = rows->elements[row.first + row.count - 1];
    if (IsTitle(form, title.word)) {
      row.kind = TextRow::kTitle;
    } else if (title.word == kNoWord && title.prefix == kNoWord) {
      span = FindTitle(form, title);
      if (span.end > 0) row.kind = TextRow::kTitle;
    }
  }
  if (row.kind == TextRow::kCells && row.texts > 1) {
    row.repeats = seen->Find(HashOf(rows->of(row)), static_cast<int32_t>(rows->rows.size()), [&](int32_t earlier) {
      return SameCells(rows->of(rows->rows[static_cast<size_t>(earlier)]), rows->of(row));
    });
  }
  if (row.texts == 2 && CutTitle(form, rows, &row)) return;
  AddRow(rows, row);
  if (span.end == 0) return;
  if (size_t year = YearBefore(*rows, title, span, r); year < span.begin)
    AddPart(rows, title, static_cast<uint32_t>(year), span.begin, r);
  AddPart(rows, title, span.end, static_cast<uint32_t>(title.piece.cell->text.size()), r);
}

// Of a head that several declarations share, each takes the rows that say something of the form; lines of one cell were the first's.
bool IsShared(std::span<const Cell> row) {
  return std::count_if(row.begin(), row.end(), [](const Cell& c) { return !(c.shapes & kLooksBlank); }) > 1;
}

}  // namespace

Rows TakeRows(const Declaration& declaration, const Form& form) {
  Rows rows;
  rows.form = &form;
  rows.grid = declaration.grid;
  const Grid& grid = *declaration.grid;
  rows.elements.reserve(grid.row_begins[declaration.end] - grid.row_begins[declaration.begin] + 8);
  rows.rows.reserve(declaration.end - declaration.begin + 4);
  SeenRows seen(declaration.end - declaration.begin + declaration.head_end - declaration.head_begin);
  for (uint32_t r = declaration.head_begin; r < declaration.head_end; ++r)
    if (IsShared(grid.row(r))) TakeRow(form, r, &seen, &rows);
  for (uint32_t r = declaration.begin; r < declaration.end; ++r) TakeRow(form, r, &seen, &rows);
  UndoExchanges(&rows);
  MovePageBreaks(&rows);
  LeaveOutHollowColumns(&rows);
  return rows;
}

TextRow TakeBlankRow(Rows* rows, uint32_t grid_row) {
  TextRow row;
  row.first = static_cast<uint32_t>(rows->elements.size());
  row.row = grid_row;
  for (const Cell& cell : rows->grid->row(grid_row)) rows->elements.push_back(ElementOf(*rows->form, cell));
  if (rows->grid->row(grid_row).empty()) {
    Element end = ElementOf(*rows->form, rows->grid->row(grid_row - 1).back());
    end.piece.begin = end.piece.end;
    end.shapes = kLooksBlank;
    end.word = end.prefix = kNoWord;
    rows->elements.push_back(end);
  }
  row.cells = static_cast<uint32_t>(rows->elements.size()) - row.first;
  return row;
}

TextRow Join(Rows* rows, size_t first, size_t n, Seam seam) {
  TextRow joined = rows->rows[first];
  joined.first = static_cast<uint32_t>(rows->elements.size());
  joined.rows = rows->rows[first + n - 1].row + 1 - joined.row;
  for (size_t i = 0; i < n; ++i) {
    const TextRow part = rows->rows[first + i];
    for (uint32_t c = 0; c < part.cells; ++c) {
      Element e = rows->elements[part.first + c];
      bool seams = i > 0 && c == 0 && seam == Seam::kWithinCell && rows->elements.size() > joined.first;
      if (!seams) {
        rows->elements.push_back(e);
        continue;
      }
      Element& last = rows->elements.back();
      if (e.blank()) continue;
      if (last.blank()) {
        last = e;
        continue;
      }
      if (last.more_end != rows->more.size()) {  // keep its pieces together
        uint32_t begin = static_cast<uint32_t>(rows->more.size());
        for (uint32_t k = last.more; k < last.more_end; ++k) rows->more.push_back(Piece(rows->more[k]));
        last.more = begin;
        last.more_end = static_cast<uint32_t>(rows->more.size());
      }
      rows->more.push_back(e.piece);
      last.more_end = static_cast<uint32_t>(rows->more.size());
      last.word = kNoWord;
      last.shapes = static_cast<uint16_t>((last.shapes | e.shapes) & (kLooksProse | kLooksMarked));
    }
  }
  joined.cells = static_cast<uint32_t>(rows->elements.size()) - joined.first;
  joined.repeats = -1;
  Count(rows->elements, &joined);
  return joined;
}

TextRow Slice(const Rows& rows, const TextRow& row, uint32_t begin, uint32_t end) {
  TextRow slice = row;
  slice.first = row.first + begin;
  slice.cells = end - begin;
  slice.repeats = -1;
  Count(rows.elements, &slice);
  return slice;
}

std::vector<Piece> PiecesOf(const Rows& rows, const Element& element) {
  std::vector<Piece> pieces = {element.piece};
  pieces.insert(pieces.end(), rows.more.begin() + element.more, rows.more.begin() + element.more_end);
  for (Piece& piece : pieces) {
    const std::string_view text = piece.text(), inner = Trim(text);
    piece.begin += static_cast<uint32_t>(inner.empty() ? 0 : inner.data() - text.data());
    piece.end = piece.begin + static_cast<uint32_t>(inner.size());
  }
  return pieces;
}

std::string TextOf(std::span<const Piece> pieces) {
  std::string text;
  for (const Piece& piece : pieces) text += piece.text();
  return text;
}

bool IsSigned(const Rows& rows, const TextRow& row) {
  if (row.texts < 2) return false;
  for (const Element& e : rows.of(row))
    if (!e.blank()) return e.word == kNoWord && e.prefix == kNoWord && BeginsSignature(e.piece.text());
  return false;
}

bool IsRunningHead(const Rows& rows, const TextRow& row, const TextRow* above, const TextRow* below) {
  auto is_page_number = [&](const TextRow* line) {
    if (!line || line->cells != 1) return false;
    const std::string_view text = rows.of(*line).back().piece.text();
    return LooksLikeFurniture(text) || LooksLikePageNumber(text);
  };
  return row.cells == 1 && (is_page_number(above) || is_page_number(below)) && BeginsWithYear(rows.of(row).back().piece.text());
}

}  // namespace tabularium
