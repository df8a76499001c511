// The whole of Normalise on alignments built by hand: kinds of nothing, places, carried values,
// joined pieces, remarks.
#include "normalise/normalise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/places.h"
#include "normalise/dump.h"
#include "text/key.h"

namespace tabularium {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

enum SlotIndex {
  kName,
  kStart,
  kCurrency,
  kTotal,
  kGoal,
  kLevel,
  kIndicator,
  kTarget,
  kRelationPart,
  kUnitPart
};

// One declaration of six fields and a table of four columns, whose target has its relation and unit
// in cells of their own if a test fills them.
class Paper {
 public:
  explicit Paper(std::string text) {
    document_.stored = std::move(text);
    document_.text = document_.stored;
    document_.bytes = document_.stored.size();
    document_.marks = {{0, 0}};
    DrawForm();
    Cut();
    alignment_.form = &form;
  }

  // The cell of that row and column.
  const Cell* cell(uint32_t row, size_t column) const { return &grid_.row(row)[column]; }

  // All cells say that word of the vocabulary.
  void Know(WordId word) {
    for (Cell& c : grid_.cells) c.word = word;
  }

  Filling& Fill(int slot, int32_t record, const Cell* cell) {
    Filling filling;
    filling.slot = slot;
    filling.record = record;
    filling.piece = {cell, 0, cell ? static_cast<uint32_t>(cell->text.size()) : 0};
    fillings_.push_back(filling);
    return fillings_.back();
  }
  Alignment& alignment() { return alignment_; }

  // The cells are of a scan, each seen so by two.
  void Scan(bool sealed, float legibility = 0.99f) {
    for (const Cell& c : grid_.cells) {
      TextBox box{c.range, {1, 0, 0, 10, 10}};
      box.legibility = legibility, box.sealed = sealed;
      box.first_reading = static_cast<uint32_t>(document_.readings.size()), box.readings = 2;
      for (Recogniser by : {Recogniser::kChinese, Recogniser::kHan})
        document_.readings.push_back({box.box, std::string(c.text), box.legibility, by});
      document_.boxes.push_back(box);
    }
  }
  void SeeOtherwise(size_t reading, std::string text) { document_.readings[reading].text = std::move(text); }

  Record Read() {
    alignment_.records = {0};
    for (const Filling& f : fillings_)
      alignment_.records[0] = std::max(alignment_.records[0], f.record + 1);
    alignment_.fillings.clear();
    for (int slot : form.fields) Lay(slot, -1);
    for (int32_t r = 0; r < alignment_.records[0]; ++r)
      for (int slot : form.tables[0].slots) Lay(slot, r);
    return Normalise(alignment_, document_, Limits());
  }

  std::string Stored(const Place& place) const {
    return document_.stored.substr(place.bytes.begin, place.bytes.end - place.bytes.begin);
  }

  Form form;

 private:
  void AddSlot(const char* name, Type type, int table) {
    Slot slot;
    slot.path = slot.name = name;
    slot.type = type;
    slot.table = table;
    std::vector<int>& home = table < 0 ? form.fields : form.tables[0].slots;
    slot.column = static_cast<int>(home.size());
    home.push_back(static_cast<int>(form.slots.size()));
    form.slots.push_back(slot);
  }

  void DrawForm() {
    form.tables.resize(1);
    AddSlot("name", Type::kText, -1);
    AddSlot("start", Type::kDate, -1);
    AddSlot("currency", Type::kUnit, -1);
    AddSlot("total", Type::kMoney, -1);
    AddSlot("goal", Type::kRichText, -1);
    AddSlot("level", Type::kChoice, 0);
    AddSlot("indicator", Type::kText, 0);
    AddSlot("target", Type::kTarget, 0);
    form.slots[kTotal].unit_slot = kCurrency;
    form.slots[kLevel].carries_down = true;
    form.slots[kName].required = true;
    for (const char* text : {"产出指标", "效益指标"})
      form.slots[kLevel].choices.emplace_back().text = text;
    Row row;
    row.squares.resize(1);
    row.squares[0].kind = Square::kSlot;
    row.squares[0].slot = kName;
    form.rows.push_back(row);
    row.squares[0].slot = kGoal;
    form.rows.push_back(row);
  }

