// False alarms and speed of the wording checks on clean prose of many fields, with the lexicons of
// grammar/.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "compile/lexicon.h"
#include "verify/duplicates.h"
#include "verify/spots.h"

namespace tabularium {
namespace {

std::string Slurp(const std::string& path) {
  std::ifstream in(TABULARIUM_SOURCE_DIR "/" + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

const Lexicon& OurLexicon() {
  static const Lexicon lexicon = [] {
    std::vector<GrammarFile> files;
    for (const char* name : {"grammar/zh.lexicon", "grammar/zh-declarations.lexicon",
                             "grammar/zh-slips.lexicon"})
      files.push_back({name, Slurp(name)});
    return CompileLexicon(files).lexicon.value();
  }();
  return lexicon;
}

class ProseTest : public testing::TestWithParam<const char*> {};

TEST_P(ProseTest, RaisesNoAlarm) {
  std::string prose = Slurp(GetParam());
  ASSERT_FALSE(prose.empty());
  std::istringstream in(prose);
  std::vector<Spot> spots;
  for (std::string line; std::getline(in, line); spots.clear()) {
    FindSpots(line, OurLexicon(), &spots);
    for (const Spot& spot : spots)
      ADD_FAILURE() << Around(line, spot.begin, spot.end, 6) << ": "
                    << line.substr(spot.begin, spot.end - spot.begin) << " for " << spot.instead;
  }
}

INSTANTIATE_TEST_SUITE_P(Clean, ProseTest,
                         testing::Values("tests/verify/data/clean_prose.txt",
                                         "tests/verify/data/clean_words.txt"),
                         [](const auto& test) { return test.index == 0 ? "prose" : "words"; });

// What people write when the input method offers the wrong letter: each line is a phrase with a
// slip, and the phrase as it is meant.
TEST(ProseTest, FindsSlips) {
  std::istringstream in(Slurp("tests/verify/data/slips.txt"));
  std::string written, meant;
  int lines = 0;
  while (in >> written >> meant) {
    ++lines;
    std::vector<Spot> spots;
    FindSpots(written, OurLexicon(), &spots);
    ASSERT_EQ(spots.size(), 1u) << written;
    EXPECT_EQ(written.replace(spots[0].begin, spots[0].end - spots[0].begin, spots[0].instead),
              meant);
  }
  EXPECT_GE(lines, 50);
}

}  // namespace
}  // namespace tabularium
