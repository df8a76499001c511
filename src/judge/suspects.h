#ifndef TABULARIUM_JUDGE_SUSPECTS_H_
#define TABULARIUM_JUDGE_SUSPECTS_H_

#include <span>
#include <vector>

#include "model/finding.h"

namespace tabularium {

// Turns the outcomes of checks into signs on their operands: a check that holds raises them all,
// one that fails lowers them all, one across declarations counts as agreement of part and main;
// one that can't be tested leaves them without a witness. An equation that holds also proves digits that a line's end tore and, if it is
// exact and of three amounts or more, settles what recognisers read otherwise: its remark becomes a note. REQUIRES: operands name values of `records`.
void AddCheckSigns(std::span<const Tested> tested, std::span<Record> records);

// For each test that fails, the operand at which other evidence points: its own signs, other checks
// that fail or hold with it. Index into Tested::fields; -1: none, or no operand stands out. That
// operand gets kCheckSuspect. REQUIRES: AddCheckSigns was called. Cost: O(operands log operands).
std::vector<int> FindSuspects(std::span<const Tested> tested, std::span<Record> records);

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_SUSPECTS_H_
