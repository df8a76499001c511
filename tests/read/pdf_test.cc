#include "read/pdf.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <cmath>
#include <functional>

#include "read/pdf_maker.h"

namespace tabularium {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Page ReadFirst(const std::string& bytes, const ReadOptions& options = {}) {
  auto file = PdfFile::Open(bytes, "test.pdf", options);
  EXPECT_TRUE(file.has_value()) << (file.has_value() ? "" : file.error().what);
  return file.has_value() ? file.value()->ReadPage(1) : Page();
}

Page ReadContent(std::string_view content) { return ReadFirst(PdfMaker().Page(content).Make()); }

// "h 100-300@50": a horizontal ruling from x 100 to 300 at y 50; "*" behind it: broken.
std::string Dump(const std::vector<Ruling>& rulings) {
  std::string out;
  for (const Ruling& r : rulings) {
    const Box& b = r.box;
    bool level = b.x1 - b.x0 > b.y1 - b.y0;
    out += fmt::format("{}{} {:.0f}-{:.0f}@{:.0f}{}", out.empty() ? "" : ", ", level ? 'h' : 'v', level ? b.x0 : b.y0,
                       level ? b.x1 : b.y1, level ? (b.y0 + b.y1) / 2 : (b.x0 + b.x1) / 2, r.broken ? "*" : "");
  }
  return out;
}

std::string Dump(const std::vector<Box>& boxes) {
  std::string out;
  for (const Box& b : boxes)
    out += fmt::format("{}{:.0f} {:.0f} {:.0f} {:.0f}", out.empty() ? "" : ", ", b.x0, b.y0, b.x1, b.y1);
  return out;
}

struct Case {
  const char* name;
  const char* in;
  const char* out;
};
std::string NameOf(const testing::TestParamInfo<Case>& info) { return info.param.name; }

class PdfText : public testing::TestWithParam<Case> {};
TEST_P(PdfText, Reads) { EXPECT_EQ(ReadContent(GetParam().in).text, GetParam().out); }

INSTANTIATE_TEST_SUITE_P(
    Words, PdfText,
    testing::Values(
        Case{"Line", "BT /F1 10 Tf 50 200 Td (Total budget) Tj ET", "Total budget"},
        Case{"LinesFromTheTop", "BT /F1 10 Tf 50 100 Td (below) Tj 0 50 Td (above) Tj ET", "above\nbelow"},
        Case{"WordsByGapsAlone", "BT /F1 10 Tf 50 200 Td [(Total) -300 (budget)] TJ ET", "Total budget"},
        Case{"KerningPartsNothing", "BT /F1 10 Tf 50 200 Td [(T) 80 (o) -60 (tal)] TJ ET", "Total"},
        Case{"LettersPlacedOneByOne", "BT /F1 10 Tf 50 200 Td (a) Tj 5.6 0 Td (b) Tj ET", "ab"},
        Case{"PlacedBackwards", "BT /F1 10 Tf 55.56 200 Td (b) Tj -5.56 0 Td (a) Tj ET", "ab"},
        Case{"SpacedEvenly", "BT /F1 10 Tf 1.5 Tc 50 200 Td (Total) Tj ET", "Total"},
        Case{"Han", "BT /H1 10 Tf 50 200 Td <9879 76EE> Tj ET", "项目"},
        Case{"HanBesideDigits", "BT /H1 10 Tf 50 200 Td <0032 0033> Tj 22.5 0 Td <5E74> Tj ET", "23年"},
        Case{"HanApart", "BT /H1 10 Tf 50 200 Td <9879> Tj 20 0 Td <76EE> Tj ET", "项 目"},
        Case{"HanStretched", "BT /H1 10 Tf 50 200 Td <9879> Tj 17 0 Td <76EE> Tj 17 0 Td <9879> Tj ET", "项目项"},
        Case{"TwoWideDigitsStretched", "BT /H1 10 Tf 50 200 Td <FF11> Tj 17 0 Td <FF12> Tj ET", "１２"},
        Case{"HanAndFiguresStretched", "BT /H1 10 Tf 50 200 Td <0039> Tj 16 0 Td <6708> Tj 16 0 Td <5E95> Tj ET", "9月底"},
        Case{"HanAndFiguresApart", "BT /H1 10 Tf 50 200 Td <0039> Tj 16 0 Td <6708> Tj 19 0 Td <5E95> Tj ET", "9 月 底"},
        Case{"TwoHanLettersApart", "BT /H1 10 Tf 50 200 Td <9879> Tj 17 0 Td <76EE> Tj ET", "项 目"},
        Case{"HanStretchedUnevenly", "BT /H1 10 Tf 50 200 Td <9879> Tj 17 0 Td <76EE> Tj 22 0 Td <9879> Tj ET", "项 目 项"},
        Case{"NoGapBeforeAClosingMark", "BT /H1 10 Tf 50 200 Td <0032> Tj 15 0 Td <FF0C> Tj 22 0 Td <0033> Tj ET", "2， 3"},
        Case{"NoGapBeforeAMarkOfAnotherFont", "BT /F1 10 Tf 50 200 Td (680) Tj ET BT /H1 10 Tf 75 200 Td <FF0C> Tj ET", "680，"},
        Case{"HanInTextsOfTheirOwn", "BT /H1 10 Tf 50 200 Td <9879> Tj ET BT /H1 10 Tf 67 200 Td <76EE> Tj ET BT /H1 10 Tf 84 200 Td <9879> Tj ET", "项 目 项"},
        Case{"WideBlank", "BT /H1 10 Tf 50 200 Td <9879 3000 76EE> Tj ET", "项 目"},
        Case{"RadicalsStay", "BT /H1 10 Tf 50 200 Td <2F6C> Tj ET", "⽬"},
        Case{"Downwards", "BT /V1 10 Tf 50 200 Td <9879 76EE> Tj ET", "项\n目"},
        Case{"LigatureByName", "BT /F1 10 Tf 50 200 Td <01> Tj (nd) Tj ET", "find"},
        Case{"Superscript", "BT /F1 10 Tf 50 200 Td (km) Tj /F1 6 Tf 4 Ts (2) Tj ET", "km2"},
        Case{"MarkBehindANumber", "BT /F1 10 Tf 50 200 Td (2002) Tj /F1 6 Tf 4 Ts (37) Tj ET", "2002 37"},
        Case{"Overprinted", "BT /F1 10 Tf 50 200 Td (Total) Tj 0.3 0 Td (Total) Tj ET", "Total"},
        Case{"OverprintedByLetter", "BT /F1 10 Tf 50 200 Td (T) Tj 0.3 0 Td (T) Tj 5.8 0 Td (o) Tj 0.3 0 Td (o) Tj ET", "To"},
        Case{"TextsThatOverlap", "BT /F1 10 Tf 50 200 Td (1680000) Tj 27.8 0 Td (7090000) Tj ET", "1680000 7090000"},
        Case{"ShadowBelow", "BT /F1 10 Tf 50 200 Td (Total) Tj 1 -1 Td (Total) Tj ET", "Total"},
        Case{"SameWordTwice", "BT /F1 10 Tf 50 200 Td (no no) Tj ET", "no no"},
        Case{"RightToLeftAsSeen", "BT /H1 10 Tf 50 200 Td <05DD 05D5 05DC 05E9> Tj ET", "שלום"},
        Case{"RightToLeftAsSpoken", "BT /H1 10 Tf 80 200 Td <05E9> Tj -10 0 Td <05DC> Tj ET", "של"},
        Case{"NumberInRightToLeft",
             "BT /H1 10 Tf 100 200 Td <05D1 05D0> Tj -30 0 Td <0031 0032> Tj -40 0 Td <05D3 05D2> Tj ET", "אב 12 גד"},
        Case{"OutsideThePage", "BT /F1 10 Tf 50 200 Td (in) Tj 500 0 Td (out) Tj ET", "in"},
        Case{"ClippedAway", "0 0 100 300 re W n BT /F1 10 Tf 50 200 Td (in) Tj 150 0 Td (out) Tj ET", "in"},
        Case{"Invisible", "BT /F1 10 Tf 3 Tr 50 200 Td (scanned) Tj ET", "scanned"},
        Case{"InvisibleUnderVisible",
             "BT /F1 10 Tf 3 Tr 50 200 Td (scamned) Tj 0 Tr 50.2 0.1 Td (elsewhere) Tj -50 0 Td (scanned) Tj ET",
             "scanned elsewhere"},
        Case{"BehindInlineImage", "BI /W 2 /H 2 /BPC 8 /CS /G ID (Tj) EI BT /F1 10 Tf 50 200 Td (after) Tj ET", "after"},
        Case{"CutByRuling", "100 150 m 100 250 l S BT /F1 10 Tf 88.9 200 Td (ab) Tj 12.1 0 Td (cd) Tj ET", "ab cd"},
        Case{"NotCutWhereItOverflowsItsCell", "100 150 m 100 250 l S BT /F1 10 Tf 88.9 200 Td (abcd) Tj ET", "abcd"},
        Case{"NotCutWhereLettersAreKerned", "100 150 m 100 250 l S BT /F1 10 Tf 88.9 200 Td [(ab) 50 (cd)] TJ ET", "abcd"},
        Case{"NotCutWhereLettersAreSetApart", "100 150 m 100 250 l S BT /F1 10 Tf 0.6 Tc 88.9 200 Td (abcd) Tj ET", "abcd"},
        Case{"OverflowsOntoAText", "100 150 m 100 250 l S BT /F1 10 Tf 88.9 200 Td (abcd) Tj ET BT /F1 10 Tf 108 200 Td (ef) Tj ET", "abcd ef"},
        Case{"OverflowsUpToAnAmount", "100 150 m 100 250 l S BT /F1 10 Tf 66 200 Td (94,989.00151,799.87) Tj ET", "94,989.00 151,799.87"},
        Case{"AnAmountOverflows", "100 150 m 100 250 l S BT /F1 10 Tf 66 200 Td (1,494,989.00) Tj ET", "1,494,989.00"},
        Case{"ADecimalOverflows", "100 150 m 100 250 l S BT /F1 10 Tf 71 200 Td (1494.9891) Tj ET", "1494.9891"},
        Case{"OverflowsUpToAText", "100 150 m 100 250 l S BT /F1 10 Tf 88.9 200 Td (abcd) Tj ET BT /F1 10 Tf 110.58 200 Td (ef) Tj ET", "abcd ef"},
        Case{"NotCutByShortLine", "100 240 m 100 250 l S BT /F1 10 Tf 88.9 200 Td (abcd) Tj ET", "abcd"},
        Case{"UpsideDown", "BT /F1 10 Tf -1 0 0 -1 200 200 Tm (down) Tj ET", "down"},
        Case{"HanLetterWithoutWidth", "BT /H1 10 Tf 50 200 Td <72698D44> Tj 20 0 Td <50A859070032> Tj ET", "物资储备2"},
        Case{"HanLetterWithoutWidthBeforeABlank", "BT /H1 10 Tf 50 200 Td <72698D44> Tj 30 0 Td <50A8> Tj ET", "物资 储"},
        Case{"HanLetterWithoutWidthBelowAnother", "BT /H1 10 Tf 50 200 Td <72698D4450A8> Tj 30 0 Td <5907> Tj ET", "物资储备"},
        Case{"HanLetterWithoutWidthFarBefore", "BT /H1 10 Tf 50 200 Td <72698D4450A8> Tj 36 0 Td <5907> Tj ET", "物资储 备"},
        Case{"Nothing", "", ""}),
    NameOf);

// Words of which clipping took letters, but not those whose letters stand there from another drawing, with a '/'.
TEST(PdfText, WordsThatClippingCuts) {
  auto cut = [](const char* content) {
    std::string out;
    const Page page = ReadContent(content);
    for (const Word& word : page.words) out += (out.empty() ? "" : " ") + std::string(page.Text(word)) + (word.cut ? "/" : "");
    return out;
  };
  EXPECT_EQ(cut("0 0 72 300 re W n BT /F1 10 Tf 50 200 Td (12345678) Tj ET"), "1234/");
  EXPECT_EQ(cut("72 0 300 300 re W n BT /F1 10 Tf 50 200 Td (12345678) Tj ET"), "5678/");
  EXPECT_EQ(cut("0 0 72 300 re W n BT /F1 10 Tf 50 200 Td (1234 5678) Tj ET"), "1234/");
  EXPECT_EQ(cut("q 0 0 72 300 re W n BT /F1 10 Tf 50 200 Td (12345678) Tj ET Q 72 0 300 300 re W n BT /F1 10 Tf 50 200 Td (12345678) Tj ET"), "12345678");
  EXPECT_EQ(cut("0 0 71 300 re W n BT /F1 10 Tf 50 200 Td (1234) Tj ET"), "1234/") << "the last one in part";
  EXPECT_EQ(cut("50 0 22.24 300 re W n BT /F1 10 Tf 50 200 Td (1234) Tj ET"), "1234");
  EXPECT_EQ(cut("50 0 22 300 re W n BT /F1 10 Tf 50 200 Td (1234) Tj ET"), "1234/") << "a little of it, which nobody sees";
  EXPECT_EQ(cut("50 0 23 300 re W n BT /F1 10 Tf 50 200 Td (1234) Tj ET"), "1234");
  EXPECT_EQ(cut("50 0 23 300 re W n BT /F1 10 Tf 50 200 Td (1234) Tj 1 -20 Td (5678) Tj ET"), "1234/ 5678/") << "up to an edge that cuts others";
  EXPECT_EQ(cut("50 0 23 300 re W n 50 190 23 1 re f BT /F1 10 Tf 50 200 Td (1234) Tj ET"), "1234");
  EXPECT_EQ(cut("50 0 23 300 re W n 50 190 80 1 re f BT /F1 10 Tf 50 200 Td (1234) Tj 5 -20 Td (567) Tj ET"), "1234/ 567") << "up to an edge that cuts a rule";
  EXPECT_EQ(cut("0 0 100 300 re W n BT /F1 10 Tf 50 200 Td (in) Tj 150 0 Td (out) Tj ET"), "in");
  EXPECT_EQ(cut("0 195 300 300 re W n BT /F1 10 Tf 50 200 Td (in) Tj 0 -20 Td (out) Tj ET"), "in");
}

class PdfRulings : public testing::TestWithParam<Case> {};
TEST_P(PdfRulings, Reads) { EXPECT_EQ(Dump(ReadContent(GetParam().in).rulings), GetParam().out); }

INSTANTIATE_TEST_SUITE_P(
    Lines, PdfRulings,
    testing::Values(
        Case{"Stroke", "100 200 m 300 200 l S", "h 100-300@100"},
        Case{"Plumb", "100 200 m 100 50 l S", "v 100-250@100"},
        Case{"Slanting", "100 200 m 300 50 l S", ""},
        Case{"RectangleStroked", "100 100 200 100 re S", "h 100-300@100, h 100-300@200, v 100-200@100, v 100-200@300"},
        Case{"ThinFill", "100 200 200 0.5 re f", "h 100-300@100"},
        Case{"ThickFillIsNone", "100 200 200 10 re f", ""},
        Case{"ThickFrame", "2 w 100 100 200 100 re S", "h 100-300@100, h 100-300@200, v 100-200@100, v 100-200@300"},
        Case{"FrameOfTwoRectangles", "100 100 200 100 re 101 101 198 98 re f*",
             "h 100-300@100, h 100-300@200, v 100-200@100, v 100-200@300"},
        Case{"PiecesThatTouch", "100 200 m 200 200 l S 200.5 200 m 300 200 l S", "h 100-300@100"},
        Case{"PiecesApart", "100 200 m 180 200 l S 200 200 m 300 200 l S", "h 100-180@100, h 200-300@100"},
        Case{"Double", "100 200 m 300 200 l S 100 202 m 300 202 l S", "h 100-300@99"},
        Case{"Parallel", "100 200 m 300 200 l S 100 205 m 300 205 l S", "h 100-300@95, h 100-300@100"},
        Case{"DashPattern", "[3 2] 0 d 100 200 m 300 200 l S", "h 100-300@100*"},
        Case{"DashesDrawnOneByOne",
             "100 200 m 104 200 l S 107 200 m 111 200 l S 114 200 m 118 200 l S 121 200 m 125 200 l S", "h 100-125@100*"},
        Case{"DotsDrawnOneByOne",
             "100 200 1 1 re f 103 200 1 1 re f 106 200 1 1 re f 109 200 1 1 re f 112 200 1 1 re f", "h 100-113@100*"},
        Case{"RulesOfColumnsStayApart",
             "100 200 m 150 200 l S 155 200 m 205 200 l S 210 200 m 260 200 l S 265 200 m 315 200 l S",
             "h 100-150@100, h 155-205@100, h 210-260@100, h 265-315@100"},
        Case{"Clipped", "150 0 100 300 re W n 100 200 m 300 200 l S", "h 150-250@100"},
        Case{"ClippedToThin", "100 200 200 1 re W n 100 150 200 100 re f", "h 100-300@100"},
        Case{"WhiteOnWhite", "1 g 100 200 200 1 re f", ""},
        Case{"WhiteOnGrey", "0.5 g 50 150 300 100 re f 1 g 100 200 200 1 re f", "h 100-300@100"},
        Case{"CellsOnBlack", "100 100 200 50 re f 1 g 101 101 99 48 re f 0.9 g 200.8 101 98.2 48 re f",
             "h 100-300@150, h 100-300@200, v 150-200@100, v 150-200@200, v 150-200@300"},
        Case{"CellsOnBlackUpToAPageBreak", "0 50 300 250 re W n 100 0 200 150 re f 1 g 101 101 99 48 re f 201 101 98 48 re f",
             "h 100-300@150, h 100-300@199, v 150-199@100, v 150-199@200, v 150-199@300"},
        Case{"TextOnAPatchOfADarkCell", "100 100 200 50 re f 1 g 180 100 40 50 re f", ""},
        Case{"CellsOnGrey", "0.8 g 100 100 200 50 re f 1 g 101 101 99 48 re f 201 101 98 48 re f", ""},
        Case{"ThinImage", "q 200 0 0 1 100 200 cm BI /W 1 /H 1 /BPC 8 /CS /G ID . EI Q", "h 100-300@100"},
        Case{"Curve", "100 200 m 150 201 250 201 300 200 c S", ""},
        Case{"Scaled", "2 0 0 2 0 0 cm 50 100 m 150 100 l S", "h 100-300@100"},
        Case{"Sideways", "0 1 -1 0 300 0 cm 50 100 m 150 100 l S", "v 150-250@200"},
        Case{"Speck", "100 200 m 102 200 l S", ""}),
    NameOf);

TEST(PdfPage, AreasAndImages) {
  Page page = ReadContent("0.8 g 100 100 50 40 re f q 30 0 0 20 10 10 cm BI /W 1 /H 1 /BPC 8 /CS /G ID . EI Q");
  EXPECT_EQ(Dump(page.fills), "100 160 150 200");
  EXPECT_EQ(Dump(page.images), "10 270 40 290");
}

TEST(PdfPage, ShadingsAndPatternsAreAreas) {
  PdfMaker maker;
  maker.Resources(
      "/Shading << /S1 << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Function << /FunctionType 2 /Domain "
      "[0 1] /N 1 >> >> >>");
  maker.Page("q 100 100 50 40 re W n /S1 sh Q BT /F1 10 Tf 50 50 Td (text) Tj ET");
  Page page = ReadFirst(maker.Make());
  EXPECT_EQ(Dump(page.fills), "100 160 150 200");
  EXPECT_EQ(page.text, "text");
}

struct Geometry {
  const char* name;
  const char* content;
  const char* dictionary;
  const char* box;  // of the first word: x0 y0 x1 y1 in whole points
  int turns;
  int base;
};
class PdfGeometry : public testing::TestWithParam<Geometry> {};
TEST_P(PdfGeometry, OfTheFirstWord) {
  Page page = ReadFirst(PdfMaker().Page(GetParam().content, GetParam().dictionary).Make());
  ASSERT_FALSE(page.words.empty());
  const Word& word = page.words[0];
  EXPECT_EQ(Dump(std::vector<Box>{word.box}), GetParam().box);
  EXPECT_EQ(word.turns, GetParam().turns);
  EXPECT_EQ(std::lround(word.base), GetParam().base);
  EXPECT_EQ(word.box.page, 1);
}
INSTANTIATE_TEST_SUITE_P(
    Turns, PdfGeometry,
    testing::Values(
        Geometry{"Upright", "BT /H1 10 Tf 50 200 Td <9879 76EE> Tj ET", "", "50 91 70 101", 0, 100},
        Geometry{"PageTurned", "BT /H1 10 Tf 50 200 Td <9879 76EE> Tj ET", "/Rotate 90", "199 50 209 70", 1, 200},
        Geometry{"TurnedBack", "BT /H1 10 Tf 0 1 -1 0 200 50 Tm <9879 76EE> Tj ET", "/Rotate 90", "50 191 70 201", 0, 200},
        Geometry{"Upwards", "BT /H1 10 Tf 0 1 -1 0 50 100 Tm <9879 76EE> Tj ET", "", "41 180 51 200", 3, 50},
        Geometry{"Downwards", "BT /H1 10 Tf 0 -1 1 0 50 100 Tm <9879 76EE> Tj ET", "", "49 200 59 220", 1, 50},
        Geometry{"UpsideDown", "BT /H1 10 Tf -1 0 0 -1 50 100 Tm <9879 76EE> Tj ET", "", "30 199 50 209", 2, 200},
        Geometry{"CropBox", "BT /H1 10 Tf 50 200 Td <9879 76EE> Tj ET", "/CropBox [40 100 400 250]", "10 41 30 51", 0, 50},
        Geometry{"WrittenDownwards", "BT /V1 10 Tf 50 200 Td <9879> Tj ET", "", "45 100 55 110", 0, 109}),
    [](const auto& it) { return it.param.name; });

// Browsers make such fonts of outlines that they bolden: their units are parts of an em, and their boxes may point down.
TEST(PdfText, Type3LettersHaveTheSizeOfTheirFont) {
  auto size = [](const char* matrix, const char* box) {
    PdfMaker maker;
    maker.XObject(fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /S << /Type /Font /Subtype /Type3 "
                              "/FontBBox [{}] /FontMatrix [{}] /CharProcs << /A << >> >> /Encoding << /Differences [97 /A] >> /FirstChar 97 "
                              "/LastChar 97 /Widths [80] >> >> >>", box, matrix),
                  "BT /S 10 Tf 50 200 Td (a) Tj ET");
    const Page page = ReadFirst(maker.Page("/X1 Do").Make());
    return page.words.empty() ? 0 : page.words[0].size;
  };
  EXPECT_FLOAT_EQ(size(".00048828125 0 0 -.00048828125 0 0", "66 230 1991 -1624"), 10);
  EXPECT_FLOAT_EQ(size(".001 0 0 .001 0 0", "0 -200 1000 800"), 10);
  EXPECT_FLOAT_EQ(size(".001 0 0 .001 0 0", "0 300 500 380"), 10) << "a dash is a low letter";
  EXPECT_FLOAT_EQ(size(".12 0 0 .12 0 0", "0 -20 80 60"), 96) << "a device's dots";
}

