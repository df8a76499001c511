// Whether a line goes on with the row above is a sum of prices (prices.h): what stands below what,
// how far the lines are apart, and whether the word would have fitted on the line above. Tested by
// page_rows_test.cc.
#include "tabulate/page_rows.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "tabulate/centred_rows.h"
#include "tabulate/pitch_rows.h"
#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

const Run* RunAt(const RunLine& line, uint32_t column) {
  for (const Run& run : line.runs)
    if (run.column0 <= column && column < run.column1) return &run;
  return nullptr;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// 1234, 1,234,567 or either with decimals, and nothing else.
bool IsNumeral(std::string_view text) {
  size_t digits = 0, groups = 0, at = 0;
  for (; at < text.size() && (IsDigit(text[at]) || text[at] == ','); ++at) {
    if (text[at] != ',') {
      ++digits;
      continue;
    }
    if (digits == 0 || digits > 3 || (groups > 0 && digits != 3)) return false;
    ++groups, digits = 0;
  }
  if (digits == 0 || (groups > 0 && digits != 3)) return false;
  if (at == text.size()) return true;
  return text[at] == '.' && at + 1 < text.size() && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 1, text.end(), IsDigit);
}

// What a number below a number may be: another one; one that a narrow cell cut, 1,234,5 above 67.00, of which apart one is
// none or lacks its last decimal; or either, 52.84 above 0.
enum class Below : uint8_t { kAnother, kEither, kGoesOn };

Below BelowOf(const Sheet& sheet, const Run& above, const Run& below) {
  const std::string_view upper = sheet.Text(sheet.tokens[above.tokens.back()]), lower = sheet.Text(sheet.tokens[below.tokens.front()]);
  if (!IsNumeral(std::string(upper) + std::string(lower))) return Below::kAnother;
  const bool grouped = upper.find(',') != upper.npos;
  const bool open = lower.front() == '.' || lower.front() == ',' || upper.back() == '.';
  if (open) return grouped || upper.size() > 3 ? Below::kGoesOn : Below::kEither;
  const bool lacks_decimal = grouped && lower.size() == 1 && upper.size() > 2 && upper[upper.size() - 2] == '.';
  return !IsNumeral(upper) || lacks_decimal ? Below::kGoesOn : Below::kEither;
}

// The distances of lines that count as near and as far in this table.
struct Pitch {
  float near = 0;
  bool mixed = false;  // both occur: near lines are then parts of one row
};

Pitch PitchOf(std::span<const RunLine> lines) {
  std::vector<float> pitches;
  for (size_t i = 1; i < lines.size(); ++i) pitches.push_back(lines[i].base - lines[i - 1].base);
  if (pitches.empty()) return {};
  std::sort(pitches.begin(), pitches.end());
  Pitch pitch;
  pitch.near = pitches[pitches.size() / 5];
  const auto far = std::count_if(pitches.begin(), pitches.end(),
                                 [&](float p) { return p > kFarPitch * pitch.near; });
  pitch.mixed = static_cast<float>(far) >= kMixedPart * static_cast<float>(pitches.size());
  return pitch;
}

class RowJoiner {
 public:
  RowJoiner(const Sheet& sheet, std::span<const RunLine> lines, const ColumnReach& columns)
      : sheet_(sheet), lines_(lines), columns_(columns), pitch_(PitchOf(lines)) {
    float first = 0, lower = 0;
    for (const RunLine& line : lines) {
      if (line.runs.front().column0 != 0) continue;
      first += 1, lower += line.runs.front().lower;
    }
    lower_begins_ = lower > kLowerPart * first;
  }
  std::vector<uint32_t> Rows();

 private:
  float Price(const RunLine& line) const;
  float CellPrice(const Run& run) const;
  float PitchPrice(const RunLine& line) const;
  bool FillsCell(const Run& above, const Run& run) const;
  bool GoesOnNear(const RunLine& line) const;
  bool Hangs(const RunLine& line) const;
  void Take(const RunLine& line, bool fresh);

  const Sheet& sheet_;
  std::span<const RunLine> lines_;
  const ColumnReach& columns_;
  Pitch pitch_;
  bool lower_begins_ = false;    // first cells mostly begin with small letters: that says nothing
  std::vector<const Run*> row_;  // the last run in each column of the row that is open
  std::vector<uint8_t> has_number_;  // in each column of that row
  float label_ = 0;                  // where its first line begins
  const RunLine* last_ = nullptr;
};

