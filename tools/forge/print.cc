// From answers to rows of cells, as the form's picture has them. Tested by forge_test.
#include <fmt/format.h>

#include "paper.h"
#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr double kOptionalLetters = 0.6;  // a printed hint that may be left out is there
constexpr double kOptionalRow = 0.7;
constexpr double kTenThousand = 0.15;  // of the papers that name their unit

class Printer {
 public:
  Printer(Paper* paper, Dice* dice) : paper_(*paper), form_(*paper->form), dice_(*dice) {
    hints_ = dice_.Chance(kOptionalLetters);
    bool names_unit = false, han = false;
    for (const Slot& slot : form_.slots) names_unit = names_unit || slot.type == Type::kUnit;
    size_t letter = 0;
    han = IsHan(NextLetter(form_.title, letter));
    bool fixed = false;  // an amount with a unit of its own stays in it
    for (const Slot& slot : form_.slots)
      fixed = fixed || (slot.type == Type::kMoney && slot.unit_slot < 0);
    unit_ = han ? "元" : "$";
    if (names_unit && han && !fixed && dice_.Chance(kTenThousand)) {
      paper_.scale = 4;
      unit_ = "万元";
    }
  }

  void Print(int d) {
    const Filled& filled = paper_.filled[static_cast<size_t>(d)];
    bool draws_title = false;
    const Row& first = form_.rows.front();
    if (!first.squares.empty() && !first.squares[0].parts.empty())
      draws_title = Key(first.squares[0].parts[0].text) == Key(form_.title);
    if (!draws_title) {
      Other(d, PaperRow::kTitle, form_.title);
      Other(d, PaperRow::kSpace, "");
    }
    int picture = -1;
    for (size_t r = 0; r < form_.rows.size(); ++r) {
      const Row& row = form_.rows[r];
      if (!filled.pictures[static_cast<size_t>(row.picture)]) continue;
      if (row.picture != picture && form_.pictures[static_cast<size_t>(row.picture)].optional)
        Other(d, PaperRow::kSpace, "");
      picture = row.picture;
      if (row.repeat == Row::kOptional && !(r == 0 && draws_title) && !dice_.Chance(kOptionalRow)) {
        LeaveOut(d, row);
        continue;
      }
      size_t repeats = row.table < 0 ? 1 : filled.tables[static_cast<size_t>(row.table)].size();
      for (size_t i = 0; i < repeats; ++i)
        PrintRow(d, static_cast<int>(r), row.table < 0 ? -1 : static_cast<int>(i));
    }
    Other(d, PaperRow::kSpace, "");
  }

 private:
  void Other(int d, PaperRow::Kind kind, const std::string& text) {
    PaperRow row;
    row.kind = kind;
    row.declaration = d;
    row.cells.push_back({text, "", "", {}, nullptr});
    paper_.rows.push_back(std::move(row));
  }

  // Nobody can know what would have stood in it.
  void LeaveOut(int d, const Row& row) {
    for (const Square& square : row.squares)
      for (const Part& part : square.parts)
        if (part.slot >= 0) paper_.filled[static_cast<size_t>(d)].at(part.slot, -1) = {};
  }

  void PrintRow(int d, int r, int record) {
    const Row& row = form_.rows[static_cast<size_t>(r)];
    PaperRow out;
    out.declaration = d;
    out.form_row = r;
    out.record = record;
    for (const Square& square : row.squares) {
      if (paper_.layout == PaperLayout::kPacked && square.kind == Square::kLeft) continue;
      out.cells.push_back(PrintSquare(square, d, record));
    }
    if (paper_.layout == PaperLayout::kTrimmed)
      while (out.cells.size() > 1 && out.cells.back().slots.empty() &&
             out.cells.back().text().empty())
        out.cells.pop_back();
    bool alone = row.squares.size() == 1;
    paper_.rows.push_back(std::move(out));
    if (alone && r == 0) Other(d, PaperRow::kSpace, "");
  }

