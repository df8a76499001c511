// Lexicons that compile, and the complaints about those that don't.
#include "compile/lexicon.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "text/reading.h"

namespace tabularium {
namespace {

CompiledLexicon CompileText(std::string text) {
  GrammarFile file{"x.lexicon", std::move(text)};
  return CompileLexicon({&file, 1});
}

TEST(LexiconTest, EmptyFilesMakeAnEmptyLexicon) {
  CompiledLexicon compiled = CompileText("# nothing\n\n");
  ASSERT_TRUE(compiled.lexicon);
  EXPECT_TRUE(compiled.lexicon->terms.empty());
  EXPECT_TRUE(compiled.lexicon->pairs.empty());
}

TEST(LexiconTest, TermsAreFoundByTheirSounds) {
  CompiledLexicon compiled = CompileText("terms\n  基层治理 基层治理能力  # two\n  党群服务\n");
  ASSERT_TRUE(compiled.lexicon);
  const Lexicon& lexicon = *compiled.lexicon;
  ASSERT_EQ(lexicon.terms.size(), 3u);
  uint32_t node = lexicon.pairs[size_t{SyllableOf(U'基')} * lexicon.sounds + SyllableOf(U'层')];
  ASSERT_NE(node, 0u);
  for (char32_t letter : U"治理") {
    if (!letter) break;
    const Lexicon::Node& parent = lexicon.nodes[node];
    ASSERT_EQ(parent.children, 1);
    node = parent.first_child;
    EXPECT_EQ(lexicon.nodes[node].sound, SyllableOf(letter));
  }
  ASSERT_EQ(lexicon.nodes[node].terms, 1);
  EXPECT_EQ(lexicon.LettersOf(lexicon.terms[lexicon.nodes[node].first_term]), U"基层治理");
  EXPECT_EQ(lexicon.nodes[node].children, 1) << "基层治理能力 goes on";
}

TEST(LexiconTest, SectionsOfSeveralFilesJoin) {
  std::vector<GrammarFile> files = {
      {"a.lexicon", "terms\n  社会保障\nordinary\n  占比\nalone\n  及 和\n"},
      {"b.lexicon",
       "same\n  的地得\nforeign\n  App Wi-Fi\nmeans\n  And = 和\nmisspelt\n  布署 = 部署\n"}};
  CompiledLexicon compiled = CompileLexicon(files);
  ASSERT_TRUE(compiled.lexicon);
  const Lexicon& lexicon = *compiled.lexicon;
  EXPECT_TRUE(lexicon.Knows(U"社会保障"));
  EXPECT_TRUE(lexicon.Knows(U"占比"));
  EXPECT_FALSE(lexicon.Knows(U"布署"));
  EXPECT_TRUE(lexicon.StandsAlone(U'及'));
  EXPECT_TRUE(lexicon.AreVariants(U'的', U'得'));
  EXPECT_FALSE(lexicon.AreVariants(U'的', U'和'));
  EXPECT_TRUE(lexicon.Allows("wi-fi"));
  EXPECT_EQ(lexicon.MeaningOf("and"), "和");
  EXPECT_EQ(lexicon.MeaningOf("an"), "");
  ASSERT_EQ(lexicon.terms.size(), 1u);
  ASSERT_EQ(lexicon.misspellings.size(), 1u);
  EXPECT_EQ(lexicon.LettersOf(lexicon.misspellings[0]), U"布署");
  EXPECT_EQ(lexicon.letters.substr(lexicon.misspellings[0].meant, 2), U"部署");
  EXPECT_TRUE(lexicon.MisspeltBegin(U'布', U'署'));
  EXPECT_FALSE(lexicon.MisspeltBegin(U'部', U'署')) << "it sounds alike";
}

struct Case {
  const char* name;
  const char* text;
  const char* complaint;  // code line:column+width
};

class RefusedLexiconTest : public testing::TestWithParam<Case> {};

TEST_P(RefusedLexiconTest, Complains) {
  CompiledLexicon compiled = CompileText(GetParam().text);
  EXPECT_FALSE(compiled.lexicon);
  ASSERT_EQ(compiled.complaints.size(), 1u);
  const Complaint& complaint = compiled.complaints[0];
  EXPECT_EQ(
      fmt::format("{} {}:{}+{}", complaint.code, complaint.line, complaint.column, complaint.width),
      GetParam().complaint);
  EXPECT_EQ(complaint.file, "x.lexicon");
  EXPECT_FALSE(complaint.message.empty());
  EXPECT_FALSE(complaint.hint.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Refused, RefusedLexiconTest,
    testing::Values(
        Case{"no_section", "  基层治理\n", "bad-line 1:3+4"},
        Case{"unknown_section", "words\n", "unknown-section 1:1+5"},
        Case{"more_than_a_name", "terms 基层治理\n", "bad-line 1:7+4"},
        Case{"latin_term", "terms\n  GDP增长\n", "not-han 2:3+5"},
        Case{"short_term", "terms\n  基层治理 治理\n", "bad-length 2:8+2"},
        Case{"long_term", "terms\n  一二三四五六七八九十一二三四五六七\n", "bad-length 2:3+17"},
        Case{"short_ordinary_word", "ordinary\n  占\n", "bad-length 2:3+1"},
        Case{"slips_without_word", "slips\n  = 都 堵\n", "bad-line 2:3+1"},
        Case{"slips_groups_missing", "slips\n  监督 = 都\n", "bad-line 2:3+2"},
        Case{"slips_same_letter", "slips\n  监督 = 监 -\n", "bad-slip 2:8+1"},
        Case{"term_twice", "terms\n  基层治理\n  基层治理\n", "stands-twice 3:3+4"},
        Case{"term_and_ordinary", "terms\n  水质监测\nordinary\n  水质监测\n",
             "stands-twice 4:3+4"},
        Case{"no_reading", "terms\n  基层治〇\n", "no-reading 2:3+4"},
        Case{"meaning_without_sign", "means\n  and 和\n", "bad-line 2:3+3"},
        Case{"misspelling_of_another_length", "misspelt\n  布署 = 部\n", "bad-length 2:8+1"},
        Case{"lone_variant", "same\n  的\n", "bad-length 2:3+1"}),
    [](const auto& test) { return test.param.name; });

TEST(LexiconTest, AllComplaintsComeAtOnce) {
  EXPECT_EQ(CompileText("terms\n  治理\n  GDP增长\nnonsense\n").complaints.size(), 3u);
}

std::string Slurp(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(LexiconTest, OurOwnCompiles) {
  std::vector<GrammarFile> files;
  for (const char* name : {"zh.lexicon", "zh-declarations.lexicon"})
    files.push_back({name, Slurp(std::string(TABULARIUM_SOURCE_DIR "/grammar/") + name)});
  CompiledLexicon compiled = CompileLexicon(files);
  for (const Complaint& complaint : compiled.complaints)
    ADD_FAILURE() << complaint.file << ":" << complaint.line << ": " << complaint.message;
  ASSERT_TRUE(compiled.lexicon);
  EXPECT_GE(compiled.lexicon->terms.size(), 700u);
}

}  // namespace
}  // namespace tabularium
