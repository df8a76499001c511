// Tested by align_test.cc.
#include "align/fill.h"

#include <algorithm>

#include "align/carry.h"
#include "align/costs.h"
#include "align/pairs.h"
#include "text/furniture.h"
#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kFewRecords = 16;  // room for so many at first

Piece Trimmed(Piece piece) {
  if (!piece.cell) return piece;
  std::string_view text = piece.text(), inner = Trim(text);
  if (inner.empty()) {
    piece.end = piece.begin;
    return piece;
  }
  piece.begin += static_cast<uint32_t>(inner.data() - text.data());
  piece.end = piece.begin + static_cast<uint32_t>(inner.size());
  return piece;
}

std::string NotThere(const std::string& label) { return "the label " + label + " is not there"; }

std::string KindOf(const Step& step, const Reading& reading) {
  if (step.kind == Step::kJoined) return "join";
  if (step.kind == Step::kSplit) return "split";
  if (step.kind == Step::kDisplaced) return "displaced";
  if (step.row.exchanged) return "exchange";
  if (reading.moved > 0) return "shift-right-" + std::to_string(reading.moved);
  if (reading.moved < 0) return "shift-left-" + std::to_string(-reading.moved);
  return "realign";
}

const std::string& LabelOf(const Form& form, const Row& row, size_t column) {
  const Square* square = &row.squares[column];
  if (square->anchor_row >= 0) square = &form.rows[static_cast<size_t>(square->anchor_row)].squares[column];
  static const std::string kNone;
  for (const Part& part : square->parts)
    if (part.slot < 0 && !part.keys.empty()) return part.text.empty() ? part.keys[0] : part.text;
  return kNone;
}

bool IsKnownChoice(const Slot& slot, const Filling& f) { return f.piece.cell && IsChoiceOf(slot, f.piece.cell->word); }

// Half of a line that two rows stand in, which is a row beyond doubt: all its cells fit where they stand, and a printed
// label is among them, or it has as many cells as the row of the form.
bool IsWholeRow(const Row& row, const Step& step, const Reading& reading) {
  if (reading.realigned || !reading.lost.empty()) return false;
  bool labelled = step.row.cells == row.squares.size();
  for (size_t c = 0; c < reading.seats.size(); ++c) {
    const Fit& fit = reading.seats[c].fit;
    if (fit.kind != Fit::kExact && fit.kind != Fit::kEmpty) return false;
    labelled |= row.squares[c].kind == Square::kPrinted && fit.kind == Fit::kExact && reading.seats[c].element >= 0;
  }
  return labelled;
}

// Removes the records that say nothing of their own, once what they carry down is known.
void DropSilent(const std::vector<uint8_t>& says, size_t columns, std::vector<Filling>* records) {
  size_t kept = 0;
  for (size_t r = 0; r < says.size(); ++r) {
    if (!says[r]) continue;
    for (size_t c = 0; c < columns && kept < r; ++c) (*records)[kept * columns + c] = (*records)[r * columns + c];
    ++kept;
  }
  records->resize(kept * columns);
}

}  // namespace

Filler::Filler(const Rows& rows, Alignment* alignment)
    : rows_(rows), form_(*rows.form), out_(*alignment), residues_(rows.form->residues), heads_(rows) {
  fields_.resize(form_.fields.size());
  for (size_t i = 0; i < fields_.size(); ++i) fields_[i].slot = form_.fields[i];
  tables_.resize(form_.tables.size());
}

const Element& Filler::ElementOf(const Step& step, const Seat& seat) const {
  return rows_.elements[step.row.first + static_cast<uint32_t>(seat.element)];
}

Piece Filler::PieceOf(const Step& step, const Seat& seat) const {
  Piece piece = ElementOf(step, seat).piece;
  if (seat.part) piece.begin = seat.begin, piece.end = seat.end;
  const bool whole = piece.cell && piece.begin == 0 && piece.end == piece.cell->text.size();
  return whole ? piece : Trimmed(piece);
}

