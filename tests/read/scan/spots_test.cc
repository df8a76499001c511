#include "read/scan/spots.h"

#include <gtest/gtest.h>

#include "drawn.h"

namespace tabularium {
namespace {

const Lattice kTwoCells{{}, {{100, 300, 500, 700, 4}, {500, 300, 900, 700, 4}}, {}, 0};

// Each spot: cell or line, empty or lines of their height, upright or a column of letters.
std::string Dump(const std::vector<SheetSpot>& spots) {
  std::string out;
  for (const SheetSpot& s : spots)
    out += fmt::format("{}{}", out.empty() ? "" : " ", s.cell ? "cell" : "line") +
           (s.empty ? std::string("[empty]") : fmt::format("[{}x{}{}{}]", s.lines, s.line_height, s.upright ? "" : " column", s.sealed ? " sealed" : ""));
  return out;
}

struct Case {
  const char* name;
  void (*draw)(Raster*);
  const char* spots;
};

const Case kCases[] = {
    {"nothing", [](Raster*) {}, "cell[empty] cell[empty]"},
    {"a_line_in_a_cell", [](Raster* p) { DrawLine(p, 120, 480, 5, 40); }, "cell[1x40] cell[empty]"},
    {"three_lines", [](Raster* p) { for (int i = 0; i < 3; ++i) DrawLine(p, 520, 400 + 60 * i, 6, 40); }, "cell[empty] cell[3x40]"},
    {"lines_set_tight", [](Raster* p) { DrawLine(p, 520, 400, 6, 40), DrawLine(p, 520, 444, 2, 40); }, "cell[empty] cell[2x40]"},
    {"a_letter_of_two_parts", [](Raster* p) { DrawLetter(p, 520, 400, 20), DrawLetter(p, 520, 424, 20); }, "cell[empty] cell[1x44]"},
    {"a_column_of_letters", [](Raster* p) { for (int i = 0; i < 4; ++i) DrawLetter(p, 280, 380 + 52 * i, 40); }, "cell[4x40 column] cell[empty]"},
    {"a_dash_is_ink", [](Raster* p) { Fill(p, 280, 500, 305, 504); }, "cell[1x0] cell[empty]"},
    {"specks_are_none", [](Raster* p) { for (int i = 0; i < 30; ++i) Fill(p, 150 + 17 * i % 700, 340 + 13 * i, 152 + 17 * i % 700, 343 + 13 * i); }, "cell[empty] cell[empty]"},
    {"a_rest_of_a_rule", [](Raster* p) { DrawLine(p, 120, 480, 5, 40); Fill(p, 489, 320, 493, 690); }, "cell[1x40] cell[empty]"},
    {"a_narrow_letter_at_the_edge", [](Raster* p) { Fill(p, 489, 480, 493, 520); }, "cell[1x40] cell[empty]"},
    {"a_title_and_a_note", [](Raster* p) { DrawLine(p, 300, 100, 6, 60), DrawLine(p, 100, 800, 8, 40); }, "line[1x60] cell[empty] cell[empty] line[1x40]"},
    {"a_wide_gap_parts", [](Raster* p) { DrawLine(p, 100, 800, 4, 40), DrawLine(p, 600, 800, 4, 40); }, "cell[empty] cell[empty] line[1x40] line[1x40]"},
    {"a_small_gap_does_not", [](Raster* p) { DrawLine(p, 100, 800, 4, 40), DrawLine(p, 330, 800, 4, 40); }, "cell[empty] cell[empty] line[1x40]"},
};

class Spots : public testing::TestWithParam<Case> {};

TEST_P(Spots, SayWhatStandsInThem) {
  Raster page(1000, 1000);
  GetParam().draw(&page);
  const PixPtr ink = DarkerThan(page, 128);
  EXPECT_EQ(Dump(FindSpots(FindBlobs(ink.get(), 14), kTwoCells, {}, 300)), GetParam().spots);
}

INSTANTIATE_TEST_SUITE_P(All, Spots, testing::ValuesIn(kCases), [](const auto& of) { return std::string(of.param.name); });

TEST(SpotsOf, SealsAreMarked) {
  Raster page(1000, 1000);
  DrawLine(&page, 120, 480, 5, 40);
  DrawLine(&page, 520, 480, 5, 40);
  const PixPtr ink = DarkerThan(page, 128);
  EXPECT_EQ(Dump(FindSpots(FindBlobs(ink.get(), 14), kTwoCells, {{{50, 300, 200, 200}, {{120, 470, 20, 20}}}}, 300)), "cell[1x40 sealed] cell[1x40]");
  EXPECT_EQ(Dump(FindSpots(FindBlobs(ink.get(), 14), kTwoCells, {{{50, 300, 200, 200}, {{120, 440, 20, 20}}}}, 300)), "cell[1x40] cell[1x40]")
      << "about its ink, but not on it";
}

}  // namespace
}  // namespace tabularium
