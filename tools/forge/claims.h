#ifndef TABULARIUM_FORGE_CLAIMS_H_
#define TABULARIUM_FORGE_CLAIMS_H_

#include <vector>

#include "paper.h"

namespace tabularium {

// Changes answers until every claim of the form holds, or can't be tested since something is blank:
// a lone field takes the value of the other side; else addends, records of a sum and years of dates
// are changed. Written apart from verify/, so that neither can hide the other's mistakes. False: no
// luck; draw other answers.
bool SettleClaims(std::vector<Filled>* filled);

}  // namespace tabularium

#endif  // TABULARIUM_FORGE_CLAIMS_H_
