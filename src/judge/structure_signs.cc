// Tested by structure_signs_test.cc.
#include "judge/structure_signs.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "judge/opinion.h"

namespace tabularium {
namespace {

constexpr int32_t kNarrowMargin = 450;    // thousandths; a tie is below 200 (align/costs.h)
constexpr int32_t kStrainedCost = 250;    // a row of the declaration, in thousandths, on average
constexpr int kLeastAgreeing = 8;         // values that must agree on their columns …
constexpr int kOthersAtMost = 12;         // … one in so many may stand elsewhere
constexpr int kShifts = 9;                // columns that a table may stand further right, or left

// The place of a slot in the picture. Merged squares count, or don't: texts come in both ways.
struct SlotPlace {
  int row = -1;  // of the form; -1: none
  int column = 0, packed = 0;
  bool has_label = false;  // printed in its own square, or just before it
};

std::vector<SlotPlace> PlacesOf(const Form& form) {
  std::vector<SlotPlace> places(form.slots.size());
  for (size_t r = 0; r < form.rows.size(); ++r) {
    int packed = -1;
    bool label = false;
    const auto& squares = form.rows[r].squares;
    for (size_t c = 0; c < squares.size(); ++c) {
      const Square& square = squares[c];
      if (square.kind == Square::kLeft) continue;
      ++packed;
      auto put = [&](int slot, bool has_label) {
        if (slot >= 0)
          places[static_cast<size_t>(slot)] = {static_cast<int>(r), static_cast<int>(c), packed,
                                               has_label};
      };
      put(square.slot, label || square.kind == Square::kMixed);
      for (const Part& part : square.parts) put(part.slot, label || square.kind == Square::kMixed);
      label = square.kind == Square::kPrinted && !square.parts.empty();
    }
  }
  return places;
}

template <class Visit>
void ForEachField(Record* record, Visit visit) {
  for (Field& field : record->fields) visit(field);
  for (auto& table : record->tables)
    for (Field& field : table) visit(field);
}

bool Is(Nothing kind, const Field& field) {
  const auto* nothing = std::get_if<Nothing>(&field.value);
  return nothing && *nothing == kind;
}

bool IsBlank(const Field& field) { return Is(Nothing::kBlank, field); }

class StructureSigns {
 public:
  StructureSigns(const std::vector<SlotPlace>& places, Record* record)
      : places_(places), record_(*record) {}

  void Add(Separation separation, bool from_page) {
    Signs all;
    if (separation == Separation::kAlignment || separation == Separation::kLabels)
      all.Add(EvidenceCode::kCellsByWidth);
    auto rows = static_cast<int32_t>(std::max(record_.end - record_.begin, 1u));
    if (record_.alignment_cost / rows >= kStrainedCost) all.Add(EvidenceCode::kFormStrained);
    bool moved = false, scan = false;
    ForEachField(&record_, [&](Field& field) {
      field.signs.Add(all);
      scan = scan || field.signs.Has(EvidenceCode::kScanned);
      if (from_page && !field.signs.Has(EvidenceCode::kScanned))
        field.signs.Add(EvidenceCode::kFromPage);
      moved = moved || field.signs.Has(EvidenceCode::kRowMoved);
      if (field.repair < 0) return;
      const RepairNote& repair = record_.repairs[static_cast<size_t>(field.repair)];
      if (!repair.runner_up.empty() && repair.runner_up_cost - repair.cost < kNarrowMargin)
        field.signs.Add(EvidenceCode::kRepairNarrow);
    });
    if (moved) AddGaps();
    if (scan) AddDoubtedPlaces();
    bool parted = separation == Separation::kTabs || separation == Separation::kSeparator;
    if (parted && !from_page) AddOddColumns();  // each table of a page has columns of its own
  }

 private:
  const SlotPlace& PlaceOf(const Field& field) const {
    return places_[static_cast<size_t>(field.slot)];
  }

