#ifndef TABULARIUM_VERIFY_OPERAND_H_
#define TABULARIUM_VERIFY_OPERAND_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/decimal.h"
#include "model/finding.h"

namespace tabularium {

// What a side of a claim, or a piece of it, comes to. Exact: a number is a fraction of two
// decimals, and is only divided for printing.
struct Operand {
  enum State : uint8_t {
    kPresent,
    kBlank,         // blank or not applicable: counts as nothing in a sum, and cannot be compared
    kUntestable,    // missing, unread, or of no use here; `because` says why
    kInapplicable,  // of an optional part of the form that this declaration doesn't have: the check
                    // says nothing
  } state = kPresent;
  enum Kind : uint8_t { kNumber, kDate, kText } kind = kNumber;
  bool money = false;          // printed with two decimals at least
  std::string_view currency;   // of money; empty: none, or several
  Decimal above, below{1, 0};  // kNumber: above / below, and below > 0
  Date date;                   // kDate
  std::string_view text;       // kText; lives as long as the records and the form
  std::string_view because;    // kUntestable: a literal
  FieldId field;               // the value that made it blank or untestable; declaration -1: none

  static Operand Untestable(std::string_view because, FieldId field = {});
  static Operand Inapplicable();
  static Operand Of(const Decimal& number);
  static Operand Of(std::string_view text);
};

// The value of a field, as an operand. Percentages count as the figure before the sign, targets as
// their number.
Operand OperandOf(const Field& field, FieldId id);

// Sums and products; a blank addend counts as nothing, a blank factor makes the product blank.
Operand Plus(const Operand& a, const Operand& b);
Operand Minus(const Operand& a, const Operand& b);
Operand Times(const Operand& a, const Operand& b);
Operand Over(const Operand& a, const Operand& b);

// Whether `a relation b`, within the tolerance; empty where it cannot be said. REQUIRES: both are
// present, and the relation is not kBelongs.
std::optional<bool> Compare(const Operand& a, Relation relation, const Operand& b,
                            const std::optional<Decimal>& tolerance);

// As people read it, and as the output writes values: "380000.00", "2023-01-01"; fractions to six
// places.
std::string Print(const Operand& operand);
std::string Print(const Date& date);
// Text of a value; empty for the four kinds of nothing. Several ticks are parted by 、.
std::string Print(const Value& value);

}  // namespace tabularium

#endif  // TABULARIUM_VERIFY_OPERAND_H_
