// Every slot gets its field first, missing; then filling by filling the letters are taken, read by
// the reader of the slot's type, and put there with their place; last, targets written over several
// cells are joined. Tested by normalise_test.cc.
#include "normalise/normalise.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "normalise/context.h"
#include "normalise/letters.h"
#include "normalise/oddities.h"
#include "normalise/parts.h"
#include "normalise/reading.h"
#include "text/residue.h"
#include "normalise/sight.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr float kTorn = 0.6f;  // of legibility; less: ink was left beside the letters
constexpr Signs kOfLegibility = [] {
  Signs signs;
  signs.Add(EvidenceCode::kLettersFair);
  signs.Add(EvidenceCode::kLettersPoor);
  return signs;
}();

constexpr Signs kOfLettersBeside = [] {
  Signs signs;
  signs.Add(EvidenceCode::kLettersFair);
  return signs;
}();

constexpr Signs kOfWraps = [] {
  Signs signs;
  signs.Add(EvidenceCode::kWrapUndone);
  return signs;
}();

constexpr Signs kOfLettersAndType = [] {
  Signs signs;
  for (size_t i = 0; i < kEvidenceCodes; ++i) {
    const auto code = static_cast<EvidenceCode>(i);
    if (GroupOf(code) == EvidenceGroup::kLetters || GroupOf(code) == EvidenceGroup::kType) signs.Add(code);
  }
  return signs;
}();

bool IsProse(Type type) { return type == Type::kText || type == Type::kRichText; }

LineBreaks BreaksOf(const Document& document) {
  if (document.boxes.empty()) return LineBreaks::kWritten;
  return document.readings.empty() ? LineBreaks::kLaidOut : LineBreaks::kSeen;
}

class Walk {
 public:
  Walk(const Alignment& alignment, const Document& document, const Limits& limits)
      : alignment_(alignment),
        form_(*alignment.form),
        document_(document),
        letters_(limits, BreaksOf(document)),
        others_(limits, LineBreaks::kSeen),
        residues_(alignment.form->residues) {}

  Record Go() {
    record_.form = &form_;
    record_.alignment_cost = alignment_.cost;
    record_.begin = alignment_.begin;
    record_.end = alignment_.end;
    PrepareFields();
    TakeOddities(alignment_, document_, &record_);
    for (const Filling& filling : alignment_.fillings) Fill(filling);
    PutConstants();
    JoinTargets(letters_, &record_);
    CompareTargets(&record_);
    return std::move(record_);
  }

 private:
  const Slot& SlotOf(const Field& field) const {
    return form_.slots[static_cast<size_t>(field.slot)];
  }

  void PrepareFields() {
    record_.fields.resize(form_.fields.size());
    for (size_t i = 0; i < form_.fields.size(); ++i) record_.fields[i].slot = form_.fields[i];
    record_.tables.resize(form_.tables.size());
    for (size_t t = 0; t < form_.tables.size(); ++t) {
      const std::vector<int>& slots = form_.tables[t].slots;
      size_t records =
          t < alignment_.records.size() ? static_cast<size_t>(alignment_.records[t]) : 0;
      std::vector<Field>& table = record_.tables[t];
      table.resize(records * slots.size());
      auto field = table.begin();
      for (size_t r = 0; r < records; ++r)
        for (const int slot : slots) {
          field->slot = slot;
          field->record = static_cast<int32_t>(r);
          ++field;
        }
    }
  }

  // The field of a filling; null where the alignment names a record that it does not count.
  Field* FieldOf(int slot, int32_t record) {
    const Slot& s = form_.slots[static_cast<size_t>(slot)];
    if (s.table < 0) return &record_.fields[static_cast<size_t>(s.column)];
    auto table = static_cast<size_t>(s.table);
    if (record < 0 || static_cast<size_t>(record) >= record_.records(table)) return nullptr;
    return &record_.at(slot, record);
  }

