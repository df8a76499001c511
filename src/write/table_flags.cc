// Flags in groups: severity, then cluster. Tested by table_test.cc.
#include "write/table_flags.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "text/width.h"
#include "write/plain.h"

namespace tabularium {
namespace {

constexpr size_t kMostGroups = 40;  // of one severity that are shown; the rest is counted
constexpr size_t kMostPlaces = 6;   // of one group that are named
constexpr int kCodeWidth = 18;      // about the longest code: "missing-required"
constexpr int kIndent = 4;

constexpr Ink kSeverityInks[] = {Ink::kFaint, Ink::kDoubtful, Ink::kBad};
constexpr std::string_view kSeverityMarks[] = {"·", "!", "✗"};

using Group = std::vector<const Flag*>;

std::vector<Group> GroupsOf(const Finding& finding, Severity severity) {
  std::vector<Group> groups;
  std::map<std::string_view, size_t> of_cluster;
  for (const Flag& flag : finding.flags) {
    if (flag.severity != severity) continue;
    if (!flag.cluster.empty()) {
      auto [found, is_new] = of_cluster.emplace(flag.cluster, groups.size());
      if (!is_new) {
        groups[found->second].push_back(&flag);
        continue;
      }
    }
    groups.push_back({&flag});
  }
  return groups;
}

std::string PlaceOf(const Finding& finding, const Flag& flag) {
  std::string place;
  if (finding.declarations.size() > 1 && flag.field.declaration >= 0)
    place = fmt::format("declaration {}", flag.field.declaration);
  if (std::string field = FlaggedField(finding, flag); !field.empty())
    place += (place.empty() ? "" : ", ") + field;
  if (flag.place.line > 0)
    place += fmt::format("{}line {}", place.empty() ? "" : ", ", flag.place.line);
  return place;
}

class FlagWriter {
 public:
  FlagWriter(const Finding& finding, const Palette& palette, int width, std::string* out)
      : finding_(finding), palette_(palette), width_(width), out_(out) {}

  void WriteSeverity(Severity severity) {
    std::vector<Group> groups = GroupsOf(finding_, severity);
    if (groups.empty()) return;
    out_->push_back('\n');
    for (size_t i = 0; i < std::min(groups.size(), kMostGroups); ++i)
      WriteGroup(groups[i], severity);
    if (groups.size() > kMostGroups)
      Line(Ink::kFaint, fmt::format("… and {} more of severity {}", groups.size() - kMostGroups,
                                    Name(severity)));
  }

 private:
  // ✗ missing-required    project.start is required, but its cell is blank
  //                       declaration 1, project.start, line 38
  //                       suggestion: 2023-01-01, the main declaration says so
  void WriteGroup(const Group& group, Severity severity) {
    size_t s = static_cast<size_t>(severity);
    const Flag& first = *group[0];
    std::string head =
        fmt::format("{} {}", kSeverityMarks[s], Padded(Kind(first.code).code, kCodeWidth));
    out_->append(kIndent, ' ');
    palette_.Paint(kSeverityInks[s], head, out_);
    out_->append("  ");
    std::vector<std::string> lines = Wrapped(first.message, width_ - kIndent - kCodeWidth - 4);
    out_->append(lines[0]).push_back('\n');
    for (size_t i = 1; i < lines.size(); ++i) Line(Ink::kPlain, lines[i]);
    for (const std::string& line : Places(group)) Line(Ink::kFaint, line);
    if (first.suggestion)
      Line(Ink::kGood,
           fmt::format("suggestion: {}{}{}", first.suggestion->value,
                       first.suggestion->because.empty() ? "" : ", ", first.suggestion->because));
  }

  // Where the flags of a group stand, as many places a line as fit.
  std::vector<std::string> Places(const Group& group) const {
    std::vector<std::string> lines;
    auto add = [&](const std::string& place) {
      bool fits = !lines.empty() && DisplayWidth(lines.back()) + DisplayWidth(place) + 2 <=
                                        width_ - kIndent - kCodeWidth - 4;
      if (place.empty()) return;
      if (fits)
        lines.back() += "; " + place;
      else
        lines.push_back(place);
    };
    for (size_t i = 0; i < std::min(group.size(), kMostPlaces); ++i)
      add(PlaceOf(finding_, *group[i]));
    if (group.size() > kMostPlaces) add(fmt::format("{} places in all", group.size()));
    return lines;
  }

  void Line(Ink ink, std::string_view text) {
    for (const std::string& line : Wrapped(text, width_ - kIndent - kCodeWidth - 4)) {
      out_->append(kIndent + kCodeWidth + 4, ' ');
      palette_.Paint(ink, line, out_);
      out_->push_back('\n');
    }
  }

  const Finding& finding_;
  const Palette& palette_;
  int width_;
  std::string* out_;
};

}  // namespace

void WriteTableFlags(const Finding& finding, const Palette& palette, int width, std::string* out) {
  FlagWriter writer(finding, palette, width, out);
  for (Severity severity : {Severity::kWrong, Severity::kSuspicious, Severity::kNote})
    writer.WriteSeverity(severity);
}

}  // namespace tabularium
