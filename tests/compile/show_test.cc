#include "compile/show.h"

#include <gtest/gtest.h>

#include "compile/compile.h"

namespace tabularium {
namespace {

constexpr const char* kForm =
    "form f 2023\n  title 申报表\n"
    "picture funds\n"
    "   | 项目资金 | 其中：财政资金 | {fiscal} | 上年 |\n"
    "   | ^        | ^              | ^        | 其他 |\n"
    "   | 说明 <a> | <              | <        | <    |\n"
    "picture rows, optional\n"
    "   | 名称[（全称）] | 金额    |\n"
    " + | {name}         | {total} |\n";

Form Compiled1() {
  const GrammarFile file{"x.form", kForm};
  return Compile({&file, 1}).grammar->forms[0];
}

TEST(Show, DrawsMergedSquares) {
  EXPECT_EQ(Show(Compiled1()),
            "f 2023\n申报表\n"
            "\nfunds\n"
            "  ┌──────────┬────────────────┬──────────┬──────┐\n"
            "  │ 项目资金 │ 其中：财政资金 │ {fiscal} │ 上年 │\n"
            "  │          │                │          ├──────┤\n"
            "  │          │                │          │ 其他 │\n"
            "  ├──────────┴────────────────┴──────────┴──────┤\n"
            "  │ 说明 <a>                                    │\n"
            "  └─────────────────────────────────────────────┘\n"
            "\nrows, optional\n"
            "  ┌────────────────┬─────────┐\n"
            "  │ 名称[（全称）] │ 金额    │\n"
            "  ├────────────────┼─────────┤\n"
            "+ │ {name}         │ {total} │\n"
            "  └────────────────┴─────────┘\n");
}

TEST(Show, WritesHtmlWithSpans) {
  EXPECT_EQ(ShowHtml(Compiled1()),
            "<section class=\"form\" id=\"f-2023\">\n<h1>申报表</h1>\n"
            "<h2>funds</h2>\n<table>\n"
            "<tr><td rowspan=\"2\">项目资金</td><td rowspan=\"2\">其中：财政资金</td><td rowspan=\"2\">{fiscal}</td>"
            "<td>上年</td></tr>\n"
            "<tr><td>其他</td></tr>\n"
            "<tr><td colspan=\"4\">说明 &lt;a&gt;</td></tr>\n"
            "</table>\n"
            "<h2>rows, optional</h2>\n<table>\n"
            "<tr><td>名称[（全称）]</td><td>金额</td></tr>\n"
            "<tr data-repeat=\"+\"><td>{name}</td><td>{total}</td></tr>\n"
            "</table>\n</section>\n");
}

}  // namespace
}  // namespace tabularium
