// A cell against a square: wordings by their ids first, letters only where the wording is unknown. Tested by match_test.cc.
#include "align/match.h"

#include <algorithm>

#include "align/costs.h"
#include "text/key.h"
#include "text/money_units.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kLongestLabel = 160;   // bytes; longer text is no label
constexpr size_t kFuzzyChoice = 12;      // bytes of a choice's key from which it may be misspelt: four Han letters
constexpr size_t kLabelLikeLetters = 12;  // a replaced label is at most so long

bool Contains(const std::vector<WordId>& words, WordId word) {
  return word != kNoWord && std::find(words.begin(), words.end(), word) != words.end();
}

const Square* AnchorOf(const Form& form, const Square& square, size_t column) {
  if (square.anchor_row < 0) return nullptr;
  return &form.rows[static_cast<size_t>(square.anchor_row)].squares[column];
}

// Letters of a label that may be wrong.
int AllowedSlips(size_t letters) { return letters < 3 ? 0 : letters < 6 ? 1 : 2; }

// A misspelt label: the fewest letters in which the text differs from a wording of the square; limit + 1: too many.
int LabelDistance(const Square& square, const Element& e, int limit) {
  std::string key;
  int best = limit + 1;
  for (const Part& part : square.parts) {
    for (size_t i = 0; i < part.keys.size(); ++i) {
      if (Lacking(e.letters, part.masks[i]) > limit) continue;
      if (key.empty()) Key(e.piece.text(), &key);
      const int slips = std::min(limit, AllowedSlips(CountLetters(part.keys[i])));
      if (const int distance = KeyDistance(key, part.keys[i], slips); distance <= slips) best = std::min(best, distance);
    }
  }
  return best;
}

// Cheap: whether a money unit stands at the end, brackets and colons aside.
bool EndsWithUnit(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    for (std::string_view mark : {")", "）", "]", "】", ":", "：", " ", "\u3000", "\u2003", "\u00a0"})
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), more = true;
  }
  for (const MoneyUnit& unit : MoneyUnits())
    if (!text.empty() && text.back() == unit.name.back() && text.ends_with(unit.name)) return true;
  return !text.empty() && static_cast<unsigned char>(text.back()) < 0x80;
}

LetterMask LettersOfUnits() {
  static const LetterMask kLetters = [] {
    LetterMask mask = 0;
    for (const MoneyUnit& unit : MoneyUnits()) mask |= MaskOfKey(unit.name);
    return mask;
  }();
  return kLetters;
}

// The letters of the label without its unit are all there.
bool MayHaveUnit(const Square& square, LetterMask letters) {
  letters |= LettersOfUnits();
  for (const Part& part : square.parts)
    for (LetterMask wanted : part.masks)
      if (Lacking(letters, wanted) == 0) return true;
  return false;
}

// What follows a label in its cell is a remark in brackets: 项目名称（必填）.
bool IsBracketed(std::string_view rest) {
  rest = Trim(rest);
  bool opens = rest.starts_with("(") || rest.starts_with("（") || rest.starts_with("[") || rest.starts_with("【");
  bool closes = rest.ends_with(")") || rest.ends_with("）") || rest.ends_with("]") || rest.ends_with("】");
  return opens && closes;
}

bool IsLabelWithRemark(const Square& square, const Element& e) {
  if (e.prefix == kNoWord || e.more != e.more_end || !Contains(square.words, e.prefix)) return false;
  std::string_view text = e.piece.text();
  std::string_view label = text.substr(0, std::min<size_t>(text.size(), e.prefix_end - e.piece.begin));
  size_t open = label.size();  // the bracket's first sign may have been counted as the label's
  for (std::string_view bracket : {"(", "（", "[", "【"})
    if (size_t at = label.rfind(bracket); at != label.npos) open = std::min(open, at);
  return IsBracketed(text.substr(open));
}

