// What happens to printed labels. Tested by forge_test.
#include <algorithm>

#include "defects.h"
#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

std::vector<std::string> LettersOf(std::string_view text) {
  std::vector<std::string> letters;
  for (size_t i = 0; i < text.size();) {
    size_t begin = i;
    NextLetter(text, i);
    letters.emplace_back(text.substr(begin, i - begin));
  }
  return letters;
}

std::string Joined(const std::vector<std::string>& letters, std::string_view between) {
  std::string out;
  for (size_t i = 0; i < letters.size(); ++i) {
    if (i > 0) out += between;
    out += letters[i];
  }
  return out;
}

bool LabelSpaced(Paper* paper, Dice* dice) {
  static constexpr std::string_view kGaps[] = {" ", "\u3000"};
  if (paper->layout == PaperLayout::kAligned) return false;  // there, spaces part cells
  std::string_view gap = dice->Pick(kGaps);
  bool any = false;
  for (PlacedCell& p : LabelsOf(paper)) {
    size_t i = 0;
    if (!IsHan(NextLetter(p.cell->before, i)) || !dice->Chance(0.5)) continue;
    p.cell->before = Joined(LettersOf(p.cell->before), gap);
    any = true;
  }
  return any;
}

bool LabelSynonym(Paper* paper, Dice* dice) {
  bool any = false;
  for (PlacedCell& p : LabelsOf(paper)) {
    const Part& part = p.cell->square->parts[0];
    if (part.keys.size() < 2 || !dice->Chance(0.4)) continue;
    p.cell->before = part.keys[1 + dice->Below(part.keys.size() - 1)];
    any = true;
  }
  return any;
}

bool LabelColon(Paper* paper, Dice*) {
  bool any = false;
  for (PlacedCell& p : LabelsOf(paper)) {
    p.cell->before += "：";
    any = true;
  }
  return any;
}

bool LabelMisspelt(Paper* paper, Dice* dice) {
  auto labels = LabelsOf(paper);
  std::erase_if(labels, [](const PlacedCell& p) { return CountLetters(p.cell->before) < 4; });
  if (labels.empty()) return false;
  PlacedCell p = dice->Pick(labels);
  auto letters = LettersOf(p.cell->before);
  size_t at = 1 + dice->Below(letters.size() - 2);
  size_t how = dice->Below(3);
  if (how == 0) letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(at));
  if (how == 1) letters.insert(letters.begin() + static_cast<std::ptrdiff_t>(at), letters[at]);
  if (how == 2) std::swap(letters[at], letters[at - 1]);
  p.cell->before = Joined(letters, "");
  p.row->touched = true;
  return true;
}

// Labels with a value to their right, in rows that are no records.
std::vector<PlacedCell> LabelsOfValues(Paper* paper) {
  auto labels = LabelsOf(paper);
  std::erase_if(labels, [](const PlacedCell& p) {
    size_t at = static_cast<size_t>(p.cell - p.row->cells.data());
    return at + 1 >= p.row->cells.size() || !p.row->cells[at + 1].is_value() || p.row->record >= 0;
  });
  return labels;
}

bool LabelDropped(Paper* paper, Dice* dice) {
  auto labels = LabelsOfValues(paper);
  if (labels.empty()) return false;
  PlacedCell p = dice->Pick(labels);
  p.cell->before.clear();
  p.row->touched = true;
  return true;
}

// 主管部门：某局 in one cell, an empty one behind it.
bool LabelMerged(Paper* paper, Dice* dice) {
  auto labels = LabelsOfValues(paper);
  if (labels.empty()) return false;
  PlacedCell p = dice->Pick(labels);
  PaperCell& value = *(p.cell + 1);
  if (value.value.empty() || p.cell->before.ends_with("：")) return false;
  value.before = p.cell->before + "：" + value.before;
  p.cell->before.clear();
  std::swap(*p.cell, value);
  p.row->touched = true;
  return true;
}

constexpr Defect kDefects[] = {
    {Defect::kTruth, "label-spaced", "labels spaced out", LabelSpaced},
    {Defect::kTruth, "label-synonym", "other words for labels", LabelSynonym},
    {Defect::kTruth, "label-colon", "colons behind labels", LabelColon},
    {Defect::kTruth, "label-misspelt", "a label with a letter missing, doubled or exchanged",
     LabelMisspelt},
    {Defect::kTruth, "label-dropped", "a label is not there", LabelDropped},
    {Defect::kTruth, "label-merged", "label and value in one cell", LabelMerged},
};

}  // namespace

std::span<const Defect> LabelDefects() { return kDefects; }

std::vector<PlacedCell> LabelsOf(Paper* paper) {
  std::vector<PlacedCell> labels;
  for (PaperRow& row : paper->rows) {
    if (row.touched || row.kind != PaperRow::kOfForm) continue;
    for (PaperCell& cell : row.cells)
      if (cell.is_label() && cell.square && cell.square->kind == Square::kPrinted &&
          cell.square->parts.size() == 1)
        labels.push_back({&row, &cell});
  }
  return labels;
}

}  // namespace tabularium
