#ifndef TABULARIUM_FORGE_DEFECTS_H_
#define TABULARIUM_FORGE_DEFECTS_H_

#include <span>
#include <string_view>

#include "paper.h"

namespace tabularium {

// Something that goes wrong with a paper on its way to us.
struct Defect {
  enum Leaves : uint8_t {
    kTruth,     // everything can still be read, and nobody need look
    kQuestion,  // the paper itself is wrong or in doubt: a person must see it
  } leaves;
  std::string_view name, meaning;
  // Does it, and changes the truth where what was said can't be read any more. False: nothing here
  // that it could happen to; the paper is as before.
  bool (*do_it)(Paper* paper, Dice* dice);
  // Where it can happen: some need letters that are stored, not drawn; some need a text file.
  enum Medium : uint8_t { kAnywhere, kLetters, kTextFile } medium = kAnywhere;
};

// All of them, in the order in which they are done: values, labels, rows, file.
std::span<const Defect> ValueDefects();
std::span<const Defect> LabelDefects();
std::span<const Defect> RowDefects();
std::span<const Defect> FileDefects();

// What defects ask of a paper.
struct PlacedCell {
  PaperRow* row;
  PaperCell* cell;
  int slot() const { return cell->slots.empty() ? -1 : cell->slots[0]; }
};
// Cells that hold one value of such a type, filled in, in rows that no other defect has touched.
std::vector<PlacedCell> ValuesOf(Paper* paper, std::initializer_list<Type> types);
// Printed labels of untouched rows, but for those that name a unit of money.
std::vector<PlacedCell> LabelsOf(Paper* paper);
Answer& AnswerOf(Paper* paper, const PlacedCell& placed);
const Slot& SlotOf(const Paper& paper, const PlacedCell& placed);

}  // namespace tabularium

#endif  // TABULARIUM_FORGE_DEFECTS_H_
