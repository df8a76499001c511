#ifndef TABULARIUM_NORMALISE_PARTS_H_
#define TABULARIUM_NORMALISE_PARTS_H_

#include "model/record.h"
#include "normalise/letters.h"

namespace tabularium {

// Joins targets whose relation, number and unit stand in cells of their own (Slot::part) into the
// field of the whole, with the letters, places and signs of all parts. `letters` lends its memory.
void JoinTargets(LetterCase& letters, Record* record);

// 增长率 = 提升: notes targets that are wordings where the text slot before them in their record
// names a count or a rate.
void CompareTargets(Record* record);

}  // namespace tabularium

#endif  // TABULARIUM_NORMALISE_PARTS_H_
