// Cells against squares in order, by dynamic programming: a cell takes a square, a cell or a square stays over, or one
// cell takes a label's square and the slot's beside it. Tested by row_test.cc.
#include "align/row.h"

#include <algorithm>
#include <array>
#include <limits>

#include "align/costs.h"
#include "text/key.h"
#include "text/letters.h"

namespace tabularium {
namespace {

constexpr uint32_t kMostCells = 120;  // a row with more cells before its last text is no row of any picture

enum Op : uint8_t { kNone, kTake, kSkipCell, kSkipSquare, kLabelAndValue };

// Copies of a merged cell may differ in letters that nobody sees.
bool SaysTheSame(std::string_view text, std::string_view other) {
  return text == other || (SameKey(text, other) && (NeedsFolding(text) || NeedsFolding(other)));
}

class Seating {
 public:
  Seating(const Rows& rows, const TextRow& row, int form_row)
      : rows_(rows), row_(row), form_row_(form_row), squares_(rows.form->rows[static_cast<size_t>(form_row)].squares) {}
  Seating(const Seating&) = delete;
  Seating& operator=(const Seating&) = delete;

  // What it costs to give every cell the square of its own column; kNever where a text has none. The fits are put into
  // `seats` where they are wanted, all of them where the cost is less than kNever.
  int32_t AsItStands(std::vector<Seat>* seats = nullptr) const {
    int64_t cost = 0;
    size_t cells = row_.count, columns = squares_.size();
    bool repeated = false;  // a text that no form knows stands twice side by side
    for (size_t i = 0; i < std::max(cells, columns); ++i) {
      if (i < cells && i < columns) {
        const Fit fit = FitOf(i, i);
        if (seats) (*seats)[i].fit = fit;
        cost += fit.cost;
        repeated |= fit.kind == Fit::kRepeat && element(i).word == kNoWord;
      } else if (i < cells) {
        cost += element(i).blank() ? 0 : costs::kTextLost;
      } else {
        cost += i < row_.cells ? BlankSeat(i) : SkipSquare(i, true);
        if (repeated && i >= row_.cells && squares_[i].kind == Square::kSlot) cost += costs::kRepeatForSlot;
      }
      if (cost >= costs::kNever) return costs::kNever;
    }
    return static_cast<int32_t>(cost);
  }

  // A cell on a square; a merged cell's text may be given again in the squares to its right.
  Fit FitOf(size_t a, size_t s) const {
    if (squares_[s].kind == Square::kLeft && a > 0 && !element(a).blank() &&
        SaysTheSame(element(a).piece.text(), element(a - 1).piece.text()))
      return {costs::kRepeatedSpan, Fit::kRepeat};
    const Square::Kind kind = squares_[s].kind;
    if (element(a).blank() && (kind == Square::kBlank || kind == Square::kUp || kind == Square::kLeft)) return {0, Fit::kEmpty};
    if (element(a).torn() && (kind == Square::kPrinted || kind == Square::kMixed))
      return MatchTorn(form(), squares_[s], TextOf(PiecesOf(rows_, element(a))));
    Fit fit = Match(form(), form_row_, s, element(a));
    if (fit.kind == Fit::kOtherChoice && a == s) fit.cost = costs::kForeignChoiceInColumn;
    return fit;
  }

 protected:
  const Form& form() const { return *rows_.form; }
  const Element& element(size_t a) const { return rows_.elements[row_.first + a]; }

  // An empty cell at the end of the row, left out of `count`, on a square.
  int32_t BlankSeat(size_t s) const {
    static const Cell kEmptyCell = [] {
      Cell cell;
      cell.shapes = kLooksBlank;
      return cell;
    }();
    Element blank;
    blank.piece.cell = &kEmptyCell;
    blank.shapes = kLooksBlank;
    return Match(form(), form_row_, s, blank).cost;
  }