TEST(PdfPage, BoldByOverprintingAndByRenderMode) {
  EXPECT_TRUE(ReadContent("BT /F1 10 Tf 50 200 Td (T) Tj 0.3 0 Td (T) Tj ET").words[0].bold);
  EXPECT_TRUE(ReadContent("BT /F1 10 Tf 2 Tr 50 200 Td (T) Tj ET").words[0].bold);
  EXPECT_FALSE(ReadContent("BT /F1 10 Tf 50 200 Td (T) Tj ET").words[0].bold);
}

TEST(PdfPage, WordsAndGlyphsAreRangesOfTheText) {
  Page page = ReadContent("BT /F1 10 Tf 50 200 Td (one two) Tj /H1 10 Tf 0 -20 Td <9879 76EE> Tj ET");
  ASSERT_EQ(page.words.size(), 3u);
  EXPECT_EQ(page.Text(page.words[2]), "项目");
  for (const Word& word : page.words) {
    EXPECT_EQ(page.glyphs[word.begin].range.begin, word.range.begin);
    EXPECT_EQ(page.glyphs[word.end - 1].range.end, word.range.end);
  }
}

// ---- what goes wrong

std::string CodesOf(const std::vector<Trouble>& troubles) {
  std::string out;
  for (const Trouble& t : troubles) out += std::string(out.empty() ? "" : " ") + std::string(Kind(t.code).code);
  return out;
}