 public:
  void AddParts() {
    AddSlot("relation", Type::kTarget, 0);
    AddSlot("measure", Type::kTarget, 0);
    form.slots[kRelationPart].part = TargetPart::kRelation;
    form.slots[kUnitPart].part = TargetPart::kUnit;
    form.slots[kRelationPart].part_of = form.slots[kUnitPart].part_of = kTarget;
  }

 private:
  void Cut() {
    std::string_view text = document_.text;
    grid_.row_begins.push_back(0);
    uint32_t row = 0;
    for (size_t begin = 0; begin <= text.size(); ++row) {
      size_t end = std::min(text.find('\n', begin), text.size());
      uint16_t column = 0;
      for (size_t from = begin;; ++column) {
        size_t to = std::min(text.find('\t', from), end);
        Cell c;
        c.text = text.substr(from, to - from);
        c.range = {static_cast<uint32_t>(from), static_cast<uint32_t>(to)};
        c.line = row + 1;
        c.row = row;
        c.column = column;
        grid_.cells.push_back(c);
        if (to == end) break;
        from = to + 1;
      }
      grid_.row_begins.push_back(static_cast<uint32_t>(grid_.cells.size()));
      begin = end + 1;
    }
  }

  void Lay(int slot, int32_t record) {
    for (const Filling& f : fillings_)
      if (f.slot == slot && f.record == record) return alignment_.fillings.push_back(f);
    Filling missing;
    missing.slot = slot;
    missing.record = record;
    alignment_.fillings.push_back(missing);
  }

  Document document_;
  Grid grid_;
  Alignment alignment_;
  std::deque<Filling> fillings_;
};

std::vector<std::string> Flags(const Record& record) {
  std::vector<std::string> flags;
  for (const Remark& r : record.remarks)
    flags.push_back(fmt::format("{} {}", Name(r.severity), Kind(r.code).code));
  return flags;
}

TEST(Normalise, FourKindsOfNothing) {
  Paper paper("党群综合服务\t \t/\t见附件");
  paper.Fill(kName, -1, paper.cell(0, 0));
  paper.Fill(kStart, -1, paper.cell(0, 1));
  paper.Fill(kCurrency, -1, paper.cell(0, 2));
  paper.Fill(kTotal, -1, paper.cell(0, 3));
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kName).value), "'党群综合服务'");
  EXPECT_EQ(Dump(record.at(kStart).value), "blank");
  EXPECT_EQ(record.at(kStart).raw, "");
  EXPECT_EQ(record.at(kStart).place.line, 1u);
  EXPECT_EQ(Dump(record.at(kCurrency).value), "not-applicable");
  EXPECT_EQ(Dump(record.at(kTotal).value), "unread");
  EXPECT_EQ(record.at(kTotal).raw, "见附件");
  EXPECT_EQ(Dump(record.at(kGoal).value), "missing");
  EXPECT_EQ(record.at(kGoal).place.line, 0u);
  EXPECT_THAT(Flags(record), ElementsAre("wrong value-unread"));
  EXPECT_EQ(record.remarks[0].field.slot, kTotal);
}

TEST(Normalise, AChoiceThatIsNoneOfTheFormsIsReadTwice) {
  auto read = [](const char* first, const char* second) {
    Paper paper(first);
    paper.Fill(kLevel, 0, paper.cell(0, 0));
    paper.Scan(false);
    paper.SeeOtherwise(1, second);
    const Record record = paper.Read();
    const Field& level = record.at(kLevel, 0);
    return std::get<Ticks>(level.value).texts[0] + (level.signs.Has(EvidenceCode::kReadingsDiffer) ? " differs" : "");
  };
  EXPECT_EQ(read("产出指标", "产山指标"), "产出指标");
  EXPECT_EQ(read("产出产出指标", "产出指标"), "产出指标 differs");
  EXPECT_EQ(read("寺续影上标", "可持续指标"), "寺续影上标 differs");
  EXPECT_EQ(read("可持续指标", "可持续指标"), "可持续指标");
}

