#ifndef TABULARIUM_JUDGE_STRUCTURE_SIGNS_H_
#define TABULARIUM_JUDGE_STRUCTURE_SIGNS_H_

#include <span>

#include "model/document.h"
#include "model/grid.h"
#include "model/record.h"

namespace tabularium {

// Evidence that only a whole declaration shows: whether it stood on pages (from-page) and how its
// cells were told apart (cells-by-width), how much was repaired (form-strained) and with how much margin (repair-narrow); wordings in
// rows that were moved and in which a place for one stays empty (moved-gap); and values that stand in another column of the grid than the
// others tell (column-odd); places of a scan in which nothing was found although they belong to the form, or although much had to be
// repaired and no check holds with them (place-doubted). REQUIRES: AddCheckSigns was called. Cost: O(fields + squares of the form).
void AddStructureSigns(const Document& document, const Grid& grid, std::span<Record> records);

// Evidence in what a value says beside its like: markup that is still in it (markup-left), and
// blanks in columns that are otherwise filled, or the other way round (unlike-column), and amounts of another size than the others (unusual).
// Cost: O(letters of prose + fields).
void AddContentSigns(std::span<Record> records);

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_STRUCTURE_SIGNS_H_
