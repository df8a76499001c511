// Which of several readings stands, and what agreement is.
#include "normalise/sight.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tabularium {
namespace {

struct Read {
  Recogniser by;
  std::string text;
};

// What ReadTarget makes of each reading, and the choice among them.
class Readings {
 public:
  explicit Readings(const std::vector<Read>& reads) {
    seen_.reserve(reads.size());
    for (const Read& read : reads) {
      Recognition& seen = seen_.emplace_back();
      seen.by = read.by;
      seen.text = read.text;
      seen.legibility = 0.9f;
    }
    for (const Recognition& seen : seen_) values_.push_back({&seen, ReadTarget({seen.text, seen.text})});
    choice = ChooseReading(values_);
  }
  const std::string& taken() const { return seen_[choice.taken].text; }
  bool Has(EvidenceCode code) const { return choice.signs.Has(code); }

  SeenChoice choice;

 private:
  std::vector<Recognition> seen_;
  std::vector<SeenValue> values_;
};

TEST(SightTest, GroupsTellCommasFromPoints) {
  EXPECT_EQ(MarksByGroups("2.469.562.82"), "2,469,562.82");
  EXPECT_EQ(MarksByGroups("7,990,000，00"), "7,990,000.00");
  EXPECT_EQ(MarksByGroups("320.932.82."), "320,932.82");
  EXPECT_EQ(MarksByGroups("２．４６９．５６２．８２"), "2,469,562.82");
  for (const char* text : {"", "...", "562.82", "2.469.562", "2.469.56.82", "2469.562.82", "2.469.562.8", ".469.562.82", "2.469.562.82元", "2.469 562.82"})
    EXPECT_EQ(MarksByGroups(text), "") << text;
}

TEST(SightTest, WhatReadersOfAllKindsSeeIsNotLostOnAFigureThatOneInvents) {
  Readings r({{Recogniser::kChinese, "7月底前"}, {Recogniser::kHan, "7月底前"}, {Recogniser::kSmallOne, "7万月底前"}, {Recogniser::kSmallTwo, "7月底前"}});
  EXPECT_EQ(r.taken(), "7月底前");
  EXPECT_FALSE(r.Has(EvidenceCode::kReadingsDiffer));
  Readings doubtful({{Recogniser::kChinese, "之375人"}, {Recogniser::kHan, "之375人"}, {Recogniser::kSmallOne, "≥375人"}});
  EXPECT_EQ(doubtful.taken(), "≥375人");
}

TEST(SightTest, TwoThatReadTheSameAgree) {
  Readings r({{Recogniser::kChinese, "16次"}, {Recogniser::kSmallOne, "16次"}});
  EXPECT_TRUE(r.Has(EvidenceCode::kReadingsAgree));
  EXPECT_FALSE(r.Has(EvidenceCode::kReadingsDiffer));
}

TEST(SightTest, WhoKnowsNoHanLettersAgreesByDigits) {
  Readings r({{Recogniser::kChinese, "16次"}, {Recogniser::kLatin, "16W"}});
  EXPECT_TRUE(r.Has(EvidenceCode::kReadingsAgree));
  EXPECT_EQ(r.taken(), "16次");
}

TEST(SightTest, WhoKnowsNoHanLettersIsNotHeardAgainstThem) {
  Readings r({{Recogniser::kChinese, "及时"}, {Recogniser::kLatin, "BH"}});
  EXPECT_FALSE(r.Has(EvidenceCode::kReadingsDiffer));
  EXPECT_EQ(r.taken(), "及时");
}

TEST(SightTest, WhoKnowsFiguresHasNoSayOnLettersThatBothReadersOfLettersKnow) {
  Readings r({{Recogniser::kChinese, "24个工作日"}, {Recogniser::kHan, "24个工作日"}, {Recogniser::kSmallOne, "24个T件日"}, {Recogniser::kSmallTwo, "24个T件下日"}});
  EXPECT_FALSE(r.Has(EvidenceCode::kReadingsDiffer));
  Readings figures({{Recogniser::kChinese, "24个工作日"}, {Recogniser::kHan, "24个工作日"}, {Recogniser::kSmallOne, "21个T件日"}});
  EXPECT_TRUE(figures.Has(EvidenceCode::kReadingsDiffer));
  Readings letters({{Recogniser::kChinese, "24个工作日"}, {Recogniser::kHan, "24个工伯日"}, {Recogniser::kSmallOne, "24个T件日"}});
  EXPECT_TRUE(letters.Has(EvidenceCode::kReadingsDiffer));
}

TEST(SightTest, TheWidthOfAUnitsMarksIsNoDifference) {
  Readings r({{Recogniser::kChinese, "≥2,200台（套）"}, {Recogniser::kSmallOne, "≥2,200台(套)"}});
  EXPECT_TRUE(r.Has(EvidenceCode::kReadingsAgree));
  EXPECT_FALSE(r.Has(EvidenceCode::kReadingsDiffer));
}

TEST(SightTest, WhatMakesNoSenseDoesNotOpposeWhatTwoRead) {
  Readings r({{Recogniser::kSmallTwo, "=100%"}, {Recogniser::kChinese, "=100%"}, {Recogniser::kSmallOne, "=]00%"}});
  EXPECT_FALSE(r.Has(EvidenceCode::kReadingsDiffer));
  Readings more({{Recogniser::kSmallTwo, "≥93%"}, {Recogniser::kChinese, "≥93%"}, {Recogniser::kSmallOne, "≥ 930%0"}});
  EXPECT_FALSE(more.Has(EvidenceCode::kReadingsDiffer));
  Readings range({{Recogniser::kChinese, "70-89%"}, {Recogniser::kHan, "70-89%"}, {Recogniser::kSmallOne, "70-899%"}});
  EXPECT_FALSE(range.Has(EvidenceCode::kReadingsDiffer));
  Readings once({{Recogniser::kSmallTwo, "≥93%"}, {Recogniser::kSmallOne, "≥ 930%0"}});
  EXPECT_TRUE(once.Has(EvidenceCode::kReadingsDiffer));
  Readings other({{Recogniser::kSmallTwo, "≥93%"}, {Recogniser::kChinese, "≥93%"}, {Recogniser::kSmallOne, "≥98%"}});
  EXPECT_TRUE(other.Has(EvidenceCode::kReadingsDiffer));
}

TEST(SightTest, ShapesBearLettersOutButNoFigures) {
  auto differs = [](const char* chinese, const char* han, const char* shapes) {
    return Readings({{Recogniser::kChinese, chinese}, {Recogniser::kHan, han}, {Recogniser::kShapes, shapes}}).Has(EvidenceCode::kReadingsDiffer);
  };
  EXPECT_FALSE(differs("云汀市", "云河市", "云汀市"));
  EXPECT_TRUE(differs("推广（期）", "推广（1期）", "推广（期）"));
}

TEST(SightTest, SpecksAreNoDifferenceBetweenNames) {
  auto choose = [](const std::vector<std::string>& texts) {
    std::vector<Recognition> seen(texts.size());
    std::vector<SeenValue> values;
    for (size_t i = 0; i < texts.size(); ++i) {
      seen[i].by = i == 0 ? Recogniser::kChinese : Recogniser::kHan;
      seen[i].text = texts[i];
      values.push_back({&seen[i], ReadText({seen[i].text, seen[i].text})});
    }
    const SeenChoice choice = ChooseReading(values);
    return texts[choice.taken] + (choice.signs.Has(EvidenceCode::kReadingsAgree) ? "" : " differs");
  };
  EXPECT_EQ(choose({"石溪°高标准农田建设", "石溪高标准农田建设"}), "石溪高标准农田建设");
  EXPECT_EQ(choose({"石溪县民政局", "石溪县” 民政局"}), "石溪县民政局");
  EXPECT_EQ(choose({"教育事务保障中心", "教育事务保障中心。"}), "教育事务保障中心");
  EXPECT_EQ(choose({"关于“双减”工作", "关于双减工作"}), "关于“双减”工作 differs") << "a pair is what somebody wrote";
}

TEST(SightTest, DegreesAreKnownToReadersOfLettersOnly) {
  Readings r({{Recogniser::kChinese, "±0.5℃"}, {Recogniser::kHan, "±0.5℃"}, {Recogniser::kSmallOne, "±0.5%"}, {Recogniser::kSmallTwo, "±0.5%"}});
  EXPECT_EQ(r.taken(), "±0.5℃");
  EXPECT_FALSE(r.Has(EvidenceCode::kReadingsDiffer));
  Readings percent({{Recogniser::kChinese, "90名"}, {Recogniser::kHan, "90名"}, {Recogniser::kSmallOne, "90%"}, {Recogniser::kSmallTwo, "90%"}});
  EXPECT_FALSE(percent.choice.certain) << "a full-width ％ is in no alphabet of theirs";
  EXPECT_TRUE(percent.Has(EvidenceCode::kReadingsAgree));
}

TEST(SightTest, ThousandthsOfACurrencyAreACommaTakenForAPoint) {
  Recognition one, two, three;
  one.by = Recogniser::kSmallOne, one.text = "5,522.000";
  two.by = Recogniser::kSmallTwo, two.text = "5,522.000";
  three.by = Recogniser::kLatin, three.text = "5,522,000";
  std::vector<SeenValue> values(3);
  for (size_t i = 0; i < 3; ++i) {
    values[i].seen = i == 0 ? &one : i == 1 ? &two : &three;
    values[i].reading.value = Money{{5522000, i < 2 ? -3 : 0}, "CNY"};
  }
  const SeenChoice choice = ChooseReading(values);
  EXPECT_EQ(choice.taken, 2u);
  EXPECT_TRUE(choice.signs.Has(EvidenceCode::kChosenByMeaning));
}

TEST(SightTest, WhoKnowsFiguresBearsThemOut) {
  Readings r({{Recogniser::kChinese, "≤0起"}, {Recogniser::kHan, "≤0起"}, {Recogniser::kSmallOne, "≤0座"}, {Recogniser::kSmallTwo, "≤0座"}});
  EXPECT_EQ(r.taken(), "≤0起");
  EXPECT_TRUE(r.choice.certain);
}

TEST(SightTest, APartOfACellIsComparedWithTheSameFiguresOfOtherReadings) {
  const std::string cell = "总目标（2019年- 2021年）";
  const size_t first = cell.find("2019"), second = cell.find("2021");
  EXPECT_EQ(SameRun(cell, first, first + 4, "总目标(2018年-2021年)"), "2018");
  EXPECT_EQ(SameRun(cell, second, second + 4, "(2018年-2024"), "2024");
  EXPECT_EQ(SameRun(cell, first, first + 4, "(2018年-202 4年)"), "") << "another number of runs";
  EXPECT_EQ(SameRun(cell, 0, cell.size(), "2018 2021"), "") << "more than one run";
}

TEST(SightTest, WhatStandsBehindAPrintedSignIsComparedWithOtherReadings) {
  EXPECT_EQ(Behind("$", "$\n605,000.00"), "605,000.00");
  EXPECT_EQ(Behind("$ ", "＄ 605,000.00"), "605,000.00");
  EXPECT_EQ(Behind("单位：", "单位:某局"), "某局");
  EXPECT_EQ(Behind("$", "605,000.00"), "605,000.00") << "the sign wasn't seen";
  EXPECT_EQ(Behind("单位：", "单位某局"), "") << "other letters";
  EXPECT_EQ(Behind("$", "中 605"), "");
  EXPECT_EQ(Behind("$", ""), "");
  EXPECT_EQ(Behind("$", "$ "), "");
}

TEST(SightTest, ThreeThatReadTheSameAreCertain) {
  EXPECT_TRUE(Readings({{Recogniser::kChinese, "16次"}, {Recogniser::kSmallOne, "16次"}, {Recogniser::kSmallTwo, "16次"}}).choice.certain);
  EXPECT_FALSE(Readings({{Recogniser::kChinese, "16次"}, {Recogniser::kSmallOne, "16次"}}).choice.certain);
  EXPECT_FALSE(Readings({{Recogniser::kChinese, "16次"}, {Recogniser::kSmallOne, "16次"}, {Recogniser::kSmallTwo, "16次"}, {Recogniser::kHan, "18次"}}).choice.certain);
}

TEST(SightTest, ReadersThatDifferAreSaid) {
  Readings r({{Recogniser::kChinese, "90%"}, {Recogniser::kSmallOne, "80%"}});
  EXPECT_TRUE(r.Has(EvidenceCode::kReadingsDiffer));
  EXPECT_NE(r.choice.runner_up, r.choice.taken);
}

TEST(SightTest, TheMajorityStands) {
  Readings r({{Recogniser::kChinese, "80%"}, {Recogniser::kSmallOne, "90%"}, {Recogniser::kSmallTwo, "90%"}, {Recogniser::kLatin, "90%"}});
  EXPECT_EQ(r.taken(), "90%");
  EXPECT_TRUE(r.Has(EvidenceCode::kReadingsAgree));
  EXPECT_TRUE(r.Has(EvidenceCode::kChosenByMeaning));
  EXPECT_FALSE(r.Has(EvidenceCode::kReadingsDiffer));
}

TEST(SightTest, WhereNoTwoReadTheSameTheDigitsOfMostStand) {
  Readings r({{Recogniser::kChinese, "<=20天"}, {Recogniser::kHan, "<=26天"}, {Recogniser::kSmallOne, "<2.6天"}, {Recogniser::kSmallTwo, "<≈26天"}});
  EXPECT_EQ(r.taken(), "<=26天");
  EXPECT_TRUE(r.Has(EvidenceCode::kReadingsDiffer));
}

TEST(SightTest, WhatMakesNoSenseGivesWayToTheSameFiguresThatDo) {
  Readings r({{Recogniser::kChinese, "≥ 9 7%"}, {Recogniser::kSmallOne, "≥ 9 7%"}, {Recogniser::kSmallTwo, "≥97%"}});
  EXPECT_EQ(r.taken(), "≥97%");
  Readings signs({{Recogniser::kChinese, "之375人"}, {Recogniser::kHan, "二375人"}, {Recogniser::kSmallOne, "≥375人"}});
  EXPECT_EQ(signs.taken(), "≥375人");
  EXPECT_TRUE(signs.Has(EvidenceCode::kReadingsDiffer));
}

TEST(SightTest, ASmallReaderDropsASignOfARelationOfTwo) {
  Readings r({{Recogniser::kSmallOne, "<567万元"}, {Recogniser::kHan, "<=567万元"}, {Recogniser::kChinese, "<=567万元"}, {Recogniser::kSmallTwo, "<567万元"}});
  EXPECT_EQ(r.taken(), "<=567万元");
  EXPECT_TRUE(r.Has(EvidenceCode::kReadingsAgree));
  EXPECT_FALSE(r.Has(EvidenceCode::kReadingsDiffer));
  Readings one({{Recogniser::kSmallOne, "<567万元"}, {Recogniser::kHan, "<=567万元"}, {Recogniser::kChinese, "<567万元"}, {Recogniser::kSmallTwo, "<567万元"}});
  EXPECT_EQ(one.taken(), "<567万元") << "only one saw it";
  for (const char* small : {"=567万元", "≈567万元", "567万元"}) {
    Readings other({{Recogniser::kChinese, "<=567万元"}, {Recogniser::kHan, "<=567万元"}, {Recogniser::kSmallOne, small}});
    EXPECT_EQ(other.taken(), "<=567万元") << small;
    EXPECT_FALSE(other.Has(EvidenceCode::kReadingsDiffer)) << small;
  }
  for (const char* small : {">567万元", "≥567万元", "1567万元"})
    EXPECT_TRUE(Readings({{Recogniser::kChinese, "<=567万元"}, {Recogniser::kHan, "<=567万元"}, {Recogniser::kSmallOne, small}}).Has(EvidenceCode::kReadingsDiffer)) << small;
  Readings digits({{Recogniser::kSmallOne, "<561万元"}, {Recogniser::kHan, "<=567万元"}, {Recogniser::kChinese, "<=567万元"}, {Recogniser::kSmallTwo, "<561万元"}});
  EXPECT_TRUE(digits.Has(EvidenceCode::kReadingsDiffer)) << "the figures differ too";
}

TEST(SightTest, ARateAboveTheWholeIsNotTakenWhereAnotherReadingMakesSense) {
  Readings r({{Recogniser::kChinese, "290%"}, {Recogniser::kLatin, "290%"}, {Recogniser::kSmallOne, "≥90%"}});
  EXPECT_EQ(r.taken(), "≥90%");
  EXPECT_TRUE(r.Has(EvidenceCode::kChosenByMeaning));
  EXPECT_TRUE(r.Has(EvidenceCode::kReadingsDiffer));
}

TEST(SightTest, WhatIsMoreOftenMisreadIsDoubtedHoweverManyReadIt) {
  for (const char* text : {"≥3.400人次", "每月1]次", "每月|1次", "（（一期）完成"}) {
    Readings r({{Recogniser::kChinese, text}, {Recogniser::kSmallOne, text}});
    EXPECT_TRUE(r.Has(EvidenceCode::kChosenByMeaning)) << text;
  }
  for (const char* text : {"≥3.40万元", "≥0.125吨", "（一期）完成", "≤100%"}) {
    Readings r({{Recogniser::kChinese, text}, {Recogniser::kSmallOne, text}});
    EXPECT_FALSE(r.Has(EvidenceCode::kChosenByMeaning)) << text;
  }
}

TEST(SightTest, WhatOnlyOneCouldReadIsSaid) {
  Readings r({{Recogniser::kChinese, "16次"}});
  EXPECT_TRUE(r.Has(EvidenceCode::kReadOnce));
}

TEST(SightTest, BornDigitalTextHasNoSight) {
  Document document;
  document.boxes.push_back({{0, 3}, {1, 0, 0, 10, 10}});
  Place place;
  place.line = 1;
  place.range = {0, 3};
  EXPECT_FALSE(SightOf(document, place).scanned);
  EXPECT_EQ(SignsOf(SightOf(document, place), Type::kText), Signs());
}

TEST(SightTest, WhatAnEdgeMayHaveCutIsDoubted) {
  Document document;
  document.boxes.push_back({{0, 3}, {1, 0, 0, 10, 10}});
  document.boxes.back().legibility = 0;
  Place place;
  place.line = 1;
  place.range = {0, 3};
  EXPECT_TRUE(SignsOf(SightOf(document, place), Type::kRichText).Has(EvidenceCode::kCellsTorn));
  EXPECT_TRUE(SignsOf(SightOf(document, place), Type::kTarget).Has(EvidenceCode::kCellsTorn));
  EXPECT_TRUE(SignsOf(SightOf(document, place), Type::kMoney).Has(EvidenceCode::kLettersPoor));
  EXPECT_FALSE(SignsOf(SightOf(document, place), Type::kMoney).Has(EvidenceCode::kCellsTorn)) << "an equation may speak for it";
}

TEST(SightTest, APageWithoutRulesIsDoubted) {
  Document document;
  document.boxes.push_back({{0, 3}, {1, 0, 0, 10, 10}});
  Place place;
  place.line = 1;
  place.range = {0, 3};
  EXPECT_EQ(SignsOf(SightOf(document, place), Type::kMoney), Signs{});
  document.boxes.back().unruled = true;
  EXPECT_TRUE(SignsOf(SightOf(document, place), Type::kMoney).Has(EvidenceCode::kUnruled));
  document.boxes.back().legibility = 0.9f;
  EXPECT_FALSE(SignsOf(SightOf(document, place), Type::kMoney).Has(EvidenceCode::kUnruled)) << "a scan may have lost them";
}

TEST(SightTest, AScanTellsLegibilitySealAndReadings) {
  Document document;
  document.readings.push_back({{1, 0, 0, 10, 10}, "12", 0.8f, Recogniser::kLatin});
  TextBox box{{0, 3}, {1, 0, 0, 10, 10}};
  box.legibility = 0.8f;
  box.sealed = true;
  box.readings = 1;
  document.boxes.push_back(box);
  Place place;
  place.line = 1;
  place.range = {0, 3};
  Sight sight = SightOf(document, place);
  ASSERT_EQ(sight.readings.size(), 1u);
  EXPECT_EQ(sight.readings[0]->text, "12");
  Signs signs = SignsOf(sight, Type::kText);
  EXPECT_TRUE(signs.Has(EvidenceCode::kScanned));
  EXPECT_TRUE(signs.Has(EvidenceCode::kLettersPoor));
  EXPECT_TRUE(signs.Has(EvidenceCode::kUnderSeal));
}

}  // namespace
}  // namespace tabularium
