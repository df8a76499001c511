#ifndef TABULARIUM_TESTS_WALK_GOLD_H_
#define TABULARIUM_TESTS_WALK_GOLD_H_

#include <nlohmann/json.hpp>
#include <string>

namespace tabularium::walk {

// What expected.json keeps of one line of output: values, verdicts, flags, the outcomes of checks,
// the letters of leftovers (of a PDF, no leftovers and no notes: how lines fall on paper is not
// what it declares). Confidences, places and messages may change without a new gold.
//
//   {"encoding": "UTF-8", "verdict": "accept",
//    "declarations": [{"form": …, "edition": …, "part_of": null, "verdict": "accept",
//                      "fields": {"project.name": "…", "funds.total": "380000.00 CNY",
//                      "project.end": {"nothing": "blank"}}, "tables": {"components": [{"year":
//                      2023, …}]}, "checks": ["holds funds-add-up"], "leftovers": ["— 12 —"]}],
//    "flags": ["note row-shifted in 0", "wrong missing-required at 1 project.start"]}
nlohmann::ordered_json Gold(const std::string& json);

// As expected.json stores it: one value a line, so that a diff shows one value a line.
std::string Print(const nlohmann::ordered_json& gold);

}  // namespace tabularium::walk

#endif  // TABULARIUM_TESTS_WALK_GOLD_H_
