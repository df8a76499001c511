// One defect at several places is one cluster; the order of flags is the order of the document.
// Tested by clusters_test.cc.
#include "judge/clusters.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace tabularium {
namespace {

// The message without what differs from place to place: digits and whatever stands in “ ”.
std::string Gist(std::string_view message) {
  std::string gist;
  for (size_t i = 0; i < message.size(); ++i) {
    if (message[i] >= '0' && message[i] <= '9') continue;
    if (message.substr(i).starts_with("“")) {
      size_t close = message.find("”", i);
      if (close == std::string_view::npos) break;
      i = close + std::string_view("”").size() - 1;
      continue;
    }
    gist.push_back(message[i]);
  }
  return gist;
}

// "code:path", or for a check "code:name"; where neither is known "code:gist of the message".
std::string KeyOf(const Flag& flag, std::span<const DeclarationFinding> declarations) {
  std::string key(Kind(flag.code).code);
  key.push_back(':');
  if (flag.code == FlagCode::kCheckFailed || flag.code == FlagCode::kCheckUntestable)
    return key + flag.message.substr(0, flag.message.find_first_of(",: "));
  if (flag.field.declaration < 0 || flag.field.slot < 0) return key + Gist(flag.message);
  const Form& form = *declarations[static_cast<size_t>(flag.field.declaration)].record.form;
  return key + form.slots[static_cast<size_t>(flag.field.slot)].path;
}

auto Order(const Flag& f) {
  return std::tuple(f.field.declaration, f.place.line, f.code, f.field.slot, f.field.record,
                    f.place.range.begin, std::string_view(f.message));
}

}  // namespace

void NameClusters(std::span<const DeclarationFinding> declarations, std::vector<Flag>* flags) {
  std::vector<std::pair<std::string, Flag*>> named;
  if (flags->size() < 2) return;
  named.reserve(flags->size());
  for (Flag& flag : *flags)
    if (flag.cluster.empty()) named.emplace_back(KeyOf(flag, declarations), &flag);
  std::stable_sort(named.begin(), named.end(), [](auto& a, auto& b) { return a.first < b.first; });
  for (size_t i = 0, end = 0; i < named.size(); i = end) {
    for (end = i; end < named.size() && named[end].first == named[i].first;) ++end;
    if (end - i > 1)
      for (size_t k = i; k < end; ++k) named[k].second->cluster = named[k].first;
  }
}

void SortFlags(std::vector<Flag>* flags) {
  std::stable_sort(flags->begin(), flags->end(),
                   [](const Flag& a, const Flag& b) { return Order(a) < Order(b); });
}

}  // namespace tabularium
