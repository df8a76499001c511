#ifndef TABULARIUM_TESTS_NORMALISE_DUMP_H_
#define TABULARIUM_TESTS_NORMALISE_DUMP_H_

#include <fmt/format.h>

#include <string>
#include <variant>

#include "model/value.h"
#include "normalise/letters.h"
#include "normalise/reading.h"

namespace tabularium {

// A value on one line: "CNY 380000.00", "2023-01", "≥|16|次", "10..20|个", "“及时”", "blank".
struct DumpValue {
  std::string operator()(Nothing n) const {
    return std::string(kNothingNames[static_cast<size_t>(n)]);
  }
  std::string operator()(const Text& t) const { return "'" + t.text + "'"; }
  std::string operator()(const Number& n) const { return Print(n.number); }
  std::string operator()(const Percent& p) const { return Print(p.percent) + "%"; }
  std::string operator()(const Year& y) const { return std::to_string(y.year); }
  std::string operator()(const Date& d) const {
    if (d.month == 0) return fmt::format("{:04}", d.year);
    return d.day == 0 ? fmt::format("{:04}-{:02}", d.year, d.month)
                      : fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
  }
  std::string operator()(const Money& m) const {
    return fmt::format("{} {}", m.currency, PrintAtLeast(m.amount, 2));
  }
  std::string operator()(const Ticks& t) const {
    return fmt::format("[{}]", fmt::join(t.texts, "|"));
  }
  std::string operator()(const Apart<Target>& t) const {
    if (!t->text.empty()) return "“" + t->text + "”";
    if (!t->low.empty()) return t->low + ".." + t->high + "|" + t->unit;
    return t->relation + "|" + t->number + "|" + t->unit;
  }
};

inline std::string Dump(const Value& value) { return std::visit(DumpValue(), value); }

inline std::string Dump(Signs signs) {
  std::string out;
  for (size_t i = 0; i < kEvidenceCodes; ++i)
    if (signs.Has(static_cast<EvidenceCode>(i))) out += fmt::format(" +{}", kEvidenceKinds[i].code);
  return out;
}

// The value, its signs but type-exact, and a flag if one is asked for: "CNY 1.00 +type-loose",
// "unread +type-unread !value-unread".
inline std::string Dump(const Understood& understood) {
  Signs signs = understood.signs;
  signs.bits &= ~(uint64_t{1} << static_cast<int>(EvidenceCode::kTypeExact));
  std::string flag = understood.why.empty() ? "" : fmt::format(" !{}", Kind(understood.code).code);
  return Dump(understood.value) + Dump(signs) + flag;
}

// The letters of a cell as a reader gets them, kept together with their memory.
struct Inked {
  Inked(std::string_view text, Type type) : letters(limits) {
    lettering = letters.Take(text, type).written;
  }
  Limits limits;
  LetterCase letters;
  Lettering lettering;
};

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_NORMALISE_DUMP_H_