TEST(Normalise, AnAmountWhoseMarksWereMisreadIsToldByItsGroups) {
  auto read = [](const char* first, const char* second) {
    Paper paper(first);
    paper.Fill(kTotal, -1, paper.cell(0, 0));
    paper.Scan(false);
    paper.SeeOtherwise(1, second);
    const Record record = paper.Read();
    const Field& total = record.at(kTotal);
    return Dump(total.value) + (total.signs.Has(EvidenceCode::kChosenByMeaning) ? " chosen" : "");
  };
  EXPECT_EQ(read("2.469.562.82", "2.469.562.82"), read("2,469,562.82", "2,469,562.82") + " chosen");
  EXPECT_EQ(read("2,469,562.82", "2.469.562.82"), read("2,469,562.82", "2,469,562.82"));
  EXPECT_EQ(read("2.469.56.82", "2.469.56.82"), "unread");
}

TEST(Normalise, ASealOnAValueIsSaidAndIsWorthALookWhereItsLettersAreDoubted) {
  Paper paper("党群综合服务");
  paper.Scan(true);
  paper.Fill(kName, -1, paper.cell(0, 0));
  EXPECT_THAT(Flags(paper.Read()), ElementsAre("note under-seal"));
  paper.SeeOtherwise(1, "党群综台服务");
  EXPECT_THAT(Flags(paper.Read()), ElementsAre("suspicious low-legibility", "suspicious under-seal"));
}

TEST(Normalise, OfATargetAgreementSaysMoreThanLegibility) {
  Paper paper("≥262千米\t党群服务");
  paper.Scan(false, 0.8f);
  paper.Fill(kTarget, 0, paper.cell(0, 0));
  paper.Fill(kIndicator, 0, paper.cell(0, 1));
  const Record record = paper.Read();
  EXPECT_FALSE(record.at(kTarget, 0).signs.Has(EvidenceCode::kLettersPoor));
  EXPECT_TRUE(record.at(kTarget, 0).signs.Has(EvidenceCode::kLettersFair));
  EXPECT_TRUE(record.at(kIndicator, 0).signs.Has(EvidenceCode::kLettersPoor)) << "two may agree on a wrong Han letter";
}

TEST(Normalise, LinesOfAScannedCellAreReadAsOne) {
  Paper paper("党群综合\r服务");
  paper.Fill(kName, -1, paper.cell(0, 0));
  EXPECT_TRUE(paper.Read().at(kName).signs.Has(EvidenceCode::kWrapUndone));
  paper.Scan(false);
  EXPECT_FALSE(paper.Read().at(kName).signs.Has(EvidenceCode::kWrapUndone));
}

TEST(Normalise, PoorLettersThatMakeAKnownAnswerAreLeftToTheConfidence) {
  Paper paper("产出指标\t党群服务");
  paper.Scan(false, 0.6f);
  paper.Fill(kLevel, 0, paper.cell(0, 0));
  paper.Fill(kIndicator, 0, paper.cell(0, 1));
  const Record record = paper.Read();
  EXPECT_TRUE(record.at(kLevel, 0).signs.Has(EvidenceCode::kLettersPoor));
  EXPECT_THAT(Flags(record), ElementsAre("suspicious low-legibility")) << "of the indicator alone";
}

TEST(Normalise, ABlankBesideReadLettersIsNoInk) {
  Paper paper("项目总体目标（年-年）");
  Filling& filling = paper.Fill(kStart, -1, paper.cell(0, 0));
  filling.piece.end = filling.piece.begin;
  paper.Scan(false, 0.95f);
  const Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kStart).value), "blank");
  EXPECT_FALSE(record.at(kStart).signs.Has(EvidenceCode::kLettersFair));
  EXPECT_THAT(Flags(record), ElementsAre());
}

TEST(Normalise, AHintBeforeAValueIsNoPartOfIt) {
  Paper paper("（必填）：党群综合服务\t（年/月/日） 2023-01-01\t（二期）工程");
  paper.Fill(kName, -1, paper.cell(0, 0));
  paper.Fill(kStart, -1, paper.cell(0, 1));
  paper.Fill(kGoal, -1, paper.cell(0, 2));
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kName).value), "'党群综合服务'");
  EXPECT_EQ(record.at(kName).raw, "（必填）：党群综合服务");
  EXPECT_EQ(Dump(record.at(kStart).value), "2023-01-01");
  EXPECT_EQ(Dump(record.at(kGoal).value), "'（二期）工程'");
  EXPECT_THAT(Flags(record), ElementsAre("note template-residue", "note template-residue"));
}

