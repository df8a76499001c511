// The lines of `fields`: names, a type, traits. What a type needs of other slots (a unit, a first
// level, the target that a part belongs to) is looked up when all lines are read. Tested by
// fields_test.cc.

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "compile/build.h"
#include "text/key.h"
#include "text/money_units.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr std::string_view kTypeWords[] = {"text",          "rich text", "number", "percent",
                                           "code",          "year",      "date",   "target",
                                           "unit of money", "money in",  "one of", "some of",
                                           "relation of",   "number of", "unit of"};
constexpr std::string_view kTraits[] = {"required", "carries down", "open"};

// What one line says, for all slots it names.
struct FieldLine {
  std::vector<int> slots;
  Slot type;  // only what is said of types and traits
  DraftPlace place;
  Phrase unit;                     // of `money in`
  Phrase part_of;                  // of `relation of`, …
  std::vector<Phrase> under;       // by choice; empty: under none
  std::vector<DraftPlace> places;  // by choice
  bool weak = false;               // named by a star only
};

class Fields {
 public:
  explicit Fields(Build* build) : build_(build), said_(build->form.slots.size(), kNot) {}

  void Read() {
    for (DraftPlace place : build_->draft->fields) ReadLine(place);
    for (const FieldLine& line : lines_)
      if (line.weak) Apply(line);
    for (const FieldLine& line : lines_)
      if (!line.weak) Apply(line);
    CopyShared();
    for (const FieldLine& line : lines_)
      if (!build_->complaints->Full()) Resolve(line);
    CopyShared();
  }

 private:
  enum Said : uint8_t { kNot, kByStar, kByName };

  // A square that fills several tables has one type.
  void CopyShared() {
    for (size_t i = 0; i < build_->form.slots.size(); ++i) {
      Slot& slot = build_->form.slots[i];
      if (slot.same_as >= 0 && said_[i] == kNot) CopyType(build_->SlotAt(slot.same_as), &slot);
    }
  }

  static void CopyType(const Slot& from, Slot* to) {
    to->type = from.type, to->part = from.part, to->part_of = from.part_of;
    to->required = from.required, to->carries_down = from.carries_down;
    to->several = from.several, to->open = from.open;
    to->choices = from.choices, to->choices_under = from.choices_under;
    to->unit = from.unit, to->unit_slot = from.unit_slot, to->constant = from.constant;
  }

  void Bad(DraftPlace place, std::string message, std::string hint = {}) {
    build_->Complain(Code::kBadLine, place, std::move(message), std::move(hint));
  }

  void ReadLine(DraftPlace place) {
    Scanner line(build_->file, place);
    FieldLine field;
    field.place = place;
    std::vector<Phrase> names;
    do names.push_back(line.TakeName());
    while (line.TakeSign(","));
    if (names[0].text.empty())
      return Bad(line.Rest(), "a line of fields begins with slots", "project.name  text");
    const bool known = ReadType(&line, &field);
    if (known) ReadTraits(&line, &field);
    if (known && !line.AtEnd()) Bad(line.Rest(), "the line should end here");
    FindSlots(names, &field);
    if (known) lines_.push_back(std::move(field));
  }

  void FindSlots(const std::vector<Phrase>& names, FieldLine* field) {
    std::string prefix = names[0].text.substr(0, names[0].text.find('.') + 1);
    for (const Phrase& name : names) {
      const size_t dot = name.text.find('.');
      if (dot != std::string::npos) prefix = name.text.substr(0, dot + 1);
      if (name.text.find('*') != std::string::npos) {
        FindAll(name, prefix, field);
      } else if (!field->type.constant.empty() && !build_->slots.contains(Path(name, prefix))) {
        AddConstant(name, prefix, field);
      } else if (const int slot = FindSlot(build_, name, prefix); slot >= 0) {
        Say(slot, kByName, name.place);
        field->slots.push_back(slot);
      }
    }
  }

  static std::string Path(const Phrase& name, const std::string& prefix) {
    return name.text.find('.') == std::string::npos ? prefix + name.text : name.text;
  }

