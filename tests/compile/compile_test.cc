// Whole files: heads, words, several forms, the vocabulary, and bytes that are no grammar at all.

#include <gtest/gtest.h>

#include <random>

#include "compile/draft.h"
#include "forms.h"

namespace tabularium {
namespace {

constexpr const char* kTwoForms =
    "# a comment\n"
    "form one 2023\n"
    "  title     申报表\n"
    "  also      项目申报表, 申 请 表\n"
    "  begins    where people.name changes\n"
    "  ends with people\n"
    "\n"
    "picture head, optional\n"
    "   | 项目名称 | {name} |\n"
    "\n"
    "picture people\n"
    "   | 姓名   | 目标   |\n"
    " + | {name} | {goal} |\n"
    "\n"
    "words\n"
    "  项目名称  also 名称, 专项名称\n"
    "  目标1：, …… are hints\n"
    "  填写说明 is a hint\n"
    "\n"
    "form two 2023\n"
    "  title   另一张表\n"
    "  begins  once\n"
    "picture head\n"
    "   | 项目 名称： | {name} |\n";

TEST(CompileTest, DumpsWholeForms) {
  EXPECT_EQ(Outcome(kTwoForms),
            "form one 2023 titles 申报表 项目申报表 申请表\n"
            "begins where people.name parts -=- end 2\n"
            "picture head optional\n"
            "  once | label(项目名称/名称/专项名称)=项目名称=名称=专项名称 | slot(head.name)\n"
            "picture people\n"
            "  once | label(姓名)=姓名 | label(目标)=目标\n"
            "  many:people | slot(people.name) | slot(people.goal)\n"
            "slot head.name text[0]\n"
            "slot people.name text in people[0]\n"
            "slot people.goal text in people[1]\n"
            "residue 目标1\n"
            "residue ……\n"
            "residue 填写说明\n"
            "form two 2023 titles 另一张表\n"
            "begins once parts -=- end -1\n"
            "picture head\n"
            "  once | label(项目名称)=项目名称 | slot(head.name)\n"
            "slot head.name text[0]\n");
}

TEST(CompileTest, WordsWithOneKeyAreOneWord) {
  const GrammarFile file{"x.form", kTwoForms};
  const Compiled compiled = Compile({&file, 1});
  ASSERT_TRUE(compiled.grammar.has_value());
  const Vocabulary& vocabulary = compiled.grammar->vocabulary;
  const KnownWord& name = vocabulary.words[static_cast<size_t>(vocabulary.Find("项目名称"))];
  EXPECT_EQ(name.text, "项目名称");
  EXPECT_EQ(name.roles, kIsLabel);
  EXPECT_EQ(name.forms, (std::vector<uint16_t>{0, 1}));
  const KnownWord& title = vocabulary.words[static_cast<size_t>(vocabulary.Find("申请表"))];
  EXPECT_EQ(title.text, "申 请 表");
  EXPECT_EQ(title.roles, kIsTitle);
  EXPECT_EQ(vocabulary.Find("不认识"), kNoWord);
  for (const auto& [key, id] : vocabulary.ids) EXPECT_EQ(vocabulary.words[static_cast<size_t>(id)].key, key);
}

TEST(CompileTest, FilesAreCompiledTogether) {
  const GrammarFile files[] = {{"a.form", "form a 1\n  title T1\npicture p\n   | A1 | {x} |\n"},
                               {"b.form", "form b 1\n  title t 1\npicture p\n   | A1 | {x} |\n"}};
  const Compiled compiled = Compile(files);
  EXPECT_FALSE(compiled.grammar.has_value());
  ASSERT_EQ(compiled.complaints.size(), 1u);
  EXPECT_EQ(compiled.complaints[0].file, "b.form");
  EXPECT_EQ(compiled.complaints[0].code, "title-taken");
}

TEST(CompileTest, ByteOrderMarkAndLineEndsDontMatter) {
  std::string crlf = "\xEF\xBB\xBF";
  for (char c : std::string(kTwoForms)) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(Outcome(crlf), Outcome(kTwoForms));
}

TEST(CompileTest, NoFilesAreAnEmptyGrammar) {
  const Compiled compiled = Compile({});
  ASSERT_TRUE(compiled.grammar.has_value());
  EXPECT_TRUE(compiled.grammar->forms.empty());
}

struct Large {
  const char* name;
  std::string (*make)();
};

void PrintTo(const Large& c, std::ostream* out) { *out << c.name; }

std::string Times(size_t n, const std::string& text) {
  std::string out;
  for (size_t i = 0; i < n; ++i) out += text;
  return out;
}

std::string Numbered(size_t n, const std::string& before, const std::string& behind) {
  std::string out;
  for (size_t i = 0; i < n; ++i) out += before + std::to_string(i) + behind;
  return out;
}

class TooLarge : public testing::TestWithParam<Large> {};

// Each has a complaint, soon.
TEST_P(TooLarge, IsRefused) {
  const std::string text = GetParam().make();
  const GrammarFile file{"x.form", text};
  const Compiled compiled = Compile({&file, 1});
  ASSERT_FALSE(compiled.complaints.empty());
  EXPECT_LE(compiled.complaints.size(), 101u);
  for (const Complaint& complaint : compiled.complaints) EXPECT_FALSE(Print(complaint, text).empty());
}

const std::string kHead = "form f 1\n  title T1\npicture p\n   | A1 | {a} |\n";

const Large kLarge[] = {
    {"File", [] { return Times(kMostFileBytes / 4 + 1, "# a\n"); }},
    {"Squares", [] { return kHead + "   |" + Times(10000, " X |") + "\n"; }},
    {"Rows", [] { return kHead + Times(10000, "   | X |\n"); }},
    {"Slots", [] { return kHead + Numbered(5000, "   | X | {s", "} |\n"); }},
    {"Forms", [] { return Numbered(2000, "form f", " 1\n  title T1\npicture p\n   | A1 | {a} |\n"); }},
    {"Terms", [] { return kHead + "checks\n  c  1 = 1" + Times(20000, "+1") + "\n"; }},
    {"Brackets", [] { return kHead + "checks\n  c  1 = " + Times(50000, "(") + "1\n"; }},
    {"Choices", [] { return kHead + "fields\n  p.a  one of x" + Numbered(50000, ", c", "") + "\n"; }},
    {"Checks", [] { return kHead + "checks\n  c  each {n} of x" + Numbered(50000, ", ", "") + ": 1 = 1\n"; }},
    {"Name", [] { return kHead + "fields\n  p." + Times(100000, "x") + "  text\n"; }},
    {"Number", [] { return kHead + "checks\n  c  1 = " + Times(100000, "9") + "\n"; }},
    {"Digits", [] { return kHead + "checks\n  c  1 = 1 within " + Times(100, "9") + "\n"; }},
};
INSTANTIATE_TEST_SUITE_P(CompileTest, TooLarge, testing::ValuesIn(kLarge), [](const auto& c) { return c.param.name; });

// A grammar or complaints, never both or neither, whatever the bytes: pieces of forms in random order.
TEST(CompileTest, AnyBytesAreAnswered) {
  constexpr std::string_view kPieces[] = {
      "form f 1\n", "  title T\n", "picture p\n", "   | ", " | ", "|\n", "{a}", "{t.b, u.c}", "^", "<", " + ", "fields\n", "  p.a ",
      "one of ", "甲, ", "乙 under 甲; ", "money in ", "元", "words\n", " also ", "checks\n", "  c ", "sum of ", "count of t ", "where ",
      " is ", "= ", "<= ", "(", ")", "\"", "\\", "#", "[", "]", "\xFF", "each {n} of 1, 2: ", "each record of t: ", "\n", "  ", "\t",
      "within 1", " else suspicious", " of the part", "belongs to ", "}", "{", "1.5", "*", "parts t.b = p.a\n", "ends with p\n"};
  std::mt19937 random(20230101);
  for (int round = 0; round < 3000; ++round) {
    std::string text = round % 2 ? kHead : "";
    for (auto n = random() % 60; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    const GrammarFile file{"x.form", text};
    const Compiled compiled = Compile({&file, 1});
    EXPECT_EQ(compiled.grammar.has_value(), compiled.complaints.empty()) << text;
    for (const Complaint& complaint : compiled.complaints) EXPECT_FALSE(Print(complaint, text).empty());
  }
}

}  // namespace
}  // namespace tabularium
