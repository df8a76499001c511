// The picture's rows with the values in their squares, and the oddities beside. Tested by
// explain_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "text/utf8.h"
#include "write/explain_text.h"
#include "write/paint.h"

namespace tabularium {
namespace {

constexpr int kSquareWidth = 24;    // columns of a square's text that are shown
constexpr int kMessageWidth = 160;  // of a cell or a message

auto Into(std::string* out) { return std::back_inserter(*out); }

double Units(int32_t thousandths) { return thousandths / 1000.0; }

// The filling of a slot; fillings of fields stand first, then table by table.
const Filling* FillingOf(const Alignment& alignment, int slot, int record) {
  const Form& form = *alignment.form;
  const Slot& s = form.slots[static_cast<size_t>(slot)];
  size_t at = static_cast<size_t>(s.column);
  if (s.table >= 0) {
    size_t table = static_cast<size_t>(s.table);
    if (record < 0 || record >= alignment.records[table]) return nullptr;
    at = form.fields.size() + at + static_cast<size_t>(record) * form.tables[table].slots.size();
    for (size_t t = 0; t < table; ++t)
      at += static_cast<size_t>(alignment.records[t]) * form.tables[t].slots.size();
  }
  return at < alignment.fillings.size() && alignment.fillings[at].slot == slot
             ? &alignment.fillings[at]
             : nullptr;
}

std::string InBraces(const Filling* filling) {
  if (!filling || !filling->piece.cell) return "{?}";
  return "{" + FitLine(filling->piece.text(), kSquareWidth) + (filling->inherited ? " ″" : "") +
         "}";
}

uint32_t LineOf(const Grid& grid, uint32_t row) {
  if (row >= grid.rows()) return 0;
  std::span<const Cell> cells = grid.row(row);
  return cells.empty() ? row + 1 : cells[0].line;
}

std::string CellsOf(const Grid& grid, uint32_t begin, uint32_t end) {
  std::string text;
  for (uint32_t row = begin; row < std::min(end, grid.rows()); ++row)
    for (const Cell& cell : grid.row(row)) text += " " + FitLine(cell.text, kSquareWidth) + " |";
  return text;
}

class AlignmentWriter {
 public:
  AlignmentWriter(const Alignment& alignment, const Grid& grid, std::string* out)
      : alignment_(alignment), grid_(grid), fillings_(alignment), out_(out) {}

  void Write(size_t number) {
    const Form& form = *alignment_.form;
    fmt::format_to(Into(out_), "declaration {}: {} {}, rows {}-{}, cost {:.3f}\n", number, form.id,
                   form.edition, alignment_.begin, alignment_.end, Units(alignment_.cost));
    out_->append(
        "  line   cost  row of the picture, with values in { }; {?}: no such cell; ″: from the row "
        "above\n");
    int picture = -1;
    for (const RowMatch& match : alignment_.matches) {
      if (match.form_row >= 0)
        WritePicture(form.rows[static_cast<size_t>(match.form_row)].picture, &picture);
      WriteMatch(match);
    }
    WriteRest();
  }

 private:
  void WritePicture(int picture, int* last) {
    if (picture == *last) return;
    *last = picture;
    fmt::format_to(Into(out_), "                {}\n",
                   alignment_.form->pictures[static_cast<size_t>(picture)].name);
  }

  void WriteMatch(const RowMatch& match) {
    std::string cost = match.cost == 0 ? "" : fmt::format("{:.3f}", Units(match.cost));
    fmt::format_to(Into(out_), "{:6} {:>6}  ", LineOf(grid_, match.row), cost);
    if (match.form_row < 0) {
      fmt::format_to(Into(out_), "{}:{}\n", HoldsTitle(match) ? "title" : "in no picture",
                     CellsOf(grid_, match.row, match.row + match.rows));
    } else {
      int record = fillings_.RecordOf(match);
      out_->append("|");
      for (const Square& square :
           alignment_.form->rows[static_cast<size_t>(match.form_row)].squares)
        out_->append(" " + FilledSquare(alignment_, square, record) + " |");
      out_->push_back('\n');
    }
    WriteOddities([&](const Oddity& o) {
      return o.row >= match.row && o.row < match.row + std::max(match.rows, 1u);
    });
  }

  bool HoldsTitle(const RowMatch& match) const {
    const std::vector<WordId>& titles = alignment_.form->titles;
    auto is_title = [&](const Cell& cell) {
      return std::find(titles.begin(), titles.end(), cell.word) != titles.end();
    };
    std::span<const Cell> cells = grid_.row(match.row);
    return std::any_of(cells.begin(), cells.end(),
                       [&](const Cell& c) { return c.word != kNoWord && is_title(c); });
  }

