// Tested by form_index_test.cc.
#include "model/form_index.h"

#include <algorithm>

namespace tabularium {
namespace {

void Remember(Form* form, WordId word, uint16_t row) {
  if (word < 0) return;
  auto& rows = form->rows_of_word[static_cast<size_t>(word)];
  if (rows.empty() || rows.back() != row) rows.push_back(row);
}

void IndexChoices(Form* form, const Slot& slot, uint16_t row) {
  for (const Choice& choice : slot.choices) {
    Remember(form, choice.word, row);
    for (WordId also : choice.also) Remember(form, also, row);
  }
}

uint16_t Letters(const std::string& key) {
  return static_cast<uint16_t>(std::count_if(key.begin(), key.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

void IndexSquare(Form* form, uint16_t row, size_t column) {
  Square& square = form->rows[row].squares[column];
  for (WordId word : square.words) Remember(form, word, row);
  square.printed = 0;
  for (Part& part : square.parts) {
    part.masks.clear();
    for (const std::string& key : part.keys) {
      square.letters = std::max(square.letters, Letters(key));
      part.masks.push_back(MaskOfKey(key));
      square.printed |= part.masks.back();
    }
  }
  for (const Part& part : square.parts)
    if (part.slot >= 0) IndexChoices(form, form->slots[static_cast<size_t>(part.slot)], row);
  if (square.kind == Square::kSlot && square.parts.empty())
    IndexChoices(form, form->slots[static_cast<size_t>(square.slot)], row);
  if (square.kind != Square::kUp || row == 0) return;
  const Row& above = form->rows[row - 1];
  if (above.picture != form->rows[row].picture || column >= above.squares.size()) return;
  const Square& over = above.squares[column];
  square.anchor_row = over.kind == Square::kUp ? over.anchor_row : row - 1;
  if (square.anchor_row >= 0) form->rows[static_cast<size_t>(square.anchor_row)].squares[column].continued = true;
}

// Numbers the labels of the pictures that are optional, or of those that are not. Returns the last number given.
uint16_t NumberLabels(Form* form, uint16_t last, bool optional) {
  for (const Row& row : form->rows) {
    if (form->pictures[static_cast<size_t>(row.picture)].optional != optional) continue;
    for (const Square& square : row.squares) {
      uint16_t number = 0;
      for (WordId word : square.words) number = std::max(number, form->prints[static_cast<size_t>(word)]);
      if (number == 0 && !square.words.empty()) number = ++last;
      for (WordId word : square.words) form->prints[static_cast<size_t>(word)] = number;
    }
  }
  return last;
}

bool IsOpen(const Row& row) {
  bool slots = false;
  for (const Square& square : row.squares) {
    if (square.kind == Square::kPrinted) return false;
    if (square.kind == Square::kMixed && !square.words.empty()) return false;
    slots |= square.kind == Square::kSlot || square.kind == Square::kMixed;
  }
  return slots;
}

}  // namespace

void IndexForm(Form* form, const Vocabulary& vocabulary) {
  form->rows_of_word.assign(vocabulary.words.size(), {});
  form->prints.assign(vocabulary.words.size(), 0);
  form->word_letters.clear();
  for (const KnownWord& word : vocabulary.words) form->word_letters.push_back(MaskOfKey(word.key));
  for (Slot& slot : form->slots)
    for (Choice& choice : slot.choices)
      if (choice.word != kNoWord) {
        choice.key = vocabulary.words[static_cast<size_t>(choice.word)].key;
        choice.mask = MaskOfKey(choice.key);
      }
  if (!form->titles.empty()) form->title_key = vocabulary.words[static_cast<size_t>(form->titles[0])].key;
  form->title_mask = MaskOfKey(form->title_key);
  form->copies.assign(form->slots.size(), {});
  for (size_t i = 0; i < form->slots.size(); ++i)
    if (int same = form->slots[i].same_as; same >= 0) form->copies[static_cast<size_t>(same)].push_back(static_cast<int>(i));
  form->open_rows.clear();
  form->labels = NumberLabels(form, 0, false);
  NumberLabels(form, form->labels, true);
  for (size_t i = 0; i < form->rows.size(); ++i) {
    const auto row = static_cast<uint16_t>(i);
    for (size_t column = 0; column < form->rows[i].squares.size(); ++column) IndexSquare(form, row, column);
    if (IsOpen(form->rows[i])) form->open_rows.push_back(row);
  }
}

}  // namespace tabularium
