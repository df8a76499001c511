// Tested by align_test.cc.
#include "align/carry.h"

#include <string>

#include "text/key.h"

namespace tabularium {
namespace {

class Carrier {
 public:
  Carrier(const Form& form, const FormTable& table, std::span<Filling> records)
      : form_(form), table_(table), all_(records), columns_(table.slots.size()) {
    records_ = columns_ ? records.size() / columns_ : 0;
    for (size_t c = 0; c < columns_; ++c)
      if (slot(c).carries_down) carried_.push_back(c);
  }

  void Run() {
    own_.assign(records_ * columns_, 0);
    for (size_t c : carried_)
      for (size_t r = 0; r < records_; ++r) own_[r * columns_ + c] = !at(r, c).piece.text().empty();
    for (size_t c : carried_) FromAbove(c);
    for (size_t c : carried_) Parent(c);
    for (size_t c : carried_) FromBelow(c);
  }

 private:
  const Slot& slot(size_t c) const { return form_.slots[static_cast<size_t>(table_.slots[c])]; }
  Filling& at(size_t r, size_t c) { return all_[r * columns_ + c]; }
  bool own(size_t r, size_t c) const { return own_[r * columns_ + c]; }
  bool filled(size_t r, size_t c) { return !at(r, c).piece.text().empty(); }

  void Inherit(size_t r, size_t c, size_t from) {
    Filling& f = at(r, c);
    int32_t record = f.record;
    f = at(from, c);
    f.record = record;
    f.inherited = true;
    f.signs.Add(EvidenceCode::kCarriedDown);
  }

  // A column to the left has a text of its own in record r that differs from what held in the record before.
  bool Changes(size_t r, size_t c) {
    for (size_t left : carried_) {
      if (left >= c) break;
      if (own(r, left) && r > 0 && at(r, left).piece.text() != at(r - 1, left).piece.text()) return true;
    }
    return false;
  }

  void FromAbove(size_t c) {
    bool above = false;
    for (size_t r = 0; r < records_; ++r) {
      if (own(r, c)) {
        above = true;
        continue;
      }
      if (r > 0 && Changes(r, c)) above = false;
      if (above) Inherit(r, c, r - 1);
    }
  }

  int ChoiceOf(size_t r, size_t c) {
    const Filling& f = at(r, c);
    if (f.piece.text().empty()) return -1;
    const Slot& s = slot(c);
    std::string key;
    for (size_t i = 0; i < s.choices.size(); ++i) {
      const Choice& choice = s.choices[i];
      WordId word = f.piece.cell->word;
      if (word == kNoWord) {
        if (key.empty()) key = Key(f.piece.text());
        if (choice.key == key) return static_cast<int>(i);
        continue;
      }
      if (choice.word == word) return static_cast<int>(i);
      for (WordId also : choice.also)
        if (also == word) return static_cast<int>(i);
    }
    return -1;
  }

  // Column c as the parent of another column's choices: what they imply outweighs what was carried down.
  void Parent(size_t c) {
    for (size_t child = 0; child < columns_; ++child) {
      if (slot(child).choices_under != table_.slots[c]) continue;
      size_t below = records_;
      for (size_t r = records_; r-- > 0;) {
        if (own(r, c)) {
          below = r;
          continue;
        }
        int choice = ChoiceOf(r, child);
        int implied = choice < 0 ? -1 : slot(child).choices[static_cast<size_t>(choice)].under;
        if (implied < 0 || ChoiceOf(r, c) == implied) continue;
        if (below < records_ && ChoiceOf(below, c) == implied) Inherit(r, c, below);
      }
    }
  }

  // Nothing above: the label may stand in a later row of its merged cell.
  void FromBelow(size_t c) {
    for (size_t r = records_; r-- > 1;) {
      if (filled(r - 1, c) || !filled(r, c) || Changes(r, c)) continue;
      Inherit(r - 1, c, r);
      at(r - 1, c).signs.Add(EvidenceCode::kSlotGuessed);
    }
  }

  const Form& form_;
  const FormTable& table_;
  std::span<Filling> all_;
  size_t columns_, records_ = 0;
  std::vector<size_t> carried_;
  std::vector<uint8_t> own_;
};

}  // namespace

void CarryDown(const Form& form, const FormTable& table, std::span<Filling> records) {
  Carrier(form, table, records).Run();
}

}  // namespace tabularium
