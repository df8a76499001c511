// Tested by align_test.cc.
#include "align/left.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "align/costs.h"
#include "align/row.h"
#include "text/furniture.h"
#include "text/key.h"
#include "text/residue.h"
#include "text/sentence.h"

namespace tabularium {
namespace {

constexpr size_t kLongLine = 60;  // bytes: twenty Han letters

// The picture of a row that stands in a frame; a row of one square, such as a year under a title, is a line by itself.
int PictureOf(const Form& form, const Step& step) {
  const Row& row = form.rows[static_cast<size_t>(step.form_row)];
  return row.squares.size() > 1 ? row.picture : -1;
}

// By step: whether it lies between two rows of one picture.
std::vector<uint8_t> InsidePictures(const Form& form, const std::vector<Step>& steps) {
  std::vector<uint8_t> inside(steps.size(), 0);
  int before = -1;
  std::vector<int> above(steps.size(), -1);
  for (size_t i = 0; i < steps.size(); ++i) {
    above[i] = before;
    if (steps[i].form_row >= 0) before = PictureOf(form, steps[i]);
  }
  int after = -1;
  for (size_t i = steps.size(); i-- > 0;) {
    inside[i] = above[i] >= 0 && above[i] == after;
    if (steps[i].form_row >= 0) after = PictureOf(form, steps[i]);
  }
  return inside;
}

// True if walls of cells stand within the text as letters: a row that was not told apart.
bool HoldsWalls(std::string_view text) {
  for (std::string_view wall : {"|", "¦", "│"})
    if (text.find(wall) != text.npos) return true;
  return false;
}

// A long line within the body of a form that is no note, one with walls in it, or the end of a sentence in a row of several cells:
// part of some text that was torn off.
bool MayBeTornOff(const std::vector<Step>& steps, size_t i, std::string_view text) {
  const bool ends_text = steps[i].row.cells > 1 && EndsSentence(text);
  if (!HoldsWalls(text) && !ends_text && (text.size() < kLongLine || LooksLikeNote(text))) return false;
  auto matched = [](const Step& step) { return step.form_row >= 0; };
  auto at = steps.begin() + static_cast<std::ptrdiff_t>(i);
  return std::any_of(steps.begin(), at, matched) && std::any_of(at, steps.end(), matched);
}

// An amount alone below a row that has nothing but its label: 合计, and what it is the sum of.
bool MayBeOfTheRowAbove(const Rows& rows, const std::vector<Step>& steps, size_t i) {
  const Step& step = steps[i];
  if (i == 0 || steps[i - 1].form_row < 0 || steps[i - 1].row.texts != 1 || step.row.texts != 1) return false;
  const Element& amount = rows.of(step.row).back();
  return (amount.shapes & kLooksAmount) != 0 && amount.piece.text().find_first_of(".,") != std::string_view::npos;
}

void Leave(const Rows& rows, const Step& step, Oddity::Kind kind, Alignment* out) {
  Oddity oddity;
  oddity.kind = kind;
  oddity.row = step.row.row;
  for (const Element& e : rows.of(step.row)) {
    if (e.blank()) continue;
    if (!oddity.piece.cell) oddity.piece = e.piece;
    if (kind != Oddity::kRowRepeated) out->leftovers.push_back(e.piece);
  }
  oddity.cost = kind == Oddity::kRowRepeated ? costs::kRepeatSkipped
                : step.row.texts <= 1        ? costs::kLineSkipped
                                             : costs::kRowSkipped;
  out->cost += oddity.cost;
  out->oddities.push_back(oddity);
}

int32_t Missing(const Form& form, size_t form_row) {
  int32_t cost = costs::kHeaderMissing;
  for (const Square& square : form.rows[form_row].squares) {
    for (const Part& part : square.parts) {
      if (part.slot < 0) continue;
      cost = std::max(cost, costs::kRowMissing);
      if (form.slots[static_cast<size_t>(part.slot)].required) cost = costs::kRowMissingRequired;
    }
  }
  return cost;
}

// The grid's row before which a missing form row was expected.
uint32_t Expected(const std::vector<uint32_t>& found_at, size_t form_row, const Rows& rows, uint32_t end) {
  for (size_t k = form_row + 1; k < found_at.size(); ++k)
    if (found_at[k] != UINT32_MAX) return found_at[k];
  return rows.rows.empty() ? end : rows.rows.back().row;
}

// True if behind the row's last text there are as many blank cells as the form has squares: 合计 over several columns, and
// its blank sum.
bool EndsWithBlanks(const TextRow& row, const Row& form_row, const std::vector<Seat>& seats) {
  size_t blanks = row.cells - row.count, wanted = 0;
  for (size_t q = form_row.squares.size(); q-- > 0 && seats[q].element < 0;) {
    const Square::Kind kind = form_row.squares[q].kind;
    wanted += kind == Square::kPrinted || kind == Square::kSlot || kind == Square::kMixed;
  }
  return blanks > 0 && blanks >= wanted;
}

// Nothing but a hint that nobody filled in: ……
bool IsResidue(const Rows& rows, const TextRow& row) {
  return row.texts == 1 && ResidueFinder(rows.form->residues).Find(rows.of(row).back().piece.text()) == Residue::kAll;
}

// The file ends inside the last row: it has fewer cells than its siblings, and a slot of it stays without a cell.
bool EndsInsideRow(const Rows& rows, const std::vector<Step>& steps) {
  if (steps.empty() || steps.back().form_row < 0) return false;
  const Step& last = steps.back();
  if (last.row.row + last.row.rows != rows.grid->rows() || IsResidue(rows, last.row)) return false;
  const Row& row = rows.form->rows[static_cast<size_t>(last.form_row)];
  if (row.squares.empty() || row.squares.back().kind != Square::kSlot || last.row.cells >= row.squares.size()) return false;
  const auto seats = ReadRow(rows, last.row, last.form_row).seats;
  if (seats.back().element >= 0 || EndsWithBlanks(last.row, row, seats)) return false;  // it lacks its first cells
  uint32_t siblings = 0, wider = 0;
  for (const Step& step : steps) {
    if (&step == &last || step.form_row < 0) continue;
    ++siblings;
    wider += step.row.cells > last.row.cells;
  }
  return siblings >= 2 && wider * 3 >= siblings * 2;
}

void SayTruncated(const Rows& rows, std::string message, Alignment* out) {
  Oddity oddity;
  oddity.kind = Oddity::kTruncated;
  oddity.row = rows.rows.empty() ? out->end : rows.rows.back().row;
  if (!rows.rows.empty()) oddity.piece = rows.elements[rows.rows.back().first].piece;
  oddity.message = std::move(message);
  out->oddities.push_back(oddity);
}

bool HasSeparators(const Rows& rows) {
  return rows.grid->separation == Separation::kTabs || rows.grid->separation == Separation::kSeparator;
}

// The file ends behind the first cells of a row, of which no more is left than a wording of the form, in its column: | 产出指标
bool EndsAtWording(const Rows& rows, const std::vector<Step>& steps) {
  if (steps.empty() || steps.back().form_row >= 0) return false;
  const TextRow& last = steps.back().row;
  if (last.row + last.rows != rows.grid->rows() || last.texts != 1 || last.cells < 2) return false;
  const WordId word = rows.of(last).back().word;
  return word != kNoWord && !rows.form->rows_of_word[static_cast<size_t>(word)].empty();
}

// A line of a file with tabs or separators that was cut into cells at its labels alone: 填报单位：某局  填报日期：2024-03-05.
bool IsOneLine(const Rows& rows, const TextRow& row) {
  if (!HasSeparators(rows)) return false;
  const Cell* before = nullptr;
  for (const Element& e : rows.of(row)) {
    if (e.blank()) return false;
    const Cell& cell = *e.piece.cell;
    if (!cell.verbatim || (before && (cell.line != before->line || cell.text.data() < before->text.data()))) return false;
    if (before) {
      const char* end = before->text.data() + before->text.size();
      if (std::any_of(end, cell.text.data(), [](char c) { return c == '\t' || c == '|' || c == ';' || c == ','; })) return false;
    }
    before = &cell;
  }
  return before != nullptr;
}

bool IsHeadOfPage(const Rows& rows, const std::vector<Step>& steps, size_t i) {
  auto left = [&](size_t k) { return k < steps.size() && steps[k].form_row < 0 ? &steps[k].row : nullptr; };
  return IsRunningHead(rows, steps[i].row, i > 0 ? left(i - 1) : nullptr, left(i + 1));
}

// True if every text of the row is how a label of the form's row begins, from left to right.
bool BeginsAsLabelsOf(const Rows& rows, const TextRow& text_row, const Row& row) {
  size_t at = 0;
  for (const Element& e : rows.of(text_row)) {
    if (e.blank()) continue;
    const std::string key = Key(e.piece.text());
    auto begins = [&](const Square& square) {
      if (square.kind != Square::kPrinted || square.parts.size() != 1) return false;
      const auto& keys = square.parts[0].keys;
      return std::any_of(keys.begin(), keys.end(), [&](const std::string& label) { return label.starts_with(key); });
    };
    while (at < row.squares.size() && !begins(row.squares[at])) ++at;
    if (key.empty() || at++ >= row.squares.size()) return false;
  }
  return text_row.texts > 1;
}

// A row of labels that a page's end cut off below their first lines: GRANT PROGRAM, FUNCTION. The form has it here, and no step found it.
bool IsCutHead(const Rows& rows, const std::vector<Step>& steps, size_t i) {
  const auto at = steps.begin() + static_cast<std::ptrdiff_t>(i);
  const auto found = [](const Step& step) { return step.form_row >= 0; };
  const auto before = std::find_if(std::make_reverse_iterator(at), steps.rend(), found);
  const auto after = std::find_if(at, steps.end(), found);
  if (before == steps.rend() || after == steps.end()) return false;
  for (int32_t k = before->form_row + 1; k < after->form_row; ++k) {
    const Row& row = rows.form->rows[static_cast<size_t>(k)];
    if (Missing(*rows.form, static_cast<size_t>(k)) == costs::kHeaderMissing && BeginsAsLabelsOf(rows, steps[i].row, row)) return true;
  }
  return false;
}

// Lines of one cell that stand more than once, by the hash of their letters: a title, a year, a heading on every page.
std::vector<size_t> LinesGivenAgain(const Rows& rows, const std::vector<Step>& steps) {
  std::vector<size_t> all, out;
  for (const Step& step : steps)
    if (step.row.texts == 1) all.push_back(std::hash<std::string_view>{}(rows.of(step.row).back().piece.text()));
  std::sort(all.begin(), all.end());
  for (size_t i = 1; i < all.size(); ++i)
    if (all[i] == all[i - 1] && (out.empty() || out.back() != all[i])) out.push_back(all[i]);
  return out;
}

}  // namespace

bool GiveUnitOf(const Piece& caption, Alignment* out) {
  const CaptionUnit unit = UnitOfCaption(caption.text());
  if (unit.end == 0) return false;
  Piece piece = caption;
  piece.end = piece.begin + unit.end;
  piece.begin += unit.begin;
  for (Filling& f : out->fillings) {
    if (out->form->slots[static_cast<size_t>(f.slot)].type != Type::kMoney || f.unit.cell || !f.piece.cell) continue;
    if (f.piece.cell->row > caption.cell->row) f.unit = piece;
  }
  return true;
}

void TakeUnitAbove(const Grid& grid, Alignment* out) {
  constexpr uint32_t kRowsAbove = 6, kLinesAbove = 3;
  uint32_t lines = 0;
  for (uint32_t r = out->begin; r > 0 && out->begin - r < kRowsAbove && lines < kLinesAbove; --r) {
    const auto row = grid.row(r - 1);
    auto says = [](const Cell& cell) { return (cell.shapes & kLooksBlank) == 0; };
    const auto texts = std::count_if(row.begin(), row.end(), says);
    if (texts == 0) continue;
    const Cell& last = *std::find_if(row.rbegin(), row.rend(), says);
    if (GiveUnitOf({&last, 0, static_cast<uint32_t>(last.text.size())}, out) || texts > 1) return;
    ++lines;
  }
}

namespace {

// True if the row has a text in that column that is no figure.
bool HasTextAt(const Rows& rows, const TextRow& row, uint32_t column) {
  constexpr uint16_t kFigure = kLooksNumber | kLooksAmount | kLooksDate | kLooksTarget;
  const std::span<const Element> elements = rows.of(row);
  return std::any_of(elements.begin(), elements.end(), [&](const Element& e) {
    return !e.blank() && e.piece.cell->column == column && (e.piece.cell->shapes & kFigure) == 0;
  });
}

// A text beside one that fits nowhere, below or above it, may be half of what the paper says: a page break may have torn it.
void DoubtBeside(const Rows& rows, std::vector<const TextRow*> unknown, Alignment* out) {
  if (unknown.empty()) return;
  std::sort(unknown.begin(), unknown.end(), [](const TextRow* a, const TextRow* b) { return a->row < b->row; });
  for (Filling& f : out->fillings) {
    const Type type = out->form->slots[static_cast<size_t>(f.slot)].type;
    if (!f.piece.cell || f.inherited || (type != Type::kText && type != Type::kRichText)) continue;
    const uint32_t row = f.piece.cell->row;
    auto at = std::lower_bound(unknown.begin(), unknown.end(), row, [](const TextRow* u, uint32_t r) { return u->row + u->rows < r; });
    for (; at != unknown.end() && (*at)->row <= row + 1; ++at)
      if (HasTextAt(rows, **at, f.piece.cell->column)) f.signs.Add(EvidenceCode::kTextUnplaced);
  }
}

}  // namespace

void SayWhatIsLeft(const Rows& rows, const std::vector<Step>& steps, Alignment* out) {
  const Form& form = *rows.form;
  std::vector<uint8_t> inside = InsidePictures(form, steps);
  const std::vector<size_t> given_again = LinesGivenAgain(rows, steps);
  const auto last = std::find_if(steps.rbegin(), steps.rend(), [](const Step& step) { return step.form_row >= 0; });
  const size_t end = static_cast<size_t>(steps.rend() - last);  // of the form's own rows
  std::vector<const TextRow*> unknown;
  for (size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    if (step.form_row >= 0) continue;
    out->matches.push_back({step.row.row, step.row.rows, step.paired_row, 0});
    if (step.paired_row >= 0) continue;
    if (step.row.kind == TextRow::kTitle) continue;
    if (step.row.repeats >= 0) {
      Leave(rows, step, Oddity::kRowRepeated, out);
      continue;
    }
    bool line = step.row.texts <= 1 || IsOneLine(rows, step.row) || (i >= end && IsSigned(rows, step.row) && !HasSeparators(rows));
    std::string_view text = rows.of(step.row).back().piece.text();
    const bool caption = line && GiveUnitOf(rows.of(step.row).back().piece, out);
    bool again = step.row.texts == 1 &&
                 std::binary_search(given_again.begin(), given_again.end(), std::hash<std::string_view>{}(text));
    bool outside = line && (caption || again || LooksLikeFurniture(text) || IsHeadOfPage(rows, steps, i) || (step.row.cells == 1 && (LooksLikePageNumber(text) || LooksLikeYearLine(text))) || (!inside[i] && !MayBeTornOff(steps, i, text) && !MayBeOfTheRowAbove(rows, steps, i)));
    outside = outside || (!line && IsCutHead(rows, steps, i));
    Leave(rows, step, outside ? Oddity::kLeftover : Oddity::kRowUnknown, out);
    if (!outside) unknown.push_back(&step.row);
  }
  DoubtBeside(rows, std::move(unknown), out);
  std::stable_sort(out->matches.begin(), out->matches.end(), [](const RowMatch& a, const RowMatch& b) { return a.row < b.row; });
}

void SayWhatIsMissing(const Rows& rows, const std::vector<Step>& steps, Alignment* out) {
  const Form& form = *rows.form;
  std::vector<uint32_t> found_at(form.rows.size(), UINT32_MAX);
  std::vector<uint8_t> pictures(form.pictures.size(), 0);
  size_t last_found = 0;
  for (const Step& step : steps) {
    const int32_t read = step.form_row >= 0 ? step.form_row : step.paired_row;
    if (read < 0) continue;
    size_t k = static_cast<size_t>(read);
    found_at[k] = std::min(found_at[k], step.row.row);
    pictures[static_cast<size_t>(form.rows[k].picture)] = 1;
    last_found = std::max(last_found, k);
  }
  size_t missing_at_end = 0;
  for (size_t k = 0; k < form.rows.size(); ++k) {
    const Row& row = form.rows[k];
    size_t picture = static_cast<size_t>(row.picture);
    if (found_at[k] != UINT32_MAX || row.repeat == Row::kOptional || row.repeat == Row::kAny) continue;
    if (form.pictures[picture].optional && !pictures[picture]) continue;
    Oddity oddity;
    oddity.cost = Missing(form, k);
    oddity.kind = oddity.cost == costs::kHeaderMissing ? Oddity::kLabelDiffers : Oddity::kRowMissing;
    if (oddity.kind == Oddity::kLabelDiffers) oddity.message = "a row of labels is not there";
    oddity.form_row = static_cast<int32_t>(k);
    oddity.row = Expected(found_at, k, rows, out->end);
    out->cost += oddity.cost;
    out->oddities.push_back(oddity);
    if (k > last_found && oddity.kind == Oddity::kRowMissing) ++missing_at_end;
  }
  bool end_missing = form.end_row >= 0 && found_at[static_cast<size_t>(form.end_row)] == UINT32_MAX;
  if (end_missing || missing_at_end > 0) {
    SayTruncated(rows, "the rows that end this form are not there", out);
  } else if (EndsInsideRow(rows, steps) || EndsAtWording(rows, steps)) {
    SayTruncated(rows, "the file ends inside this row", out);
  }
}

}  // namespace tabularium