struct Trying {
  const char* name;
  std::function<Page()> read;
  const char* codes;
  const char* message;
};
class PdfTroubles : public testing::TestWithParam<Trying> {};
TEST_P(PdfTroubles, AreSaid) {
  Page page = GetParam().read();
  EXPECT_EQ(CodesOf(page.troubles), GetParam().codes);
  ASSERT_FALSE(page.troubles.empty());
  EXPECT_THAT(page.troubles[0].message, HasSubstr(GetParam().message));
}

Page ReadWithLimit(std::string content, uint32_t Limits::*limit, uint32_t value) {
  ReadOptions options;
  options.limits.*limit = value;
  return ReadFirst(PdfMaker().Page(content).Make(), options);
}

// A page in a Chinese font that is not embedded, its letters numbered as `encoding` says.
Page ReadFont(std::string_view encoding) {
  std::string font = fmt::format(
      "/Resources << /Font << /G1 << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /{} /DescendantFonts [<< /Type "
      "/Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
      ">>] >> >> >>",
      encoding);
  return ReadFirst(PdfMaker().Page("BT /G1 10 Tf 50 200 Td <CFEEC4BF> Tj ET", font).Make());
}
TEST(PdfPage, ChineseFontThatIsNotEmbedded) { EXPECT_EQ(ReadFont("GBK-EUC-H").text, "项目"); }