float RowJoiner::PitchPrice(const RunLine& line) const {
  const float pitch = line.base - last_->base;
  if (pitch < kOverlapEm * line.size) return kJoinOverlap;
  float price = 0;
  if (pitch > kFarPitch * pitch_.near) price += kJoinFar;
  if (pitch_.mixed && pitch <= kFarPitch * pitch_.near) price += kJoinNear;
  return price;
}

// True if the first word of the run would not have fitted on the line above.
bool RowJoiner::FillsCell(const Run& above, const Run& run) const {
  const auto& [left, right] = columns_[run.column0];
  return above.box.width() + sheet_.space * run.size + sheet_.tokens[run.tokens.front()].box.width() > kFitsPart * (right - left);
}

// True if the line stands near where others don't, and every cell of it below a full line of texts.
bool RowJoiner::GoesOnNear(const RunLine& line) const {
  return pitch_.mixed && line.base - last_->base <= kFarPitch * pitch_.near &&
         std::all_of(line.runs.begin(), line.runs.end(), [&](const Run& run) {
           const Run* above = row_[run.column0];
           return above != nullptr && (run.look == Look::kText || !has_number_[run.column0]) && above->tokens.size() > 1 && above->bold == run.bold && FillsCell(*above, run);
         });
}

// What one cell of the line says, given what stands above it in its column.
float RowJoiner::CellPrice(const Run& run) const {
  const Run* above = row_[run.column0];
  if (above == nullptr) return run.column0 == 0 ? 0 : kJoinNewColumn;
  if (run.look == Look::kNumber && has_number_[run.column0]) return BelowOf(sheet_, *above, run) == Below::kGoesOn ? kJoinFull : kJoinNumbers;
  if (run.look != Look::kText) return kJoinNumberBelow;
  float price = 0;
  if (run.lower && !lower_begins_) price += kJoinLower;
  if (above->bold != run.bold) price += kJoinBoldness;
  if (!FillsCell(*above, run)) return price + kJoinFits;
  return above->tokens.size() > 1 ? price + kJoinFull : price;  // one word fills its column alone
}

// True if the line is a text alone, set to the right of its row's label.
bool RowJoiner::Hangs(const RunLine& line) const {
  const Run& run = line.runs.front();
  if (line.runs.size() > 1 || run.column0 > 0 || run.look != Look::kText || row_[0] == nullptr) return false;
  const float right = run.box.x0 - label_;
  return right > kMeetEm * run.size && right < kHangEm * run.size;
}

float RowJoiner::Price(const RunLine& line) const {
  float price = kJoinStart + PitchPrice(line) + (GoesOnNear(line) ? kJoinNearFull : 0);
  float cells = 0, least = 0;
  const bool label_alone =
      row_[0] != nullptr &&
      std::all_of(row_.begin() + 1, row_.end(), [](const Run* run) { return run == nullptr; });
  if (label_alone && line.runs.front().column0 ==
                         0)  // the label goes on, with its row's cells beside its last line
    return price + CellPrice(line.runs.front()) + kJoinFirstBoth;
  for (const Run& run : line.runs) {
    const float cell = CellPrice(run);
    least = std::min(least, cell);
    cells += cell;
  }
  price += least <= kJoinNumbers ? least : cells / static_cast<float>(line.runs.size());
  const bool first = line.runs.front().column0 == 0;
  if (row_[0] != nullptr) price += first ? kJoinFirstBoth : kJoinFirstBlank;
  if (Hangs(line)) price += kJoinHanging;
  return price;
}

void RowJoiner::Take(const RunLine& line, bool fresh) {
  if (fresh) label_ = line.box.x0;
  if (fresh) row_.assign(columns_.size(), nullptr), has_number_.assign(columns_.size(), 0);
  for (const Run& run : line.runs) {
    for (uint32_t c = run.column0; c < run.column1; ++c) row_[c] = &run;
    has_number_[run.column0] |= run.look == Look::kNumber;
  }
  last_ = &line;
}