// The wording of another label of the row, which stands there besides: one of them is written for this one.
//   drawn    kind (also nature) | {kind} | class | {class}        text    kind | … | nature | …
bool IsOfAnotherLabel(const Row& row, const Square& square, WordId word) {
  return std::any_of(row.squares.begin(), row.squares.end(), [&](const Square& other) {
    return &other != &square && other.kind == Square::kPrinted && !other.words.empty() && other.words.front() != word &&
           Contains(other.words, word);
  });
}

Fit MatchPrinted(const Row& row, const Square& square, const Element& e) {
  if (e.blank()) {
    if (square.continued) return {0, Fit::kEmpty};
    return {costs::kLabelGone, Fit::kGone};
  }
  if (Contains(square.words, e.word)) return {0, Fit::kExact};
  std::string_view text = e.piece.text();
  if (text.size() > kLongestLabel) return {costs::kNever, Fit::kImpossible};
  bool torn = e.more != e.more_end;
  if (!torn && MayHaveUnit(square, e.letters) && UnitOfLabel(square, text).end > 0) return {costs::kLabelHasUnit, Fit::kWithUnit};
  if (IsLabelWithRemark(square, e)) return {costs::kLabelHasUnit, Fit::kExact};
  if (e.word != kNoWord && !torn) {
    if (IsOfAnotherLabel(row, square, e.word)) return {costs::kLabelReplaced, Fit::kReplaced};
    return {costs::kNever, Fit::kImpossible};
  }
  int allowed = AllowedSlips(square.letters);
  int distance = torn ? 0 : allowed > 0 ? LabelDistance(square, e, allowed) : 1;
  if (distance <= allowed && !torn) return {distance * costs::kLetterDiffers, Fit::kFuzzy};
  if (torn) return {costs::kLetterDiffers, Fit::kFuzzy};
  bool label_like = (e.shapes & (kLooksAmount | kLooksNumber | kLooksDate | kLooksTarget | kLooksProse | kLooksMarked |
                                 kLooksNotApplicable | kLooksCode | kLooksYear)) == 0 &&
                    e.prefix == kNoWord && CountLetters(text) <= kLabelLikeLetters;
  if (label_like) return {costs::kLabelReplaced, Fit::kReplaced};
  return {costs::kNever, Fit::kImpossible};
}

Fit MatchMixed(const Form& form, const Square& square, const Element& e) {
  if (e.blank()) {
    if (square.continued || PrintsNothing(square)) return {0, Fit::kEmpty};
    return {costs::kLabelGone, Fit::kGone};
  }
  if (e.piece.text().size() > kLongestLabel) return {costs::kNever, Fit::kImpossible};
  if (!square.words.empty() && e.word != kNoWord && !Contains(square.words, e.word) &&
      form.prints[static_cast<size_t>(e.word)])
    return {costs::kNever, Fit::kImpossible};
  if (!MayCapture(square, e.letters)) return {costs::kNever, Fit::kImpossible};
  Captured captured;
  if (!Capture(form, square, e.piece.text(), &captured)) return {costs::kNever, Fit::kImpossible};
  if (captured.loose) return {costs::kTemplateLoose, Fit::kLoose};
  return {0, Fit::kExact};
}

Fit Unlikely(int32_t cost) { return {cost, Fit::kUnlikely}; }
constexpr Fit kGood = {0, Fit::kExact};

Fit MatchChoice(const Slot& slot, const Element& e) {
  if (IsChoiceOf(slot, e.word)) return kGood;
  if (e.shapes & kLooksMarked) return kGood;
  if (e.shapes & kLooksNotApplicable) return Unlikely(costs::kNearType);
  if (e.shapes & (kLooksTarget | kLooksAmount | kLooksDate | kLooksProse)) return Unlikely(costs::kWrongType);
  if (IsChoiceOf(slot, e.prefix)) return {costs::kNotApplicable, Fit::kExact};
  if (e.more == e.more_end && e.piece.text().size() <= kLongestLabel) {
    std::string key;
    for (const Choice& choice : slot.choices) {
      if (Lacking(e.letters, choice.mask) > 1) continue;
      if (key.empty()) Key(e.piece.text(), &key);
      if (!key.empty() && key.starts_with(choice.key)) return {costs::kNotApplicable, Fit::kExact};
      if (choice.key.size() >= kFuzzyChoice && KeyDistance(key, choice.key, 1) <= 1)
        return {costs::kLetterDiffers / 2, Fit::kFuzzy};
    }
  }
  return Unlikely(slot.open ? costs::kOutOfOpenDomain : costs::kOutOfDomain);
}

