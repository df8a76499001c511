// A record printed through the picture of its form and read again is the record that was printed,
// for every form.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <random>
#include <string>
#include <utility>

#include "walk/walk.h"

namespace tabularium::walk {
namespace {

// What an applicant writes, seeded.
class Applicant {
 public:
  explicit Applicant(unsigned seed) : random_(seed) {}

  size_t Below(size_t n) { return random_() % n; }
  std::string Written(const Form& form, int slot) {
    const Slot& s = form.slots[static_cast<size_t>(slot)];
    switch (s.type) {
      case Type::kNumber:
        return std::to_string(1 + Below(90));
      case Type::kPercent:
        return std::to_string(1 + Below(99)) + "%";
      case Type::kCode:
        return std::to_string(100 + Below(900)) + "001";
      case Type::kYear:
        return std::to_string(2020 + Below(8));
      case Type::kDate:
        return "202" + std::to_string(3 + Below(3)) + "-0" + std::to_string(1 + Below(9)) + "-1" +
               std::to_string(Below(10));
      case Type::kMoney:
        return std::to_string(10 + Below(900)) + ",000.00";
      case Type::kUnit:
        return "元";
      case Type::kChoice:
        return s.choices.empty() ? Words() : s.choices[Below(s.choices.size())].text;
      case Type::kTarget:
        return WrittenTarget(s.part);
      default:
        return Words();
    }
  }

 private:
  std::string WrittenTarget(TargetPart part) {
    const std::string relation = Below(2) ? "≥" : "=", number = std::to_string(2 + Below(97)),
                      unit = Below(2) ? "次" : "%";
    switch (part) {
      case TargetPart::kRelation:
        return relation;
      case TargetPart::kNumber:
        return number;
      case TargetPart::kUnit:
        return unit;
      default:
        return relation + number + unit;
    }
  }
  std::string Words() {
    static constexpr const char* kSyllables[] = {"青", "溪", "石", "桥", "松", "岭",
                                                 "云", "港", "竹", "湾", "柳", "塘"};
    std::string out;
    for (size_t i = 0; i < 8; ++i) out += kSyllables[Below(std::size(kSyllables))];
    return out + "站";
  }
  std::mt19937 random_;
};

using Printed =
    std::map<std::pair<int, int>, std::string>;  // by slot and record: the letters written there

class Printer {
 public:
  Printer(const Form& form, unsigned seed)
      : form_(form), applicant_(seed), records_(form.tables.size()) {}

  // The filled-in form as tab-separated text; what stands where goes into `printed`.
  std::string Print() {
    std::string out = form_.title + "\n";
    for (const Row& row : form_.rows) {
      const bool repeats = row.repeat == Row::kAny || row.repeat == Row::kMany;
      for (size_t left = repeats ? 2 + applicant_.Below(3) : 1; left > 0; --left) {
        out += PrintRow(row) + "\n";
        if (row.table >= 0 && repeats) ++records_[static_cast<size_t>(row.table)];
        for (int table : row.also_tables) ++records_[static_cast<size_t>(table)];
      }
    }
    return out;
  }

  Printed printed;

 private:
  std::string PrintRow(const Row& row) {
    std::string out;
    for (const Square& square : row.squares) {
      if (&square != &row.squares.front()) out += "\t";
      if (square.kind == Square::kUp || square.kind == Square::kLeft) continue;
      for (const Part& part : square.parts) out += part.slot < 0 ? part.text : PrintSlot(part.slot);
    }
    return out;
  }
  std::string PrintSlot(int slot) {
    const Slot& s = form_.slots[static_cast<size_t>(slot)];
    const int record = s.table < 0 ? -1 : records_[static_cast<size_t>(s.table)];
    std::string& letters = printed[{slot, record}];
    if (letters.empty()) letters = applicant_.Written(form_, slot);
    return letters;
  }

  const Form& form_;
  Applicant applicant_;
  std::vector<int> records_;  // by table: records printed so far
};

struct Trial {
  std::string form;
  unsigned seed;
  friend void PrintTo(const Trial& t, std::ostream* out) { *out << t.form << ", seed " << t.seed; }
};

class PictureTest : public testing::TestWithParam<Trial> {};

TEST_P(PictureTest, WhatIsPrintedIsRead) {
  const auto& forms = TheGrammar().forms;
  const auto form = std::find_if(forms.begin(), forms.end(),
                                 [](const Form& f) { return f.id + f.edition == GetParam().form; });
  ASSERT_NE(form, forms.end());
  Printer printer(*form, GetParam().seed);
  const std::string text = printer.Print();
  SCOPED_TRACE(text);
  const Extraction walked = Walk("x", text);
  ASSERT_EQ(walked.finding.declarations.size(), 1u);
  const Record& record = walked.finding.declarations[0].record;
  ASSERT_EQ(record.form->id, form->id);
  for (const auto& [place, letters] : printer.printed) {
    const auto& [slot, index] = place;
    const Slot& s = form->slots[static_cast<size_t>(slot)];
    if (s.part_of >= 0) continue;  // goes into the value of another slot
    SCOPED_TRACE(s.path + " of record " + std::to_string(index));
    if (s.table >= 0) {
      ASSERT_LT(static_cast<size_t>(index), record.records(static_cast<size_t>(s.table)));
    }
    const std::string& raw = record.at(slot, index).raw;
    EXPECT_EQ(s.part == TargetPart::kWhole ? raw : raw.substr(0, letters.size()), letters);
  }
}

std::vector<Trial> Trials() {
  std::vector<Trial> trials;
  for (const Form& form : TheGrammar().forms)
    for (unsigned seed = 1; seed <= 20; ++seed) trials.push_back({form.id + form.edition, seed});
  return trials;
}

INSTANTIATE_TEST_SUITE_P(Forms, PictureTest, testing::ValuesIn(Trials()), [](const auto& trial) {
  std::string name = trial.param.form + "_" + std::to_string(trial.param.seed);
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
});
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PictureTest);

}  // namespace
}  // namespace tabularium::walk
