#ifndef TABULARIUM_WRITE_PLAIN_H_
#define TABULARIUM_WRITE_PLAIN_H_

#include <string>

#include "model/finding.h"

namespace tabularium {

// A value as people read it, without its unit: "380000.00", "2023-01-05", "≥16次", "3-5天",
// "新增；延续". Nothing is "".
std::string PlainValue(const Value& value);

// "CNY", "%": what a reader would miss in PlainValue. Empty for most.
std::string_view PlainUnit(const Value& value);

// "0.99925": at most five decimals, none that are 0 at the end.
std::string PlainConfidence(float confidence);

// The field that a flag is about, or "" for a flag about a whole declaration or file.
std::string FlaggedField(const Finding& finding, const Flag& flag);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_PLAIN_H_