  // What could as well stand in another such place: an amount or a number tells by itself.
  bool IsWording(const Field& field) const {
    const Slot& slot = record_.form->slots[static_cast<size_t>(field.slot)];
    bool wording = slot.type == Type::kText || slot.type == Type::kRichText ||
                   slot.type == Type::kTarget || slot.type == Type::kChoice;
    return wording && slot.part == TargetPart::kWhole;
  }

  // A scan may lose a rule, a row or all letters of a cell, and says nothing of it.
  void AddDoubtedPlaces() {
    const std::vector<Absence> absences = Absences(*record_.form);
    ForEachField(&record_, [&](Field& field) {
      const bool missing = Is(Nothing::kMissing, field) && absences[static_cast<size_t>(field.slot)] == Absence::kOdd;
      const bool blank = IsBlank(field) && field.signs.Has(EvidenceCode::kFormStrained) && !field.signs.Has(EvidenceCode::kCheckHeld);
      if (missing || blank) field.signs.Add(EvidenceCode::kPlaceDoubted);
    });
  }

  // Values of one row of the form, in one record, are judged together.
  void AddGaps() {
    struct Run {
      bool moved = false, gap = false;
      bool anchored = false;  // something stands in it whose type tells its place
    };
    auto mark = [&](std::vector<Field>& fields, size_t begin, size_t end) {
      std::vector<std::pair<int, Run>> runs;
      auto run = [&](int row) -> Run& {
        for (auto& each : runs)
          if (each.first == row) return each.second;
        return runs.emplace_back(row, Run{}).second;
      };
      for (size_t i = begin; i < end; ++i) {
        const SlotPlace& place = PlaceOf(fields[i]);
        if (place.row < 0) continue;
        Run& of = run(place.row);
        of.moved = of.moved || (!fields[i].inherited && fields[i].signs.Has(EvidenceCode::kRowMoved));
        of.anchored = of.anchored || (!IsWording(fields[i]) && !place.has_label &&
                                      !std::holds_alternative<Nothing>(fields[i].value));
        of.gap = of.gap || (IsWording(fields[i]) && !place.has_label && IsBlank(fields[i]));
      }
      for (size_t i = begin; i < end; ++i) {
        const SlotPlace& place = PlaceOf(fields[i]);
        if (place.row < 0 || place.has_label || fields[i].inherited) continue;
        if (!IsWording(fields[i]) || fields[i].signs.Has(EvidenceCode::kCheckHeld)) continue;
        if (Run& of = run(place.row); of.moved && of.gap && !of.anchored)
          fields[i].signs.Add(EvidenceCode::kMovedGap);
      }
    };
    mark(record_.fields, 0, record_.fields.size());
    for (size_t t = 0; t < record_.tables.size(); ++t) {
      size_t columns = record_.form->tables[t].slots.size();
      for (size_t begin = 0; begin < record_.tables[t].size(); begin += columns)
        mark(record_.tables[t], begin, begin + columns);
    }
  }

  // Where most values stand k columns right of their squares, one that doesn't is odd.
  void AddOddColumns() {
    std::array<std::array<int, 2 * kShifts + 1>, 2> shifts{};
    int all = 0;
    ForEachField(&record_, [&](Field& field) {
      if (!Stands(field)) return;
      ++all;
      for (bool packed : {false, true}) {
        int shift = ShiftOf(field, packed);
        if (std::abs(shift) <= kShifts) ++shifts[packed][static_cast<size_t>(shift + kShifts)];
      }
    });
    for (bool packed : {false, true}) {
      auto best = std::max_element(shifts[packed].begin(), shifts[packed].end());
      if (*best < kLeastAgreeing || (all - *best) * kOthersAtMost > all) continue;
      if (*best == all) return;
      int usual = static_cast<int>(best - shifts[packed].begin()) - kShifts;
      ForEachField(&record_, [&](Field& field) {
        if (Stands(field) && ShiftOf(field, packed) != usual)
          field.signs.Add(EvidenceCode::kColumnOdd);
      });
      return;
    }
  }

