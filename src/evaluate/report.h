#ifndef TABULARIUM_EVALUATE_REPORT_H_
#define TABULARIUM_EVALUATE_REPORT_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "evaluate/tally.h"

namespace tabularium {

// For people on a terminal, some twenty lines. Appends.
void WriteEvaluationText(const EvaluationTally& tally, std::string* out);

// The report: {"documents": [NOTE, …], "summary": {…}}, one note a line, for those documents alone
// of which there is something to say. NoteOf gives "" for the others; the caller prints the notes
// as they come, parted by commas, between the opening and EvaluationSummary.
inline constexpr std::string_view kEvaluationOpening = "{\"documents\": [\n";
std::string NoteOf(const Comparison& comparison);
std::string EvaluationSummary(const EvaluationTally& tally);  // "],\n\"summary\": {…}}\n"

// Stated chance of an error against the share of errors found, as SVG.
std::string ReliabilityDiagram(const EvaluationTally& tally);

// A page that needs nothing but itself: figures, reliability diagram, risk–coverage curve, groups.
std::string EvaluationPage(const EvaluationTally& tally);

// What an earlier report said of each document.
struct EarlierNote {
  std::string verdict = "accept";
  uint64_t wrong = 0, extra = 0;
  bool must_review = false;
};
using EarlierNotes = std::map<std::string, EarlierNote, std::less<>>;
// Empty where the text is no such report.
std::optional<EarlierNotes> ParseEarlier(std::string_view report);

// "a.txt: 2 wrong values more, now accepted"; empty: no worse than before.
std::string WhatGotWorse(const Comparison& now, const EarlierNotes& earlier);

}  // namespace tabularium

#endif  // TABULARIUM_EVALUATE_REPORT_H_
