#include "judge/structure_signs.h"

#include <gtest/gtest.h>

#include <functional>

#include "judge/sample_form.h"

namespace tabularium {
namespace {

using namespace sample;
using enum EvidenceCode;

// What is found in one record; clean until a case spoils it.
struct Sheet {
  Form form = MakeForm();
  Record record = MakeRecord(form);
  Document document;
  Grid grid;

  Sheet() {
    AddTable();
    for (size_t i = 0; i < 9; ++i) record.fields[i].place.column = ColumnOf(i);
  }
  // Five indicators, all filled in.
  void AddTable() {
    record.tables[0].clear();
    for (int r = 0; r < 5; ++r) {
      record.tables[0].push_back(MakeField(kLevel, r, Ticks{{"a"}}, "a", At(9, 8, 0, 1, 2)));
      record.tables[0].push_back(MakeField(kIndicator, r, Text{"b"}, "b", At(9, 8, 1, 3, 4)));
      record.tables[0].push_back(MakeField(kTarget, r, MakeTarget("", "1", ""), "1", At(9, 8, 2, 5, 6)));
    }
  }
  static uint16_t ColumnOf(size_t field) { return field == kStart || field == kFiscal ? 3 : 1; }

  // The codes on the field, those that were looked for.
  std::string On(int slot, int row, std::initializer_list<EvidenceCode> codes) {
    AddStructureSigns(document, grid, std::span(&record, 1));
    AddContentSigns(std::span(&record, 1));
    std::string out;
    for (EvidenceCode code : codes)
      if (record.at(slot, row).signs.Has(code))
        out += std::string(kEvidenceKinds[static_cast<size_t>(code)].code) + " ";
    return out;
  }
};

constexpr std::initializer_list<EvidenceCode> kAll = {
    kCellsByWidth, kFromPage, kFormStrained, kPlaceDoubted, kRepairNarrow, kMovedGap,
    kColumnOdd,    kMarkupLeft, kUnlikeColumn, kUnusual};

struct Case {
  const char* name;
  std::function<void(Sheet*)> spoil;
  int slot, row;
  const char* signs;
};
class StructureSignsTest : public testing::TestWithParam<Case> {};

TEST_P(StructureSignsTest, Stand) {
  Sheet sheet;
  GetParam().spoil(&sheet);
  EXPECT_EQ(sheet.On(GetParam().slot, GetParam().row, kAll), GetParam().signs);
}

void Move(Sheet* sheet, int row) {
  for (int slot : {kLevel, kIndicator, kTarget}) sheet->record.at(slot, row).signs.Add(kRowMoved);
}

// A scan of which much was repaired, and one place of it without letters.
void Strain(Sheet* sheet, Nothing nothing) {
  sheet->record.alignment_cost = 5000;
  sheet->record.at(kName).signs.Add(kScanned);
  sheet->record.at(kFiscal).value = nothing;
}

const Case kCases[] = {
    {"clean", [](Sheet*) {}, kName, -1, ""},
    {"by_width", [](Sheet* s) { s->grid.separation = Separation::kAlignment; }, kName, -1,
     "cells-by-width "},
    {"on_a_page", [](Sheet* s) { s->document.boxes.resize(1); }, kName, -1, "from-page "},
    {"strained", [](Sheet* s) { s->record.alignment_cost = 5000; }, kName, -1, "form-strained "},
    {"blank_on_a_strained_scan", [](Sheet* s) { Strain(s, Nothing::kBlank); }, kFiscal, -1, "form-strained place-doubted "},
    {"blank_on_a_strained_scan_but_a_check_holds",
     [](Sheet* s) {
       Strain(s, Nothing::kBlank);
       s->record.at(kFiscal).signs.Add(kCheckHeld);
     },
     kFiscal, -1, "form-strained "},
    {"blank_on_a_scan",
     [](Sheet* s) {
       Strain(s, Nothing::kBlank);
       s->record.alignment_cost = 0;
     },
     kFiscal, -1, ""},
    {"missing_on_a_scan",
     [](Sheet* s) {
       Strain(s, Nothing::kMissing);
       s->record.alignment_cost = 0;
     },
     kFiscal, -1, "place-doubted "},
    {"blank_in_a_strained_text",
     [](Sheet* s) {
       Strain(s, Nothing::kBlank);
       s->record.at(kName).signs = {};
     },
     kFiscal, -1, "form-strained "},
    {"narrow_repair",
     [](Sheet* s) {
       s->record.repairs = {{{"x"}, "shift", "as it stands", 300, 600, 9}};
       s->record.at(kName).repair = 0;
     },
     kName, -1, "repair-narrow "},
    {"clear_repair",
     [](Sheet* s) {
       s->record.repairs = {{{"x"}, "shift", "as it stands", 300, 3000, 9}};
       s->record.at(kName).repair = 0;
     },
     kName, -1, ""},
    {"moved_whole", [](Sheet* s) { Move(s, 1); }, kIndicator, 1, ""},
    {"moved_with_a_gap",
     [](Sheet* s) {
       Move(s, 1);
       s->record.at(kTarget, 1).value = Nothing::kBlank;
     },
     kIndicator, 1, "moved-gap "},
    {"a_gap_below_a_moved_row",  // what was moved is its level, carried down to it
     [](Sheet* s) {
       Move(s, 1);
       s->record.at(kLevel, 2).signs.Add(kRowMoved);
       s->record.at(kLevel, 2).inherited = true;
       s->record.at(kTarget, 2).value = Nothing::kBlank;
     },
     kIndicator, 2, ""},
    {"a_gap_beside_a_label",  // the label says whose cell it is
     [](Sheet* s) {
       s->record.at(kTotal).signs.Add(kRowMoved);
       s->record.at(kFiscal).value = Nothing::kBlank;
     },
     kTotal, -1, ""},
    {"a_gap_beside_an_amount",  // its type tells the place
     [](Sheet* s) {
       s->record.at(kPart, 0).signs.Add(kRowMoved);
       s->record.at(kPart, 0).value = Nothing::kBlank;
     },
     kPart, 0, ""},
    {"another_column", [](Sheet* s) { s->record.at(kFiscal).place.column = 2; }, kFiscal, -1,
     "column-odd "},
    {"all_columns_further_right",
     [](Sheet* s) {
       for (Field& field : s->record.fields) ++field.place.column;
       for (Field& field : s->record.tables[0]) ++field.place.column;
     },
     kFiscal, -1, ""},
    {"markup", [](Sheet* s) { s->record.at(kGoal).value = Text{"甲<p>乙</p>"}; }, kGoal, -1,
     "markup-left "},
    {"no_markup", [](Sheet* s) { s->record.at(kGoal).value = Text{"a < b, <3天 > 2"}; }, kGoal, -1,
     ""},
    {"alone_blank", [](Sheet* s) { s->record.at(kIndicator, 3).value = Nothing::kBlank; },
     kIndicator, 3, "unlike-column "},
    {"alone_filled",
     [](Sheet* s) {
       for (int r = 1; r < 5; ++r) s->record.at(kIndicator, r).value = Nothing::kBlank;
     },
     kIndicator, 0, "unlike-column "},
    {"another_size", [](Sheet* s) { s->record.at(kBudget, 0).value = Money{{3, 0}, "CNY"}; },
     kBudget, 0, "unusual "},
};
INSTANTIATE_TEST_SUITE_P(Signs, StructureSignsTest, testing::ValuesIn(kCases),
                         [](auto& i) { return i.param.name; });

}  // namespace
}  // namespace tabularium