  template <class Wanted>
  void WriteOddities(Wanted wanted) {
    for (size_t i = 0; i < alignment_.oddities.size(); ++i) {
      const Oddity& oddity = alignment_.oddities[i];
      if (told_.size() < alignment_.oddities.size()) told_.resize(alignment_.oddities.size());
      if (told_[i] || !wanted(oddity)) continue;
      told_[i] = true;
      std::string_view text = oddity.message.empty() ? oddity.piece.text() : oddity.message;
      fmt::format_to(Into(out_), "                ^ {} (cost {:.3f}) {}\n", Name(oddity.kind),
                     Units(oddity.cost), FitLine(text, kMessageWidth));
    }
  }

  void WriteRest() {
    WriteOddities([](const Oddity&) { return true; });
    for (const Repair& repair : alignment_.repairs)
      fmt::format_to(Into(out_), "  repaired line {}: {} at cost {:.3f}; runner-up {} at {:.3f}\n",
                     LineOf(grid_, repair.row), repair.kind, Units(repair.cost),
                     repair.runner_up.empty() ? "none" : repair.runner_up,
                     Units(repair.runner_up_cost));
    for (const Piece& piece : alignment_.leftovers)
      fmt::format_to(Into(out_), "  left over at line {}: {}\n", piece.cell ? piece.cell->line : 0,
                     FitLine(piece.text(), kMessageWidth));
    out_->push_back('\n');
  }

  const Alignment& alignment_;
  const Grid& grid_;
  RowFillings fillings_;
  std::vector<bool> told_;  // oddities that were written
  std::string* out_;
};

}  // namespace

std::string_view Name(Oddity::Kind kind) {
  constexpr std::string_view kNames[] = {"row-shifted",   "row-ambiguous",   "row-unknown",
                                         "row-missing",   "row-repeated",    "row-out-of-order",
                                         "label-differs", "leftover",        "truncated",
                                         "torn-row",      "two-rows-in-one", "form-near-tie"};
  static_assert(std::size(kNames) == Oddity::kFormNearTie + 1,
                "one name for each kind, in its order");
  return kNames[static_cast<size_t>(kind)];
}

std::string FilledSquare(const Alignment& alignment, const Square& square, int record) {
  if (square.kind == Square::kUp) return "^";
  if (square.kind == Square::kLeft) return "<";
  std::string text;
  for (const Part& part : square.parts) {
    const std::string& drawn = part.text.empty() && !part.keys.empty() ? part.keys[0] : part.text;
    if (part.slot < 0) {
      text += drawn;
      continue;
    }
    const size_t open = drawn.find('{'), close = drawn.rfind('}');  // marks around the slot stand with it
    text += drawn.substr(0, std::min(open, drawn.size()));
    text += InBraces(FillingOf(alignment, part.slot, record));
    if (close != std::string::npos) text += drawn.substr(close + 1);
  }
  if (square.parts.empty() && square.slot >= 0)
    text = InBraces(FillingOf(alignment, square.slot, record));
  return std::string(Trim(text));
}

RowFillings::RowFillings(const Alignment& alignment) : alignment_(alignment) {
  for (const Filling& filling : alignment.fillings)
    if (filling.record >= 0 && filling.piece.cell && !filling.inherited)
      entries_.push_back({filling.piece.cell->row, filling.slot, filling.record});
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.row < b.row; });
}

int RowFillings::RecordOf(const RowMatch& match) const {
  const Row& row = alignment_.form->rows[static_cast<size_t>(match.form_row)];
  auto first = std::lower_bound(entries_.begin(), entries_.end(), match.row,
                                [](const Entry& e, uint32_t r) { return e.row < r; });
  for (; first != entries_.end() && first->row < match.row + std::max(match.rows, 1u); ++first)
    if (row.table >= 0 &&
        alignment_.form->slots[static_cast<size_t>(first->slot)].table == row.table)
      return first->record;
  return -1;
}

void ExplainAlignment(const Extraction& extraction, std::string* out) {
  if (!extraction.grid || extraction.alignments.empty()) {
    out->append("no known form fits: nothing was aligned\n");
    return;
  }
  for (size_t i = 0; i < extraction.alignments.size(); ++i)
    AlignmentWriter(extraction.alignments[i], *extraction.grid, out).Write(i);
}

}  // namespace tabularium
