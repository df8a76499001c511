#include "read/scan/han_lines.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "read/scan/models.h"

namespace tabularium {
namespace {

PixPtr Line(const char* name) {
  PixPtr picture(pixRead((std::string(TABULARIUM_SOURCE_DIR "/tests/read/scan/pictures/") + name).c_str()));
  return PixPtr(pixConvertTo8(picture.get(), 0));
}

// Letters as a recogniser of lines would say that they stand there: as many, one beside the other.
SeenText Seen(Pix* line, std::initializer_list<const char*> letters) {
  SeenText seen;
  const int width = pixGetWidth(line) / static_cast<int>(letters.size());
  for (const char* text : letters)
    seen.letters.push_back({text, {width * static_cast<int>(seen.letters.size()), 0, width, pixGetHeight(line)}, 0.9f, 0, false});
  return seen;
}

std::string Checked(const HanReader& reader, const char* picture, std::initializer_list<const char*> letters) {
  const PixPtr line = Line(picture);
  SeenText seen = Seen(line.get(), letters);
  CheckShapes(reader, line.get(), &seen);
  return TextOf(seen);
}

// The picture shows 柘林坡镇: names of places hold letters that recognisers of lines have never seen.
TEST(HanLines, ALetterWhoseInkIsAnotherGivesWay) {
  const HanReader reader(HanModel());
  EXPECT_EQ(Checked(reader, "rare-name.png", {"配", "林", "坡", "镇"}), "柘林坡镇");
  EXPECT_EQ(Checked(reader, "rare-name.png", {"柘", "林", "坡", "镇"}), "柘林坡镇");
  EXPECT_EQ(Checked(reader, "rare-name.png", {"柘", "木", "玻", "镇"}), "柘林坡镇");
}

// Of two recognisers, of whom neither knows all of a name's letters.
TEST(HanLines, TheInkSettlesWhatTwoSawDifferently) {
  const HanReader reader(HanModel());
  const PixPtr line = Line("rare-name.png");
  auto settled = [&](std::initializer_list<const char*> one, std::initializer_list<const char*> other) {
    SeenText seen = Seen(line.get(), one);
    return SettleByShapes(reader, line.get(), Seen(line.get(), other), &seen) ? TextOf(seen) : "";
  };
  EXPECT_EQ(settled({"配", "林", "坡", "镇"}, {"柘", "林", "坡", "镇"}), "柘林坡镇");
  EXPECT_EQ(settled({"柘", "林", "披", "镇"}, {"杯", "林", "坡", "镇"}), "柘林坡镇");
  EXPECT_EQ(settled({"配", "林", "坡", "镇"}, {"服", "林", "坡", "镇"}), "") << "it is neither";
  EXPECT_EQ(settled({"柘", "林", "坡", "镇"}, {"柘", "林", "坡", "镇"}), "") << "nothing differs";
  EXPECT_EQ(settled({"柘", "林", "坡", "镇"}, {"柘", "林", "坡", "1"}), "") << "of figures shapes know nothing";
  EXPECT_EQ(settled({"柘", "林", "坡", "镇"}, {"柘", "坡", "镇"}), "") << "not letter for letter";
}

TEST(HanLines, WhatBothSawIsSurer) {
  const PixPtr line = Line("rare-name.png");
  SeenText seen = Seen(line.get(), {"配", "林", "坡", "镇"});
  CheckShapes(HanReader(HanModel()), line.get(), &seen);
  EXPECT_LT(seen.letters[0].certainty, seen.letters[1].certainty);
  EXPECT_GT(seen.letters[1].certainty, 0.9f);
}

TEST(HanLines, ALetterThatWasPassedOverMakesItsNeighbourDoubtful) {
  const PixPtr line = Line("rare-name.png");
  SeenText seen = Seen(line.get(), {"柘", "坡", "镇"});
  CheckShapes(HanReader(HanModel()), line.get(), &seen);
  EXPECT_EQ(TextOf(seen), "柘坡镇");
  EXPECT_LT(LegibilityOf(seen), 0.6f);
}

TEST(HanLines, ALetterWithoutInkGoes) {
  EXPECT_EQ(Checked(HanReader(HanModel()), "rare-name.png", {"柘", "林", "上", "坡", "镇"}), "柘林坡镇");
}

TEST(HanLines, ALetterWithoutInkBeforeTheFirstGoes) {
  EXPECT_EQ(Checked(HanReader(HanModel()), "rare-name.png", {"木", "柘", "林", "坡", "镇"}), "柘林坡镇");
}

TEST(HanLines, AStrokeWithoutInkGoes) {
  const PixPtr line = Line("rare-name.png");
  SeenText seen = Seen(line.get(), {"柘", "林", "坡", "镇"});
  SeenLetter stroke = seen.letters[1];
  stroke.text = "I", stroke.box.width = 2;
  seen.letters.insert(seen.letters.begin() + 1, stroke);
  CheckShapes(HanReader(HanModel()), line.get(), &seen);
  EXPECT_EQ(TextOf(seen), "柘林坡镇");
}

TEST(HanLines, SayWhetherTheInkAloneReadsTheSame) {
  const HanReader reader(HanModel());
  const PixPtr line = Line("rare-name.png");
  auto same = [&](std::initializer_list<const char*> letters) {
    SeenText seen = Seen(line.get(), letters);
    return CheckShapes(reader, line.get(), &seen);
  };
  EXPECT_TRUE(same({"柘", "林", "坡", "镇"}));
  EXPECT_FALSE(same({"配", "林", "坡", "镇"})) << "it was mended";
  EXPECT_FALSE(same({"柘", "坡", "镇"})) << "a letter was passed over";
  EXPECT_FALSE(same({"柘", "林", "9", "镇"})) << "no figure, for it is like a letter";
}

TEST(HanLines, ABarWithoutInkGoes) {
  const PixPtr line = Line("rare-name.png");
  SeenText seen = Seen(line.get(), {"柘", "林", "坡", "镇"});
  seen.letters.push_back({"|", {pixGetWidth(line.get()) - 4, 0, 4, pixGetHeight(line.get())}, 0.9f, 0, false});
  CheckShapes(HanReader(HanModel()), line.get(), &seen);
  EXPECT_EQ(TextOf(seen), "柘林坡镇");
}

TEST(HanLines, OtherSignsStand) {
  EXPECT_EQ(Checked(HanReader(HanModel()), "at-least.png", {"2", "9", "0", "%"}), "290%");
}

TEST(HanReader, ADamagedModelSaysNothing) {
  for (std::string_view model : {std::string_view(), HanModel().substr(0, 40000), std::string_view("letters 柘\nsizes 512 80 1\n\n")})
    EXPECT_EQ(Checked(HanReader(model), "rare-name.png", {"配", "林", "坡", "镇"}), "配林坡镇");
}

}  // namespace
}  // namespace tabularium