TEST(Normalise, PlacesCutTheRawTextOut) {
  Paper paper("项目名称：　党群服务 \t2023-01-01");
  Filling& name = paper.Fill(kName, -1, paper.cell(0, 0));
  name.piece.begin = sizeof("项目名称：") - 1;
  paper.Fill(kStart, -1, paper.cell(0, 1));
  Record record = paper.Read();
  EXPECT_EQ(record.at(kName).raw, "党群服务");
  EXPECT_EQ(paper.Stored(record.at(kName).place), "党群服务");
  EXPECT_EQ(paper.Stored(record.at(kStart).place), "2023-01-01");
  EXPECT_EQ(record.at(kStart).place.column, 1);
}

TEST(Normalise, MoneyCountsInTheDeclaredUnit) {
  Paper paper("（万元）\t38");
  paper.Fill(kCurrency, -1, paper.cell(0, 0));
  paper.Fill(kTotal, -1, paper.cell(0, 1));
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kCurrency).value), "'CNY'");
  EXPECT_EQ(Dump(record.at(kTotal).value), "CNY 380000.00");
  EXPECT_THAT(Flags(record), IsEmpty());
}

TEST(Normalise, MoneyWithoutAnyUnitIsYuanAndSaysSo) {
  Paper paper("\t38");
  paper.Fill(kCurrency, -1, paper.cell(0, 0));
  paper.Fill(kTotal, -1, paper.cell(0, 1));
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kTotal).value), "CNY 38.00");
  EXPECT_TRUE(record.at(kTotal).signs.Has(EvidenceCode::kUnitAssumed));
}

TEST(Normalise, CaptionsThatDisagreeAreAConflict) {
  Paper paper("元\t万元\t38");
  paper.Fill(kCurrency, -1, paper.cell(0, 0));
  Filling& total = paper.Fill(kTotal, -1, paper.cell(0, 2));
  total.unit = {paper.cell(0, 1), 0, static_cast<uint32_t>(paper.cell(0, 1)->text.size())};
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kTotal).value), "CNY 380000.00");
  EXPECT_THAT(Flags(record), ElementsAre("wrong unit-conflict"));
}

TEST(Normalise, ConstantStandsWhereNothingIsWritten) {
  Paper paper("");
  paper.form.slots[kCurrency].constant = "CNY";
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kCurrency).value), "'CNY'");
  EXPECT_EQ(record.at(kCurrency).place.line, 0u);
}

TEST(Normalise, RichTextKeepsParagraphsAndRaw) {
  Paper paper("<p>一、完成；</p><p>二、验收。</p>");
  paper.Fill(kGoal, -1, paper.cell(0, 0));
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kGoal).value), "'一、完成；\n二、验收。'");
  EXPECT_EQ(record.at(kGoal).raw, "<p>一、完成；</p><p>二、验收。</p>");
  EXPECT_TRUE(record.at(kGoal).signs.Has(EvidenceCode::kMarkupStripped));
  EXPECT_THAT(Flags(record), IsEmpty());
}

TEST(Normalise, MarkupBeyondParagraphsIsANoteAndScriptSuspicious) {
  Paper paper("<span style='x'>党群</span>\t<script>var a</script>目标");
  paper.Fill(kName, -1, paper.cell(0, 0));
  paper.Fill(kGoal, -1, paper.cell(0, 1));
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kName).value), "'党群'");
  EXPECT_EQ(Dump(record.at(kGoal).value), "'目标'");
  EXPECT_THAT(Flags(record), ElementsAre("note markup-dropped", "suspicious markup-dropped"));
}