std::string Repeat(std::string_view part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

INSTANTIATE_TEST_SUITE_P(
    Pages, PdfTroubles,
    testing::Values(
        Trying{"OnlyAnImage", [] { return ReadContent("q 400 0 0 300 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID . EI Q"); },
               "illegible", "page 1: it is an image without a text layer"},
        Trying{"FontWithoutLetters", [] { return ReadContent("BT /T3 10 Tf 50 200 Td (aaa) Tj ET"); }, "text-layer-untrusted",
               "3 of 3 letters are in fonts that don't say what they mean"},
        Trying{"FontWithATableThatIsNotInstalled", [] { return ReadFont("Nonesuch-H"); }, "illegible", "poppler-data"},
        Trying{"PrivateLetters", [] { return ReadContent("BT /H1 10 Tf 50 200 Td <E001 E002> Tj ET"); },
               "text-layer-untrusted", "2 of 2 letters have no public meaning"},
        Trying{"Watermark", [] { return ReadContent("BT /F1 40 Tf .7 .7 -.7 .7 50 50 Tm (DRAFT) Tj ET"); }, "leftover",
               "set aslant and left out: “DRAFT”"},
        Trying{"TooManyLetters", [] { return ReadWithLimit("BT /F1 1 Tf 50 200 Td (aaaaaaaaaa) Tj ET", &Limits::page_letters, 5); },
               "limit-reached", "page_letters"},
        Trying{"TooManyRulings",
               [] { return ReadWithLimit(Repeat("0 0 m 100 0 l S\n", 20), &Limits::page_rulings, 5); }, "limit-reached",
               "page_rulings"},
        Trying{"TooManySteps", [] { return ReadWithLimit(Repeat("q Q\n", 5000), &Limits::page_steps, 1000); },
               "limit-reached", "page_steps"}),
    [](const auto& it) { return it.param.name; });

// A page that draws one form, packed.
PdfMaker PackedForm(const std::string& content, std::string_view about) {
  uLongf size = compressBound(content.size());
  std::string packed(size, '\0');
  compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(content.data()), content.size());
  packed.resize(size);
  PdfMaker maker;
  maker.XObject(fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /F1 4 0 R >> >> {}", about), packed);
  maker.Page("/X1 Do");
  return maker;
}

class PackedForms : public testing::TestWithParam<const char*> {};
TEST_P(PackedForms, AreRead) {
  const std::string words = Repeat("BT /F1 10 Tf 50 200 Td (word) Tj ET\n", 3000) + "BT /F1 10 Tf 50 100 Td (end) Tj ET";
  EXPECT_EQ(ReadFirst(PackedForm(words, GetParam()).Make()).text, "word\nend");
}
INSTANTIATE_TEST_SUITE_P(Filters, PackedForms,
                         testing::Values("/Filter /FlateDecode", "/Filter [/FlateDecode]", "/Filter [/FlateDecode] /DecodeParms [null]",
                                         "/Filter /FlateDecode /DecodeParms << /Predictor 1 >>"));

TEST(PdfTroubles, FormsPackedAThousandfoldReachTheLimit) {
  const PdfMaker maker = PackedForm(Repeat("0 0 m 100 0 l S\n", 4000000), "/Filter /FlateDecode");
  EXPECT_THAT(CodesOf(ReadFirst(maker.Make()).troubles), "limit-reached");
}

TEST(PdfTroubles, FormsThatContainThemselvesEnd) {
  PdfMaker maker;
  maker.XObject("/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /XObject << /X1 10 0 R >> /Font << /F1 4 0 R >> >>",
                "BT /F1 10 Tf 50 200 Td (once) Tj ET /X1 Do");
  maker.Page("/X1 Do");
  EXPECT_EQ(ReadFirst(maker.Make()).text, "once");
}

TEST(PdfTroubles, FormsThatMultiplyReachTheLimit) {
  PdfMaker maker;
  for (int i = 0; i < 9; ++i)
    maker.XObject(fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /XObject << /X1 {} 0 R >> >>", 11 + i),
                  Repeat("/X1 Do\n", 50));
  maker.XObject("/Type /XObject /Subtype /Form /BBox [0 0 400 300]", Repeat("0 0 m 100 0 l S\n", 50));
  maker.Page("/X1 Do");
  EXPECT_THAT(CodesOf(ReadFirst(maker.Make()).troubles), "limit-reached");
}

// Each of its fonts costs some hundredths of a second, and so few bytes that no second stretch of them is asked for.
TEST(PdfTroubles, FontsThatMultiplyReachTheLimit) {
  PdfMaker maker;
  maker.XObject("", "1 begincodespacerange <0000> <FFFF> endcodespacerange " +
                        Repeat("1 beginbfrange <0000> <FFFF> <0041> endbfrange\n", 250));
  std::string fonts;
  for (int i = 0; i < 2000; ++i)
    fonts += fmt::format("/A{} << /Type /Font /Subtype /Type0 /BaseFont /Han /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 10 0 R >> ", i);
  maker.Page("BT /A0 10 Tf (x) Tj ET", fmt::format("/Resources << /Font << {} >> >>", fonts));
  ReadOptions options;
  options.limits.page_seconds = 1;
  EXPECT_THAT(CodesOf(ReadFirst(maker.Make(), options).troubles), testing::HasSubstr("limit-reached"));
}

TEST(PdfTroubles, TextThatOnlyShapesAMaskIsNotRead) {
  PdfMaker maker;
  maker.Resources("/ExtGState << /G1 << /SMask << /Type /Mask /S /Luminosity /G 10 0 R >> >> >>");
  maker.XObject("/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Group << /S /Transparency /CS /DeviceGray >> /Resources << "
                "/Font << /F1 4 0 R >> >>",
                "BT /F1 10 Tf 50 100 Td (mask) Tj ET");
  maker.Page("/G1 gs BT /F1 10 Tf 50 200 Td (seen) Tj ET");
  EXPECT_EQ(ReadFirst(maker.Make()).text, "seen");
}

TEST(PdfTroubles, AFloodOfMessagesIsNotKept) {
  Page page = ReadContent(Repeat("/Nothing gs (x) foo 1 2 3 Tz ]\n", 20000) + "BT /F1 10 Tf 50 200 Td (end) Tj ET");
  EXPECT_EQ(page.text, "end");
}

TEST(PdfFileTest, OnePageFailsAlone) {
  PdfMaker maker;
  maker.Page("BT /F1 10 Tf 50 200 Td (first) Tj ET").Page("BT /F1 10 Tf 50 200 Td (lost) Tj ET").Page("BT /F1 10 Tf 50 200 Td (third) Tj ET");
  std::string bytes = maker.Make();
  bytes.replace(bytes.find("/Type /Page /Parent", bytes.find("(first)")), 11, "/Type /Junk");
  auto file = PdfFile::Open(bytes, "test.pdf", {});
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file.value()->pages(), 3);
  EXPECT_EQ(file.value()->ReadPage(1).text, "first");
  EXPECT_EQ(file.value()->ReadPage(3).text, "third");
}