  PaperCell PrintSquare(const Square& square, int d, int record) {
    PaperCell cell;
    cell.square = &square;
    for (const Part& part : square.parts)
      if (part.slot >= 0) cell.slots.push_back(part.slot);
    if (square.slot >= 0 && cell.slots.empty()) cell.slots.push_back(square.slot);
    bool one = cell.slots.size() == 1;
    bool seen = false;
    for (const Part& part : square.parts) {
      if (part.optional && !hints_) continue;
      if (part.slot < 0) {
        (seen && one ? cell.after : cell.before) += part.text;
        continue;
      }
      size_t open = part.text.find('{'), close = part.text.find('}');  // marks may stand around it
      cell.before += part.text.substr(0, open);
      (one ? cell.value : cell.before) += Say(part.slot, d, record);
      (one ? cell.after : cell.before) += part.text.substr(close + 1);
      seen = true;
    }
    if (square.parts.empty() && square.slot >= 0) cell.value = Say(square.slot, d, record);
    return cell;
  }

  std::string Say(int index, int d, int record) {
    const Filled& filled = paper_.filled[static_cast<size_t>(d)];
    const Slot& slot = form_.slots[static_cast<size_t>(index)];
    if (slot.type == Type::kUnit) return unit_;
    const Answer& answer = filled.at(index, record);
    if (slot.carries_down && record > 0 && SameAsAbove(filled, slot, index, record)) return {};
    return Written(slot, answer,
                   slot.type == Type::kMoney && slot.unit_slot >= 0 ? paper_.scale : 0);
  }

  // Whether a carried value needs no letters: it, and what it belongs to, stand above.
  bool SameAsAbove(const Filled& filled, const Slot& slot, int index, int record) const {
    bool same = filled.at(index, record).text == filled.at(index, record - 1).text;
    if (slot.choices_under >= 0)
      same = same && filled.at(slot.choices_under, record).text ==
                         filled.at(slot.choices_under, record - 1).text;
    return same;
  }

  Paper& paper_;
  const Form& form_;
  Dice& dice_;
  bool hints_;
  std::string unit_;
};

std::string Grouped(std::string digits) {
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

// Ten-thousandths × 10^-scale, exactly, with so many decimals at least.
std::string Plain(int64_t number, int scale, size_t places, bool grouped) {
  std::string digits = fmt::format("{:0{}}", number, 5 + scale);
  size_t point = digits.size() - 4 - static_cast<size_t>(scale);
  std::string fraction = digits.substr(point), whole = digits.substr(0, point);
  while (fraction.size() > places && fraction.back() == '0') fraction.pop_back();
  if (grouped) whole = Grouped(std::move(whole));
  return fraction.empty() ? whole : whole + "." + fraction;
}

}  // namespace

std::string Written(const Slot& slot, const Answer& answer, int scale) {
  if (answer.blank) return {};
  int64_t n = answer.number / kOne;
  switch (slot.type) {
    case Type::kMoney:
      return Plain(answer.number, scale, 2, true);
    case Type::kNumber:
      return Plain(answer.number, 0, 0, false);
    case Type::kPercent:
      return Plain(answer.number, 0, 0, false) + "%";
    case Type::kYear:
      return std::to_string(n);
    case Type::kDate:
      return fmt::format("{:04}-{:02}-{:02}", n / 10000, n / 100 % 100, n % 100);
    default:
      return answer.text;
  }
}

std::string Truth(const Slot& slot, const Answer& answer) {
  if (answer.blank) return {};
  if (slot.type == Type::kMoney) return Plain(answer.number, 0, 2, false);
  if (slot.type == Type::kPercent) return Plain(answer.number, 0, 0, false);
  return Written(slot, answer, 0);
}

Paper PrintPaper(std::vector<Filled> filled, PaperLayout layout, Dice* dice) {
  Paper paper;
  paper.form = filled.front().form;
  paper.filled = std::move(filled);
  paper.layout = layout;
  Printer printer(&paper, dice);
  for (size_t d = 0; d < paper.filled.size(); ++d) printer.Print(static_cast<int>(d));
  return paper;
}

}  // namespace tabularium