  void FindAll(const Phrase& name, const std::string& prefix, FieldLine* field) {
    const std::string path = Path(name, prefix);
    const size_t star = path.find('*');
    const std::string_view before = std::string_view(path).substr(0, star);
    const std::string_view behind = std::string_view(path).substr(star + 1);
    const size_t found = field->slots.size();
    for (size_t i = 0; i < build_->form.slots.size(); ++i) {
      const std::string& candidate = build_->form.slots[i].path;
      if (candidate.size() < before.size() + behind.size() || !candidate.starts_with(before) ||
          !candidate.ends_with(behind))
        continue;
      field->slots.push_back(static_cast<int>(i));
      if (said_[i] == kNot) said_[i] = kByStar;
    }
    field->weak = true;
    if (found == field->slots.size())
      build_->Complain(Code::kUnknownSlot, name.place,
                       fmt::format("no picture has a slot like {}", path));
  }

  void Say(int slot, Said how, DraftPlace place) {
    Said& said = said_[static_cast<size_t>(slot)];
    if (said == kByName)
      build_->Complain(Code::kDuplicateSlot, place,
                       fmt::format("{} has a line already", build_->SlotAt(slot).path));
    said = how;
  }

  // A value that is printed nowhere.
  void AddConstant(const Phrase& name, const std::string& prefix, FieldLine* field) {
    Slot slot;
    slot.path = Path(name, prefix);
    slot.name = slot.path.substr(slot.path.find('.') + 1);
    if (slot.path.find('.') == std::string::npos || slot.name.empty() ||
        build_->form.slots.size() >= kMostSlots)
      return Bad(name.place, "a path is picture.name, with one dot");
    const int index = static_cast<int>(build_->form.slots.size());
    slot.column = static_cast<int>(build_->form.fields.size());
    build_->slots.emplace(slot.path, index);
    build_->form.fields.push_back(index);
    build_->form.slots.push_back(std::move(slot));
    build_->slot_places.push_back(name.place);
    said_.push_back(kByName);
    field->slots.push_back(index);
  }

  bool ReadType(Scanner* line, FieldLine* field) {
    static constexpr struct {
      std::string_view words;
      Type type;
    } kPlain[] = {{"text", Type::kText},       {"rich text", Type::kRichText},
                  {"percent", Type::kPercent}, {"code", Type::kCode},
                  {"year", Type::kYear},       {"date", Type::kDate},
                  {"target", Type::kTarget},   {"unit of money", Type::kUnit}};
    for (const auto& [words, type] : kPlain)
      if (line->Take(words)) return field->type.type = type, true;
    if (line->Take("one of")) return ReadChoices(line, field), true;
    if (line->Take("some of")) return field->type.several = true, ReadChoices(line, field), true;
    if (line->Take("money in")) {
      field->type.type = Type::kMoney;
      field->unit = line->TakePhrase(",;");
      return true;
    }
    static constexpr struct {
      std::string_view words;
      TargetPart part;
    } kParts[] = {{"relation of", TargetPart::kRelation},
                  {"number of", TargetPart::kNumber},
                  {"unit of", TargetPart::kUnit}};
    for (const auto& [words, part] : kParts) {
      if (!line->Take(words)) continue;
      field->type.type = Type::kTarget;
      field->type.part = part;
      field->part_of = line->TakeName();
      return true;
    }
    if (line->Take("number")) return field->type.type = Type::kNumber, true;
    if (line->Take("always")) return ReadConstant(line, field), true;
    const Phrase word = line->TakePhrase(",;");
    build_->Complain(
        Code::kUnknownType, word.place,
        word.text.empty() ? "a type is missing here" : fmt::format("{} is no type", word.text),
        Suggest(word.text, {std::begin(kTypeWords), std::end(kTypeWords)},
                "types are: text, rich text, "
                "number, percent, code, year, date, target, unit of money, money in …, one of …, "
                "some of …"));
    return false;
  }

  static std::string Suggest(std::string_view word, const std::vector<std::string_view>& known,
                             std::string otherwise) {
    std::string hint = DidYouMean(word, known);
    return hint.empty() ? std::move(otherwise) : hint;
  }

  void ReadConstant(Scanner* line, FieldLine* field) {
    const Phrase value = line->TakePhrase(",;");
    if (value.text.empty()) Bad(line->Rest(), "always what?", "always CNY");
    const MoneyUnit* unit = FindMoneyUnit(Key(value.text));
    if (unit != nullptr) field->type.type = Type::kUnit;
    field->type.constant = value.text;
  }

