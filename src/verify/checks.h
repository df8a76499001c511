#ifndef TABULARIUM_VERIFY_CHECKS_H_
#define TABULARIUM_VERIFY_CHECKS_H_

#include <span>
#include <vector>

#include "model/finding.h"

namespace tabularium {

// Tests every check of every declaration's form, and appends the outcomes in the order of
// declarations, checks, and records of the check's table. A check that doesn't apply leaves
// nothing:
//   - `of the main` in a declaration that is no part;
//   - `of the part` in a record whose name no part bears;
//   - a claim about an optional picture that this declaration doesn't have.
// Cost: O(checks × records of the tables they sum over).
void TestChecks(std::span<const Record> records, std::vector<Tested>* tested);

}  // namespace tabularium

#endif  // TABULARIUM_VERIFY_CHECKS_H_