  int32_t SkipSquare(size_t s, bool at_end) const {
    const Square& square = squares_[s];
    switch (square.kind) {
      case Square::kLeft: return 0;
      case Square::kBlank: return at_end ? 0 : 10;
      case Square::kUp: return at_end ? 0 : costs::kSquareSkipped;
      case Square::kPrinted:
      case Square::kMixed:
        if (square.continued) return costs::kSquareSkipped;
        if (at_end && PrintsNothing(square)) return costs::kSlotCut;
        return at_end ? costs::kLabelGone : costs::kLabelSkipped;
      case Square::kSlot: break;
    }
    const Slot& slot = form().slots[static_cast<size_t>(square.slot)];
    if (at_end) {
      bool record = form().rows[static_cast<size_t>(form_row_)].repeat >= Row::kAny;
      return costs::kSlotCut + (record && slot.required ? costs::kBlankInRecord : 0);
    }
    return slot.carries_down ? costs::kSquareSkipped : costs::kSlotSkipped;
  }

  const Rows& rows_;
  const TextRow& row_;
  int form_row_;
  const std::vector<Square>& squares_;
};

// The dynamic programme.
class Solver : public Seating {
 public:
  using Seating::Seating;

  // The least cost if it is less than `limit`, else no less than that. What has cost so much on the way is not followed: no
  // way that costs less leads through it.
  int32_t Solve(int32_t limit) {
    size_t n = row_.count, m = squares_.size();
    if (n > kMostCells) return costs::kNever;
    limit_ = std::min(limit, costs::kNever);
    stride_ = m + 1;
    MakeRoom((n + 1) * stride_);
    at(0, 0) = 0;
    for (size_t a = 0; a <= n; ++a)
      for (size_t s = 0; s <= m; ++s) Relax(a, s);
    return std::min(at(n, m), costs::kNever);
  }

  // REQUIRES: Solve() was called and found a way.
  void Trace(Reading* reading) const {
    size_t a = row_.count, s = squares_.size();
    bool text_seen = false;
    while (a > 0 || s > 0) {
      Op op = op_[a * stride_ + s];
      if (op == kTake) {
        --a, --s;
        reading->seats[s].element = static_cast<int32_t>(a);
        reading->seats[s].fit = FitOf(a, s);
        if (!element(a).blank()) {
          text_seen = true;
          reading->moved = static_cast<int>(s) - static_cast<int>(a);
        }
      } else if (op == kSkipCell) {
        --a;
        const bool says_nothing = element(a).blank() || SaysNothingNew(a);
        if (!says_nothing) reading->lost.insert(reading->lost.begin(), static_cast<uint32_t>(a));
        reading->realigned |= text_seen && says_nothing && !element(a).hollow;
      } else if (op == kSkipSquare) {
        --s;
        reading->seats[s].cut = a == row_.count;
        reading->realigned |= text_seen && squares_[s].kind != Square::kLeft;
      } else if (op == kLabelAndValue) {
        --a;
        const size_t value = --s;
        while (ValueOf(s) != value || squares_[s].kind != Square::kPrinted) --s;
        TakeBoth(a, s, value, reading);
        text_seen = true;
        reading->moved = static_cast<int>(s) - static_cast<int>(a);
      } else {
        return;
      }
    }
    SeatEmptyEnd(reading);
  }

 private:
  void MakeRoom(size_t states) {
    if (states > kFew) {
      many_costs_.resize(states);
      many_ops_.resize(states);
      cost_ = many_costs_.data();
      op_ = many_ops_.data();
    }
    std::fill_n(cost_, states, costs::kNever * 2);
    std::fill_n(op_, states, kNone);
  }

  // The empty cells at the end of the row, for the squares that the row ends before.
  void SeatEmptyEnd(Reading* reading) const {
    uint32_t next = row_.count;
    for (size_t s = 0; s < reading->seats.size() && next < row_.cells; ++s) {
      Seat& seat = reading->seats[s];
      if (!seat.cut) continue;
      seat.cut = false;
      seat.element = static_cast<int32_t>(next++);
      seat.fit = {0, Fit::kEmpty};
    }
  }

  int32_t& at(size_t a, size_t s) { return cost_[a * stride_ + s]; }

