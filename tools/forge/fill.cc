// What an applicant might say, slot by slot, by type and word list; then the claims are settled.
// Tested by forge_test.
#include <algorithm>
#include <set>

#include "claims.h"
#include "paper.h"
#include "text/key.h"

namespace tabularium {
namespace {

constexpr int kTries = 60;                // whole declarations drawn before we give up
constexpr double kOptionalPicture = 0.6;  // is printed
constexpr double kHasParts = 0.35;        // of declarations whose form has parts
constexpr double kLeftBlank = 0.12;       // of values that nobody asks for
constexpr double kZeroIsBlank = 0.7;

class Filler {
 public:
  Filler(const Form& form, const WordLists& words, Dice* dice)
      : form_(form), words_(words), dice_(*dice) {
    year_ = dice_.Between(2019, 2025);
    currency_ = std::string_view(dice_.Chance(0.5) ? "round" : "exact") == "round";
  }

  Filled One(int part_of) {
    Filled out;
    out.form = &form_;
    out.part_of = part_of;
    out.pictures.assign(form_.pictures.size(), true);
    for (size_t p = 0; p < form_.pictures.size(); ++p)
      if (form_.pictures[p].optional)
        out.pictures[p] = part_of < 0 && dice_.Chance(kOptionalPicture);
    out.fields.resize(form_.slots.size());
    out.tables.resize(form_.tables.size());
    for (int slot : form_.fields)
      if (Printed(out, slot))
        out.fields[static_cast<size_t>(slot)] = Say(form_.slots[static_cast<size_t>(slot)]);
    for (const Row& row : form_.rows)
      if (row.table >= 0 && out.pictures[static_cast<size_t>(row.picture)]) FillTable(row, &out);
    return out;
  }

 private:
  // Whether any printed picture has a square for it.
  bool Printed(const Filled& filled, int slot) const {
    const Slot& s = form_.slots[static_cast<size_t>(slot)];
    if (!s.constant.empty()) return false;
    for (const Row& row : form_.rows)
      for (const Square& square : row.squares)
        for (const Part& part : square.parts)
          if (part.slot == slot) return filled.pictures[static_cast<size_t>(row.picture)];
    return false;
  }

  int64_t Amount() {
    int64_t yuan = currency_ ? dice_.Between(1, 900) * (dice_.Chance(0.5) ? 10000 : 1000)
                             : dice_.Between(1000, 3000000);
    int64_t cents = !currency_ && dice_.Chance(0.5) ? dice_.Between(0, 99) : 0;
    return yuan * kOne + cents * (kOne / 100);
  }

  Answer Say(const Slot& slot) {
    Answer answer;
    answer.blank = !slot.required && slot.type != Type::kUnit && dice_.Chance(kLeftBlank);
    if (answer.blank) return answer;
    switch (slot.type) {
      case Type::kYear:
        answer.number = year_ * kOne;
        break;
      case Type::kDate:
        answer.number = (year_ * 10000 + dice_.Between(1, 12) * 100 + dice_.Between(1, 28)) * kOne;
        break;
      case Type::kMoney:
        answer.number = Amount();
        break;
      case Type::kNumber:
        answer.number = dice_.Between(1, 20) * kOne;
        break;
      case Type::kPercent:
        answer.number = dice_.Between(1, 10000) * (kOne / 100);
        break;
      case Type::kChoice:
        answer.text = slot.choices[dice_.Below(slot.choices.size())].text;
        break;
      case Type::kUnit:
        break;
      default:
        answer.text = words_.Say(slot.type, slot.name, &dice_);
        answer.blank = answer.text.empty();
    }
    return answer;
  }

  // Records of a repeating row: grouped where choices carry down.
  void FillTable(const Row& row, Filled* out) {
    std::vector<int> tables = {row.table};
    tables.insert(tables.end(), row.also_tables.begin(), row.also_tables.end());
    size_t records =
        static_cast<size_t>(row.repeat == Row::kAny ? dice_.Between(0, 4) : dice_.Between(1, 5));
    for (int t : tables)
      for (int slot : form_.tables[static_cast<size_t>(t)].slots) {
        const Slot& s = form_.slots[static_cast<size_t>(slot)];
        if (s.carries_down && s.type == Type::kChoice && s.choices_under < 0)
          records = std::max(records, s.choices.size() + dice_.Below(6));
      }
    for (int t : tables) FillRecords(t, records, out);
    for (int t : tables)
      for (int slot : form_.tables[static_cast<size_t>(t)].slots)
        if (int same = form_.slots[static_cast<size_t>(slot)].same_as; same >= 0)
          for (size_t r = 0; r < records; ++r)
            out->at(slot, static_cast<int>(r)) = out->at(same, static_cast<int>(r));
    for (int t : tables) FillDependents(t, out);
  }

