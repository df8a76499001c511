#ifndef TABULARIUM_TEXT_MONEY_UNITS_H_
#define TABULARIUM_TEXT_MONEY_UNITS_H_

#include <span>
#include <string_view>

namespace tabularium {

// A unit of money: an ISO 4217 currency and the power of ten that its scale word stands for.
struct MoneyUnit {
  std::string_view name;      // as written, folded by text/key.h
  std::string_view currency;  // ISO 4217
  int power = 0;              // 万元: 4
};

// All that grammar/*.words name, longer names first. The symbols ¥ and $ alone name CNY and USD.
std::span<const MoneyUnit> MoneyUnits();

// The unit of that (folded) name, or null.
const MoneyUnit* FindMoneyUnit(std::string_view key);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_MONEY_UNITS_H_
