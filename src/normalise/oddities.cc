// One table says which flag an oddity becomes. Tested by normalise_test.cc.
#include "normalise/oddities.h"

#include <algorithm>

#include "normalise/letters.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

struct Meaning {
  Oddity::Kind kind;
  FlagCode code;
  std::string_view message;  // where the alignment says nothing itself
};

// In the order of Oddity::Kind.
constexpr Meaning kMeanings[] = {
    {Oddity::kRowShifted, FlagCode::kRowShifted,
     "the cells of this row stood in other columns and were moved"},
    {Oddity::kRowAmbiguous, FlagCode::kRowAmbiguous,
     "two readings of this row cost nearly the same; it stays as it stands"},
    {Oddity::kRowUnknown, FlagCode::kRowUnknown, "this row fits nowhere in the form"},
    {Oddity::kRowMissing, FlagCode::kRowMissing, "a row that the form prints is not there"},
    {Oddity::kRowRepeated, FlagCode::kRowRepeated, "this row stands twice with the same content"},
    {Oddity::kRowOutOfOrder, FlagCode::kRowsOutOfOrder,
     "this row stands elsewhere than in the form"},
    {Oddity::kLabelDiffers, FlagCode::kLabelDiffers, "a label is misspelt or missing"},
    {Oddity::kLeftover, FlagCode::kLeftover, "this text belongs to no slot"},
    {Oddity::kTruncated, FlagCode::kTruncated, "the end of the form is cut off"},
    {Oddity::kTornRow, FlagCode::kRowShifted,
     "a line break tore this row in two; its parts were joined"},
    {Oddity::kTwoRowsInOne, FlagCode::kRowShifted, "two rows stood in this line and were parted"},
    {Oddity::kFormNearTie, FlagCode::kFormNearTie, "another form fits nearly as well"},
};

constexpr bool InOrder() {
  for (size_t i = 0; i < std::size(kMeanings); ++i)
    if (static_cast<size_t>(kMeanings[i].kind) != i) return false;
  return true;
}
static_assert(InOrder(), "in the order of Oddity::Kind");

bool HoldsRequired(const Form& form, int32_t form_row) {
  if (form_row < 0) return false;
  for (const Square& square : form.rows[static_cast<size_t>(form_row)].squares) {
    if (square.slot >= 0 && form.slots[static_cast<size_t>(square.slot)].required) return true;
    for (const Part& part : square.parts)
      if (part.slot >= 0 && form.slots[static_cast<size_t>(part.slot)].required) return true;
  }
  return false;
}

Remark RemarkOf(const Oddity& oddity, const Form& form, const Document& document) {
  const Meaning& meaning = kMeanings[static_cast<size_t>(oddity.kind)];
  Remark remark;
  remark.code = meaning.code;
  remark.severity = Kind(meaning.code).severity;
  if (oddity.kind == Oddity::kRowMissing)
    remark.severity =
        HoldsRequired(form, oddity.form_row) ? Severity::kWrong : Severity::kSuspicious;
  remark.message = oddity.message.empty() ? std::string(meaning.message) : oddity.message;
  remark.place = PlaceOf(oddity.piece, document);
  return remark;
}

// A cell of that repair, or null.
const Cell* AnyCell(const Alignment& alignment, int32_t repair) {
  const Repair& r = alignment.repairs[static_cast<size_t>(repair)];
  const Cell* found = nullptr;
  auto consider = [&](const Cell* cell) {
    if (cell && cell->row >= r.row && cell->row < r.row + r.rows &&
        (!found || cell->row < found->row))
      found = cell;
  };
  for (const Filling& filling : alignment.fillings)
    if (filling.repair == repair && !filling.inherited) consider(filling.piece.cell);
  for (const Piece& piece : alignment.leftovers) consider(piece.cell);
  for (const Oddity& oddity : alignment.oddities) consider(oddity.piece.cell);
  return found;
}

// The cells of the lines from `at` on, as they stand: apart by tabs, else by two blanks or more.
std::vector<std::string> RawRow(std::string_view text, size_t at, uint32_t lines) {
  constexpr uint32_t kMostLines = 8;  // of one repaired row
  std::vector<std::string> cells;
  size_t begin = at;
  while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r') --begin;
  for (uint32_t n = 0; n < std::min(lines, kMostLines) && begin < text.size(); ++n) {
    size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    std::string_view mark = line.find('\t') != std::string_view::npos ? "\t" : "  ";
    for (size_t from = 0; from <= line.size();) {
      size_t to = std::min(line.find(mark, from), line.size());
      std::string_view cell = Trim(line.substr(from, to - from));
      if (mark == "\t" || !cell.empty()) cells.emplace_back(cell);
      from = to + mark.size();
      if (to == line.size()) break;
    }
    begin = text.find_first_not_of("\r\n", end);
  }
  return cells;
}

RepairNote NoteOf(const Alignment& alignment, int32_t index, const Document& document) {
  const Repair& repair = alignment.repairs[static_cast<size_t>(index)];
  RepairNote note;
  note.kind = repair.kind;
  note.runner_up = repair.runner_up;
  note.cost = repair.cost;
  note.runner_up_cost = repair.runner_up_cost;
  if (const Cell* cell = AnyCell(alignment, index)) {
    note.line = cell->line;
    note.raw_row = RawRow(document.text, cell->range.begin, repair.rows);
  }
  return note;
}

}  // namespace

void TakeOddities(const Alignment& alignment, const Document& document, Record* record) {
  for (const Oddity& oddity : alignment.oddities)
    record->remarks.push_back(RemarkOf(oddity, *alignment.form, document));
  for (size_t i = 0; i < alignment.repairs.size(); ++i)
    record->repairs.push_back(NoteOf(alignment, static_cast<int32_t>(i), document));
  for (const Piece& piece : alignment.leftovers)
    record->leftovers.push_back({std::string(Trim(piece.text())), PlaceOf(piece, document)});
}

}  // namespace tabularium
