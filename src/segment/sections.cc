// Tested by segment_test.cc.
#include "segment/sections.h"

#include <algorithm>
#include <climits>

#include "text/furniture.h"

namespace tabularium {
namespace {

constexpr size_t kAhead = 6;  // labelled rows looked at behind a possible restart

// The form row that stands once and shares the most printed wordings with the grid's row; -1: none.
// `words` is for use within; `shared` has a 0 for each form row, before and after.
int FormRowOf(const Form& form, std::span<const Cell> row, std::vector<WordId>* words, std::vector<uint32_t>* shared) {
  words->clear();
  bool labelled = false;
  for (const Cell& cell : row)
    for (WordId word : {cell.word, cell.prefix}) {
      if (word == kNoWord) continue;
      words->push_back(word);
      labelled |= form.prints[static_cast<size_t>(word)] != 0;
    }
  if (!labelled) return -1;
  auto for_each = [&](auto visit) {
    for (WordId word : *words)
      for (uint16_t k : form.rows_of_word[static_cast<size_t>(word)]) visit(word, k);
  };
  for_each([&](WordId, uint16_t k) { ++(*shared)[k]; });
  int best = -1;
  uint32_t most = 0;
  for_each([&](WordId word, uint16_t k) {
    if (!form.prints[static_cast<size_t>(word)] || form.rows[k].repeat != Row::kOnce) return;
    if ((*shared)[k] > most) most = (*shared)[k], best = k;
  });
  for_each([&](WordId, uint16_t k) { (*shared)[k] = 0; });
  return best;
}

bool HasSlots(const Row& row) {
  for (const Square& square : row.squares)
    if (square.kind == Square::kSlot || square.kind == Square::kMixed) return true;
  return false;
}

bool SameText(std::span<const Cell> a, std::span<const Cell> b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i)
    if (a[i].text != b[i].text) return false;
  return true;
}

uint32_t Texts(std::span<const Cell> row) {
  uint32_t n = 0;
  for (const Cell& cell : row) n += !(cell.shapes & kLooksBlank);
  return n;
}

bool IsFurniture(std::span<const Cell> row) {
  return std::any_of(row.begin(), row.end(), [](const Cell& cell) { return LooksLikePageNumber(cell.text) || LooksLikeFurniture(cell.text); });
}

// Lines of one cell right above the first row of a declaration belong to it: its title, its year. The number of the page before does not.
uint32_t WithLinesAbove(const Grid& grid, uint32_t row, uint32_t floor) {
  uint32_t begin = row;
  for (uint32_t r = row; r > floor + 1; --r) {
    uint32_t texts = Texts(grid.row(r - 1));
    if (texts > 1) break;
    if (texts == 1) {
      const auto cells = grid.row(r - 1);
      bool labelled = std::any_of(cells.begin(), cells.end(), [](const Cell& c) { return c.word != kNoWord || c.prefix != kNoWord; });
      if (labelled) break;
      begin = r - 1;
    }
  }
  while (begin < row && (Texts(grid.row(begin)) == 0 || IsFurniture(grid.row(begin)))) ++begin;
  return begin;
}

}  // namespace

void CountHits(const Grid& grid, const Grammar& grammar, Section* section) {
  section->hits.assign(grammar.forms.size(), 0);
  std::vector<uint32_t> first_label;  // of each form among all
  first_label.reserve(grammar.forms.size());
  uint32_t labels = 0;
  for (const Form& form : grammar.forms) first_label.push_back(labels), labels += form.labels + 1u;
  std::vector<uint8_t> met(labels, 0);
  auto count = [&](WordId word) {
    if (word == kNoWord) return;
    for (uint16_t f : grammar.vocabulary.words[static_cast<size_t>(word)].forms) {
      const Form& form = grammar.forms[f];
      const uint16_t label = form.prints[static_cast<size_t>(word)];
      if (label == 0 || label > form.labels || met[first_label[f] + label]) continue;
      met[first_label[f] + label] = 1;
      ++section->hits[f];
    }
  };
  for (uint32_t i = grid.row_begins[section->begin]; i < grid.row_begins[section->end]; ++i) {
    count(grid.cells[i].word);
    count(grid.cells[i].prefix);
  }
}

