// The report for people: SVG drawn by hand, no script. Tested by report_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "evaluate/report.h"

namespace tabularium {
namespace {

constexpr double kSide = 360, kMargin = 52;  // of a diagram, in pixels
constexpr double kFinest = 1e-5;             // of the axes, which are logarithmic

std::string Escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else
      out += c;
  }
  return out;
}

// 1 … kFinest → 0 … kSide.
double Along(double share) {
  return kSide * std::log10(std::clamp(share, kFinest, 1.0)) / std::log10(kFinest);
}

void Axes(std::string_view x, std::string_view y, std::string* svg) {
  auto to = std::back_inserter(*svg);
  fmt::format_to(to, "<rect x='{0}' y='10' width='{1}' height='{1}' fill='none' stroke='#999'/>",
                 kMargin, kSide);
  for (int power = 0; power >= -5; --power) {
    double at = Along(std::pow(10, power));
    fmt::format_to(to, "<text x='{:.0f}' y='{:.0f}' text-anchor='middle'>{:g}</text>", kMargin + at,
                   kSide + 26, std::pow(10, power));
    fmt::format_to(to, "<text x='{:.0f}' y='{:.0f}' text-anchor='end'>{:g}</text>", kMargin - 5,
                   14 + at, std::pow(10, power));
    fmt::format_to(to, "<path d='M{0:.1f} 10V{1:.0f}M{2:.0f} {3:.1f}H{4:.0f}' stroke='#eee'/>",
                   kMargin + at, kSide + 10, kMargin, 10 + at, kMargin + kSide);
  }
  fmt::format_to(to, "<text x='{:.0f}' y='{:.0f}' text-anchor='middle'>{}</text>",
                 kMargin + kSide / 2, kSide + 44, x);
  fmt::format_to(
      to, "<text transform='translate(11 {:.0f}) rotate(-90)' text-anchor='middle'>{}</text>",
      10 + kSide / 2, y);
}

std::string Opened() {
  return fmt::format(
      "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='{}' font-family='sans-serif' "
      "font-size='11'>",
      kSide + kMargin + 24, kSide + 56);
}

std::string RiskDiagram(const EvaluationTally& tally) {
  std::string svg = Opened();
  Axes("share of documents that people read", "wrong among the accepted values", &svg);
  std::string line;
  for (auto [review, silent] : tally.RiskCurve())
    fmt::format_to(std::back_inserter(line), "{}{:.1f} {:.1f}", line.empty() ? 'M' : 'L',
                   kMargin + Along(review), 10 + Along(silent));
  return svg + "<path d='" + line + "' fill='none' stroke='#b42' stroke-width='2'/></svg>";
}

std::string GroupTable(const EvaluationTally::Groups& groups, std::string_view name) {
  std::string out = fmt::format(
      "<h2>By {}</h2><table><tr><th>{}<th>documents<th>not "
      "accepted<th>values<th>wrong<th>silent<th>right</tr>",
      name, name);
  for (auto& [key, group] : groups) {
    double right =
        group.values ? 1 - static_cast<double>(group.wrong) / static_cast<double>(group.values) : 1;
    std::string documents =
        group.documents ? fmt::format("<td>{}<td>{}", group.documents, group.seen) : "<td><td>";
    fmt::format_to(std::back_inserter(out), "<tr><td>{}{}<td>{}<td>{}<td>{}<td>{:.5f}</tr>",
                   Escaped(key), documents, group.values, group.wrong, group.silent, right);
  }
  return out + "</table>";
}