Fit MatchText(const Form& form, const Slot& slot, const Element& e) {
  if (e.word != kNoWord && slot.type == Type::kText) {
    for (const Slot& other : form.slots)
      if (other.type == Type::kChoice && other.table == slot.table && IsChoiceOf(other, e.word))
        return {costs::kForeignChoice, Fit::kOtherChoice};
  }
  uint16_t foreign = slot.table >= 0 ? kLooksTarget | kLooksAmount | kLooksDate : kLooksAmount | kLooksDate;
  if (slot.type == Type::kRichText) foreign = kLooksAmount | kLooksDate;
  if (e.shapes & foreign) return Unlikely(costs::kForeignShape);
  return kGood;
}

Fit MatchTarget(const Slot& slot, const Element& e, const Form& form) {
  if (slot.part != TargetPart::kWhole) return kGood;
  if (e.shapes & (kLooksTarget | kLooksNumber | kLooksNotApplicable)) return kGood;
  if (e.word != kNoWord)
    for (const Slot& other : form.slots)
      if (other.type == Type::kChoice && other.table == slot.table && IsChoiceOf(other, e.word))
        return Unlikely(costs::kOutOfDomain);
  if (e.shapes & kLooksProse) return Unlikely(costs::kForeignShape);
  return {costs::kWording, Fit::kExact};
}

Fit MatchShape(const Element& e, uint16_t exact, uint16_t near) {
  if (e.shapes & exact) return kGood;
  if (e.shapes & kLooksNotApplicable) return {costs::kNotApplicable, Fit::kExact};
  if (e.shapes & near) return Unlikely(costs::kNearType);
  return Unlikely(costs::kWrongType);
}

Fit MatchSlot(const Form& form, const Slot& slot, const Row& row, const Element& e) {
  if (e.blank()) {
    bool record = row.repeat != Row::kOnce && row.repeat != Row::kOptional;
    if (record && !slot.carries_down && slot.required) return {costs::kBlankInRecord, Fit::kEmpty};
    return {0, Fit::kEmpty};
  }
  if (e.word != kNoWord && form.prints[static_cast<size_t>(e.word)] && !IsChoiceOf(slot, e.word))
    return Unlikely(costs::kLabelAsValue);
  switch (slot.type) {
    case Type::kText:
    case Type::kRichText: return MatchText(form, slot, e);
    case Type::kChoice: return MatchChoice(slot, e);
    case Type::kTarget: return MatchTarget(slot, e, form);
    case Type::kMoney: return MatchShape(e, kLooksAmount | kLooksNumber, 0);
    case Type::kNumber: return MatchShape(e, kLooksNumber, kLooksAmount);
    case Type::kPercent: return MatchShape(e, kLooksNumber, kLooksTarget | kLooksAmount);
    case Type::kYear: return MatchShape(e, kLooksYear, kLooksNumber);
    case Type::kDate: return MatchShape(e, kLooksDate, kLooksYear | kLooksNumber);
    case Type::kCode: return MatchShape(e, kLooksCode | kLooksNumber, 0xFFFF);
    case Type::kUnit: return FindMoneyUnit(Key(e.piece.text())) ? kGood : Unlikely(costs::kWrongType);
  }
  return kGood;
}

