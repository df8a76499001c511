// A look at the first lines decides how cells are told apart; then one way of cutting walks the
// text. Tested by tabs_test.cc, separator_test.cc, spaced_test.cc, labels_test.cc, limits_test.cc.
#include "tabulate/tabulate.h"

#include <algorithm>
#include <limits>
#include <string>

#include "tabulate/cut.h"
#include "tabulate/lines.h"
#include "tabulate/rows.h"
#include "tabulate/wordings.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kSampledLines = 400;   // lines with letters that decide how cells are told apart
constexpr size_t kSampledBytes = 4096;  // of each of them
constexpr std::string_view kSeparators = "|;,^~#!";
constexpr size_t kFewestQuoted = 6;  // filled cells from which quotes around them are a habit

// What the first lines hold.
struct Sample {
  size_t lines = 0, tabbed = 0;
  std::vector<Line> all;
};

bool HasGap(std::string_view line) {
  return line.find("  ") != line.npos || line.find("\u3000") != line.npos;
}

Sample TakeSample(std::string_view text) {
  constexpr size_t kMostPapers = 64;  // have so many lines or fewer
  Sample sample;
  sample.all.reserve(kMostPapers);
  LineReader lines(text);
  for (Line line; sample.lines < kSampledLines && lines.Next(&line);) {
    std::string_view front =
        text.substr(line.begin, std::min(line.end - line.begin, kSampledBytes));
    bool tabbed = front.find('\t') != front.npos;
    if (!tabbed && Trim(front).empty()) continue;
    ++sample.lines;
    sample.tabbed += tabbed;
    sample.all.push_back({line.begin, line.begin + front.size(), line.number});
  }
  return sample;
}

// Tabs part the cells, unless wide blanks do so in five times as many lines.
bool PartedByTabs(std::string_view text, const Sample& sample) {
  if (sample.tabbed == 0 || 5 * sample.tabbed >= sample.lines) return sample.tabbed > 0;
  size_t spaced = 0;
  for (const Line& line : sample.all)
    spaced += HasGap(Trim(text.substr(line.begin, line.end - line.begin)));
  return 5 * sample.tabbed >= spaced;
}

// Known wordings among the pieces of the sampled lines, and how many of these lines are cut at all.
struct Recognised {
  size_t words = 0, cut = 0;
};

// A cell of a line, trimmed, without quotes around it.
std::string_view Bare(std::string_view text, const Line& piece) {
  std::string_view bare = Trim(text.substr(piece.begin, piece.end - piece.begin));
  if (bare.size() > 2 && bare.front() == '"' && bare.back() == '"')
    bare = bare.substr(1, bare.size() - 2);
  return bare;
}

// Whether nearly every filled cell has quotes around it; where one runs over lines, its first line
// has the quote that opens and the last one the quote that closes.
Quoting QuotingOf(std::string_view text, const Sample& sample, char separator) {
  if (sample.all.empty() || text.substr(0, sample.all.back().end).find('"') == text.npos) return Quoting::kWhereNeeded;
  size_t filled = 0, quoted = 0;
  for (const Line& line : sample.all) {
    if (text.substr(line.begin, line.end - line.begin).find(separator) == text.npos) continue;
    for (size_t begin = line.begin; begin < line.end;) {
      size_t end = std::min(text.find(separator, begin), line.end);
      std::string_view cell = Trim(text.substr(begin, end - begin));
      filled += !cell.empty();
      quoted += cell.size() > 1 && (cell.front() == '"' || cell.back() == '"');
      begin = end + 1;
    }
  }
  bool throughout = filled >= kFewestQuoted && 5 * quoted >= 4 * filled;
  return throughout ? Quoting::kThroughout : Quoting::kWhereNeeded;
}

Separated HowSeparated(std::string_view text, const Sample& sample, char separator) {
  Separated how{separator, QuotingOf(text, sample, separator), true};
  if (separator != '|') return how;
  how.outer_bars = false;
  size_t barred = 0, outer = 0;
  std::vector<Line> pieces;
  auto blank = [&](const Line& piece) {
    return Trim(text.substr(piece.begin, piece.end - piece.begin)).empty();
  };
  for (const Line& line : sample.all) {
    if (IsRuler(text.substr(line.begin, line.end - line.begin))) continue;
    SplitAtSeparator(text, line, how, &pieces);
    if (pieces.size() < 2) continue;
    ++barred;
    outer += blank(pieces.front()) && blank(pieces.back());
  }
  how.outer_bars = barred == 0 || 5 * outer >= 4 * barred;
  return how;
}

