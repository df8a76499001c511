// Where the walkers of spots.h and duplicates.h are sent, and how what they find is said.
// Tested by wording_test.cc.
#include "verify/wording.h"

#include <fmt/format.h>

#include <cstring>
#include <string>
#include <utility>

#include "text/utf8.h"
#include "verify/duplicates.h"
#include "verify/spots.h"

namespace tabularium {
namespace {

constexpr int kQuoted = 6;       // letters on either side in a message
constexpr int kContext = 3;      // letters on either side of a difference in a suggestion
constexpr size_t kShortest = 4;  // bytes; nothing shorter can be odd

// The text of a value that people write in words; empty: it is none.
std::string_view ProseOf(const Record& record, const Field& field) {
  Type type = record.form->slots[static_cast<size_t>(field.slot)].type;
  if (type != Type::kText && type != Type::kRichText) return {};
  const Text* text = std::get_if<Text>(&field.value);
  return text ? std::string_view(text->text) : std::string_view();
}

// The flag at a spot; `instead` as the spot has it.
Flag FlagOf(const Spot& spot, std::string_view text, FieldId id, const Place& place) {
  bool foreign = spot.kind == Spot::kForeignToken;
  std::string_view written = text.substr(spot.begin, spot.end - spot.begin);
  Flag flag;
  flag.code = foreign ? FlagCode::kForeignToken : FlagCode::kProbableSlip;
  flag.severity = Severity::kSuspicious;
  flag.message =
      fmt::format("“{}” in “{}” {}", written, Around(text, spot.begin, spot.end, kQuoted),
                  foreign ? "is a foreign word inside Chinese prose"
                          : "sounds like a fixed term but is written otherwise");
  if (!spot.instead.empty()) flag.message += fmt::format("; perhaps {}", spot.instead);
  flag.field = id;
  flag.place = place;
  flag.cluster = fmt::format("{}:{}", Kind(flag.code).code, written);
  if (!spot.instead.empty())
    flag.suggestion = Suggestion{
        spot.instead, foreign ? "its meaning in Chinese" : "a fixed term of the same sound", {}};
  return flag;
}

// memmem, since a search by first bytes stops at every third one: all letters begin alike.
size_t Occurrences(std::string_view text, std::string_view word) {
  size_t count = 0;
  while (!text.empty() && !word.empty()) {
    const void* at = memmem(text.data(), text.size(), word.data(), word.size());
    if (!at) break;
    ++count;
    text.remove_prefix(static_cast<size_t>(static_cast<const char*>(at) - text.data()) + 1);
  }
  return count;
}

// White space, and letters that no encoding explains, are not the applicant's.
bool AreHarmless(std::string_view a, std::string_view b) {
  constexpr std::string_view kDamaged = "\xEF\xBF\xBD";
  return Trim(a) == Trim(b) || a.find(kDamaged) != a.npos || b.find(kDamaged) != b.npos;
}

class Wording {
 public:
  Wording(std::span<const Record> records, const Lexicon& lexicon, std::vector<Flag>* flags)
      : records_(records), lexicon_(lexicon), flags_(*flags) {}

  void Check() {
    for (size_t i = 0; i < records_.size(); ++i) {
      const Record& record = records_[i];
      begins_.push_back(flags_.size());
      if (!record.form) continue;
      for (const Field& field : record.fields) CheckField(static_cast<int>(i), field);
      for (const auto& table : record.tables)
        for (const Field& field : table)
          if (!field.inherited) CheckText(static_cast<int>(i), field, ProseOf(record, field));
    }
  }

 private:
  const Record& At(int declaration) const { return records_[static_cast<size_t>(declaration)]; }

  void CheckText(int declaration, const Field& field, std::string_view text) {
    if (text.size() < kShortest) return;
    spots_.clear();
    FindSpots(text, lexicon_, &spots_);
    for (const Spot& spot : spots_)
      flags_.push_back(FlagOf(spot, text, {declaration, field.slot, field.record}, field.place));
  }

  void CheckField(int declaration, const Field& field) {
    const Record& record = At(declaration);
    std::string_view text = ProseOf(record, field);
    const Field* above = text.size() < kShortest ? nullptr : SameInMain(record, field.slot);
    std::string_view main = above ? ProseOf(At(record.part_of), *above) : std::string_view();
    if (!main.empty() && main == text) return Repeat(*above, declaration, field);
    CheckText(declaration, field, text);
    if (!main.empty()) CheckTwins(*above, main, declaration, field, text);
  }

