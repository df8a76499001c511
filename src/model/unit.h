#ifndef TABULARIUM_MODEL_UNIT_H_
#define TABULARIUM_MODEL_UNIT_H_

#include <string_view>

namespace tabularium {

// A unit of money: an ISO 4217 currency and the power of ten that its scale word stands for.
struct MoneyUnit {
  std::string_view name;      // as written, folded by text/key.h
  std::string_view currency;  // ISO 4217
  int power = 0;              // 万元: 4
};

// Longer names before their own prefixes. The symbols ¥ and $ alone name CNY and USD.
inline constexpr MoneyUnit kMoneyUnits[] = {
    {"元", "CNY", 0},       {"人民币元", "CNY", 0}, {"人民币", "CNY", 0}, {"圆", "CNY", 0},     {"百元", "CNY", 2},
    {"千元", "CNY", 3},     {"万元", "CNY", 4},     {"人民币万元", "CNY", 4}, {"十万元", "CNY", 5}, {"百万元", "CNY", 6},
    {"千万元", "CNY", 7},   {"亿元", "CNY", 8},     {"rmb", "CNY", 0},    {"cny", "CNY", 0},    {"¥", "CNY", 0},
    {"角", "CNY", -1},      {"分", "CNY", -2},      {"$", "USD", 0},      {"usd", "USD", 0},    {"us$", "USD", 0},
    {"美元", "USD", 0},     {"万美元", "USD", 4},   {"欧元", "EUR", 0},   {"eur", "EUR", 0},    {"€", "EUR", 0},
    {"gbp", "GBP", 0},      {"£", "GBP", 0},        {"港元", "HKD", 0},   {"万港元", "HKD", 4},
};

// The unit of that (folded) name, or null.
constexpr const MoneyUnit* FindMoneyUnit(std::string_view key) {
  for (const MoneyUnit& unit : kMoneyUnits)
    if (unit.name == key) return &unit;
  return nullptr;
}

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_UNIT_H_