void Filler::Take(const Step& step) {
  const Row& row = form_.rows[static_cast<size_t>(step.form_row)];
  Reading& reading = reading_;
  if (step.as_drawn) {
    ReadRowAsDrawn(rows_, step.row, step.form_row, &reading);
  } else {
    reading = ReadRow(rows_, step.row, step.form_row);
  }
  heads_.Follow(step, &reading);
  Context context{&step, &reading, {}, {}, {}, -1};
  Report(step, reading, &context);
  if (units_picture_ != row.picture) {
    units_picture_ = row.picture;
    column_units_.clear();
  }
  for (size_t c = 0; c < reading.seats.size(); ++c) {
    const Square& square = row.squares[c];
    const Seat& seat = reading.seats[c];
    const Square* anchor = square.anchor_row >= 0 ? &form_.rows[static_cast<size_t>(square.anchor_row)].squares[c] : nullptr;
    bool mixed = square.kind == Square::kMixed || (anchor && anchor->kind == Square::kMixed);
    if (square.kind == Square::kPrinted || square.kind == Square::kMixed) TakeLabel(c, seat, &context);
    if (mixed) TakeMixed(square.kind == Square::kMixed ? square : *anchor, seat, &context);
    if (square.kind != Square::kSlot) continue;
    if (seat.element < 0) {
      if (seat.cut) PutCut(square.slot, context);
      continue;
    }
    if (c < column_units_.size() && column_units_[c].cell) context.unit = column_units_[c];
    const Element& e = ElementOf(step, seat);
    TakeSlot(square.slot, PieceOf(step, seat), std::span(rows_.more).subspan(e.more, e.more_end - e.more), &context);
  }
  CloseRecord();
  out_.matches.push_back({step.row.row, step.row.rows, step.form_row, reading.cost});
  out_.cost += step.cost;
}

void Filler::TakePair(Step* step) {
  const std::optional<Pair> pair = PairOf(rows_, step->row);
  if (!pair) return;
  std::vector<LabelledSlot> open = SlotsOf(form_, pair->label);
  const bool several = open.size() > 1;  // the form prints the label more than once: which one is meant?
  std::erase_if(open, [&](const LabelledSlot& at) {
    const Filling& field = fields_[static_cast<size_t>(form_.slots[static_cast<size_t>(at.slot)].column)];
    return field.piece.cell && !field.piece.text().empty();
  });
  if (open.empty()) return;
  step->paired_row = open.front().form_row;
  Context context{step, nullptr, {}, {}, {}, static_cast<int32_t>(out_.repairs.size())};
  out_.repairs.push_back({step->row.row, step->row.rows, "label-and-value", costs::kPairApart, "row-unknown", costs::kTextLost});
  Oddity oddity;
  oddity.row = step->row.row;
  oddity.form_row = step->paired_row;
  oddity.cost = costs::kPairApart;
  oddity.piece = rows_.elements[step->row.first].piece;
  oddity.kind = several ? Oddity::kRowAmbiguous : Oddity::kRowOutOfOrder;
  context.signs.Add(several ? EvidenceCode::kRowTie : EvidenceCode::kRowDisplaced);
  if (pair->in_cell) context.label.Add(EvidenceCode::kLabelInCell);
  const LabelledSlot& at = open.front();
  const std::string gone = NotThere(LabelOf(form_, form_.rows[static_cast<size_t>(at.label_row)], at.label_column));
  std::erase_if(out_.oddities, [&](const Oddity& o) { return o.form_row == at.label_row && o.message == gone; });
  out_.oddities.push_back(oddity);
  out_.cost += costs::kPairApart;
  TakeSlot(at.slot, Trimmed(pair->value), {}, &context);
}

void Filler::Report(const Step& step, const Reading& reading, Context* context) {
  Oddity oddity;
  oddity.row = step.row.row;
  oddity.form_row = step.form_row;
  oddity.cost = reading.cost;
  if (step.row.cells > 0) oddity.piece = rows_.elements[step.row.first].piece;
  bool repaired = reading.realigned || step.row.exchanged || step.kind != Step::kPlain;
  auto tell = [&](Oddity::Kind kind) {
    oddity.kind = kind;
    out_.oddities.push_back(oddity);
  };
  auto say = [&](Oddity::Kind kind, EvidenceCode sign) {
    tell(kind);
    context->signs.Add(sign);
  };
  if (step.kind == Step::kJoined) say(Oddity::kTornRow, EvidenceCode::kRowJoined);
  if (step.kind == Step::kSplit) {
    tell(Oddity::kTwoRowsInOne);
    if (!IsWholeRow(form_.rows[static_cast<size_t>(step.form_row)], step, reading)) context->signs.Add(EvidenceCode::kRowSplit);
  }
  if (step.kind == Step::kDisplaced) say(Oddity::kRowOutOfOrder, EvidenceCode::kRowDisplaced);
  if (reading.realigned || step.row.exchanged) say(Oddity::kRowShifted, EvidenceCode::kRowMoved);
  if (reading.tie || step.doubtful) say(Oddity::kRowAmbiguous, EvidenceCode::kRowTie);
  if (repaired) {
    context->repair = static_cast<int32_t>(out_.repairs.size());
    bool impossible = reading.as_it_stands >= costs::kTextLost;
    out_.repairs.push_back({step.row.row, step.row.rows, KindOf(step, reading), step.cost,
                            impossible ? "row-unknown" : "as-it-stands", std::min(reading.as_it_stands, costs::kTextLost)});
  }
  for (uint32_t lost : reading.lost) {
    oddity.piece = rows_.elements[step.row.first + lost].piece;
    out_.leftovers.push_back(oddity.piece);
    if (UnitOfCaption(oddity.piece.text()).end > 0) {  // (2024年度) | 单位：万元
      captions_.push_back(oddity.piece);
      oddity.message.clear();
      tell(Oddity::kLeftover);
      continue;
    }
    oddity.message = "this text fits no square of its row";
    say(Oddity::kRowUnknown, EvidenceCode::kTextUnplaced);
  }
}