  void ReadChoices(Scanner* line, FieldLine* field) {
    field->type.type = Type::kChoice;
    size_t group = 0;  // first choice of the group that an `under` closes
    std::vector<Choice>& choices = field->type.choices;
    do {
      if (choices.size() > 0 && AtTrait(line)) break;
      do {
        const Phrase word = line->TakePhrase(",;", {"under"});
        if (word.text.empty()) {
          Bad(word.place, "a choice is missing here");
          return line->JumpTo(line->Rest().end);
        }
        if (std::find(std::begin(kTraits), std::end(kTraits), word.text) != std::end(kTraits))
          Bad(word.place, fmt::format("{} would be a choice here", word.text),
              "put a semicolon before it");
        if (choices.size() >= kMostChoices)
          return build_->Complain(Code::kTooLarge, word.place, "too many choices");
        choices.emplace_back().text = word.text;
        field->places.push_back(word.place);
        field->under.emplace_back();
      } while (line->TakeSign(","));
      if (line->Take("under")) {
        const Phrase parent = line->TakePhrase(",;");
        for (size_t i = group; i < choices.size(); ++i) field->under[i] = parent;
      }
      group = choices.size();
    } while (line->TakeSign(";"));
  }

  // Looks at the next words without taking them.
  static bool AtTrait(Scanner* line) {
    Scanner ahead = *line;
    for (std::string_view trait : kTraits)
      if (ahead.Take(trait)) return true;
    return false;
  }

  void ReadTraits(Scanner* line, FieldLine* field) {
    while (!line->AtEnd()) {
      if (line->TakeSign(",") || line->TakeSign(";")) continue;
      if (line->Take("required")) {
        field->type.required = true;
      } else if (line->Take("carries down")) {
        field->type.carries_down = true;
      } else if (field->type.type == Type::kChoice && line->Take("open")) {
        field->type.open = true;
      } else {
        const Phrase word = line->TakePhrase(",;");
        build_->Complain(Code::kUnknownTrait, word.place,
                         fmt::format("{} is no trait of this type", word.text),
                         Suggest(word.text, {std::begin(kTraits), std::end(kTraits)},
                                 "traits are: required, carries down, and open for choices"));
        return;
      }
    }
  }

  void Apply(const FieldLine& line) {
    for (int index : line.slots) {
      choices_ += line.type.choices.size();
      if (choices_ > kMostChoices)
        return build_->Complain(Code::kTooLarge, line.place, "more choices than a form may have");
      Slot& slot = build_->SlotAt(index);
      CopyType(line.type, &slot);
      if (!slot.carries_down || slot.table >= 0) continue;
      slot.carries_down = false;
      build_->Complain(Code::kUnknownTrait, line.place,
                       fmt::format("{} is written once: nothing carries down", slot.path),
                       "only a repeating row (+ or *) carries down");
    }
  }

  void Resolve(const FieldLine& line) {
    for (int index : line.slots) {
      if (line.weak && said_[static_cast<size_t>(index)] == kByName) continue;
      Slot& slot = build_->SlotAt(index);
      if (slot.type == Type::kMoney) ResolveUnit(line.unit, &slot);
      if (!line.part_of.text.empty()) ResolvePart(line.part_of, index);
      if (slot.type == Type::kChoice) ResolveChoices(line, index);
      if (slot.type == Type::kChoice && index == line.slots[0]) TestChoices(line, slot);
    }
  }

  static bool BeginsWithHan(std::string_view text) {
    size_t i = 0;
    return !text.empty() && IsHan(NextLetter(text, i));
  }

