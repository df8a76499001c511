#include "cli/limit_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tabularium {
namespace {

using testing::HasSubstr;

TEST(LimitNamesTest, SetsEachByName) {
  Limits limits;
  EXPECT_EQ(SetLimit("cells=12", &limits), "");
  EXPECT_EQ(SetLimit("text_bytes=2M", &limits), "");
  EXPECT_EQ(SetLimit("markup_depth=4294967295", &limits), "");
  EXPECT_EQ(limits.cells, 12u);
  EXPECT_EQ(limits.text_bytes, 2u << 20);
  EXPECT_EQ(limits.markup_depth, 4294967295u);
}

struct Case {
  const char* name;
  const char* assignment;
  const char* says;
};
class RefusedLimitTest : public testing::TestWithParam<Case> {};
TEST_P(RefusedLimitTest, SaysWhy) {
  Limits limits;
  EXPECT_THAT(SetLimit(GetParam().assignment, &limits), HasSubstr(GetParam().says));
}
INSTANTIATE_TEST_SUITE_P(
    All, RefusedLimitTest,
    testing::Values(
        Case{"NoNumber", "cells", "write NAME=NUMBER"},
        Case{"EmptyNumber", "cells=", "whole number"}, Case{"Zero", "cells=0", "whole number"},
        Case{"Negative", "cells=-1", "whole number"}, Case{"Fraction", "cells=1.5", "whole number"},
        Case{"TooLarge", "markup_depth=4294967296", "from 1 to 4294967295"},
        Case{"Overflow", "cells=99999999999999999999", "whole number"},
        Case{"OverflowByLetter", "cells=18446744073709551615G", "whole number"},
        Case{"UnknownName", "cell=1", "there is no limit cell; there are text_bytes, cells"}),
    [](const auto& i) { return std::string(i.param.name); });

TEST(LimitNamesTest, DescribesEveryOne) {
  EXPECT_THAT(DescribeLimits(),
              HasSubstr("text_bytes             536870912  bytes of a text file"));
}

}  // namespace
}  // namespace tabularium