  void Fill(const Filling& filling) {
    Field* field = FieldOf(filling.slot, filling.record);
    if (!field) return;
    field->signs = filling.signs;
    field->repair = filling.repair;
    field->inherited = filling.inherited;
    if (filling.inherited) field->signs.Add(EvidenceCode::kCarriedDown);
    if (!filling.piece.cell) return;
    const Slot& slot = SlotOf(*field);
    if (filling.inherited && TakeFromAbove(filling, slot, field)) return;
    const Letters& letters = letters_.Take(filling, alignment_, slot.type);
    field->raw = document_.boxes.empty() ? std::string(letters.raw) : AsPrinted(letters.raw);
    PutPlaces(filling, field);
    field->signs.Add(letters.signs);
    if (letters_.DropHint(slot.type)) SayResidue(field);
    if (!document_.boxes.empty()) See(filling, slot.type, field);
    if (letters.written.text.empty()) {
      TakeBlank(*filling.piece.cell, field);
    } else if (!MayBeHint(slot.type) || !TakeResidue(letters, field)) {
      TakeValue(filling, slot, letters, field);
    }
    const bool remarkable = letters.damaged || letters.folded || letters.script || letters.styled || letters.too_deep;
    if (remarkable && !field->inherited && !letters.raw.empty()) RemarkLetters(letters, *field);
    if (sight_.scanned) RemarkSight(*field);
  }

  // What is carried down was read in the record above. Not where other fields of the record tell what it is: the unit of an amount, or
  // whether a wording is a label.
  bool TakeFromAbove(const Filling& filling, const Slot& slot, Field* field) {
    const WordId word = filling.piece.cell->word;
    if (slot.type == Type::kMoney || (word != kNoWord && !IsChoiceOf(slot, word)) || !document_.boxes.empty()) return false;
    const Filling* above = FillingOf(alignment_, filling.slot, filling.record - 1);
    const bool same = above && above->piece.cell == filling.piece.cell && above->piece.begin == filling.piece.begin &&
                      above->piece.end == filling.piece.end && above->more == filling.more && above->more_end == filling.more_end;
    if (!same) return false;
    const Field& read = record_.at(filling.slot, above->record);
    if (read.signs.Has(EvidenceCode::kLettersDamaged)) return false;  // said of the cell they stand in only
    field->value = read.value;
    field->raw = read.raw;
    field->place = read.place;
    field->more = read.more;
    field->signs.bits |= read.signs.bits & kOfLettersAndType.bits;
    return true;
  }

  [[gnu::cold]] void See(const Filling& filling, Type type, Field* field) {
    sight_ = SightOf(document_, field->place);
    field->signs.Add(SignsOf(sight_, type));
    if (sight_.scanned && filling.more == filling.more_end)  // all recognisers read the lines of a drawn cell as one
      field->signs.bits &= ~kOfWraps.bits;
  }

  // A cell of a scan may hold ink that nobody could read: one in which nothing else was read either.
  void TakeBlank(const Cell& cell, Field* field) {
    const bool beside = !Trim(cell.text).empty(), ink = !sight_.readings.empty() && !beside;
    if (beside) field->signs.bits &= ~kOfLettersBeside.bits;
    field->value = ink ? Nothing::kUnread : Nothing::kBlank;
    if (ink) Say(FlagCode::kIllegible, *field, "something stands there that could not be read");
  }

  [[gnu::cold]] void RemarkSight(const Field& field) {
    const auto* nothing = std::get_if<Nothing>(&field.value);
    if (nothing && *nothing == Nothing::kBlank) return;
    if (field.signs.Has(EvidenceCode::kUnderSeal)) RemarkSeal(field);
    if (field.signs.Has(EvidenceCode::kReadingsDiffer)) return;  // said with what was read
    if (sight_.legibility <= 0)
      return Say(FlagCode::kLowLegibility, field, fmt::format("letters of it may be cut off: “{}”", Shortened(field.raw)));
    const bool known = field.signs.Has(EvidenceCode::kDomainHeld) && !sight_.readings.empty() &&
                       sight_.readings[0]->by != Recogniser::kVocabulary;  // letter by letter one of its answers
    if (field.signs.Has(EvidenceCode::kLettersPoor) && !known)
      Say(FlagCode::kLowLegibility, field, fmt::format("some letters are hard to read: “{}”", Shortened(field.raw)));
  }

  // Where the letters under a seal are clear, and read alike by two where two read them, a look at them is worth little: of 40 such values
  // none was wrong.
  void RemarkSeal(const Field& field) {
    const Signs& signs = field.signs;
    const bool alike = signs.Has(EvidenceCode::kReadingsAgree) && !signs.Has(EvidenceCode::kReadingsDiffer) && !signs.Has(EvidenceCode::kLettersPoor);
    const bool clear = !IsReadTwice(form_.slots[static_cast<size_t>(field.slot)].type) && (signs.bits & kOfLegibility.bits) == 0;
    const bool known = signs.Has(EvidenceCode::kDomainHeld) && !signs.Has(EvidenceCode::kLettersPoor);  // one of the form's answers
    if (alike || clear || known) Say(FlagCode::kUnderSeal, Severity::kNote, field, "a seal stands on the value, whose letters are clear");
    else Say(FlagCode::kUnderSeal, field, "a seal stands on the value");
  }

