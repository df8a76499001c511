// Tested by report_test.cc.
#include "evaluate/report.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

namespace tabularium {
namespace {

using Json = nlohmann::ordered_json;

double Share(uint64_t part, uint64_t whole) {
  return whole ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

Json JsonOf(const GroupScore& group) {
  return {{"documents", group.documents}, {"seen", group.seen},         {"values", group.values},
          {"wrong", group.wrong},         {"accepted", group.accepted}, {"silent", group.silent},
          {"extra", group.extra},
          {"extra_records", group.extra_records},
          {"missing_records", group.missing_records}};
}

Json JsonOf(const Rate& rate) { return {{"rate", rate.at}, {"interval", {rate.low, rate.high}}}; }

Json JsonOf(const ConfidenceMasses& masses) {
  return {{"auroc", masses.Auroc()}, {"calibration_error", masses.CalibrationError()}};
}

// Whether it is as it should be: nothing wrong, and seen only where somebody must.
bool IsFine(const Comparison& comparison) {
  bool accepted = comparison.verdict == Verdict::kAccept;
  return comparison.wrong() == 0 && comparison.extra == 0 && accepted != comparison.must_review;
}

}  // namespace

std::string NoteOf(const Comparison& comparison) {
  if (IsFine(comparison)) return {};
  Json note = {{"file", comparison.file},
               {"verdict", kVerdictNames[static_cast<size_t>(comparison.verdict)]},
               {"must_review", comparison.must_review},
               {"wrong", comparison.wrong()},
               {"extra", comparison.extra}};
  Json wrong = Json::array();
  for (const Judged& value : comparison.values)
    if (!value.right) wrong.push_back(value.path);
  if (!wrong.empty()) note["fields"] = std::move(wrong);
  return note.dump();
}

std::string EvaluationSummary(const EvaluationTally& tally) {
  const GroupScore& all = tally.all();
  Json out = JsonOf(all);
  out["right"] = JsonOf(RateOf(all.values - all.wrong, all.values));
  out["silent_errors"] = JsonOf(RateOf(all.silent, all.accepted));
  out["review"] = {{"documents", tally.reviewed},
                   {"deserved", tally.deserved},
                   {"deserving", tally.deserving},
                   {"false", tally.reviewed - tally.deserved},
                   {"must_be_seen", tally.to_be_seen},
                   {"seen", tally.to_be_seen_and_seen}};
  ConfidenceMasses confidences = tally.Confidences();
  out["auroc"] = confidences.Auroc();
  out["calibration_error"] = confidences.CalibrationError();
  for (auto& [medium, masses] : tally.ConfidencesByMedium())
    out["confidence_by_medium"][medium] = JsonOf(masses);
  for (size_t g = 0; g < kEvidenceGroups; ++g)
    out["without"][std::string(kEvidenceGroupNames[g])] =
        JsonOf(tally.ConfidencesWithout(static_cast<EvidenceGroup>(g)));
  for (const ReviewNeed& need : tally.Needs())
    out["review_for_one_silent_in"].push_back({{"values", need.one_in},
                                               {"review", need.review},
                                               {"review_at_best", need.review_best},
                                               {"review_at_95_percent", need.review_sure}});
  for (const ReliabilityBin& bin : confidences.Reliability())
    out["reliability"].push_back(
        {{"confidence", bin.confidence}, {"right", bin.right}, {"values", bin.values}});
  for (auto& [code, flag] : tally.flags)
    out["flags"][code] = {{"documents", flag.raised},
                          {"deserved", flag.deserved},
                          {"precision", Share(flag.deserved, flag.raised)},
                          {"recall", Share(flag.deserved, tally.deserving)}};
  for (size_t by = 0; by < EvaluationTally::kGroupings; ++by)
    for (auto& [name, group] : tally.groups(static_cast<EvaluationTally::Grouping>(by)))
      out["by"][std::string(EvaluationTally::kGroupingNames[by])][name] = JsonOf(group);
  return "],\n\"summary\": " + out.dump(1) + "}\n";
}

void WriteEvaluationText(const EvaluationTally& tally, std::string* out) {
  const GroupScore& all = tally.all();
  auto to = std::back_inserter(*out);
  Rate silent = RateOf(all.silent, all.accepted);
  fmt::format_to(to, "documents   {}, values {}\n", all.documents, all.values);
  fmt::format_to(to, "right       {:.5f}   wrong {}, extra {}; records missing {}, extra {}\n",
                 1 - Share(all.wrong, all.values), all.wrong, all.extra, all.missing_records,
                 all.extra_records);
  fmt::format_to(to, "silent      {:.6f}   {} of {} accepted values (95 %: {:.6f} to {:.6f})\n",
                 silent.at, all.silent, all.accepted, silent.low, silent.high);
  fmt::format_to(
      to,
      "review      {:.4f}    {} deserved, {} false alarms ({:.4f} of those that nobody need see)\n",
      Share(tally.reviewed, all.documents), tally.deserved, tally.reviewed - tally.deserved,
      Share(tally.reviewed - tally.deserved, all.documents - tally.to_be_seen));
  fmt::format_to(to, "seen        {:.4f}    of the {} documents that a person must see\n",
                 Share(tally.to_be_seen_and_seen, tally.to_be_seen), tally.to_be_seen);
  ConfidenceMasses confidences = tally.Confidences();
  fmt::format_to(to, "auroc       {:.4f}\n", confidences.Auroc());
  fmt::format_to(to, "calibration {:.5f}   expected error of a confidence\n",
                 confidences.CalibrationError());
  auto by_medium = tally.ConfidencesByMedium();
  for (auto& [medium, masses] : by_medium)
    if (by_medium.size() > 1)
      fmt::format_to(to, "  {:<10}auroc {:.4f}, calibration {:.5f}\n", medium, masses.Auroc(),
                     masses.CalibrationError());
  for (const ReviewNeed& need : tally.Needs())
    fmt::format_to(to, "1 in {:<6.0f} at {:.4f} review; at 95 % between {:.4f} and {:.4f}\n",
                   need.one_in, need.review, need.review_best, need.review_sure);
}

std::optional<EarlierNotes> ParseEarlier(std::string_view report) try {
  EarlierNotes notes;
  Json json = Json::parse(report);
  for (const Json& note : json.at("documents"))
    notes[note.at("file").get<std::string>()] = {note.at("verdict"), note.at("wrong"),
                                                 note.at("extra"), note.at("must_review")};
  return notes;
} catch (const Json::exception&) {
  return std::nullopt;
}

std::string WhatGotWorse(const Comparison& now, const EarlierNotes& earlier) {
  auto found = earlier.find(now.file);
  EarlierNote before;
  if (found != earlier.end())
    before = found->second;
  else if (now.must_review)
    before.verdict = "review";
  std::string_view verdict = kVerdictNames[static_cast<size_t>(now.verdict)];
  std::string what;
  if (now.wrong() > before.wrong)
    what += fmt::format(", wrong values {} → {}", before.wrong, now.wrong());
  if (now.extra > before.extra)
    what += fmt::format(", extra values {} → {}", before.extra, now.extra);
  bool needed = now.must_review || now.wrong() > 0;
  bool better = needed ? verdict != "accept" : verdict == "accept";
  if (verdict != before.verdict && !better)
    what += fmt::format(", {} → {}", before.verdict, verdict);
  return what.empty() ? what : now.file + ": " + what.substr(2);
}

}  // namespace tabularium
