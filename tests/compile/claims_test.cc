#include <gtest/gtest.h>

#include "forms.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* line;  // of `checks`
  const char* dump;  // of the checks, or the complaints
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::string File(const char* line) {
  return std::string("form f 1\n  title T1\n  parts t.name = p.name\n"
                     "picture p\n   | A1 | {name} | {a} | {b} | {n_1} | {n_2} | {from} | {year} |\n\n"
                     "picture t\n   | A1 | B1 | C1 | D1 | E1 |\n + | {l1} | {l2} | {name} | {x} | {y} |\n\n"
                     "fields\n  p.a, b, n_1, n_2  money in 元\n  p.from  date\n  p.year  year\n  t.x, y  number\n"
                     "  t.name  text, required\n"
                     "  t.l1  one of 产出, 效益; carries down\n  t.l2  one of 数量 under 产出; 社会 under 效益; carries down\n"
                     "checks\n") + line + "\n";
}

class Claims : public testing::TestWithParam<Case> {};

TEST_P(Claims, Read) {
  EXPECT_EQ(Lines(Outcome(File(GetParam().line)), "check "), GetParam().dump) << Outcome(File(GetParam().line));
}

constexpr Case kClaims[] = {
    {"Equal", "  c  p.a = p.b", "check c: p.a = p.b\n"},
    {"Chain", "  c  1 <= p.a < p.b", "check c: 1 <= p.a < p.b\n"},
    {"Signs", "  c  p.a ≤ p.b ≥ 1.50", "check c: p.a <= p.b >= 1.50\n"},
    {"LeftToRight", "  c  p.a = p.b - 1 + 2", "check c: p.a = ((p.b - 1) + 2)\n"},
    {"ProductsFirst", "  c  p.a = p.b + 2 * 3", "check c: p.a = (p.b + (2 * 3))\n"},
    {"Brackets", "  c  p.a = (p.b + 2) × 3 ÷ 4", "check c: p.a = (((p.b + 2) * 3) / 4)\n"},
    {"Within", "  c  p.a = p.b / 3 within 0.01", "check c: p.a = (p.b / 3) within 0.01\n"},
    {"Suspicious", "  c  p.a = p.b  else suspicious", "check c: p.a = p.b suspicious\n"},
    {"WithinSuspicious", "  c  p.a = p.b within 1 else suspicious", "check c: p.a = p.b within 1 suspicious\n"},
    {"YearOf", "  c  year of p.from >= p.year", "check c: year[p.from] >= p.year\n"},
    {"Text", "  c  p.name = \"甲 乙\"", "check c: p.name = \"甲 乙\"\n"},
    {"OfTheMain", "  c  p.name = p.name of the main", "check c: p.name = p.name of the main\n"},
    {"OfThePart", "  c  t.x = p.a of the part", "check c: t.x = p.a of the part each t\n"},
    {"SumOf", "  c  sum of t.x = p.a", "check c: sum[t.x] = p.a\n"},
    {"SumOfParts", "  c  sum of p.a of the part = p.b", "check c: sum[p.a of the part] = p.b\n"},
    {"SumWhere", "  c  sum of t.x where l1 is 产出 and name is filled = 1",
     "check c: sum[t.x where t.l1 is 产出 where t.name is filled] = 1\n"},
    {"CountOf", "  c  count of t where l1 is 产出 or 效益 >= 1", "check c: count[t.name where t.l1 is 产出/效益] >= 1\n"},
    {"CountOfSlot", "  c  count of t.x = 0", "check c: count[t.x] = 0\n"},
    {"EachRecord", "  c  each record of t: x <= y", "check c: t.x <= t.y each t\n"},
    {"EachRecordImplied", "  c  t.x <= t.y * 2", "check c: t.x <= (t.y * 2) each t\n"},
    {"EachColumn", "  c  each {n} of 1, 2: p.n_{n} = p.a", "check c-1: p.n_1 = p.a\ncheck c-2: p.n_2 = p.a\n"},
    {"EachSlot", "  c  each {s} of a, b: p.{s} >= 0 else suspicious",
     "check c-a: p.a >= 0 suspicious\ncheck c-b: p.b >= 0 suspicious\n"},
    {"Belongs", "  c  t.l2 belongs to t.l1", "check c: t.l2 belongs to t.l1 each t\n"},
    {"GoesOn", "  c  p.a = p.b\n     + 1  # more\n     + 2", "check c: p.a = ((p.b + 1) + 2)\n"},
};
INSTANTIATE_TEST_SUITE_P(Claims, Claims, testing::ValuesIn(kClaims), [](const auto& c) { return c.param.name; });

class RefusedClaims : public testing::TestWithParam<Case> {};

TEST_P(RefusedClaims, Complained) { EXPECT_EQ(Outcome(File(GetParam().line)), GetParam().dump); }

constexpr Case kRefused[] = {
    {"NoRelation", "  c  p.a", "20:6 bad-line\n"},
    {"NoSide", "  c  p.a =", "20:11 bad-line\n"},
    {"NoSlot", "  c  p.a = p.z", "20:12 unknown-slot\n"},
    {"TextAdded", "  c  p.a = p.name + 1", "20:12 check-on-text\n"},
    {"TextLess", "  c  p.name < p.name of the main", "20:6 check-on-text\n"},
    {"DateAndYear", "  c  p.from <= p.year", "20:6 check-on-text\n"},
    {"YearOfYear", "  c  year of p.year = 1", "20:6 check-on-text\n"},
    {"SumOfField", "  c  sum of p.a = 1", "20:13 not-a-table\n"},
    {"SumOfText", "  c  sum of t.name = 1", "20:13 check-on-text\n"},
    {"CountOfNothing", "  c  count of u >= 1", "20:15 unknown-slot\n"},
    {"WhereElsewhere", "  c  count of t where p.name is 甲 >= 1", "20:23 not-a-table\n"},
    {"WhereNoChoice", "  c  count of t where l1 is 投入 >= 1", "20:29 unknown-choice\n"},
    {"WhereNoIs", "  c  count of t where l1 = 产出", "20:26 bad-line\n"},
    {"EachOfNoTable", "  c  each record of p: a = b", "20:21 unknown-table\n"},
    {"EachWithoutColon", "  c  each record of t x = y", "20:23 bad-line\n"},
    {"TableOfPart", "  c  p.a = t.x of the part", "20:12 not-a-table\n"},
    {"BelongsBackwards", "  c  t.l1 belongs to t.l2", "20:6 check-on-text\n"},
    {"WithinWhat", "  c  p.a = p.b within some", "20:23 bad-line\n"},
    {"More", "  c  p.a = p.b p.b", "20:16 bad-line\n"},
    {"NameTwice", "  c  p.a = p.b\n  c  p.b = p.a", "21:3 duplicate-name\n"},
};
INSTANTIATE_TEST_SUITE_P(Claims, RefusedClaims, testing::ValuesIn(kRefused), [](const auto& c) { return c.param.name; });

TEST(Claim, IsKeptAsWritten) {
  const GrammarFile file{"x.form", File("  c  each {n} of 1: p.n_{n} =  p.a   # all\n       + 1 within 2 else suspicious")};
  const Compiled compiled = Compile({&file, 1});
  ASSERT_TRUE(compiled.grammar.has_value());
  EXPECT_EQ(compiled.grammar->forms[0].checks[0].claim, "p.n_1 = p.a + 1 within 2");
}

}  // namespace
}  // namespace tabularium