std::string FlagTable(const EvaluationTally& tally) {
  std::string out = "<h2>Flags</h2><table><tr><th>flag<th>documents<th>deserved<th>precision<th>recall</tr>";
  auto share = [](uint64_t part, uint64_t whole) {
    return whole ? static_cast<double>(part) / static_cast<double>(whole) : 1;
  };
  auto row = [&](std::string_view code, uint64_t raised, uint64_t deserved) {
    fmt::format_to(std::back_inserter(out), "<tr><td>{}<td>{}<td>{}<td>{:.3f}<td>{:.3f}</tr>", code,
                   raised, deserved, share(deserved, raised), share(deserved, tally.deserving));
  };
  row("any", tally.reviewed, tally.deserved);
  for (auto& [code, flag] : tally.flags) row(code, flag.raised, flag.deserved);
  return out + "</table>";
}

std::string AblationTable(const EvaluationTally& tally) {
  std::string out =
      "<h2>What each kind of evidence is worth</h2><table><tr><th>without<th>AUROC<th>calibration "
      "error</tr>";
  auto row = [&](std::string_view name, const ConfidenceMasses& masses) {
    fmt::format_to(std::back_inserter(out), "<tr><td>{}<td>{:.4f}<td>{:.5f}</tr>", name,
                   masses.Auroc(), masses.CalibrationError());
  };
  row("nothing: all evidence", tally.Confidences());
  for (size_t g = 0; g < kEvidenceGroups; ++g)
    row(kEvidenceGroupNames[g], tally.ConfidencesWithout(static_cast<EvidenceGroup>(g)));
  return out + "</table>";
}

}  // namespace

std::string ReliabilityDiagram(const EvaluationTally& tally) {
  std::string svg = Opened();
  auto to = std::back_inserter(svg);
  Axes("said: 1 − confidence", "found: share of wrong values", &svg);
  fmt::format_to(to, "<path d='M{0} 10l{1} {1}' stroke='#888' stroke-dasharray='4'/>", kMargin,
                 kSide);
  for (const ReliabilityBin& bin : tally.Confidences().Reliability()) {
    auto wrong =
        static_cast<uint64_t>(std::llround((1 - bin.right) * static_cast<double>(bin.values)));
    Rate rate = RateOf(wrong, bin.values);
    double x = kMargin + Along(1 - bin.confidence);
    fmt::format_to(to, "<path d='M{0:.1f} {1:.1f}V{2:.1f}' stroke='#26a' stroke-width='2'/>", x,
                   10 + Along(rate.low), 10 + Along(rate.high));
    fmt::format_to(to,
                   "<circle cx='{:.1f}' cy='{:.1f}' r='4' fill='#26a'><title>{} values: said "
                   "{:.5f}, right {:.5f}</title></circle>",
                   x, 10 + Along(rate.at), bin.values, bin.confidence, bin.right);
  }
  return svg + "</svg>";
}

std::string EvaluationPage(const EvaluationTally& tally) {
  std::string figures;
  WriteEvaluationText(tally, &figures);
  std::string page =
      "<!doctype html><meta charset='utf-8'><title>How far to trust "
      "it</title><style>body{font:14px sans-serif;margin:2em;max-width:60em}"
      "table{border-collapse:collapse}td,th{padding:2px 10px;border-bottom:1px solid "
      "#ddd;text-align:right}td:first-child,th:first-child"
      "{text-align:left}div{display:flex;flex-wrap:wrap;gap:2em}figure{margin:0}</style><h1>How "
      "far to trust it</h1>";
  page += "<pre>" + Escaped(figures) + "</pre><div><figure>" + ReliabilityDiagram(tally) +
          "<figcaption>Reliability: on the dashed line, confidences mean what they "
          "say.</figcaption></figure><figure>" +
          RiskDiagram(tally) +
          "<figcaption>Risk and coverage: what reading the riskiest documents "
          "saves.</figcaption></figure></div>";
  page += AblationTable(tally) + FlagTable(tally);
  for (size_t by = EvaluationTally::kGroupings; by-- > 0;)
    page += GroupTable(tally.groups(static_cast<EvaluationTally::Grouping>(by)),
                       EvaluationTally::kGroupingNames[by]);
  return page + "\n";
}

}  // namespace tabularium
