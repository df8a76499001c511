// Lines whose cells are parted by single spaces or by nothing: cut before and after the labels they
// hold.
//   主管部门：某局 实施单位：某中心  →  主管部门： | 某局 | 实施单位： | 某中心
// A label inside a value must not be taken for one, so it needs white space, a colon or the line's
// ends around it; where a letter follows it directly it must at least stand behind white space and
// another label's value. Tested by labels_test.cc.
#include <algorithm>
#include <string>

#include "model/grid.h"
#include "tabulate/cut.h"
#include "text/furniture.h"
#include "text/key.h"
#include "text/shape.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kMinLetters = 3;    // of a label; of two letters only before a colon
constexpr size_t kMostBytes = 2000;  // longer lines are prose, or no lines
constexpr size_t kLeastBytes = 4;    // a label of two letters, a colon, a value

// A label found in a line; bytes of the line.
struct Found {
  size_t begin = 0, end = 0;
  bool colon = false;   // follows
  bool apart = false;   // white space or the line's beginning stands before it
  bool closed = false;  // white space, a colon, a bracket or the line's end follows
  const KnownWord* word = nullptr;
};

bool IsColon(char32_t c) { return c == ':' || c == 0xFF1A; }

bool ShareForm(const KnownWord& a, const KnownWord& b) {
  return std::any_of(a.forms.begin(), a.forms.end(), [&](uint16_t form) {
    return std::binary_search(b.forms.begin(), b.forms.end(), form);
  });
}

// Bytes of a remark in brackets at line[at], with nothing but white space, a colon or the line's end
// behind it: 主管部门（全称）  某局. 0: none.
size_t RemarkAt(std::string_view line, size_t at) {
  constexpr size_t kMostRemark = 48;
  std::string_view rest = line.substr(at, kMostRemark);
  if (!rest.starts_with("(") && !rest.starts_with("（")) return 0;
  size_t end = std::min(rest.find(')'), rest.find("）"));
  if (end == rest.npos) return 0;
  end += rest[end] == ')' ? 1 : std::string_view("）").size();
  size_t next = at + end;
  char32_t behind = next < line.size() ? NextLetter(line, next) : U' ';
  return IsSpace(behind) || IsColon(behind) ? end : 0;
}

// What stands around a label in the line.
void LookAround(std::string_view line, Found* found) {
  size_t before = found->begin;
  while (before > 0 && (static_cast<unsigned char>(line[before - 1]) & 0xC0) == 0x80) --before;
  if (before > 0) --before;
  size_t i = before;
  char32_t left = found->begin ? NextLetter(line, i) : U' ';
  found->apart = IsSpace(left) || left == 0xFF1B || left == ';';
  size_t at = found->end;
  std::string_view label = line.substr(found->begin, found->end - found->begin);
  bool open = label.find('(') != label.npos || label.find("（") != label.npos;
  if (size_t remark = open ? 0 : RemarkAt(line, at)) {
    found->closed = true;
    found->end = at += remark;
  }
  found->closed |= at >= line.size();
  while (at < line.size()) {
    size_t next = at;
    char32_t c = NextLetter(line, next);
    if (IsColon(c)) found->colon = true;
    bool bracket = open && (c == ')' || c == 0xFF09);
    if (!IsColon(c) && !IsSpace(c) && !bracket) break;
    found->closed = true;
    at = next;
    if (found->colon || bracket) found->end = at;
    if (bracket) open = false;
  }
}

class LabelFinder {
 public:
  LabelFinder(std::string_view line, Wordings* wordings) : line_(line), wordings_(wordings) {
    KeyWithPlaces(line, &key_, &places_);
  }

  std::vector<Found> All() {
    std::vector<Found> all;
    for (size_t k = 0; k < key_.size();) {
      Found found;
      size_t bytes = LabelAt(k, &found);
      if (bytes && IsTrusted(found, all)) {
        all.push_back(found);
        k += bytes;
      } else {
        size_t i = k;
        NextLetter(key_, i);
        k = i;
      }
    }
    return all;
  }

 private:
  size_t LabelAt(size_t k, Found* found) const {
    std::string_view rest = std::string_view(key_).substr(k);
    Wording wording = wordings_->Find(rest);
    WordId id = wording.prefix;
    if (wording.exact != kNoWord && (wordings_->word(wording.exact).roles & kIsLabel))
      id = wording.exact;
    if (id == kNoWord) return 0;
    found->word = &wordings_->word(id);
    size_t bytes = found->word->key.size();
    found->begin = places_[k];
    found->end = places_[k + bytes - 1];
    NextLetter(line_, found->end);
    LookAround(line_, found);
    size_t letters = CountLetters(found->word->key);
    return letters >= kMinLetters || (letters == 2 && found->colon) ? bytes : 0;
  }

  static bool IsTrusted(const Found& found, const std::vector<Found>& before) {
    if (found.colon) return true;
    if (!found.apart) return false;
    if (found.closed || before.empty()) return true;
    bool behind_value = found.begin > before.back().end + 1;
    return behind_value && ShareForm(*found.word, *before.back().word);
  }

  std::string_view line_;
  Wordings* wordings_;
  std::string key_;
  std::vector<uint32_t> places_;
};

// A line is cut if it begins with a label and has more than that, or if each of its labels has a
// colon, or if there are several of them.
bool IsWorthCutting(std::string_view line, const std::vector<Found>& labels) {
  if (labels.empty()) return false;
  bool begins = Trim(line.substr(0, labels[0].begin)).empty();
  bool colons =
      std::all_of(labels.begin(), labels.end(), [](const Found& found) { return found.colon; });
  if (!begins && !colons && labels.size() < 2) return false;
  if (labels.size() > 1) return true;
  bool whole = begins && Trim(line.substr(labels[0].end)).empty();
  return !whole && (labels[0].closed || labels[0].colon);
}

}  // namespace

std::vector<Line> CutAtLabels(std::string_view text, const Line& line, Wordings* wordings) {
  std::vector<Line> pieces;
  std::string_view whole = text.substr(line.begin, line.end - line.begin);
  if (whole.size() < kLeastBytes || whole.size() > kMostBytes || wordings->empty()) return pieces;
  if (wordings->Drawn(Trim(whole))) return pieces;
  if ((ShapesOf(whole) & kLooksProse) || LooksLikeYearLine(whole)) return pieces;
  std::vector<Found> labels = LabelFinder(whole, wordings).All();
  if (!IsWorthCutting(whole, labels)) return pieces;
  auto add = [&](size_t begin, size_t end) {
    if (!Trim(whole.substr(begin, end - begin)).empty())
      pieces.push_back({line.begin + begin, line.begin + end, line.number});
  };
  size_t done = 0;
  for (const Found& found : labels) {
    add(done, found.begin);
    add(found.begin, found.end);
    done = found.end;
  }
  add(done, whole.size());
  return pieces;
}

}  // namespace tabularium
