// Tested by align_test.cc.
#include "align/heads.h"

#include <algorithm>

namespace tabularium {
namespace {

constexpr ptrdiff_t kFewestHeads = 3;  // fewer are no row of heads

bool IsHead(const Row& row) {
  const auto printed = std::count_if(row.squares.begin(), row.squares.end(), [](const Square& s) {
    return s.kind == Square::kPrinted && !s.continued;
  });
  return printed >= kFewestHeads &&
         std::none_of(row.squares.begin(), row.squares.end(), [](const Square& s) { return s.kind == Square::kSlot; });
}

int64_t CostOfSeats(const Reading& reading) {
  int64_t cost = 0;
  for (const Seat& seat : reading.seats) cost += seat.fit.cost;
  return cost;
}

}  // namespace

void Heads::Follow(const Step& step, Reading* reading) {
  const Row& row = rows_.form->rows[static_cast<size_t>(step.form_row)];
  if (row.picture != picture_) heads_.clear();
  picture_ = row.picture;
  if (step.kind != Step::kPlain || step.row.exchanged) return;
  if (IsHead(row)) return Keep(step, *reading);
  if (step.row.cells != cells_ || heads_.empty() || !reading->lost.empty() || !Contradicts(row, *reading)) return;
  Reading moved = *reading;
  if (Move(step, &moved) && CostOfSeats(moved) <= CostOfSeats(*reading)) *reading = std::move(moved);
}

void Heads::Keep(const Step& step, const Reading& reading) {
  const Row& row = rows_.form->rows[static_cast<size_t>(step.form_row)];
  heads_.assign(row.squares.size(), -1);
  cells_ = step.row.cells;
  for (size_t c = 0; c < heads_.size(); ++c)
    if (row.squares[c].kind == Square::kPrinted && reading.seats[c].fit.kind == Fit::kExact) heads_[c] = reading.seats[c].element;
}

bool Heads::Contradicts(const Row& row, const Reading& reading) const {
  for (size_t c = 0; c < row.squares.size() && c < heads_.size(); ++c)
    if (row.squares[c].kind == Square::kSlot && heads_[c] >= 0 && reading.seats[c].element >= 0 &&
        reading.seats[c].element != heads_[c])
      return true;
  return false;
}

// False: a text is left over, or stands where it can't.
bool Heads::Move(const Step& step, Reading* reading) const {
  const Row& row = rows_.form->rows[static_cast<size_t>(step.form_row)];
  std::vector<uint8_t> seated(step.row.cells, 0);
  int32_t last = -1;
  for (size_t c = 0; c < reading->seats.size(); ++c) {
    Seat& seat = reading->seats[c];
    const Square::Kind kind = row.squares[c].kind;
    if (kind == Square::kLeft || kind == Square::kBlank) {
      seat = {};
      seat.fit = {0, Fit::kEmpty};
      continue;
    }
    if (kind == Square::kSlot && c < heads_.size() && heads_[c] >= 0) {
      seat = {};
      seat.element = heads_[c];
      const bool empty_end = static_cast<uint32_t>(seat.element) >= step.row.count;
      seat.fit = empty_end ? Fit{0, Fit::kEmpty}
                           : Match(*rows_.form, step.form_row, c, rows_.of(step.row)[static_cast<size_t>(seat.element)]);
      if (seat.fit.kind == Fit::kImpossible) return false;
    }
    if (seat.element < 0) continue;
    if (seat.part || seat.element <= last) return false;
    last = seat.element;
    seated[static_cast<size_t>(last)] = 1;
  }
  const auto elements = rows_.of(step.row);
  for (size_t i = 0; i < elements.size(); ++i)
    if (!elements[i].blank() && !seated[i]) return false;
  reading->realigned = true;
  return true;
}

}  // namespace tabularium
