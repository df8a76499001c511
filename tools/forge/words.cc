// Word lists, and the patterns in them. Tested by forge_test.
#include "words.h"

#include <charconv>
#include <sstream>

#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr int kDeepest = 8;            // lists within lists
constexpr size_t kFewestLetters = 60;  // of a value made of sentences …
constexpr int64_t kMoreLetters = 160;  // … and up to so many more

bool Fits(std::string_view pattern, std::string_view name) {
  if (pattern.ends_with('*')) return name.starts_with(pattern.substr(0, pattern.size() - 1));
  if (pattern.starts_with('*')) return name.ends_with(pattern.substr(1));
  return pattern == name;
}

// "3-40" → a number of that range; false: no range.
bool Number(std::string_view inside, Dice* dice, std::string* out) {
  int64_t low = 0, high = 0;
  size_t dash = inside.find('-');
  if (dash == std::string_view::npos) return false;
  auto whole = [](std::string_view s, int64_t* n) {
    auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), *n);
    return error == std::errc() && end == s.data() + s.size();
  };
  if (!whole(inside.substr(0, dash), &low) || !whole(inside.substr(dash + 1), &high) || high < low)
    return false;
  *out += std::to_string(dice->Between(low, high));
  return true;
}

}  // namespace

WordLists WordLists::Parse(std::string_view text, std::string* wrong) {
  WordLists words;
  std::vector<std::string>* into = nullptr;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) {
    if (size_t mark = line.find('#'); mark != std::string::npos) line.resize(mark);
    std::string_view trimmed = Trim(line);
    if (trimmed.empty()) continue;
    if (line[0] == ' ') {
      if (into)
        into->emplace_back(trimmed);
      else
        *wrong += "a line before the first section: " + line + "\n";
      continue;
    }
    std::istringstream head{std::string(trimmed)};
    std::string kind, what;
    head >> kind >> what;
    if (kind == "list") {
      into = &words.lists_[what];
    } else if (kind == "phrases" || kind == "sentences") {
      Section section{what, {}, kind == "sentences", {}};
      for (std::string name; head >> name;) section.names.push_back(name);
      words.sections_.push_back(std::move(section));
      into = &words.sections_.back().lines;
    } else {
      *wrong += "no such section: " + line + "\n";
    }
  }
  return words;
}

std::string WordLists::Fill(std::string_view pattern, Dice* dice, int depth) const {
  std::string out;
  while (!pattern.empty()) {
    size_t open = pattern.find('{'), close = pattern.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos || depth > kDeepest)
      break;
    out += pattern.substr(0, open);
    std::string_view inside = pattern.substr(open + 1, close - open - 1);
    pattern.remove_prefix(close + 1);
    if (Number(inside, dice, &out)) continue;
    if (auto list = lists_.find(inside); list != lists_.end() && !list->second.empty()) {
      out += Fill(dice->Pick(list->second), dice, depth + 1);
      continue;
    }
    std::vector<std::string_view> wordings;
    for (size_t begin = 0; begin <= inside.size();) {
      size_t bar = std::min(inside.find('|', begin), inside.size());
      wordings.push_back(inside.substr(begin, bar - begin));
      begin = bar + 1;
    }
    out += dice->Pick(wordings);
  }
  return out.append(pattern);
}

std::string WordLists::Say(Type type, std::string_view name, Dice* dice) const {
  const Section* best = nullptr;
  for (const Section& section : sections_) {
    if (section.type != kTypeNames[static_cast<size_t>(type)] || section.lines.empty()) continue;
    bool named = false;
    for (const std::string& pattern : section.names) named = named || Fits(pattern, name);
    if (named || (section.names.empty() && !best)) best = &section;
    if (named) break;
  }
  if (!best) return {};
  if (!best->sentences) return Fill(dice->Pick(best->lines), dice, 0);
  size_t wanted = kFewestLetters + static_cast<size_t>(dice->Between(0, kMoreLetters));
  size_t at = dice->Below(best->lines.size());
  std::string out;
  for (size_t i = 0; i < best->lines.size() && CountLetters(out) < wanted; ++i)
    out += Fill(best->lines[(at + i * 7) % best->lines.size()], dice, 0);
  return out;
}

}  // namespace tabularium
