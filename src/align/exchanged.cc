// Tested by align_test.cc.
#include "align/exchanged.h"

#include <algorithm>

namespace tabularium {
namespace {

// Where a label stands and where the form has it.
struct Label {
  uint32_t at = 0;
  WordId word = kNoWord;
  uint32_t wanted = 0;
};

bool IsLabel(const Form& form, const Element& e) {
  return e.word != kNoWord && form.prints[static_cast<size_t>(e.word)] != 0;
}

void TakeLabels(const Rows& rows, const TextRow& row, std::vector<Label>* labels) {
  labels->clear();
  const auto elements = rows.of(row);
  for (uint32_t i = 0; i < elements.size(); ++i)
    if (IsLabel(*rows.form, elements[i])) labels->push_back({i, elements[i].word, 0});
}

bool Prints(const Square& square, WordId word) {
  return square.kind == Square::kPrinted && std::find(square.words.begin(), square.words.end(), word) != square.words.end();
}

// Every label stands where that row of the form has it, as in nearly all papers.
bool AreInPlace(const Row& row, const std::vector<Label>& labels) {
  for (const Label& label : labels)
    if (label.at >= row.squares.size() || !Prints(row.squares[label.at], label.word)) return false;
  return true;
}

// Finds every label's place in that row of the form; false: one is not printed there.
bool Place(const Row& row, std::vector<Label>* labels) {
  for (Label& label : *labels) {
    auto prints = [&](const Square& square) { return Prints(square, label.word); };
    auto found = std::find_if(row.squares.begin(), row.squares.end(), prints);
    if (found == row.squares.end() || std::find_if(found + 1, row.squares.end(), prints) != row.squares.end()) return false;
    label.wanted = static_cast<uint32_t>(found - row.squares.begin());
  }
  return true;
}

// The same places in another order.
bool AreExchanged(const std::vector<Label>& labels) {
  if (std::all_of(labels.begin(), labels.end(), [](const Label& label) { return label.wanted == label.at; })) return false;
  std::vector<uint32_t> wanted;
  for (const Label& label : labels) wanted.push_back(label.wanted);
  std::sort(wanted.begin(), wanted.end());
  for (size_t i = 0; i < labels.size(); ++i)
    if (wanted[i] != labels[i].at) return false;
  return true;
}

bool HasSlots(const Row& row) {
  return std::any_of(row.squares.begin(), row.squares.end(),
                     [](const Square& s) { return s.kind == Square::kSlot || s.kind == Square::kMixed; });
}

// Each label is followed by the cell of its slot.
bool ArePairs(const Row& row, const TextRow& text, const std::vector<Label>& labels) {
  for (size_t i = 0; i < labels.size(); ++i) {
    const uint32_t slot = labels[i].wanted + 1;
    if (slot >= row.squares.size() || row.squares[slot].kind != Square::kSlot) return false;
    if (labels[i].at + 1 >= text.cells || (i + 1 < labels.size() && labels[i + 1].at == labels[i].at + 1)) return false;
  }
  return true;
}

void Exchange(Rows* rows, const std::vector<Label>& labels, uint32_t width, TextRow* row) {
  const auto begin = rows->elements.begin() + row->first;
  const std::vector<Element> old(begin, begin + row->cells);
  for (const Label& label : labels)
    for (uint32_t i = 0; i < width; ++i)
      if (label.at + i < row->cells && label.wanted + i < row->cells)
        rows->elements[row->first + label.wanted + i] = old[label.at + i];
  const int32_t repeats = row->repeats;
  *row = Slice(*rows, *row, 0, row->cells);
  row->repeats = repeats;
  row->exchanged = true;
}

// Rows below a row of labels, until the next label or title.
void ExchangeBelow(Rows* rows, size_t header, const std::vector<Label>& labels) {
  const uint32_t last = std::max_element(labels.begin(), labels.end(), [](const Label& a, const Label& b) {
                          return a.at < b.at;
                        })->at;
  for (size_t i = header + 1; i < rows->rows.size(); ++i) {
    TextRow& row = rows->rows[i];
    const auto elements = rows->of(row);
    bool label = std::any_of(elements.begin(), elements.end(), [&](const Element& e) { return IsLabel(*rows->form, e); });
    if (label || row.kind == TextRow::kTitle) return;
    if (row.cells > last) Exchange(rows, labels, 1, &row);
  }
}

}  // namespace

void UndoExchanges(Rows* rows) {
  const Form& form = *rows->form;
  std::vector<Label> labels;
  for (size_t i = 0; i < rows->rows.size(); ++i) {
    TextRow& row = rows->rows[i];
    if (row.kind != TextRow::kCells || row.texts < 2 || row.exchanged) continue;
    TakeLabels(*rows, row, &labels);
    if (labels.size() < 2) continue;
    for (uint16_t k : form.rows_of_word[static_cast<size_t>(labels[0].word)]) {
      const Row& printed = form.rows[k];
      if (AreInPlace(printed, labels) || !Place(printed, &labels) || !AreExchanged(labels)) continue;
      const bool header = !HasSlots(printed);
      if (!header && !ArePairs(printed, row, labels)) continue;
      Exchange(rows, labels, header ? 1 : 2, &row);
      if (header) ExchangeBelow(rows, i, labels);
      break;
    }
  }
}

}  // namespace tabularium
