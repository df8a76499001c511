// A language is a file: what grammar/*.words and de.words say is known, and what is wrong with such a file is told with its
// place and a remedy.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>

#include "model/grid.h"
#include "normalise/reading.h"
#include "text/furniture.h"
#include "text/money_units.h"
#include "text/shape.h"

namespace tabularium {
namespace {

TEST(WordFiles, SayWhatStandsAroundAForm) {
  for (const char* line : {"Seite 3 von 7", "Gedruckt am Montag", "Page 3 of 7", "第 2 页 共 5 页", "OMB Number: 4040-0006",
                           "Standard Form 424A (Rev. 7-97)", "Authorized for Local Reproduction"})
    EXPECT_TRUE(LooksLikeFurniture(line)) << line;
  EXPECT_FALSE(LooksLikeFurniture("Blatt 3 von 7"));
  EXPECT_TRUE(LooksLikeNote("Anmerkung: alles in Tausend"));
  EXPECT_NE(HintAtFront("(Pflichtfeld) Amt"), 0u);
}

TEST(WordFiles, SayHowValuesAreWritten) {
  for (const char* cell : {"mindestens 3 Betten", "über 5", "höchstens 7", "不低于3张", "at least 3 beds"})
    EXPECT_TRUE(ShapesOf(cell) & kLooksTarget) << cell;
  for (const char* cell : {"entfällt", "ändert nichts", "不适用", "none"}) EXPECT_TRUE(SaysNotApplicable(cell)) << cell;
  EXPECT_TRUE(ShapesOf("ändert nichts") & kLooksNotApplicable);
  EXPECT_TRUE(ShapesOf("märz 3 2024") & kLooksDate);
}

Lettering Plain(const std::string& text) {
  Lettering written;
  written.text = written.plain = text;
  return written;
}

TEST(WordFiles, SayWhatValuesMean) {
  for (auto [cell, relation, number] : {std::array{"über 5", ">", "5"}, std::array{"mindestens 5", "≥", "5"}, std::array{"höchstens 7 Tage", "≤", "7"},
                                        std::array{"3 oder mehr", "≥", "3"}, std::array{"不低于3张", "≥", "3"}}) {
    const Understood read = ReadTarget(Plain(cell));
    const auto* target = std::get_if<Apart<Target>>(&read.value);
    ASSERT_TRUE(target) << cell;
    EXPECT_EQ((*target)->relation, relation) << cell;
    EXPECT_EQ((*target)->number, number) << cell;
  }
  for (const char* cell : {"3 märz 2024", "märz 3, 2024", "March 3, 2024"}) {
    const Understood read = ReadDate(Plain(cell));
    const Date* date = std::get_if<Date>(&read.value);
    ASSERT_TRUE(date) << cell;
    EXPECT_EQ(date->month, 3) << cell;
  }
}

TEST(WordFiles, SayWhatUnitsOfMoneyCount) {
  struct Case {
    const char *key, *currency;
    int power;
  };
  for (const Case& c : {Case{"tsdeuro", "EUR", 3}, Case{"万元", "CNY", 4}, Case{"分", "CNY", -2}, Case{"us$", "USD", 0}}) {
    const MoneyUnit* unit = FindMoneyUnit(c.key);
    ASSERT_TRUE(unit) << c.key;
    EXPECT_EQ(unit->currency, c.currency);
    EXPECT_EQ(unit->power, c.power);
  }
  EXPECT_FALSE(FindMoneyUnit("euro"));
  EXPECT_FALSE(FindMoneyUnit(""));
}

// What the build says of a file.
std::string ComplaintsAbout(const std::string& text) {
  const std::string folder = testing::TempDir() + testing::UnitTest::GetInstance()->current_test_info()->name();
  const std::string file = folder + "xx.words";
  std::ofstream(file, std::ios::binary) << text;
  std::FILE* pipe = popen((TABULARIUM_MAKE_WORDS " " + folder + "xx.inc " + file + " 2>&1").c_str(), "r");
  std::string said;
  std::array<char, 4096> part;
  while (size_t bytes = std::fread(part.data(), 1, part.size(), pipe)) said.append(part.data(), bytes);
  const bool failed = pclose(pipe) != 0;
  EXPECT_EQ(failed, !said.empty());
  for (size_t at; (at = said.find(folder)) != std::string::npos;) said.erase(at, folder.size());
  return said;
}

TEST(WordFiles, AreComplainedAboutWithLineAndRemedy) {
  struct Case {
    const char *file, *complaint;
  };
  for (const Case& c : {
           Case{"stamps\n  printed on\n", ""},
           Case{"stamp\n", "xx.words:1: error: no section is called stamp\n     = the sections are stamps, signatures, "},
           Case{"# nothing\n  printed on\n", "xx.words:2: error: words before the first section\n     = a section's name stands at"},
           Case{"notes\n  note,,hint\n", "xx.words:2: error: a word without letters\n     = commas stand between words"},
           Case{"notes\n  note\n  hint, Note\n", "xx.words:3: error: Note stands twice under notes\n     = strike it here or in xx.words:2"},
           Case{"notes\n  ≥ = note\n", "xx.words:2: error: a word with \" \\ or = in it: ≥ = note\n     = only relations, months and units of money"},
           Case{"relations\n  at least\n", "xx.words:2: error: no relation\n     = write a sign, = and its words"},
           Case{"relations\n  >> = far more than\n", "xx.words:2: error: no relation\n"},
           Case{"months\n  13 = undecember\n", "xx.words:2: error: no month\n     = write its number: 1 = january, jan"},
           Case{"money units\n  EUR = euro\n  1000 EUR = tsd. euro\n  0.01 EUR = cent\n", ""},
           Case{"money units\n  euro\n", "xx.words:2: error: no unit of money\n     = write its currency, = and its names: EUR"},
           Case{"money units\n  12 EUR = dutzend euro\n", "xx.words:2: error: no unit of money\n"},
           Case{"money units\n  0.10 EUR = zehn cent\n", "xx.words:2: error: no unit of money\n"},
           Case{"money units\n  euro = euro\n", "xx.words:2: error: no unit of money\n"},
           Case{"vague relations\n  near\n", "xx.words:2: error: near is no relation\n     = name it under relations too"},
           Case{"timeless\n  until the cows come home\n", "xx.words:2: error: until the cows come home has more than 20 letters\n"},
           Case{"notes\n  \xFF\n", "xx.words:2: error: the line is not UTF-8\n     = store the file as UTF-8"},
       }) {
    const std::string said = ComplaintsAbout(c.file);
    EXPECT_EQ(said.substr(0, std::string(c.complaint).size()), c.complaint) << said;
    EXPECT_EQ(said.empty(), *c.complaint == '\0') << said;
  }
}

TEST(WordFiles, AllComplaintsComeTogether) {
  const std::string said = ComplaintsAbout("notes\n  note, note\nnote\nmonths\n  0 = never\n");
  for (const char* place : {"xx.words:2:", "xx.words:3:", "xx.words:5:"}) EXPECT_NE(said.find(place), std::string::npos) << said;
}

}  // namespace
}  // namespace tabularium
