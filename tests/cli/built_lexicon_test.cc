// The lexicon that is embedded is the one that its files compile to, and serves for no others.
#include "cli/built_lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/grammar_files.h"
#include "compile/lexicon.h"

namespace tabularium {
namespace {

std::vector<GrammarFile> Lexicons() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(TABULARIUM_SOURCE_DIR "/grammar"))
    if (entry.path().extension() == ".lexicon") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<GrammarFile> files;
  for (const auto& path : paths) files.push_back(LoadGrammarFile(path).value());
  return files;
}

TEST(BuiltLexiconTest, IsWhatItsFilesCompileTo) {
  const std::vector<GrammarFile> files = Lexicons();
  const std::optional<Lexicon> built = BuiltLexicon(files);
  ASSERT_TRUE(built);
  const Lexicon made = CompileLexicon(files).lexicon.value();
  ASSERT_GT(made.terms.size(), 700u);
  ASSERT_GT(made.misspellings.size(), 5000u);
  EXPECT_EQ(built->letters, made.letters);
  EXPECT_EQ(built->alone, made.alone);
  EXPECT_EQ(built->latin, made.latin);
  EXPECT_EQ(built->sounds, made.sounds);
  EXPECT_EQ(built->longest_known, made.longest_known);
  EXPECT_TRUE(std::ranges::equal(built->pairs, made.pairs));
  EXPECT_TRUE(std::ranges::equal(built->pair_bits, made.pair_bits));
  EXPECT_TRUE(std::ranges::equal(built->misspelt_begins, made.misspelt_begins));
  EXPECT_TRUE(std::ranges::equal(built->variants, made.variants));
  EXPECT_TRUE(std::ranges::equal(built->nodes, made.nodes, [](const Lexicon::Node& a, const Lexicon::Node& b) {
    return a.sound == b.sound && a.children == b.children && a.first_child == b.first_child && a.first_term == b.first_term &&
           a.terms == b.terms;
  }));
  EXPECT_TRUE(std::ranges::equal(built->terms, made.terms, [](const Lexicon::Term& a, const Lexicon::Term& b) {
    return a.begin == b.begin && a.length == b.length && a.slips == b.slips;
  }));
  EXPECT_TRUE(std::ranges::equal(built->misspellings, made.misspellings, [](const Lexicon::Misspelling& a, const Lexicon::Misspelling& b) {
    return a.begin == b.begin && a.length == b.length && a.meant == b.meant;
  }));
}

TEST(BuiltLexiconTest, ServesForNoOtherFiles) {
  std::vector<GrammarFile> files = Lexicons();
  ASSERT_GE(files.size(), 2u);
  std::vector<GrammarFile> fewer(files.begin(), files.end() - 1);
  EXPECT_FALSE(BuiltLexicon(fewer));
  std::vector<GrammarFile> more = files;
  more.push_back({"more.lexicon", ""});
  EXPECT_FALSE(BuiltLexicon(more));
  std::vector<GrammarFile> longer = files;
  longer[0].text += "# one line more\n";
  EXPECT_FALSE(BuiltLexicon(longer));
  std::vector<GrammarFile> other = files;
  other.back().text.back() = ' ';
  EXPECT_FALSE(BuiltLexicon(other));
  EXPECT_FALSE(BuiltLexicon({}));
}

}  // namespace
}  // namespace tabularium
