#include "write/json_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace tabularium {
namespace {

std::string Quoted(std::string_view text) {
  std::string out;
  JsonText(&out).Quoted(text);
  return out;
}

struct Case {
  const char* name;
  std::string_view in;
  const char* out;
};

class QuotedTest : public testing::TestWithParam<Case> {};

TEST_P(QuotedTest, EscapesWhatJsonAsksFor) { EXPECT_EQ(Quoted(GetParam().in), GetParam().out); }

const Case kValid[] = {
    {"empty", "", "\"\""},
    {"ascii", "a b", "\"a b\""},
    {"han", "绩效", "\"绩效\""},
    {"two_and_four_bytes", "é𠀀", "\"é𠀀\""},
    {"quotes", "\"\\", R"("\"\\")"},
    {"breaks", "a\nb\r\tc", R"("a\nb\r\tc")"},
    {"controls", std::string_view("\x01\x1f\x00\x7f", 4), R"("\u0001\u001f\u0000\u007f")"},
    {"slash_stays", "</p>", "\"</p>\""},
};
INSTANTIATE_TEST_SUITE_P(Valid, QuotedTest, testing::ValuesIn(kValid),
                         [](auto& i) { return i.param.name; });

const Case kDamaged[] = {
    {"lone_lead", "\xE7", "\"\xEF\xBF\xBD\""},
    {"cut_letter", "a\xE7\xBB", "\"a\xEF\xBF\xBD\xEF\xBF\xBD\""},
    {"overlong", "\xC0\xAF", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
    {"surrogate", "\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
    {"too_high", "\xF4\x90\x80\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
    {"gbk_bytes", "\xBC\xA8", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
};
INSTANTIATE_TEST_SUITE_P(Damaged, QuotedTest, testing::ValuesIn(kDamaged),
                         [](auto& i) { return i.param.name; });

TEST(QuotedTest, LongTextsAreNotCutInsideALetter) {
  for (size_t shift = 0; shift < 4; ++shift) {
    std::string text(shift, 'x');
    for (int i = 0; i < 9000; ++i) text += i % 3 == 0 ? "𠀀" : "绩";
    EXPECT_EQ(nlohmann::json::parse(Quoted(text)).get<std::string>(), text);
  }
}

TEST(QuotedTest, EveryPairOfBytesGivesValidJson) {
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; ++b) {
      std::string quoted = Quoted(std::string{static_cast<char>(a), static_cast<char>(b), 'x'});
      ASSERT_TRUE(nlohmann::json::accept(quoted)) << a << " " << b;
    }
}

struct RoundedCase {
  const char* name;
  double number;
  int places;
  const char* out;
};
class RoundedTest : public testing::TestWithParam<RoundedCase> {};
TEST_P(RoundedTest, DropsZerosAtTheEnd) {
  std::string out;
  JsonText(&out).Rounded(GetParam().number, GetParam().places);
  EXPECT_EQ(out, GetParam().out);
}
const RoundedCase kRounded[] = {
    {"one", 1, 5, "1"},
    {"confidence", 0.99925, 5, "0.99925"},
    {"zeros_dropped", 0.95, 5, "0.95"},
    {"zeros_inside", 0.00102, 5, "0.00102"},
    {"negative", -1.5, 2, "-1.5"},
    {"rounds_to_one", 0.999999, 5, "1"},
    {"zero", 0, 2, "0"},
    {"minus_nothing", -0.001, 2, "0"},
    {"integer", 595.28, 0, "595"},
};
INSTANTIATE_TEST_SUITE_P(Rounded, RoundedTest, testing::ValuesIn(kRounded),
                         [](auto& i) { return i.param.name; });

struct ExactCase {
  const char* name;
  const char* decimal;
  int places;
  const char* out;
};
class ExactTest : public testing::TestWithParam<ExactCase> {};
TEST_P(ExactTest, PrintsWhatWasWritten) {
  std::string out;
  Decimal decimal = *ParseDecimal(GetParam().decimal);
  JsonText(&out).Exact(decimal, GetParam().places);
  EXPECT_EQ(out, GetParam().out);
  EXPECT_EQ(out, "\"" + PrintAtLeast(decimal, GetParam().places) + "\"");
}
const ExactCase kExact[] = {
    {"integer", "380000", 2, "\"380000.00\""},
    {"cents", "380000.5", 2, "\"380000.50\""},
    {"finer", "1.2345", 2, "\"1.2345\""},
    {"below_one", "0.05", 2, "\"0.05\""},
    {"zero", "0", 2, "\"0.00\""},
    {"no_places", "12", 0, "\"12\""},
    {"negative", "-0.5", 0, "\"-0.5\""},
    {"long", "123456789012345678901234567890.12", 2, "\"123456789012345678901234567890.12\""},
    {"zeros_kept", "7.500", 2, "\"7.500\""},
    {"tiny", "0.000000000000000000000000000001", 2, "\"0.000000000000000000000000000001\""},
};
INSTANTIATE_TEST_SUITE_P(Exact, ExactTest, testing::ValuesIn(kExact),
                         [](auto& i) { return i.param.name; });

TEST(JsonTextTest, AppendsBehindWhatStandsThere) {
  std::string out = "before ";
  {
    JsonText json(&out);
    json.Raw("[");
    json.Integer(-12);
    json.Raw(",");
    json.Unsigned(12345678901234567890u);
    json.Raw(",");
    json.Digits(7, 4);
    json.Raw("]");
  }
  EXPECT_EQ(out, "before [-12,12345678901234567890,0007]");
}

}  // namespace
}  // namespace tabularium
