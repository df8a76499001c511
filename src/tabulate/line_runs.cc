// Tested by spaced_test.cc.
#include "tabulate/line_runs.h"

#include <algorithm>
#include <cctype>

#include "model/grid.h"
#include "tabulate/cut.h"
#include "text/furniture.h"
#include "text/shape.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr uint32_t kGap = 2;  // columns of white space that part two runs
constexpr uint32_t kMostBehindNumber = 3;  // columns of white space between a line's number and its text
constexpr size_t kTabStop = 8;
constexpr size_t kJoinedRuns = 16;  // letters of the longest label that is spaced out
constexpr size_t kSpacedBytes =
    9;  // of a run that may be part of a spaced-out label: three Han letters

bool IsBlank(char32_t c) { return IsSpace(c) || IsInvisible(c); }

// Runs of letters with at least kGap columns of white space between them.
std::vector<Run> FindRuns(std::string_view text, const Line& line) {
  std::vector<Run> runs;
  uint32_t column = 0, blank = kGap;
  for (size_t i = line.begin; i < line.end;) {
    size_t begin = i;
    char32_t c = NextLetter(text, i);
    uint32_t width = c == '\t' ? static_cast<uint32_t>(kTabStop - column % kTabStop)
                               : static_cast<uint32_t>(DisplayWidth(c));
    if (IsBlank(c)) {
      blank += width;
    } else {
      if (blank >= kGap || runs.empty()) runs.push_back({begin, begin, column, column, kNoWord});
      blank = 0;
      runs.back().end = i;
      runs.back().right = column + width;
    }
    column += width;
  }
  return runs;
}

std::string_view TextOf(std::string_view text, const Run& run) {
  return text.substr(run.begin, run.end - run.begin);
}

// A Han letter, a bracket, a colon or a stroke: what spaced-out labels are made of.
bool IsOneLetter(std::string_view text) {
  size_t i = 0;
  char32_t c = NextLetter(text, i);
  return i == text.size() &&
         (IsHan(c) || std::u32string_view(U"()（）:：/、").find(c) != std::u32string_view::npos);
}

// How many runs from `first` on make one known wording (项  目  名  称), or are single letters with
// the same white space between them; 1 where none.
size_t SpacedOut(std::string_view text, const std::vector<Run>& runs, size_t first,
                 Wordings* wordings) {
  if (runs[first].word != kNoWord || runs[first].end - runs[first].begin > kSpacedBytes) return 1;
  auto blank = [&](size_t n) {
    return text.substr(runs[n - 1].end, runs[n].begin - runs[n - 1].end);
  };
  size_t best = 1;
  bool even = IsOneLetter(TextOf(text, runs[first]));
  for (size_t n = first + 1; n < runs.size() && n - first < kJoinedRuns; ++n) {
    if (runs[n].end - runs[n].begin > kSpacedBytes) break;
    even = even && IsOneLetter(TextOf(text, runs[n])) && blank(n) == blank(first + 1);
    bool known =
        wordings->Whole(text.substr(runs[first].begin, runs[n].end - runs[first].begin)) != kNoWord;
    if (known || (even && n - first >= 2)) best = n - first + 1;
  }
  return best;
}

void JoinSpacedOut(std::string_view text, std::vector<Run>* runs, Wordings* wordings) {
  for (Run& run : *runs) run.word = wordings->Whole(TextOf(text, run));
  if (runs->size() < 2) return;
  std::vector<Run> joined;
  for (size_t k = 0; k < runs->size();) {
    size_t n = SpacedOut(text, *runs, k, wordings);
    Run run = (*runs)[k];
    run.end = (*runs)[k + n - 1].end;
    run.right = (*runs)[k + n - 1].right;
    if (n > 1) run.word = wordings->Whole(TextOf(text, run));
    joined.push_back(run);
    k += n;
  }
  *runs = std::move(joined);
}

// A year is one cell, whatever blanks stand in it: （ ２０２５  年度）.
void JoinYear(std::string_view text, SpacedLine* line) {
  constexpr size_t kMostRuns = 6;
  std::vector<Run>& runs = line->runs;
  if (runs.size() < 2 || runs.size() > kMostRuns) return;
  if (!LooksLikeYearLine(text.substr(runs.front().begin, runs.back().end - runs.front().begin)))
    return;
  runs.front().end = runs.back().end;
  runs.front().right = runs.back().right;
  runs.resize(1);
}

constexpr std::string_view kCurrencySigns[] = {"$", "¥", "￥", "€", "£"};

bool IsAlnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

bool IsSign(std::string_view text) { return std::find(std::begin(kCurrencySigns), std::end(kCurrencySigns), text) != std::end(kCurrencySigns); }

bool IsMark(std::string_view text) { return IsSign(text) || NumberAt(text) == text.size(); }

// What may begin a run behind a single blank: (4) or (b), $, or nothing but an amount or a date.
bool BeginsCell(std::string_view text) {
  for (std::string_view sign : kCurrencySigns)
    if (text.starts_with(sign)) return true;
  if (text.starts_with('(') && NumberAt(text)) return true;
  return ShapesOf(text) & (kLooksAmount | kLooksDate);
}

