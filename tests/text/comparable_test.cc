#include "text/comparable.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

struct Case {
  const char *in, *out;
};

TEST(ComparableTest, Folds) {
  for (const Case& c : std::initializer_list<Case>{{" ＞＝16 次", "≥16次"},
                                                   {"不少于", "不少于"},
                                                   {"大于等于3", "≥3"},
                                                   {"台（套）", "台（套）"},
                                                   {"台(套)", "台（套）"},
                                                   {"⽬标", "目标"},
                                                   {"１，２", "1，2"},
                                                   {"a\u200b b\u3000c", "abc"},
                                                   {"", ""}})
    EXPECT_EQ(Comparable(c.in), c.out) << c.in;
}

TEST(ComparableTest, KeepsMarks) {
  EXPECT_NE(Comparable("甲。乙"), Comparable("甲乙"));
  EXPECT_NE(Comparable("1.5"), Comparable("15"));
}

}  // namespace
}  // namespace tabularium
