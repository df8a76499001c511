// The steps: take the rows apart, walk them in order against the picture, try once more what stands out of order, turn the readings
// into fillings, and say what is left over, missing or cut. Tested by align_test.cc, corpus_test.cc.
#include "align/align.h"

#include <algorithm>

#include "align/blank_rows.h"
#include "align/costs.h"
#include "align/fill.h"
#include "align/left.h"
#include "align/walk.h"

namespace tabularium {
namespace {

constexpr int kRounds = 3;  // how often rows out of order are tried again

bool Unmatched(const Rows& rows, const Step& step) {
  if (step.form_row >= 0 || step.row.kind == TextRow::kTitle || step.row.repeats >= 0) return false;
  return step.row.texts > 1 || rows.of(step.row).back().word != kNoWord || rows.of(step.row).back().prefix != kNoWord;
}

// Form rows that may still be found: those not matched, and those that repeat.
std::vector<uint8_t> StillOpen(const Form& form, const std::vector<Step>& steps) {
  std::vector<uint8_t> open(form.rows.size(), 1);
  for (const Step& step : steps)
    if (step.form_row >= 0 && form.rows[static_cast<size_t>(step.form_row)].repeat < Row::kAny)
      open[static_cast<size_t>(step.form_row)] = 0;
  return open;
}

bool HasNoWording(const Rows& rows, const TextRow& row) {
  const auto elements = rows.of(row);
  return std::all_of(elements.begin(), elements.end(), [](const Element& e) { return e.word == kNoWord; });
}

// A record that nothing names, before the first row of the table it would be out of order in: rather a row that the form doesn't print.
bool IsNoRecord(const Rows& rows, const std::vector<Step>& steps, const Step& found) {
  const Form& form = *rows.form;
  const Row& row = form.rows[static_cast<size_t>(found.form_row)];
  if (row.repeat < Row::kAny || !HasNoWording(rows, found.row)) return false;
  for (const Step& step : steps) {
    if (step.first >= found.first) return true;
    if (step.form_row >= 0 && form.rows[static_cast<size_t>(step.form_row)].picture == row.picture) return false;
  }
  return true;
}

// One more walk over what is left, against what is still open. False: nothing was found.
bool PlaceDisplaced(Rows* rows, std::vector<Step>* steps) {
  std::vector<uint32_t> left;
  for (const Step& step : *steps)
    if (Unmatched(*rows, step)) left.push_back(step.first);
  if (left.empty()) return false;
  std::vector<Step> found = Walk(rows, left, StillOpen(*rows->form, *steps));
  bool any = false;
  for (const Step& step : found) {
    if (step.form_row < 0 || step.cost > costs::kDisplacedMost || step.kind == Step::kSplit) continue;
    auto at = std::find_if(steps->begin(), steps->end(), [&](const Step& s) { return s.first == step.first && s.form_row < 0; });
    if (at == steps->end() || IsNoRecord(*rows, *steps, step)) continue;
    *at = step;
    if (at->kind == Step::kPlain) at->kind = Step::kDisplaced;
    at->cost += costs::kDisplaced;
    for (uint32_t i = 1; i < step.rows; ++i) {
      auto next = at + 1;
      if (next != steps->end() && next->form_row < 0) steps->erase(next);
    }
    any = true;
  }
  return any;
}

bool HasSlots(const Row& row) {
  return std::any_of(row.squares.begin(), row.squares.end(), [](const Square& square) {
    return std::any_of(square.parts.begin(), square.parts.end(), [](const Part& part) { return part.slot >= 0; });
  });
}

// Records without a known wording that stand before the head of their own table are rather pieces of what stands there.
void DoubtRecordsBeforeHeads(const Rows& rows, std::vector<Step>* steps) {
  const Form& form = *rows.form;
  auto row_of = [&](const Step& step) -> const Row& { return form.rows[static_cast<size_t>(step.form_row)]; };
  for (size_t i = 0; i < steps->size(); ++i) {
    const Step& head = (*steps)[i];
    if (head.form_row < 0 || head.kind != Step::kDisplaced || HasSlots(row_of(head))) continue;
    for (size_t k = 0; k < i; ++k) {
      Step& step = (*steps)[k];
      if (step.form_row < 0 || row_of(step).picture != row_of(head).picture || row_of(step).repeat < Row::kAny) continue;
      step.doubtful |= HasNoWording(rows, step.row);
    }
  }
}

// A row without a known wording that is shorter than it is drawn, below a row of empty cells which has just the cells that it lacks:
// these may have been torn off its front, and then its texts belong further right.
//
//     drawn    ^ | {whole} | < | {yearly} | <      text    (empty) | (empty)
//                                                          (empty) | 全年…   | (empty)
void DoubtBelowTornFront(const Rows& rows, std::vector<Step>* steps) {
  for (Step& step : *steps) {
    if (step.form_row < 0 || step.kind != Step::kPlain || step.row.row == 0 || !HasNoWording(rows, step.row)) continue;
    const auto above = rows.grid->row(step.row.row - 1);
    const bool blank = std::all_of(above.begin(), above.end(), [](const Cell& cell) { return (cell.shapes & kLooksBlank) != 0; });
    const size_t drawn = rows.form->rows[static_cast<size_t>(step.form_row)].squares.size(), both = above.size() + step.row.cells;
    if (!blank || above.size() < 2 || step.row.cells >= drawn) continue;
    step.doubtful |= both == drawn || both == drawn + 1;  // torn between two cells, or within one
  }
}

// A record that stands twice, one right after the other or with all its columns, is one.
void DropRepeats(const Rows& rows, std::vector<Step>* steps) {
  for (size_t i = 0; i < steps->size(); ++i) {
    Step& step = (*steps)[i];
    if (step.form_row < 0 || step.row.repeats < 0 || step.kind != Step::kPlain) continue;
    if (rows.form->rows[static_cast<size_t>(step.form_row)].repeat < Row::kAny) continue;
    const TextRow& earlier = rows.rows[static_cast<size_t>(step.row.repeats)];
    bool adjacent = static_cast<uint32_t>(step.row.repeats) + 1 == step.first;
    bool full = earlier.texts + 1 >= rows.form->rows[static_cast<size_t>(step.form_row)].squares.size() && earlier.texts > 2;
    if (adjacent || full) step.form_row = -1;
  }
}

}  // namespace

Alignment Align(const Declaration& declaration, const Form& form) {
  Alignment out;
  out.form = &form;
  out.begin = declaration.begin;
  out.end = declaration.end;
  Rows rows = TakeRows(declaration, form);
  std::vector<uint32_t> all(rows.rows.size());
  for (size_t i = 0; i < all.size(); ++i) all[i] = static_cast<uint32_t>(i);
  std::vector<Step> steps = Walk(&rows, all, std::vector<uint8_t>(form.rows.size(), 1));
  for (int round = 0; round < kRounds && PlaceDisplaced(&rows, &steps); ++round) {
  }
  DropRepeats(rows, &steps);
  DoubtRecordsBeforeHeads(rows, &steps);
  DoubtBelowTornFront(rows, &steps);
  PlaceBlankRows(&rows, &steps);
  Filler filler(rows, &out);
  for (const Step& step : steps)
    if (step.form_row >= 0) filler.Take(step);
  for (Step& step : steps)
    if (step.form_row < 0 && step.row.repeats < 0) filler.TakePair(&step);
  filler.Finish();
  SayWhatIsLeft(rows, steps, &out);
  for (const Piece& caption : filler.captions()) GiveUnitOf(caption, &out);
  TakeUnitAbove(*declaration.grid, &out);
  SayWhatIsMissing(rows, steps, &out);
  return out;
}

}  // namespace tabularium