TEST(Normalise, TornPiecesAreJoined) {
  Paper paper("党群综合\n服务\nannual\nbudget");
  Filling& name = paper.Fill(kName, -1, paper.cell(0, 0));
  Filling& goal = paper.Fill(kGoal, -1, paper.cell(2, 0));
  auto piece = [&](uint32_t row) {
    return Piece{paper.cell(row, 0), 0, static_cast<uint32_t>(paper.cell(row, 0)->text.size())};
  };
  paper.alignment().more = {piece(1), piece(3)};
  name.more = 0, name.more_end = 1;
  goal.more = 1, goal.more_end = 2;
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kName).value), "'党群综合服务'");
  EXPECT_EQ(record.at(kName).raw, "党群综合\n服务");
  EXPECT_EQ(record.at(kName).more.size(), 1u);
  EXPECT_EQ(paper.Stored(record.at(kName).more[0]), "服务");
  EXPECT_EQ(Dump(record.at(kGoal).value), "'annual budget'");
  EXPECT_TRUE(record.at(kName).signs.Has(EvidenceCode::kWrapUndone));
}

TEST(Normalise, LettersAreFoldedInValuesAndKeptInRaw) {
  Paper paper("项⽬服\u200B务\t一\uFFFD二");
  paper.Fill(kName, -1, paper.cell(0, 0));
  paper.Fill(kGoal, -1, paper.cell(0, 1));
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kName).value), "'项目服务'");
  EXPECT_EQ(record.at(kName).raw, "项⽬服\u200B务");
  EXPECT_THAT(Flags(record), ElementsAre("note letters-folded", "wrong encoding-damaged"));
}

TEST(Normalise, CarriedValuesNameTheCellTheyComeFrom) {
  Paper paper("产出指标\t次数\t≥16次\n\t质量\t=100%");
  for (uint32_t r = 0; r < 2; ++r) {
    Filling& level = paper.Fill(kLevel, static_cast<int32_t>(r), paper.cell(0, 0));
    level.inherited = r == 1;
    paper.Fill(kIndicator, static_cast<int32_t>(r), paper.cell(r, 1));
    paper.Fill(kTarget, static_cast<int32_t>(r), paper.cell(r, 2));
  }
  Record record = paper.Read();
  ASSERT_EQ(record.records(0), 2u);
  EXPECT_EQ(Dump(record.at(kLevel, 1).value), "[产出指标]");
  EXPECT_TRUE(record.at(kLevel, 1).inherited);
  EXPECT_TRUE(record.at(kLevel, 1).signs.Has(EvidenceCode::kCarriedDown));
  EXPECT_EQ(record.at(kLevel, 1).place.line, 1u);
  EXPECT_EQ(Dump(record.at(kTarget, 0).value), "≥|16|次");
  EXPECT_EQ(Dump(record.at(kTarget, 1).value), "=|100|%");
}

// 效益指标 is what a group of records is called. So may be a record; but hardly where its row was moved and names no group, nor
// anything outside the table.
TEST(Normalise, TheNameOfAGroupAsAnotherValueIsDoubted) {
  Paper paper("效益指标\t效益指标\t效益指标");
  paper.form.slots[kLevel].choices[1].word = 1;
  paper.Know(1);
  paper.Fill(kGoal, -1, paper.cell(0, 0));
  for (int32_t r = 0; r < 3; ++r) {
    paper.Fill(kLevel, r, paper.cell(0, 1)).inherited = r < 2;
    paper.Fill(kIndicator, r, paper.cell(0, 2)).repair = r > 0 ? 0 : -1;
  }
  paper.alignment().repairs.push_back({0, 1, "shift-left-1", 300, "as-it-stands", 900});
  Record record = paper.Read();
  EXPECT_TRUE(record.fields[kGoal].signs.Has(EvidenceCode::kLooksLikeLabel));
  EXPECT_FALSE(record.at(kIndicator, 0).signs.Has(EvidenceCode::kLooksLikeLabel));
  EXPECT_TRUE(record.at(kIndicator, 1).signs.Has(EvidenceCode::kLooksLikeLabel));
  EXPECT_FALSE(record.at(kIndicator, 2).signs.Has(EvidenceCode::kLooksLikeLabel));
}