  void PutPlaces(const Filling& filling, Field* field) {
    if (filling.more == filling.more_end && !filling.piece.cell->lines) {
      field->place = PlaceOf(filling.piece, document_);
      return;
    }
    bool first_says = filling.more == filling.more_end || !Trim(filling.piece.text()).empty();
    if (first_says) {
      field->place = PlaceOf(filling.piece, document_);
      if (filling.piece.cell->lines) field->more = LinesBelow(filling.piece, document_);
    }
    for (uint32_t i = filling.more; i < filling.more_end; ++i) {
      const Piece& piece = alignment_.more[i];
      if (Trim(piece.text()).empty()) continue;
      Place place = PlaceOf(piece, document_);
      if (field->place.line == 0) {
        field->place = place;
      } else {
        field->more.push_back(place);
      }
    }
    if (field->place.line == 0) field->place = PlaceOf(filling.piece, document_);
  }

  // Types whose readers take any letters; of the others only what is unread may be a hint.
  static bool MayBeHint(Type type) {
    return IsProse(type) || type == Type::kTarget || type == Type::kCode;
  }

  [[gnu::cold]] void SayResidue(Field* field) {
    field->signs.Add(EvidenceCode::kResidue);
    Say(FlagCode::kTemplateResidue, *field, "a hint of the form was left in the cell");
  }

  bool TakeResidue(const Letters& letters, Field* field) {
    if (form_.residues.empty()) return false;
    Residue residue = residues_.Find(letters.written.text);
    if (residue == Residue::kNone) return false;
    SayResidue(field);
    if (residue == Residue::kAll) field->value = Nothing::kBlank;
    return residue == Residue::kAll;
  }

  void TakeValue(const Filling& filling, const Slot& slot, const Letters& letters, Field* field) {
    const Lettering& written = letters.written;
    bool nothing = !IsProse(slot.type) && slot.type != Type::kTarget && slot.type != Type::kCode &&
                   slot.type != Type::kChoice && SaysNothing(written.plain);
    if (nothing) {
      field->value = Nothing::kBlank;
      return;
    }
    bool known_choice = slot.type == Type::kChoice && written.word != kNoWord;
    if (slot.part == TargetPart::kWhole && !known_choice && SaysNotApplicable(written.plain)) {
      field->value = Nothing::kNotApplicable;
      return;
    }
    Understood reading = Read(filling, slot, written);
    const bool free = slot.type == Type::kChoice && !reading.signs.Has(EvidenceCode::kDomainHeld);  // none of the form's answers
    if (sight_.scanned && (free || IsReadTwice(slot.type))) Reread(filling, slot, letters, &reading, field);
    bool unread = std::holds_alternative<Nothing>(reading.value);
    if (unread && !MayBeHint(slot.type) && TakeResidue(letters, field)) return;
    field->value = std::move(reading.value);
    field->signs.Add(reading.signs);
    if (written.word != kNoWord && IsLabelElsewhere(written.word, slot, *field)) field->signs.Add(EvidenceCode::kLooksLikeLabel);
    if (!reading.why.empty()) Complain(reading, letters.raw, *field);
  }

  // An amount that can't be read since only its marks were misread: what the groups of its figures tell.
  [[gnu::cold]] void TellByGroups(const Filling& filling, const Slot& slot, std::string_view text, Understood* reading) {
    if (slot.type != Type::kMoney || !std::holds_alternative<Nothing>(reading->value)) return;
    const std::string marked = MarksByGroups(text);
    if (marked.empty()) return;
    Understood told = Read(filling, slot, others_.Take(marked, slot.type).written);
    if (std::holds_alternative<Nothing>(told.value)) return;
    told.signs.Add(EvidenceCode::kChosenByMeaning);
    *reading = std::move(told);
  }