Fit MatchUp(const Form& form, const Square& square, size_t column, const Element& e) {
  if (e.blank()) return {0, Fit::kEmpty};
  const Square* anchor = AnchorOf(form, square, column);
  if (!anchor) return {costs::kNever, Fit::kImpossible};
  if (anchor->kind == Square::kPrinted) {
    Fit fit = MatchPrinted(form.rows[static_cast<size_t>(square.anchor_row)], *anchor, e);
    if (fit.kind == Fit::kReplaced) return {costs::kNever, Fit::kImpossible};
    return fit;
  }
  if (anchor->kind == Square::kMixed) return MatchMixed(form, *anchor, e);
  if (anchor->kind == Square::kSlot) {
    const Slot& slot = form.slots[static_cast<size_t>(anchor->slot)];
    Fit fit = MatchSlot(form, slot, form.rows[static_cast<size_t>(square.anchor_row)], e);
    if (fit.cost == 0 && slot.type != Type::kText && slot.type != Type::kRichText)
      return {costs::kRepeatedSpan, Fit::kRepeat};
  }
  return {costs::kNever, Fit::kImpossible};
}

}  // namespace

bool PrintsNothing(const Square& square) {
  for (const Part& part : square.parts)
    if (part.slot < 0 && !part.optional && !part.keys.empty()) return false;
  return true;
}

Fit Match(const Form& form, int form_row, size_t column, const Element& e) {
  const Row& row = form.rows[static_cast<size_t>(form_row)];
  const Square& square = row.squares[column];
  switch (square.kind) {
    case Square::kBlank: return e.blank() ? Fit{0, Fit::kEmpty} : Fit{costs::kNever, Fit::kImpossible};
    case Square::kPrinted: return MatchPrinted(row, square, e);
    case Square::kMixed: return MatchMixed(form, square, e);
    case Square::kSlot: return MatchSlot(form, form.slots[static_cast<size_t>(square.slot)], row, e);
    case Square::kUp: return MatchUp(form, square, column, e);
    case Square::kLeft: return e.blank() ? Fit{0, Fit::kEmpty} : Fit{costs::kNever, Fit::kImpossible};
  }
  return {costs::kNever, Fit::kImpossible};
}

Fit MatchTorn(const Form& form, const Square& square, std::string_view text) {
  constexpr Fit kNoFit = {costs::kNever, Fit::kImpossible};
  if (text.size() > kLongestLabel) return kNoFit;
  if (square.kind == Square::kMixed) {
    Captured captured;
    if (!Capture(form, square, text, &captured)) return kNoFit;
    return captured.loose ? Fit{costs::kTemplateLoose, Fit::kLoose} : kGood;
  }
  const std::string key = Key(text);
  const int allowed = AllowedSlips(square.letters);
  int least = allowed + 1;
  for (const Part& part : square.parts)
    for (const std::string& wanted : part.keys) least = std::min(least, KeyDistance(key, wanted, allowed));
  if (least == 0 || UnitOfLabel(square, text).end > 0) return {costs::kLetterDiffers, Fit::kFuzzy};
  return least <= allowed ? Fit{(least + 1) * costs::kLetterDiffers, Fit::kFuzzy} : kNoFit;
}

LabelUnit UnitOfLabel(const Square& square, std::string_view text) {
  if (!EndsWithUnit(text)) return {};
  std::string key;
  std::vector<uint32_t> places;
  KeyWithPlaces(text, &key, &places);
  for (const MoneyUnit& unit : MoneyUnits()) {
    if (key.size() <= unit.name.size() || !key.ends_with(unit.name)) continue;
    std::string_view stem(key.data(), key.size() - unit.name.size());
    for (const Part& part : square.parts) {
      for (const std::string& wanted : part.keys) {
        if (!wanted.starts_with(stem) || key == wanted) continue;
        const std::string_view drawn = std::string_view(wanted).substr(stem.size());  // as a unit too, or not at all
        if (drawn.empty() || FindMoneyUnit(drawn)) return {places[stem.size()], places.back()};
      }
    }
  }
  return {};
}

}  // namespace tabularium
