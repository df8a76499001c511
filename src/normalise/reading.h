#ifndef TABULARIUM_NORMALISE_READING_H_
#define TABULARIUM_NORMALISE_READING_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "model/evidence.h"
#include "model/flag.h"
#include "model/form.h"
#include "model/grid.h"
#include "model/value.h"
#include "text/numerals.h"

// What the readers of the types have in common: each takes the letters of one cell and gives back a
// value, or why there is none. They know nothing of places, records or documents.

namespace tabularium {

// A line ended between two digits: 380,0 / 00.00. What went on was shorter than what stood above it, as the end of a
// number is, or as long, as another number may be. Or it ended, in prose, with a typed hyphen before a small letter: the
// word's own (non- / profit), or set where a narrow cell cut the word (Modernizat- / ion). Of a scan, where most are of the latter kind,
// such hyphens are dropped (kMended).
enum class Tear : uint8_t { kNone, kTail, kHalves, kMended, kWord };

// The letters of one value: markup gone, wraps undone, white space at the ends dropped. Not empty.
// Views.
struct Lettering {
  std::string_view text;     // otherwise as written; radicals folded, invisible letters dropped
  std::string_view plain;    // the same after FoldWidth
  WordId word = kNoWord;     // the known wording that the whole cell is
  Tear torn = Tear::kNone;
};

struct Understood {
  Value value = Nothing::kUnread;
  Signs signs;
  std::string why;  // for the remark; empty: nothing to say
  FlagCode code = FlagCode::kValueUnread;
};

// A value of one of the types of Value, put there straight.
template <class T>
Understood Exactly(T value) {
  Understood reading;
  reading.value.emplace<T>(std::move(value));
  reading.signs.Add(EvidenceCode::kTypeExact);
  return reading;
}
template <class T>
Understood Loosely(T value) {
  Understood reading;
  reading.value.emplace<T>(std::move(value));
  reading.signs.Add(EvidenceCode::kTypeLoose);
  return reading;
}
// Says of a value that its digits were joined over a line's end.
inline void SayTorn(Tear torn, Understood* reading) {
  if (torn != Tear::kNone) reading->signs.Add(EvidenceCode::kDigitsTorn);
}
inline Understood Unread(std::string why, FlagCode code = FlagCode::kValueUnread) {
  Understood reading;
  reading.signs.Add(EvidenceCode::kTypeUnread);
  reading.why = std::move(why);
  reading.code = code;
  return reading;
}

// Whether a text begins with a word: its first byte tells, nearly always. REQUIRES: !word.empty().
inline bool Begins(std::string_view text, std::string_view word) {
  return !text.empty() && text[0] == word[0] && text.starts_with(word);
}

// Whether it ends with one: so does the last byte.
inline bool Ends(std::string_view text, std::string_view word) {
  return !text.empty() && text.back() == word.back() && text.ends_with(word);
}

// The first letters of a text, for a message.
std::string Shortened(std::string_view text);

// A unit of money as far as letters name it: 万元 both, ¥ the currency, 万 the power.
struct UnitName {
  std::string_view currency;  // ISO 4217; empty: not said
  int power = 0;
  bool scaled = false;  // the power is said: 元, 万元, 万; not by ¥, CNY or 人民币 alone
};

// "元" "(万元)" "单位：万元" "CNY" → its unit; kNoUnit where it is none.
bool ReadUnitName(std::string_view plain, UnitName* unit);

// The unit in which a bare number of a slot counts, and how it is known.
struct MoneyContext {
  std::string_view currency = "CNY";
  int power = 0;
  bool assumed = false;    // nothing is written anywhere
  bool disagrees = false;  // two captions name different units
};

// "/", "—", "无", "N/A", …: the applicant says that there is nothing to say.
bool SaysNotApplicable(std::string_view plain);

// "（ 年度）", "____年__月__日": what is printed for a date or a number, and nothing written into
// it.
bool SaysNothing(std::string_view plain);

// REQUIRES (all): the text is not empty and not SaysNotApplicable.
Understood ReadText(const Lettering& written);
Understood ReadCode(const Lettering& written);     // holds a Latin letter or a digit
Understood ReadNumber(const Lettering& written);   // 12, 1,234.5, 十二, 10分
Understood ReadPercent(const Lettering& written);  // 12.5%, ０．５％, 百分之五, 12.5
Understood ReadYear(const Lettering& written);     // 2023, (2023年度), 二〇二三年
// 长期 and ranges are no date: unread, with out-of-domain and value-unread. 03/04/2023 could be two
// days: unread.
Understood ReadDate(const Lettering& written);
// The unit of the cell goes before the context's; a currency sign alone leaves the context's power.
Understood ReadMoney(const Lettering& written, const MoneyContext& context);
Understood ReadUnit(const Lettering& written);  // its value is the currency's code
Understood ReadTarget(const Lettering& written);
// A target whose relation, number and unit stand in cells of their own. Any may be empty, not all.
Understood JoinTarget(std::string_view relation, const Lettering& number, std::string_view unit);
// A choice among slot.choices: by word, by key, by the suffix that all choices share, or by marks
// (□ ☑ √).
Understood ReadChoice(const Slot& slot, const Lettering& written);

// True where prose holds nothing but an amount, a date, or a target with its relation.
bool LooksForeign(const Lettering& written);

}  // namespace tabularium

#endif  // TABULARIUM_NORMALISE_READING_H_