  void ResolveUnit(const Phrase& unit, Slot* slot) {
    if (FindMoneyUnit(Key(unit.text)) != nullptr || FindMoneyUnit(unit.text) != nullptr) {
      slot->unit = unit.text;
      return;
    }
    if (unit.text.find('.') == std::string::npos) {
      std::vector<std::string_view> known;
      for (const MoneyUnit& each : MoneyUnits()) known.push_back(each.name);
      const auto is_of_its_script = [&](std::string_view name) { return BeginsWithHan(name) == BeginsWithHan(unit.text); };
      std::stable_partition(known.begin(), known.end(), is_of_its_script);  // 圜 is rather 元 than €
      return build_->Complain(
          Code::kUnknownUnit, unit.place, fmt::format("{} is no unit of money", unit.text),
          Suggest(unit.text, known, "money in 元, money in $, or money in a slot: funds.currency"));
    }
    slot->unit_slot = FindSlot(build_, unit);
    if (slot->unit_slot >= 0 && build_->SlotAt(slot->unit_slot).type != Type::kUnit)
      build_->Complain(Code::kUnknownUnit, unit.place,
                       fmt::format("{} is no unit of money", unit.text),
                       fmt::format("say so in its own line: {}  unit of money", unit.text));
  }

  void ResolvePart(const Phrase& name, int index) {
    Slot& slot = build_->SlotAt(index);
    slot.part_of = FindSlot(build_, name, slot.path.substr(0, slot.path.find('.') + 1));
    if (slot.part_of < 0) return;
    const Slot& whole = build_->SlotAt(slot.part_of);
    if (whole.type == Type::kTarget && whole.part == TargetPart::kWhole &&
        whole.table == slot.table)
      return;
    build_->Complain(Code::kUnknownType, name.place,
                     fmt::format("{} is no target beside {}", whole.path, slot.path),
                     fmt::format("{}  target", whole.path));
  }

  void ResolveChoices(const FieldLine& line, int index) {
    Slot& slot = build_->SlotAt(index);
    for (size_t i = 0; i < line.under.size() && i < slot.choices.size(); ++i) {
      const Phrase& parent = line.under[i];
      if (parent.text.empty()) continue;
      const bool same = i > 0 && line.under[i - 1].place.begin == parent.place.begin;
      slot.choices[i].under =
          same ? slot.choices[i - 1].under : FindParent(Key(parent.text), index);
      if (slot.choices[i].under >= 0 || same) continue;
      if (index == line.slots[0])
        build_->Complain(
            Code::kUnknownChoice, parent.place,
            fmt::format("{} is a choice of no slot beside {}", parent.text, slot.path));
      return;
    }
  }

  void TestChoices(const FieldLine& line, const Slot& slot) {
    std::set<std::pair<std::string, int>> seen;
    for (size_t i = 0; i < slot.choices.size() && i < line.places.size(); ++i) {
      const Choice& choice = slot.choices[i];
      if (!seen.emplace(Key(choice.text), choice.under).second)
        build_->Complain(Code::kDuplicateName, line.places[i],
                         fmt::format("there is a choice {} already", choice.text));
    }
  }

  // The choice of that key in a slot of the same table or picture; fixes Slot::choices_under. -1:
  // none.
  int FindParent(const std::string& key, int index) {
    Slot& slot = build_->SlotAt(index);
    for (size_t other = 0; other < build_->form.slots.size(); ++other) {
      const Slot& above = build_->form.slots[other];
      const bool near =
          above.table == slot.table && (slot.table >= 0 || Prefix(above) == Prefix(slot));
      if (!near || above.choices.empty() || static_cast<int>(other) == index) continue;
      if (slot.choices_under >= 0 && slot.choices_under != static_cast<int>(other)) continue;
      if (keys_.size() <= other) keys_.resize(other + 1);
      if (keys_[other].empty())
        for (size_t k = 0; k < above.choices.size(); ++k)
          keys_[other].try_emplace(Key(above.choices[k].text), static_cast<int>(k));
      const auto found = keys_[other].find(key);
      if (found == keys_[other].end()) continue;
      slot.choices_under = static_cast<int>(other);
      return found->second;
    }
    return -1;
  }

  static std::string_view Prefix(const Slot& slot) {
    return std::string_view(slot.path).substr(0, slot.path.find('.'));
  }

  Build* build_;
  std::vector<Said> said_;  // by slot
  std::vector<FieldLine> lines_;
  size_t choices_ = 0;  // of all slots
  std::vector<std::unordered_map<std::string, int>>
      keys_;  // by slot: its choices by key, filled when needed
};

}  // namespace

void ReadFields(Build* build) { Fields(build).Read(); }

}  // namespace tabularium