  // Reads the same place by what the other recognisers saw, and keeps what makes the most sense. REQUIRES: *reading is of
  // the letters in the text.
  [[gnu::cold]] void Reread(const Filling& filling, const Slot& slot, const Letters& letters, Understood* reading, Field* field) {
    const bool whole = filling.more == filling.more_end && filling.piece.begin == 0 &&
                       filling.piece.end == filling.piece.cell->text.size();
    Recognition standing;
    standing.text = std::string(letters.raw);
    standing.legibility = sight_.legibility;
    if (!sight_.readings.empty()) standing.by = sight_.readings[0]->by;
    TellByGroups(filling, slot, letters.written.text, reading);
    std::vector<SeenValue> candidates = {{&standing, *reading}};
    for (size_t i = 1; i < sight_.readings.size(); ++i) {
      const Recognition& other = *sight_.readings[i];
      const std::string_view text = whole ? Trim(other.text) : PartOf(other, filling, slot.type);
      if (text.empty() || !Reads(other.by, slot.type)) continue;
      const Letters& seen = others_.Take(text, slot.type);
      if (seen.written.text.empty()) continue;
      candidates.push_back({&other, Read(filling, slot, seen.written)});
      TellByGroups(filling, slot, std::string(seen.written.text), &candidates.back().reading);
    }
    const SeenChoice choice = ChooseReading(candidates);
    field->signs.Add(choice.signs);
    if (sight_.legibility >= kTorn) Outweigh(choice, slot.type, field);
    const SeenValue& taken = candidates[choice.taken];
    if (choice.runner_up != choice.taken && choice.signs.Has(EvidenceCode::kReadingsDiffer))
      Say(FlagCode::kLowLegibility, *field,
          fmt::format("read as “{}”, but also as “{}”", Shortened(taken.seen->text),
                      Shortened(candidates[choice.runner_up].seen->text)));
    if (choice.taken == 0) return;
    *reading = taken.reading;
    field->raw = whole ? std::string_view(taken.seen->text) : PartOf(*taken.seen, filling, slot.type);
  }

  // Agreement says more than the recogniser's own account of single letters, and of signs and figures that says little.
  static void Outweigh(const SeenChoice& choice, Type type, Field* field) {
    const bool poor = field->signs.Has(EvidenceCode::kLettersPoor);
    const bool agreed = choice.signs.Has(EvidenceCode::kReadingsAgree) && !choice.signs.Has(EvidenceCode::kReadingsDiffer);
    if (!choice.certain && !(agreed && poor && type == Type::kTarget)) return;
    field->signs.bits &= ~kOfLegibility.bits;
    if (!choice.certain) field->signs.Add(EvidenceCode::kLettersFair);
  }

  // What another recogniser saw in place of a year among a label's words, or behind what the form prints.
  static std::string_view PartOf(const Recognition& other, const Filling& filling, Type type) {
    const Piece& piece = filling.piece;
    const std::string_view cell = piece.cell->text;
    if (filling.more != filling.more_end) return {};
    if (type == Type::kYear) return SameRun(cell, piece.begin, piece.end, other.text);
    return piece.end == cell.size() ? Behind(cell.substr(0, piece.begin), other.text) : std::string_view();
  }

  Understood Read(const Filling& filling, const Slot& slot, const Lettering& written) {
    switch (slot.type) {
      case Type::kText:
      case Type::kRichText:
        return ReadText(written);
      case Type::kNumber:
        return ReadNumber(written);
      case Type::kPercent:
        return ReadPercent(written);
      case Type::kCode:
        return ReadCode(written);
      case Type::kYear:
        return ReadYear(written);
      case Type::kDate:
        return ReadDate(written);
      case Type::kMoney:
        return ReadMoney(written, MoneyContextOf(filling));
      case Type::kUnit:
        return ReadUnit(written);
      case Type::kChoice:
        return ReadChoice(slot, written);
      case Type::kTarget:
        return slot.part == TargetPart::kWhole ? ReadTarget(written) : ReadPart(written);
    }
    return Unread("no reader for this type");
  }

  // A part of a target stays as written until all parts are there.
  static Understood ReadPart(const Lettering& written) {
    Understood reading;
    Target part;
    part.text = std::string(written.text);
    reading.value = std::move(part);
    return reading;
  }

  // The field of another slot in the same record. REQUIRES: both are of one table.
  const Field& GroupOf(const Slot& other, const Field& field) {
    return record_.at(static_cast<int>(&other - form_.slots.data()), field.record);
  }

  // Contexts without a unit in the label are the same for all fields with the same unit.
  MoneyContext MoneyContextOf(const Filling& filling) {
    const Slot& slot = form_.slots[static_cast<size_t>(filling.slot)];
    bool in_table =
        slot.unit_slot >= 0 && form_.slots[static_cast<size_t>(slot.unit_slot)].table >= 0;
    if (filling.unit.cell || in_table) return ContextOf(alignment_, filling);
    if (!context_slot_ || context_slot_->unit_slot != slot.unit_slot ||
        context_slot_->unit != slot.unit) {
      context_ = ContextOf(alignment_, filling);
      context_slot_ = &slot;
    }
    return context_;
  }