  const Field* SameInMain(const Record& record, int slot) const {
    if (record.part_of < 0) return nullptr;
    const Record& main = At(record.part_of);
    if (main.form == record.form) return &main.at(slot);
    if (!main.form) return nullptr;
    const std::string& path = record.form->slots[static_cast<size_t>(slot)].path;
    for (int other : main.form->fields)
      if (main.form->slots[static_cast<size_t>(other)].path == path) return &main.at(other);
    return nullptr;
  }

  // The same text stands in the main declaration, which is an earlier one: so do its flags.
  void Repeat(const Field& above, int declaration, const Field& field) {
    auto main = static_cast<size_t>(At(declaration).part_of);
    for (size_t i = begins_[main], end = begins_[main + 1]; i < end; ++i) {
      if (flags_[i].field.slot != above.slot || flags_[i].field.record >= 0) continue;
      if (flags_[i].code == FlagCode::kNearDuplicate) continue;
      Flag flag = flags_[i];
      flag.field = {declaration, field.slot, -1};
      flag.place = field.place;
      flags_.push_back(std::move(flag));
    }
  }

  void CheckTwins(const Field& above, std::string_view main, int declaration, const Field& field,
                  std::string_view text);
  int Support(int declaration, std::string_view text, uint32_t begin, uint32_t end) const;

  std::span<const Record> records_;
  const Lexicon& lexicon_;
  std::vector<Flag>& flags_;
  std::vector<size_t> begins_;  // of each declaration's flags
  std::vector<Spot> spots_;
};

// How often the rest of both declarations writes what stands here: with a letter on both sides
// (which tells most), and on either side.
int Wording::Support(int declaration, std::string_view text, uint32_t begin, uint32_t end) const {
  std::string_view both = Around(text, begin, end, 1);
  auto offset = static_cast<uint32_t>(both.data() - text.data());
  std::string_view left = text.substr(offset, end - offset);
  std::string_view right = text.substr(begin, offset + both.size() - begin);
  size_t support = 0;
  for (int i : {declaration, At(declaration).part_of}) {
    const Record& record = At(i);
    auto count = [&](const Field& field) {
      std::string_view prose = ProseOf(record, field);
      if (prose.empty()) return;
      support += 3 * Occurrences(prose, both);
      if (left.size() < both.size() && begin < end) support += Occurrences(prose, left);
      if (right.size() < both.size() && begin < end) support += Occurrences(prose, right);
    };
    for (const Field& other : record.fields) count(other);
    for (const auto& table : record.tables)
      for (const Field& other : table) count(other);
  }
  return static_cast<int>(support);
}

// Flags the side whose letters have less support in the rest of both declarations; both sides where
// neither has more.
void Wording::CheckTwins(const Field& above, std::string_view main, int declaration,
                         const Field& field, std::string_view text) {
  Differences differences = NearlySame(main, text);
  int upper = At(declaration).part_of;
  for (size_t i = 0; i < differences.count; ++i) {
    const Difference& at = differences.at[i];
    if (AreHarmless(main.substr(at.a_begin, at.a_end - at.a_begin),
                    text.substr(at.b_begin, at.b_end - at.b_begin)))
      continue;
    int support = Support(declaration, main, at.a_begin, at.a_end) -
                  Support(declaration, text, at.b_begin, at.b_end);
    std::string_view in_main = Around(main, at.a_begin, at.a_end, kContext);
    std::string_view in_part = Around(text, at.b_begin, at.b_end, kContext);
    const std::string& path = At(declaration).form->slots[static_cast<size_t>(field.slot)].path;
    Flag flag;
    flag.code = FlagCode::kNearDuplicate;
    flag.severity = Severity::kSuspicious;
    flag.cluster = fmt::format("near-duplicate:{}:{}:{}", upper, declaration, path);
    flag.message = fmt::format(
        "the main declaration says “{}”, its part “{}”, in texts that are otherwise the same",
        in_main, in_part);
    if (support <= 0) {  // the main declaration's letters are the odd ones
      flag.field = {upper, above.slot, -1};
      flag.place = above.place;
      if (support < 0)
        flag.suggestion = Suggestion{std::string(in_part),
                                     "the part and the rest of the text say so", field.place};
      flags_.push_back(flag);
    }
    if (support >= 0) {
      flag.field = {declaration, field.slot, -1};
      flag.place = field.place;
      flag.suggestion.reset();
      if (support > 0)
        flag.suggestion =
            Suggestion{std::string(in_main), "the main declaration and the rest of the text say so",
                       above.place};
      flags_.push_back(std::move(flag));
    }
  }
}

}  // namespace

void CheckWording(std::span<const Record> records, const Lexicon& lexicon,
                  std::vector<Flag>* flags) {
  Wording(records, lexicon, flags).Check();
}

}  // namespace tabularium