std::vector<uint32_t> RowJoiner::Rows() {
  std::vector<uint32_t> rows;
  uint32_t row = 0;
  for (const RunLine& line : lines_) {
    const bool joins = last_ != nullptr && Price(line) > 0;
    if (last_ != nullptr && !joins) ++row;
    Take(line, !joins);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

std::vector<uint32_t> RowsOf(const Sheet& sheet, std::span<const RunLine> lines,
                             const ColumnReach& columns) {
  if (std::vector<uint32_t> rows = RowsByPitch(lines, columns.size()); !rows.empty()) return rows;
  const CentredPart part = CentredRows(lines, columns.size());
  std::vector<uint32_t> rows;
  auto append = [&](const std::vector<uint32_t>& more) {
    const uint32_t next = rows.empty() ? 0 : rows.back() + 1;
    for (const uint32_t row : more) rows.push_back(next + row);
  };
  append(RowJoiner(sheet, lines.first(part.begin), columns).Rows());
  append(part.rows);
  append(RowJoiner(sheet, lines.subspan(part.end), columns).Rows());
  return rows;
}

bool NumbersBelowNumbers(const Sheet& sheet, std::span<const RunLine> lines) {
  const RunLine* before = nullptr;
  bool goes_on = false, either = false;
  for (const RunLine& line : lines) {
    if (line.runs.size() < 2 || line.runs.size() > kMostColumns || line.runs.front().column0 != 0)
      continue;
    if (before != nullptr)
      for (const Run& run : line.runs) {
        const Run* above = RunAt(*before, run.column0);
        if (run.column0 == 0 || run.look != Look::kNumber || above == nullptr || above->look != Look::kNumber) continue;
        const Below how = BelowOf(sheet, *above, run);
        if (how == Below::kAnother) return true;
        (how == Below::kGoesOn ? goes_on : either) = true;
      }
    before = &line;
  }
  return either && !goes_on;
}

bool EndsRagged(std::span<const RunLine> lines, uint32_t columns) {
  std::vector<size_t> ends(columns, 0);
  for (size_t i = 0; i < lines.size(); ++i)
    for (const Run& run : lines[i].runs)
      for (uint32_t c = run.column0; c < std::min(run.column1, columns); ++c) {
        if (ends[c] != i && ends[c] != i + 1) return false;  // a column may hold two runs of a line
        ends[c] = i + 1;
      }
  const auto full = std::count(ends.begin(), ends.end(), lines.size());
  return full > 0 && static_cast<float>(columns - full) >= kRaggedPart * static_cast<float>(columns);
}

bool HoldsSeveralRows(const Sheet& sheet, std::span<const RunLine> lines) {
  const float near = PitchOf(lines).near;
  for (size_t i = 1; i < lines.size(); ++i)
    if (lines[i].runs.size() > 1 && lines[i].runs.front().column0 == 0 &&
        lines[i].base - lines[i - 1].base > kStripPitch * near)
      return true;
  return NumbersBelowNumbers(sheet, lines);
}

namespace {

// True if the next line leaves the first column blank and has several texts: headings below years,
// say.
bool StandsAboveHeads(std::span<const RunLine> lines, size_t at) {
  if (at + 1 >= lines.size()) return false;
  const auto& runs = lines[at + 1].runs;
  return runs.size() > 1 && runs.front().column0 > 0 &&
         std::all_of(runs.begin(), runs.end(),
                     [](const Run& run) { return run.look == Look::kText; });
}

// Leading lines that look like headings.
uint32_t LooksLikeHead(std::span<const RunLine> lines, uint32_t columns) {
  auto is_body = [&](const RunLine& line) {
    uint32_t numbers = 0, others = 0;
    for (const Run& run : line.runs)
      if (run.column0 > 0) (run.look == Look::kText ? others : numbers) += 1;
    return line.runs.front().column0 == 0 && numbers > others;
  };
  const auto body = std::count_if(lines.begin(), lines.end(), is_body);
  uint32_t head = 0;
  if (static_cast<float>(body) >= kNumericPart * static_cast<float>(lines.size())) {
    while (head < lines.size() && (!is_body(lines[head]) || StandsAboveHeads(lines, head))) ++head;
    // A label alone just above the first numbers heads a section, not the table.
    while (head > 1 && lines[head - 1].runs.size() == 1 && lines[head - 1].runs[0].column0 == 0)
      --head;
    return head == lines.size() ? 0 : head;
  }
  auto bold = [](const RunLine& line) {
    return std::all_of(line.runs.begin(), line.runs.end(), [](const Run& run) { return run.bold; });
  };
  while (head < lines.size() && bold(lines[head])) ++head;
  if (head == lines.size()) return 0;
  return head > 0 && lines[0].runs.size() + 1 >= columns ? head : 0;
}

}  // namespace

uint32_t HeadLines(const Sheet& sheet, std::span<const RunLine> lines, uint32_t columns) {
  const uint32_t head = LooksLikeHead(lines, columns);
  return head > kMostHeadLines || NumbersBelowNumbers(sheet, lines.first(head)) ? 0 : head;
}

}  // namespace tabularium::sheet