void Filler::TakeLabel(size_t column, const Seat& seat, Context* context) {
  const Row& row = form_.rows[static_cast<size_t>(context->step->form_row)];
  context->label = {};
  context->unit = {};
  Oddity oddity;
  oddity.kind = Oddity::kLabelDiffers;
  oddity.row = context->step->row.row;
  oddity.form_row = context->step->form_row;
  oddity.cost = seat.fit.cost;
  if (seat.element >= 0) oddity.piece = PieceOf(*context->step, seat);
  const std::string& label = LabelOf(form_, row, column);
  if (seat.part) context->label.Add(EvidenceCode::kLabelInCell);
  const Square& square = row.squares[column];
  const bool cut = seat.cut && square.kind == Square::kMixed && PrintsNothing(square);
  bool absent = seat.element < 0 && !square.continued && !cut;
  if (absent || seat.fit.kind == Fit::kGone) {
    context->label.Add(EvidenceCode::kLabelGone);
    oddity.message = NotThere(label);
    out_.oddities.push_back(oddity);
  } else if (seat.fit.kind == Fit::kFuzzy || seat.fit.kind == Fit::kReplaced || seat.fit.kind == Fit::kLoose) {
    context->label.Add(seat.fit.kind == Fit::kReplaced ? EvidenceCode::kSlotGuessed : EvidenceCode::kLabelFuzzy);
    oddity.message = "the label is written otherwise than " + label;
    out_.oddities.push_back(oddity);
  } else if (seat.fit.kind == Fit::kWithUnit) {
    LabelUnit unit = UnitOfLabel(square, oddity.piece.text());
    Piece piece = oddity.piece;
    piece.end = piece.begin + unit.end;
    piece.begin += unit.begin;
    context->unit = piece;
    if (column_units_.size() <= column) column_units_.resize(column + 1);
    column_units_[column] = piece;
  }
}

// The row ends before the slot's empty cell.
void Filler::PutCut(int slot, const Context& context) {
  const TextRow& row = context.step->row;
  Filling blank;
  blank.piece = {row.cells ? rows_.elements[row.first + row.cells - 1].piece.cell : nullptr, 0, 0};
  if (blank.piece.cell) blank.piece.begin = blank.piece.end = static_cast<uint32_t>(blank.piece.cell->text.size());
  blank.signs = context.signs;
  Put(slot, blank);
}

void Filler::TakeMixed(const Square& square, const Seat& seat, Context* context) {
  if (seat.element < 0) {
    for (const Part& part : square.parts)
      if (part.slot >= 0 && seat.cut && PrintsNothing(square)) PutCut(part.slot, *context);
    return;
  }
  if (const Element& e = ElementOf(*context->step, seat); e.torn()) return TakeTorn(square, PiecesOf(rows_, e), context);
  Piece piece = PieceOf(*context->step, seat);
  if (piece.text().empty() && seat.fit.kind == Fit::kEmpty && !square.continued) {
    for (const Part& part : square.parts)
      if (part.slot >= 0) TakeSlot(part.slot, piece, {}, context);
    return;
  }
  Captured captured;
  if (piece.text().empty() || !Capture(form_, square, piece.text(), &captured)) return;
  for (const Captured::Slot& part : captured.slots) {
    Piece inner = piece;
    inner.begin = piece.begin + part.begin;
    inner.end = piece.begin + std::max(part.begin, part.end);
    TakeSlot(part.slot, Trimmed(inner), {}, context);
  }
}