TEST(PdfFileTest, DamagedTableOfObjectsIsMadeAnew) {
  std::string bytes = PdfMaker().Page("BT /F1 10 Tf 50 200 Td (rescued) Tj ET").Make();
  bytes.replace(bytes.find("startxref\n") + 10, 1, "9999");
  auto file = PdfFile::Open(bytes, "test.pdf", {});
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(CodesOf(file.value()->troubles()), "page-failed");
  EXPECT_EQ(file.value()->ReadPage(1).text, "rescued");
}

TEST(PdfFileTest, MorePagesThanTheLimit) {
  ReadOptions options;
  options.limits.pages = 1;
  auto file = PdfFile::Open(PdfMaker().Page("").Page("").Make(), "test.pdf", options);
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file.value()->pages(), 1);
  EXPECT_EQ(CodesOf(file.value()->troubles()), "limit-reached");
}

struct Refused {
  const char* name;
  std::string bytes;
  const char* code;
};
class PdfRefused : public testing::TestWithParam<Refused> {};
TEST_P(PdfRefused, SaysWhy) {
  auto document = ReadBytes("test.pdf", GetParam().bytes, {});
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().code, GetParam().code);
}
INSTANTIATE_TEST_SUITE_P(
    Files, PdfRefused,
    testing::Values(
        Refused{"Locked",
                PdfMaker().Page("").Trailer("/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O "
                                            "(00000000000000000000000000000000) /U (00000000000000000000000000000000) >>").Make(),
                "password"},
        Refused{"OnlyItsFirstLine", "%PDF-1.7\n", "unreadable"},
        Refused{"WithoutPages", PdfMaker().Make(), "empty"}),
    [](const auto& it) { return it.param.name; });

TEST(ReadPdfTest, TakesTheBytesAndTellsPages) {
  std::string bytes = PdfMaker().Page("").Page("").Make();
  auto document = ReadBytes("test.pdf", bytes, {});
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document.value()->media_type, "application/pdf");
  EXPECT_EQ(document.value()->pages, 2);
  EXPECT_EQ(document.value()->stored, bytes);
  EXPECT_THAT(document.value()->marks, IsEmpty());
}

TEST(ReadPdfTest, ATextMaySpeakOfPdfs) {
  auto document = ReadBytes("a.txt", "A PDF begins with %PDF-1.7 in its first bytes.\n", {});
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document.value()->media_type, "text/plain");
}

}  // namespace
}  // namespace tabularium
