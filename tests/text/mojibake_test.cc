#include "text/mojibake.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "text/encoding.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* text;
  const char* found;  // kind begin-end once
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::string Dump(const std::vector<Mojibake>& all) {
  constexpr std::string_view kKinds[] = {"replaced", "utf8-as-gbk", "utf8-as-latin",
                                         "gbk-as-latin"};
  std::string out;
  for (const Mojibake& m : all)
    out += fmt::format("{}{} {}-{} {}", out.empty() ? "" : "; ",
                       kKinds[static_cast<size_t>(m.kind)], m.range.begin, m.range.end, m.once);
  return out;
}

class MojibakeTest : public testing::TestWithParam<Case> {};
TEST_P(MojibakeTest, IsFound) {
  EXPECT_EQ(Dump(FindMojibake(GetParam().text)), GetParam().found);
  EXPECT_TRUE(ScanUtf8(GetParam().text).odd);
}
class CleanTest : public testing::TestWithParam<Case> {};
TEST_P(CleanTest, IsLeftAlone) { EXPECT_EQ(Dump(FindMojibake(GetParam().text)), ""); }

const Case kMojibake[] = {
    {"Replacement", "项\xEF\xBF\xBD\xEF\xBF\xBD目", "replaced 3-9 "},
    {"KunJinKao", "名称：锟斤拷锟斤拷", "replaced 9-27 "},
    {"KunJinCut", "锟斤\t1", "replaced 0-6 "},
    {"ReplacementAsLatin", "ï¿½", "replaced 0-6 "},
    {"Project", "名称：椤圭洰", "utf8-as-gbk 9-18 项目"},
    {"ProjectName", "椤圭洰鍚嶇О\t1", "utf8-as-gbk 0-17 项目名称"},
    {"One", "涓€涓", "utf8-as-gbk 0-6 一"},
    {"Quotation", "鈥淎", "utf8-as-gbk 0-6 “"},
    {"FullStopCut", "完成銆?", "utf8-as-gbk 6-10 "},
    {"HanAsLatin", "é¡¹ç›®", "utf8-as-latin 0-13 项目"},
    {"AccentAsLatin", "CafÃ© 3", "utf8-as-latin 3-7 é"},
    {"GbkAsLatin", "ÏîÄ¿Ãû³Æ", "gbk-as-latin 0-16 项目名称"},
};
const Case kClean[] = {
    {"Prose", "基层党建服务站，党群服务，综合保障。", ""},
    {"TraditionalMetals", "鎮公所錄用鋼鐵鏈條，閱覽室，鎖鑰", ""},
    {"Names", "娟、婧、寮、涓滴、瀛、淇县、灏、娴静、妞妞、婷婷", ""},
    {"Signs", "3×4±1°C · ≥90％ ①②□☑", ""},
    {"French", "L’été « À la carte », ÉTÉ", ""},
    {"German", "Größe: ÄÖÜß", ""},
    {"Spanish", "¿Qué? ¡Sí!", ""},
};
auto CaseName = [](const auto& i) { return std::string(i.param.name); };
INSTANTIATE_TEST_SUITE_P(All, MojibakeTest, testing::ValuesIn(kMojibake), CaseName);
INSTANTIATE_TEST_SUITE_P(All, CleanTest, testing::ValuesIn(kClean), CaseName);

}  // namespace
}  // namespace tabularium
