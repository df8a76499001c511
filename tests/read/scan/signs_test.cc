#include "read/scan/signs.h"

#include <gtest/gtest.h>

#include "read/scan/crops.h"
#include "read/scan/letters_sheet.h"
#include "read/scan/models.h"

namespace tabularium {
namespace {

PixPtr Line(const char* name) {
  PixPtr picture(pixRead((std::string(TABULARIUM_SOURCE_DIR "/tests/read/scan/pictures/") + name).c_str()));
  return PixPtr(pixConvertTo8(picture.get(), 0));
}

std::string Signs(const SeenPieces& found) {
  std::string all;
  for (const SeenSign& sign : found.signs) all += sign.sign;
  return all;
}

TEST(SignReader, TellsSignsAndSaysNothingOfLetters) {
  const SignReader reader(SignModel());
  EXPECT_EQ(Signs(reader.Find(Line("at-least.png").get())), "≥%");
  EXPECT_EQ(Signs(reader.Find(Line("ticks.png").get())), "□☑");
  const ScanSheet sheet = LettersSheet();
  for (const SheetSpot& spot : {SpotAt(0, 0, 350, 80), SpotAt(0, 90, 350, 80), SpotAt(360, 0, 250, 80)})
    EXPECT_EQ(Signs(reader.Find(CropSpot(sheet, spot).picture.get())), "");
}

TEST(SignReader, ADamagedModelSaysNothing) {
  for (std::string_view model : {std::string_view(), SignModel().substr(0, 4000), std::string_view("signs ≥\n\n")})
    EXPECT_TRUE(SignReader(model).Find(Line("at-least.png").get()).signs.empty());
}

SeenText Seen(std::initializer_list<std::pair<const char*, int>> letters) {
  SeenText seen;
  for (const auto& [text, x] : letters) seen.letters.push_back({text, {x, 0, 20, 36}, 0.9f, 0, false});
  return seen;
}

// Pieces of ink at these places; `signs` are what some of them are.
SeenPieces Pieces(std::initializer_list<std::pair<int, const char*>> pieces) {
  SeenPieces found;
  for (const auto& [x, sign] : pieces) {
    found.pieces.push_back({x, 0, 18, 36});
    if (sign) found.signs.push_back({found.pieces.back(), sign, 0.99f});
  }
  return found;
}

struct PutCase {
  const char* name;
  std::initializer_list<std::pair<const char*, int>> seen;
  std::initializer_list<std::pair<int, const char*>> pieces;
  const char* text;
};

TEST(PutSigns, StandWhereTheInkIs) {
  const PutCase cases[] = {
      {"what was seen there", {{"2", 10}, {"9", 40}, {"0", 60}, {"9", 80}, {"6", 92}}, {{10, "≥"}, {40, nullptr}, {60, nullptr}, {80, "%"}}, "≥90%"},
      {"what was not", {{"9", 40}, {"0", 60}}, {{10, "≥"}, {40, nullptr}, {60, nullptr}, {80, "%"}}, "≥90%"},
      {"a digit that begins too early", {{"8", 20}, {"0", 60}, {"%", 80}}, {{10, "≥"}, {40, nullptr}, {60, nullptr}, {80, nullptr}}, "≥80%"},
      {"one that is the sign", {{"2", 12}, {"8", 45}, {"0", 60}}, {{10, "≥"}, {40, nullptr}, {60, nullptr}}, "≥80"},
      {"one before a unit", {{"1", 16}, {"2", 50}, {"里", 80}}, {{10, "≥"}, {40, nullptr}, {60, nullptr}, {80, nullptr}, {100, nullptr}}, "≥12里"},
      {"one before the first piece", {{"3", 2}, {"亏", 12}, {"6", 40}}, {{10, "≥"}, {29, nullptr}, {48, nullptr}}, "≥36"},
      {"dirt before it", {{"|", 0}, {"亏", 12}, {"6", 40}}, {{10, "≥"}, {40, nullptr}}, "≥6"},
      {"one seen a little beside", {{"8", 10}, {"5", 40}, {"%", 56}}, {{10, nullptr}, {40, nullptr}, {60, nullptr}, {75, "%"}}, "85%"},
      {"a percent sign of three pieces", {{"2", 12}, {"8", 40}, {"%", 60}}, {{10, "≥"}, {40, nullptr}, {60, nullptr}, {70, nullptr}, {80, nullptr}}, "≥8%"},
      {"a relation before no digit", {{"二", 10}, {"级", 40}}, {{10, "="}, {40, nullptr}}, "二级"},
      {"a box", {{"口", 10}, {"是", 40}}, {{10, "□"}, {40, nullptr}}, "□是"},
      {"a box that was not seen", {{"是", 10}, {"期", 44}}, {{10, nullptr}, {45, "●"}, {70, nullptr}}, "是●期"},
  };
  for (const PutCase& c : cases) {
    SeenText seen = Seen(c.seen);
    PutSigns(Pieces(c.pieces), &seen);
    EXPECT_EQ(TextOf(seen), c.text) << c.name;
  }
}

}  // namespace
}  // namespace tabularium