std::span<const ShownRow> ShownRows::Of(const Form& form, uint32_t begin, uint32_t end) {
  if (form_ != &form || begin < begin_ || end > end_) {
    form_ = &form;
    begin_ = begin;
    end_ = end;
    shown_.clear();
    std::vector<WordId> words;
    std::vector<uint32_t> shared(form.rows.size(), 0);
    for (uint32_t r = begin; r < end; ++r) {
      int k = FormRowOf(form, grid_.row(r), &words, &shared);
      if (k >= 0 && HasSlots(form.rows[static_cast<size_t>(k)])) shown_.push_back({r, k});
    }
  }
  auto at = [&](uint32_t row) {
    return std::partition_point(shown_.begin(), shown_.end(), [&](const ShownRow& shown) { return shown.row < row; });
  };
  return {at(begin), at(end)};
}

bool Continues(const Form& form, const Declaration& before, const Section& section, ShownRows* shown) {
  std::vector<uint8_t> seen(form.rows.size(), 0);
  for (const ShownRow& row : shown->Of(form, before.begin, before.end)) seen[static_cast<size_t>(row.form_row)] = 1;
  const std::span<const ShownRow> here = shown->Of(form, section.begin, section.end);
  size_t again = 0;
  for (const ShownRow& row : here) again += seen[static_cast<size_t>(row.form_row)];
  return again * 3 <= here.size();
}

std::vector<uint32_t> Restarts(const Grid& grid, const Form& form, const Section& section, ShownRows* looked_at) {
  std::vector<uint32_t> cuts;
  const std::span<const ShownRow> shown = looked_at->Of(form, section.begin, section.end);
  std::vector<int64_t> seen(form.rows.size(), -1);  // row of the grid
  std::vector<uint8_t> again(shown.size(), 0);       // seen before in its declaration
  uint32_t begin = section.begin;
  int first_row = INT_MAX;  // of the form, as far as shown
  for (const ShownRow& row : shown) first_row = std::min(first_row, row.form_row);
  bool begun = false;  // the declaration shows something already
  for (size_t i = 0; i < shown.size(); ++i, begun = true) {
    size_t k = static_cast<size_t>(shown[i].form_row);
    bool head = form.rows[k].picture == form.rows[0].picture;
    again[i] = seen[k] >= 0;
    const bool other = seen[k] >= 0 && !SameText(grid.row(static_cast<uint32_t>(seen[k])), grid.row(shown[i].row));
    const bool late = seen[k] < 0 && begun && shown[i].form_row == first_row;  // the declaration lacks it
    if (head && (other || late)) {
      size_t ahead = 0, there = 0;
      for (size_t n = i + late; n < std::min(i + kAhead, shown.size()) && !(late && shown[n].form_row == first_row); ++n)
        ++ahead, there += seen[static_cast<size_t>(shown[n].form_row)] >= 0;
      if (ahead + late >= 2 && there * 3 >= ahead * 2) {
        size_t first = i;  // rows right above may say what they said before: two forms of one project
        while (first > 0 && again[first - 1] && shown[first - 1].row + 1 == shown[first].row && shown[first - 1].form_row < shown[first].form_row)
          --first;
        begin = WithLinesAbove(grid, shown[first].row, begin);
        cuts.push_back(begin);
        std::fill(seen.begin(), seen.end(), -1);
        for (size_t n = first; n <= i; ++n) again[n] = 0, seen[static_cast<size_t>(shown[n].form_row)] = shown[n].row;
      }
    }
    seen[k] = shown[i].row;
  }
  return cuts;
}

}  // namespace tabularium