class RunRepairer {
 public:
  RunRepairer(std::string_view text, Wordings* wordings, std::vector<SpacedLine>* block)
      : text_(text), wordings_(wordings), block_(*block) {}

  void Go() {
    for (SpacedLine& line : block_) JoinNumbers(&line.runs);
    for (SpacedLine& line : block_)
      for (size_t k = 0; k < line.runs.size(); ++k)
        if (line.runs.size() > 1 && MayHoldTwo(line.runs[k])) PartRun(k, &line.runs);
    for (SpacedLine& line : block_) JoinNumbers(&line.runs);  // a sign that was parted from the text before it
  }

 private:
  void JoinNumbers(std::vector<Run>* runs) const {
    for (size_t k = 0; k + 1 < runs->size(); ++k)
      if (IsNumberOf(*runs, k)) JoinWithNext(k, runs);
  }

  // A number or a sign, and behind it what it belongs to.
  bool IsNumberOf(const std::vector<Run>& runs, size_t k) const {
    const Run &run = runs[k], &next = runs[k + 1];
    if (next.left - run.right > kMostBehindNumber) return false;
    const std::string_view mark = TextOf(text_, run), behind = TextOf(text_, next);
    if (IsSign(mark)) return ShapesOf(behind) & kLooksAmount;
    return NumberAt(mark) == mark.size() && !NumberAt(behind) && TextsBeginBehindNumbers(next.left);
  }

  // No text begins there but behind a number.
  bool TextsBeginBehindNumbers(uint32_t column) const {
    for (const SpacedLine& line : block_)
      for (size_t k = 0; k < line.runs.size(); ++k) {
        if (line.runs[k].left != column || line.runs.size() < 2 || (ShapesOf(TextOf(text_, line.runs[k])) & kLooksAmount)) continue;
        const std::string_view before = k > 0 ? TextOf(text_, line.runs[k - 1]) : std::string_view();
        if (before.empty() || NumberAt(before) != before.size()) return false;
      }
    return true;
  }

  void JoinWithNext(size_t k, std::vector<Run>* runs) const {
    Run& run = (*runs)[k];
    run.end = (*runs)[k + 1].end;
    run.right = (*runs)[k + 1].right;
    run.word = wordings_->Whole(TextOf(text_, run));
    runs->erase(runs->begin() + static_cast<ptrdiff_t>(k) + 1);
  }

  bool MayHoldTwo(const Run& run) const {
    const std::string_view text = TextOf(text_, run);
    for (size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1))
      if (BeginsCell(text.substr(at + 1))) return true;
    return false;
  }

  void PartRun(size_t k, std::vector<Run>* runs) const {
    const Run run = (*runs)[k];
    uint32_t column = run.left;
    for (size_t i = run.begin; i < run.end;) {
      if (i > run.begin && text_[i - 1] == ' ' && BeginsCell(text_.substr(i, run.end - i)) && Beginning(column) > 1) {
        if (IsMark(text_.substr(run.begin, i - 1 - run.begin))) return;
        Run rest = run;
        (*runs)[k].end = i - 1;
        (*runs)[k].right = column - 1;
        rest.begin = i;
        rest.left = column;
        (*runs)[k].word = wordings_->Whole(TextOf(text_, (*runs)[k]));
        rest.word = wordings_->Whole(TextOf(text_, rest));
        runs->insert(runs->begin() + static_cast<ptrdiff_t>(k) + 1, rest);
        return;
      }
      column += static_cast<uint32_t>(DisplayWidth(NextLetter(text_, i)));
    }
  }

  // Lines in which a run begins there.
  size_t Beginning(uint32_t column) const {
    return static_cast<size_t>(std::count_if(block_.begin(), block_.end(), [&](const SpacedLine& line) {
      return std::any_of(line.runs.begin(), line.runs.end(), [&](const Run& run) { return run.left == column; });
    }));
  }

  std::string_view text_;
  Wordings* wordings_;
  std::vector<SpacedLine>& block_;
};

}  // namespace

size_t NumberAt(std::string_view text) {
  const bool open = text.starts_with('(');
  size_t end = open ? 1 : 0;
  while (end < text.size() && end < 4 && IsAlnum(text[end])) ++end;
  const size_t letters = end - (open ? 1 : 0);
  const bool closed = end < text.size() && (open ? text[end] == ')' : text[end] == '.');
  return closed && letters > 0 && letters < 3 ? end + 1 : 0;
}

bool IsOneRun(std::string_view line) {
  line = Trim(line);
  bool blank = false;
  for (size_t i = 0; i < line.size();) {
    const char32_t c = NextLetter(line, i);
    if (c == ' ' ? blank : IsBlank(c)) return false;
    blank = c == ' ';
  }
  return !IsRuler(line);
}

SpacedLine RunsOfLine(std::string_view text, const Line& line, Wordings* wordings) {
  SpacedLine spaced{line, {}};
  if (!IsRuler(text.substr(line.begin, line.end - line.begin))) spaced.runs = FindRuns(text, line);
  JoinYear(text, &spaced);
  JoinSpacedOut(text, &spaced.runs, wordings);
  return spaced;
}

void RepairRuns(std::string_view text, Wordings* wordings, std::vector<SpacedLine>* block) {
  RunRepairer(text, wordings, block).Go();
}

}  // namespace tabularium
