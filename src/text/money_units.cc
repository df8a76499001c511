// Tested by word_files_test.cc and money_test.cc.
#include "text/money_units.h"

#include "text/words.h"

namespace tabularium {

std::span<const MoneyUnit> MoneyUnits() { return kMoneyUnits; }

const MoneyUnit* FindMoneyUnit(std::string_view key) {
  for (const MoneyUnit& unit : kMoneyUnits)
    if (unit.name.size() == key.size() && unit.name.front() == key.front() && unit.name == key) return &unit;
  return nullptr;
}

}  // namespace tabularium