// Values within a label that line breaks tore: what of each piece lies between the letters of the label.
void Filler::TakeTorn(const Square& square, std::span<const Piece> pieces, Context* context) {
  Captured captured;
  if (!Capture(form_, square, TextOf(pieces), &captured)) return;
  for (const Captured::Slot& part : captured.slots) {
    std::vector<Piece> inner;
    uint32_t at = 0;  // where the piece begins in the letters of all
    for (const Piece& piece : pieces) {
      const uint32_t size = piece.end - piece.begin;
      const uint32_t begin = std::max(part.begin, at), end = std::min(part.end, at + size);
      if (begin < end) inner.push_back({piece.cell, piece.begin + begin - at, piece.begin + end - at});
      at += size;
    }
    if (inner.empty()) inner.push_back({pieces.back().cell, pieces.back().end, pieces.back().end});
    TakeSlot(part.slot, inner.front(), std::span<const Piece>(inner).subspan(1), context);
  }
}

void Filler::TakeSlot(int slot, const Piece& piece, std::span<const Piece> more, Context* context) {
  Filling filling;
  filling.piece = piece;
  filling.signs = context->signs;
  filling.signs.Add(context->label);
  filling.unit = context->unit;
  filling.repair = context->repair;
  if (!more.empty()) {
    filling.more = static_cast<uint32_t>(out_.more.size());
    out_.more.insert(out_.more.end(), more.begin(), more.end());
    filling.more_end = static_cast<uint32_t>(out_.more.size());
  }
  Put(slot, filling);
}

void Filler::Put(int slot, const Filling& filling) {
  const Slot& s = form_.slots[static_cast<size_t>(slot)];
  if (s.table < 0) {
    Filling& field = fields_[static_cast<size_t>(s.column)];
    if (!field.piece.cell || field.piece.text().empty()) field = filling, field.slot = slot;
    return;
  }
  Filling& field = OpenRecord(s.table)[static_cast<size_t>(s.column)];
  field = filling, field.slot = slot;
  for (int other : form_.copies[static_cast<size_t>(slot)]) Put(other, filling);
}

std::span<Filling> Filler::OpenRecord(int table) {
  Table& t = tables_[static_cast<size_t>(table)];
  const std::vector<int>& columns = form_.tables[static_cast<size_t>(table)].slots;
  const size_t begin = t.records.size() - (t.open ? columns.size() : 0);
  if (!t.open) {
    t.open = true;
    if (begin == 0) t.records.reserve(columns.size() * kFewRecords);
    t.records.resize(begin + columns.size());
    for (size_t c = 0; c < columns.size(); ++c) t.records[begin + c].slot = columns[c];
  }
  return std::span(t.records).subspan(begin);
}

// A row is a record of a table if a column of its own says something; labels carried down alone are none, nor are hints that
// nobody filled in: 指标1：
bool Filler::SaysAnything(std::span<const Filling> record) {
  const Filling* residue = nullptr;
  for (const Filling& f : record) {
    const Slot& s = form_.slots[static_cast<size_t>(f.slot)];
    const bool own = !s.carries_down && s.same_as < 0;
    if (f.piece.text().empty() || (!own && IsKnownChoice(s, f))) continue;
    if (!s.required || residues_.Find(f.piece.text()) != Residue::kAll) return true;
    residue = &f;
  }
  if (residue) LeaveResidue(*residue);
  return false;
}

void Filler::CloseRecord() {
  for (size_t t = 0; t < tables_.size(); ++t) {
    Table& table = tables_[t];
    if (!table.open) continue;
    table.says.push_back(SaysAnything(OpenRecord(static_cast<int>(t))));
    table.open = false;
  }
}

void Filler::LeaveResidue(const Filling& f) {
  Oddity oddity;
  oddity.kind = Oddity::kLeftover;
  oddity.piece = f.piece;
  oddity.row = f.piece.cell->row;
  oddity.message = "a hint of the form was left in a row that nobody filled in";
  out_.oddities.push_back(oddity);
  out_.leftovers.push_back(f.piece);
}

void Filler::Finish() {
  out_.fillings = std::move(fields_);
  for (size_t t = 0; t < tables_.size(); ++t) {
    const FormTable& table = form_.tables[t];
    auto& records = tables_[t].records;
    CarryDown(form_, table, records);
    DropSilent(tables_[t].says, table.slots.size(), &records);
    int32_t count = static_cast<int32_t>(table.slots.empty() ? 0 : records.size() / table.slots.size());
    for (size_t i = 0; i < records.size(); ++i) records[i].record = static_cast<int32_t>(i / table.slots.size());
    out_.records.push_back(count);
    out_.fillings.insert(out_.fillings.end(), records.begin(), records.end());
  }
}

}  // namespace tabularium