TEST(Normalise, ARateWithAWordingIsANote) {
  Paper paper(
      "效益指标\t活动参与人次增长率\t提升\n效益指标\t服务能力\t提升\n产出指标\t开展次数\t每月一次");
  for (uint32_t r = 0; r < 3; ++r) {
    paper.Fill(kLevel, static_cast<int32_t>(r), paper.cell(r, 0));
    paper.Fill(kIndicator, static_cast<int32_t>(r), paper.cell(r, 1));
    paper.Fill(kTarget, static_cast<int32_t>(r), paper.cell(r, 2));
  }
  Record record = paper.Read();
  EXPECT_THAT(Flags(record), ElementsAre("note type-mismatch"));
  EXPECT_EQ(record.remarks[0].field, (FieldId{-1, kTarget, 0}));
}

TEST(Normalise, TargetOverThreeColumnsIsOneValue) {
  Paper paper("质量\t≥\t90\t%\n优良率\t定性\t优良\t/");
  paper.AddParts();
  for (uint32_t r = 0; r < 2; ++r) {
    paper.Fill(kIndicator, static_cast<int32_t>(r), paper.cell(r, 0));
    paper.Fill(kRelationPart, static_cast<int32_t>(r), paper.cell(r, 1));
    paper.Fill(kTarget, static_cast<int32_t>(r), paper.cell(r, 2));
    paper.Fill(kUnitPart, static_cast<int32_t>(r), paper.cell(r, 3));
  }
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kTarget, 0).value), "≥|90|%");
  EXPECT_EQ(record.at(kTarget, 0).raw, "≥\n90\n%");
  EXPECT_EQ(record.at(kTarget, 0).more.size(), 2u);
  EXPECT_EQ(Dump(record.at(kTarget, 1).value), "“优良”");
}

TEST(Normalise, HintsOfTheFormAreNoValues) {
  Paper paper("目标1：\t目标1：…… 目标2：……\t目标1：完成");
  paper.form.residues = {Key("目标1："), Key("目标2："), Key("……")};
  paper.Fill(kGoal, -1, paper.cell(0, 1));
  paper.Fill(kName, -1, paper.cell(0, 2));
  Record record = paper.Read();
  EXPECT_EQ(Dump(record.at(kGoal).value), "blank");
  EXPECT_EQ(record.at(kGoal).raw, "目标1：…… 目标2：……");
  EXPECT_EQ(Dump(record.at(kName).value), "'目标1：完成'");
  EXPECT_THAT(Flags(record), ElementsAre("note template-residue"));
}

TEST(Normalise, OdditiesBecomeRemarksThatOwnWhatTheyShow) {
  Paper paper("产出指标\t次数\t≥16次\t\n— 12 —");
  Alignment& a = paper.alignment();
  Filling& level = paper.Fill(kLevel, 0, paper.cell(0, 0));
  level.repair = 0;
  a.repairs.push_back({0, 1, "shift-right-1", 300, "as-it-stands", 2500});
  auto say = [&](Oddity::Kind kind, int32_t form_row, const Cell* cell) {
    Oddity oddity;
    oddity.kind = kind;
    oddity.form_row = form_row;
    if (cell) oddity.piece = {cell, 0, static_cast<uint32_t>(cell->text.size())};
    a.oddities.push_back(oddity);
  };
  say(Oddity::kRowShifted, -1, paper.cell(0, 0));
  say(Oddity::kRowMissing, 0, nullptr);
  say(Oddity::kRowMissing, 1, nullptr);
  say(Oddity::kLeftover, -1, paper.cell(1, 0));
  a.leftovers.push_back(
      {paper.cell(1, 0), 0, static_cast<uint32_t>(paper.cell(1, 0)->text.size())});
  Record record = paper.Read();
  EXPECT_THAT(Flags(record), ElementsAre("note row-shifted", "wrong row-missing",
                                         "suspicious row-missing", "note leftover"));
  EXPECT_EQ(record.remarks[0].place.line, 1u);
  EXPECT_EQ(record.leftovers[0].raw, "— 12 —");
  EXPECT_EQ(record.leftovers[0].place.line, 2u);
  EXPECT_THAT(record.repairs[0].raw_row, ElementsAre("产出指标", "次数", "≥16次", ""));
  EXPECT_EQ(record.repairs[0].line, 1u);
}

}  // namespace
}  // namespace tabularium