  // A known wording that the cell before it says already: a merged cell's text, given once too often.
  bool SaysNothingNew(size_t a) const {
    return a > 0 && element(a).word != kNoWord && element(a).word == element(a - 1).word;
  }

  int32_t SkipCell(size_t a) const {
    const Element& e = element(a);
    if (!e.blank()) return SaysNothingNew(a) ? costs::kRepeatedSpan : costs::kTextLost;
    return e.hollow ? costs::kHollowCell : costs::kBlankCell;
  }

  void Offer(size_t a, size_t s, int32_t cost, Op op) {
    if (cost < at(a, s)) {
      at(a, s) = cost;
      op_[a * stride_ + s] = op;
    }
  }

  void Relax(size_t a, size_t s) {
    int32_t here = at(a, s);
    if (here >= limit_) return;
    size_t n = row_.count, m = squares_.size();
    if (a < n && s < m) {
      int32_t take = FitOf(a, s).cost;
      if (take < costs::kNever) Offer(a + 1, s + 1, here + take, kTake);
      if (size_t value = ValueOf(s); value < m && BothFit(a, s)) Offer(a + 1, value + 1, here + costs::kLabelInCell, kLabelAndValue);
    }
    if (s < m) {
      bool end = a == n;
      int32_t skip = end && a < row_.cells && s < row_.cells ? BlankSeat(s) : SkipSquare(s, end);
      Offer(a, s + 1, here + skip, kSkipSquare);
    }
    if (a < n) Offer(a + 1, s, here + SkipCell(a), kSkipCell);
  }

  // The square behind a label, over those that the label is merged with.
  size_t ValueOf(size_t s) const {
    size_t value = s + 1;
    while (value < squares_.size() && squares_[value].kind == Square::kLeft) ++value;
    return value;
  }

  bool BothFit(size_t a, size_t s) const {
    const Square &label = squares_[s], &value = squares_[ValueOf(s)];
    const bool holds_value = value.kind == Square::kSlot || (value.kind == Square::kMixed && PrintsNothing(value));
    if (label.kind != Square::kPrinted || !holds_value) return false;
    const Element& e = element(a);
    return e.prefix != kNoWord && e.prefix_end > e.piece.begin && e.prefix_end <= e.piece.end &&
           std::find(label.words.begin(), label.words.end(), e.prefix) != label.words.end();
  }

  void TakeBoth(size_t a, size_t s, size_t at, Reading* reading) const {
    const Element& e = element(a);
    Seat& label = reading->seats[s];
    Seat& value = reading->seats[at];
    label.element = value.element = static_cast<int32_t>(a);
    label.part = value.part = true;
    label.begin = e.piece.begin;
    label.end = value.begin = e.prefix_end;
    value.end = e.piece.end;
    label.fit = value.fit = {0, Fit::kExact};
  }