Recognised Try(std::string_view text, const Sample& sample, char separator, Wordings* wordings) {
  Recognised out;
  std::vector<Line> pieces;
  const Separated how = HowSeparated(text, sample, separator);
  for (const Line& line : sample.all) {
    if (separator == '|' && IsRuler(text.substr(line.begin, line.end - line.begin))) {
      ++out.cut;
      continue;
    }
    SplitAtSeparator(text, line, how, &pieces);
    out.cut += pieces.size() > 1;
    for (const Line& piece : pieces) out.words += wordings->Whole(Bare(text, piece)) != kNoWord;
  }
  return out;
}

size_t WordsBetweenGaps(std::string_view text, const Sample& sample, Wordings* wordings) {
  size_t words = 0;
  for (const Line& line : sample.all) {
    for (size_t begin = line.begin; begin < line.end;) {
      size_t end = std::min(text.find("  ", begin), line.end);
      words += wordings->Whole(Trim(text.substr(begin, end - begin))) != kNoWord;
      begin = end + 2;
    }
  }
  return words;
}

// The separator that tells cells apart, or 0. One third of the lines at least must be cut by it:
// titles, notes and junk have none; and it must make more wordings known than white space does.
char ChooseSeparator(std::string_view text, const Sample& sample, Wordings* wordings) {
  char best = 0;
  size_t most = WordsBetweenGaps(text, sample, wordings);
  for (char separator : kSeparators) {
    Recognised tried = Try(text, sample, separator, wordings);
    if (3 * tried.cut < sample.lines || tried.cut < 2) continue;
    bool unknown_form = best == 0 && tried.words >= most && 10 * tried.cut >= 9 * sample.lines;
    if (tried.words <= most && !unknown_form) continue;
    most = tried.words;
    best = separator;
  }
  return best;
}

std::vector<Line> AllLines(std::string_view text, size_t most) {
  std::vector<Line> lines;
  LineReader reader(text);
  for (Line line; lines.size() <= most && reader.Next(&line);) lines.push_back(line);
  return lines;
}

Separation Told(const Grid& grid, Separation usual) {
  for (uint32_t r = 0; r < grid.rows(); ++r)
    if (grid.row(r).size() > 1) return usual;
  return Separation::kLines;
}

// Rows of lines without tabs: told apart by white space if any cell is empty or any blank between
// cells is wide.
Separation ToldBySpaces(const Grid& grid, std::string_view text) {
  for (uint32_t r = 0; r < grid.rows(); ++r) {
    auto row = grid.row(r);
    for (size_t k = 1; k < row.size(); ++k)
      if (row[k].text.empty() ||
          HasGap(text.substr(row[k - 1].range.end, row[k].range.begin - row[k - 1].range.end)))
        return Separation::kAlignment;
  }
  return Told(grid, Separation::kLabels);
}

// Tabs and line feeds, counted in blocks of bytes small enough for byte-wide counters, so that the
// loop is vectorised.
size_t CountEnds(std::string_view text) {
  size_t ends = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t stop = std::min(text.size(), at + 255);
    uint8_t here = 0;
    for (; at < stop; ++at)
      here = static_cast<uint8_t>(here + (text[at] == '\t') + (text[at] == '\n'));
    ends += here;
  }
  return ends;
}

void Reserve(std::string_view text, const Limits& limits, Grid* grid) {
  const uint64_t most = std::min<uint64_t>(limits.cells, std::numeric_limits<uint32_t>::max());
  grid->cells.reserve(static_cast<size_t>(std::min<uint64_t>(CountEnds(text) + 1, most)));
}

}  // namespace

Grid Tabulate(const Document& document, const Vocabulary& vocabulary, const Limits& limits) {
  Grid grid;
  std::string_view text = document.text.substr(0, std::numeric_limits<uint32_t>::max() - 1);
  Wordings wordings(vocabulary);
  RowWriter rows(document, limits, &wordings, &grid);
  Sample sample = TakeSample(text);
  char separator =
      2 * sample.tabbed < sample.lines ? ChooseSeparator(text, sample, &wordings) : '\0';
  if (separator) {
    CutSeparators(text, HowSeparated(text, sample, separator), &wordings, &rows);
    grid.separation = Told(grid, Separation::kSeparator);
  } else if (PartedByTabs(text, sample)) {
    Reserve(text, limits, &grid);
    CutTabs(text, QuotingOf(text, sample, '\t'), &wordings, &rows);
    grid.separation = Told(grid, Separation::kTabs);
  } else {
    CutSpaced(text, AllLines(text, static_cast<size_t>(limits.cells)), &wordings, &rows);
    grid.separation = ToldBySpaces(grid, text);
  }
  return grid;
}

}  // namespace tabularium