  void FillRecords(int t, size_t records, Filled* out) {
    const FormTable& table = form_.tables[static_cast<size_t>(t)];
    auto& filled = out->tables[static_cast<size_t>(t)];
    filled.assign(records, std::vector<Answer>(table.slots.size()));
    for (size_t c = 0; c < table.slots.size(); ++c) {
      const Slot& slot = form_.slots[static_cast<size_t>(table.slots[c])];
      std::set<std::string> said;
      std::vector<size_t> order;  // choices of the records, in the form's order
      for (size_t r = 0; r < records && !slot.choices.empty(); ++r)
        order.push_back(
            r < slot.choices.size() && slot.carries_down ? r : dice_.Below(slot.choices.size()));
      std::sort(order.begin(), order.end());
      for (size_t r = 0; r < records; ++r) {
        Answer& answer = filled[r][c];
        answer = Say(slot);
        bool must = c <= 2 || slot.carries_down;  // or the record would not be one
        auto poor = [&] {
          return (must && answer.blank) || (slot.type == Type::kText && said.contains(answer.text));
        };
        for (int i = 0; i < 20 && poor(); ++i) answer = Say(slot);
        said.insert(answer.text);
        if (slot.carries_down && !slot.choices.empty() && slot.choices_under < 0) {
          answer.blank = false;
          answer.text = slot.choices[order[r]].text;
        }
      }
    }
  }

  // Choices that belong to another slot's choice.
  void FillDependents(int t, Filled* out) {
    for (int index : form_.tables[static_cast<size_t>(t)].slots) {
      const Slot& slot = form_.slots[static_cast<size_t>(index)];
      if (slot.choices_under < 0) continue;
      const Slot& above = form_.slots[static_cast<size_t>(slot.choices_under)];
      auto& records = out->tables[static_cast<size_t>(t)];
      size_t begin = 0;
      for (size_t r = 0; r < records.size(); ++r) {
        const std::string& parent = out->at(slot.choices_under, static_cast<int>(r)).text;
        std::vector<size_t> fitting;
        for (size_t i = 0; i < slot.choices.size(); ++i)
          if (slot.choices[i].under >= 0 &&
              above.choices[static_cast<size_t>(slot.choices[i].under)].text == parent)
            fitting.push_back(i);
        Answer& answer = records[r][static_cast<size_t>(slot.column)];
        if (fitting.empty()) continue;
        answer.blank = false;
        answer.text = slot.choices[dice_.Pick(fitting)].text;
        bool same_group =
            r > 0 && out->at(slot.choices_under, static_cast<int>(r - 1)).text == parent;
        if (!same_group) begin = r;
        // In the form's order within a group, so that equal ones stand together.
        auto rank = [&](const Answer& a) {
          for (size_t i = 0; i < slot.choices.size(); ++i)
            if (slot.choices[i].text == a.text &&
                slot.choices[i].under == slot.choices[fitting[0]].under)
              return i;
          return slot.choices.size();
        };
        for (size_t k = r; k > begin; --k) {
          Answer &x = records[k - 1][static_cast<size_t>(slot.column)],
                 &y = records[k][static_cast<size_t>(slot.column)];
          if (rank(x) > rank(y)) std::swap(x.text, y.text);
        }
      }
    }
  }

  const Form& form_;
  const WordLists& words_;
  Dice& dice_;
  int64_t year_;
  bool currency_;
};

// Parts of the first declaration, named by rows of its table.
void AddParts(const Form& form, Filler* filler, Dice* dice, std::vector<Filled>* filled) {
  size_t table = static_cast<size_t>(form.slots[static_cast<size_t>(form.parts_row)].table);
  size_t rows = filled->front().tables[table].size();
  if (rows == 0 || !dice->Chance(kHasParts)) return;
  size_t parts = std::min<size_t>(rows, 1 + dice->Below(2));
  for (size_t i = 0; i < parts; ++i) {
    const Answer name = filled->front().at(form.parts_row, static_cast<int>(i));
    if (name.blank) continue;
    filled->push_back(filler->One(0));
    filled->back().at(form.parts_name, -1) = name;
  }
}

bool NamesDiffer(const Form& form, const std::vector<Filled>& filled) {
  std::set<std::string> names;
  for (const Filled& each : filled)
    if (form.parts_name >= 0 && !names.insert(each.at(form.parts_name, -1).text).second)
      return false;
  return true;
}

void BlankZeros(Dice* dice, std::vector<Filled>* filled) {
  for (Filled& each : *filled)
    for (size_t s = 0; s < each.fields.size(); ++s) {
      const Slot& slot = each.form->slots[s];
      Answer& answer = each.fields[s];
      if (slot.type == Type::kMoney && !slot.required && answer.number == 0 &&
          dice->Chance(kZeroIsBlank))
        answer.blank = true;
    }
}

}  // namespace

std::vector<Filled> FillForm(const Form& form, const WordLists& words, Dice* dice) {
  for (int i = 0; i < kTries; ++i) {
    Filler filler(form, words, dice);
    std::vector<Filled> filled;
    filled.push_back(filler.One(-1));
    if (form.parts_row >= 0) AddParts(form, &filler, dice, &filled);
    if (!NamesDiffer(form, filled) || !SettleClaims(&filled)) continue;
    std::vector<Filled> blanked = filled;
    BlankZeros(dice, &blanked);
    return SettleClaims(&blanked) ? blanked : filled;
  }
  return {};
}

}  // namespace tabularium
