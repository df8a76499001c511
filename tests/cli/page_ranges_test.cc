#include "cli/page_ranges.h"

#include <gmock/gmock.h>

namespace tabularium {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PageRangesTest, TakesPagesAndRanges) {
  EXPECT_THAT(PagesIn(*ReadPageRanges("1-3,7"), 9), ElementsAre(1, 2, 3, 7));
  EXPECT_THAT(PagesIn(*ReadPageRanges("7, 1-2"), 9), ElementsAre(1, 2, 7));
  EXPECT_THAT(PagesIn(*ReadPageRanges("2-3,3-4"), 9), ElementsAre(2, 3, 4));
  EXPECT_THAT(PagesIn(*ReadPageRanges("8-"), 9), ElementsAre(8, 9));
  EXPECT_THAT(PagesIn(*ReadPageRanges("10-12"), 9), IsEmpty());
  EXPECT_THAT(PagesIn({}, 2), ElementsAre(1, 2));
}

TEST(PageRangesTest, RefusesWhatIsNone) {
  for (const char* list : {"", "a", "0", "-3", "3-1", "1,,2", "1-2-3", "1.5", "99999999999"})
    EXPECT_FALSE(ReadPageRanges(list)) << list;
}

TEST(AreaTest, IsFourCorners) {
  auto area = ReadArea("10, 20.5,300,400");
  ASSERT_TRUE(area);
  EXPECT_EQ(area->x0, 10);
  EXPECT_EQ(area->y0, 20.5f);
  EXPECT_EQ(area->y1, 400);
  for (const char* corners : {"", "1,2,3", "1,2,3,4,5", "3,2,1,4", "1,2,1,4", "a,b,c,d"})
    EXPECT_FALSE(ReadArea(corners)) << corners;
}

}  // namespace
}  // namespace tabularium