  static constexpr size_t kFew = 160;  // states of a row of twelve cells and squares
  size_t stride_ = 0;
  int32_t limit_ = costs::kNever;
  int32_t few_costs_[kFew];
  Op few_ops_[kFew];
  std::vector<int32_t> many_costs_;
  std::vector<Op> many_ops_;
  int32_t* cost_ = few_costs_;
  Op* op_ = few_ops_;
};

void SeatAsItStands(const Rows& rows, const Seating& seating, const TextRow& row, bool fits_known, Reading* reading) {
  for (size_t i = 0; i < reading->seats.size(); ++i) {
    Seat& seat = reading->seats[i];
    const Fit known = seat.fit;
    seat = Seat{};
    if (i < row.cells && i < row.count) {
      seat.element = static_cast<int32_t>(i);
      seat.fit = fits_known ? known : seating.FitOf(i, i);
      if (seat.fit.kind == Fit::kImpossible) {
        reading->lost.push_back(static_cast<uint32_t>(i));
        seat.element = -1;
      }
    } else if (i < row.cells) {
      seat.element = static_cast<int32_t>(i);
      seat.fit = {0, Fit::kEmpty};
    } else {
      seat.cut = true;
    }
  }
  for (size_t i = reading->seats.size(); i < row.count; ++i)
    if (!rows.elements[row.first + i].blank()) reading->lost.push_back(static_cast<uint32_t>(i));
}

// A wording as target costs something and fits all the same. So does a choice of another slot, in a row that is whole.
bool Fits(const Fit& fit, bool whole) {
  if (whole && fit.kind == Fit::kOtherChoice) return fit.cost <= costs::kForeignChoiceInColumn;
  return fit.cost == 0 || (fit.kind == Fit::kExact && fit.cost <= costs::kWording);
}

// Every text of the row fits where it stands: only labels are missing, which is no reason to move it. Nothing is gone
// from a row that is as long as its picture.
bool EveryTextFits(const Rows& rows, const TextRow& row, const Reading& reading) {
  if (!reading.lost.empty()) return false;
  const bool whole = row.count == reading.seats.size();
  for (const Seat& seat : reading.seats) {
    if (seat.element < 0) continue;
    if (!rows.elements[row.first + static_cast<uint32_t>(seat.element)].blank() && !Fits(seat.fit, whole)) return false;
  }
  return true;
}

}  // namespace

int32_t CostAsItStands(const Rows& rows, const TextRow& row, int form_row) { return Seating(rows, row, form_row).AsItStands(); }

int32_t CostOf(const Rows& rows, const TextRow& row, int form_row, int32_t as_it_stands) {
  if (as_it_stands <= costs::kTieMargin) return as_it_stands;  // no move could be cheaper by the margin
  return std::min(as_it_stands, Solver(rows, row, form_row).Solve(as_it_stands));
}

int32_t CostUpTo(int32_t limit, const Rows& rows, const TextRow& row, int form_row) {
  const int32_t as_it_stands = CostAsItStands(rows, row, form_row);
  if (as_it_stands <= costs::kTieMargin) return as_it_stands;
  return std::min(as_it_stands, Solver(rows, row, form_row).Solve(std::min(limit, as_it_stands)));
}

void ReadRowAsDrawn(const Rows& rows, const TextRow& row, int form_row, Reading* reading) {
  std::vector<Seat> seats = std::move(reading->seats);
  *reading = Reading{};
  const Form& form = *rows.form;
  const std::vector<Square>& squares = form.rows[static_cast<size_t>(form_row)].squares;
  seats.assign(squares.size(), Seat{});
  for (uint32_t i = 0; i < squares.size(); ++i) {
    Seat& seat = seats[i];
    seat.cut = i >= row.cells;
    if (seat.cut) continue;
    seat.element = static_cast<int32_t>(i);
    const Element& e = rows.elements[row.first + i];
    if (i >= row.count || e.blank()) {
      seat.fit = {0, Fit::kEmpty};
    } else if (squares[i].kind == Square::kPrinted || squares[i].kind == Square::kUp) {
      seat.fit = Match(form, form_row, i, e);  // a label may be written so and not be known by it
    }
  }
  reading->seats = std::move(seats);
}

Reading ReadRow(const Rows& rows, const TextRow& row, int form_row) {
  Reading reading;
  reading.seats.resize(rows.form->rows[static_cast<size_t>(form_row)].squares.size());
  Solver seating(rows, row, form_row);
  reading.as_it_stands = reading.cost = seating.AsItStands(&reading.seats);
  const bool clear = reading.as_it_stands <= costs::kTieMargin;
  if (!clear) {
    int32_t best = seating.Solve(reading.as_it_stands);
    if (best < reading.as_it_stands) {
      reading.cost = best;
      seating.Trace(&reading);
      if (!reading.realigned || best + costs::kTieMargin <= reading.as_it_stands) return reading;
      reading = Reading{reading.as_it_stands, std::vector<Seat>(reading.seats.size()), {}, 0, false, true, reading.as_it_stands};
    }
  }
  SeatAsItStands(rows, seating, row, clear, &reading);
  reading.tie = reading.tie && !EveryTextFits(rows, row, reading);
  return reading;
}

}  // namespace tabularium