  // A wording that the form prints, or the name of a group of records (what is carried down), as a value of another slot. A
  // record may be called what a group is called (服务对象满意度), but hardly where its row was moved and names no group.
  bool IsLabelElsewhere(WordId word, const Slot& slot, const Field& field) {
    if (IsChoiceOf(slot, word)) return false;
    if (static_cast<size_t>(word) < form_.prints.size() && form_.prints[static_cast<size_t>(word)]) return true;
    return std::any_of(form_.slots.begin(), form_.slots.end(), [&](const Slot& other) {
      if (!other.carries_down || !IsChoiceOf(other, word)) return false;
      return slot.table < 0 || (slot.table == other.table && field.repair >= 0 && GroupOf(other, field).inherited);
    });
  }

  void Say(FlagCode code, const Field& field, std::string message) {
    Say(code, Kind(code).severity, field, std::move(message));
  }

  [[gnu::cold]] void Say(FlagCode code, Severity severity, const Field& field, std::string message) {
    if (field.inherited) return;
    Remark remark;
    remark.code = code;
    remark.severity = severity;
    remark.message = std::move(message);
    remark.field = {-1, field.slot, field.record};
    remark.place = field.place;
    record_.remarks.push_back(std::move(remark));
  }

  [[gnu::cold]] void Complain(const Understood& reading, std::string_view raw, const Field& field) {
    bool quoted =
        reading.code == FlagCode::kOutOfDomain && !std::holds_alternative<Nothing>(field.value);
    std::string message = reading.why;
    if (!quoted) message += fmt::format(": “{}”", Shortened(raw));
    Say(reading.code, field, std::move(message));
  }

  [[gnu::cold]] void RemarkLetters(const Letters& letters, Field& field) {
    if (letters.damaged) {
      field.signs.Add(EvidenceCode::kLettersDamaged);
      Say(FlagCode::kEncodingDamaged,
          letters.private_use ? Severity::kSuspicious : Severity::kWrong, field,
          letters.private_use
              ? "private-use letters stand in the value; nothing says what they mean"
              : "the value holds letters that no encoding explains");
    }
    if (letters.folded)
      Say(FlagCode::kLettersFolded, field,
          "radicals or compatibility letters were replaced by equivalent ideographs");
    if (letters.script)
      Say(FlagCode::kMarkupDropped, Severity::kSuspicious, field,
          "a script or style sheet was removed from the value");
    else if (letters.styled)
      Say(FlagCode::kMarkupDropped, field, "markup was removed from the value");
    if (letters.too_deep)
      Say(FlagCode::kLimitReached, field,
          "the markup of this cell is too long or too deep to be parsed; its tags were dropped");
  }

  // A value that every declaration has, where the paper says nothing of its own.
  void PutConstants() {
    for (const Slot& slot : form_.slots) {
      if (slot.constant.empty()) continue;
      Filling filling;
      filling.slot = static_cast<int32_t>(&slot - form_.slots.data());
      size_t records = slot.table < 0 ? 1 : record_.records(static_cast<size_t>(slot.table));
      for (size_t r = 0; r < records; ++r) {
        filling.record = slot.table < 0 ? -1 : static_cast<int32_t>(r);
        Field& field = *FieldOf(filling.slot, filling.record);
        const Nothing* nothing = std::get_if<Nothing>(&field.value);
        if (!nothing || *nothing == Nothing::kUnread || *nothing == Nothing::kNotApplicable)
          continue;
        field.value = Read(filling, slot, letters_.Take(slot.constant, slot.type).written).value;
      }
    }
  }

  const Alignment& alignment_;
  const Form& form_;
  const Document& document_;
  LetterCase letters_, others_;  // the latter for what other recognisers read at the same place
  ResidueFinder residues_;
  Sight sight_;  // of the field at hand; of texts, which nobody saw, nothing
  Record record_;
  MoneyContext context_;
  const Slot* context_slot_ = nullptr;  // whose context it is
};

}  // namespace

Record Normalise(const Alignment& alignment, const Document& document, const Limits& limits) {
  return Walk(alignment, document, limits).Go();
}

}  // namespace tabularium