  bool Stands(const Field& field) const {
    return field.place.line > 0 && !field.inherited && PlaceOf(field).row >= 0 &&
           !std::holds_alternative<Nothing>(field.value) &&
           !field.signs.Has(EvidenceCode::kRowMoved) &&
           !field.signs.Has(EvidenceCode::kRowJoined) &&
           !field.signs.Has(EvidenceCode::kLabelInCell);
  }

  // REQUIRES: Stands(field).
  int ShiftOf(const Field& field, bool packed) const {
    return field.place.column - (packed ? PlaceOf(field).packed : PlaceOf(field).column);
  }

  const std::vector<SlotPlace>& places_;
  Record& record_;
};

bool IsLatin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "<p>", "</td>", "<span style=…": not "<3天" and not "a < b".
bool HoldsMarkup(std::string_view text) {
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    size_t name = at + 1 + (at + 1 < text.size() && text[at + 1] == '/');
    if (name < text.size() && IsLatin(text[name]) && text.find('>', name) != std::string_view::npos)
      return true;
  }
  return false;
}

void AddMarkupLeft(Field* field) {
  const auto* text = std::get_if<Text>(&field->value);
  if (text && HoldsMarkup(text->text)) field->signs.Add(EvidenceCode::kMarkupLeft);
}

// A lone blank among at least kLeastAlike others that are filled, or the other way round.
constexpr size_t kLeastAlike = 4;

void AddUnlikeColumn(size_t columns, std::vector<Field>* table) {
  for (size_t c = 0; c < columns; ++c) {
    size_t blank = 0, filled = 0;
    for (size_t i = c; i < table->size(); i += columns)
      ++(IsBlank((*table)[i]) ? blank : filled);
    bool odd_blank = blank == 1 && filled >= kLeastAlike,
         odd_filled = filled == 1 && blank >= kLeastAlike;
    if (!odd_blank && !odd_filled) continue;
    for (size_t i = c; i < table->size(); i += columns)
      if (IsBlank((*table)[i]) == odd_blank) (*table)[i].signs.Add(EvidenceCode::kUnlikeColumn);
  }
}

// Digits before the point, of an amount that is not 0.
int DigitsOf(const Decimal& amount) {
  const Int128 size = amount.digits < 0 ? -amount.digits : amount.digits;
  int digits = amount.exponent;
  for (Int128 power = 1; power <= size; power *= 10) ++digits;  // of 36 digits at most
  return digits;
}

// Amounts with so many digits more, or fewer, than the middle one of their declaration.
constexpr int kUnusualDigits = 4;

void AddUnusual(Record* record) {
  std::vector<std::pair<int, Field*>> sizes;
  ForEachField(record, [&](Field& field) {
    const auto* money = std::get_if<Money>(&field.value);
    if (money && money->amount.digits != 0) sizes.emplace_back(DigitsOf(money->amount), &field);
  });
  if (sizes.size() < 3) return;
  auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  int usual = middle->first;
  for (auto& [digits, field] : sizes)
    if (std::abs(digits - usual) >= kUnusualDigits) field->signs.Add(EvidenceCode::kUnusual);
}

}  // namespace

void AddStructureSigns(const Document& document, const Grid& grid, std::span<Record> records) {
  std::vector<SlotPlace> places;
  const Form* form = nullptr;
  for (Record& record : records) {
    if (record.form != form) places = PlacesOf(*(form = record.form));
    StructureSigns(places, &record).Add(grid.separation, !document.boxes.empty());
  }
}

void AddContentSigns(std::span<Record> records) {
  for (Record& record : records) {
    ForEachField(&record, [](Field& field) { AddMarkupLeft(&field); });
    AddUnusual(&record);
    for (size_t t = 0; t < record.tables.size(); ++t)
      AddUnlikeColumn(record.form->tables[t].slots.size(), &record.tables[t]);
  }
}

}  // namespace tabularium
