#ifndef TABULARIUM_VERIFY_VERIFY_H_
#define TABULARIUM_VERIFY_VERIFY_H_

#include <span>

#include "model/finding.h"
#include "model/lexicon.h"

namespace tabularium {

// Tells which records are parts of which (Record::part_of), by the forms' `parts` lines: a part
// belongs to the nearest earlier declaration that names it.
void LinkParts(std::span<Record> records);

// Tests the checks of the forms over all records of a file, and the wording of their prose. Changes
// no value. REQUIRES: LinkParts was called.
Verification Verify(std::span<const Record> records, const Lexicon& lexicon);

}  // namespace tabularium

#endif  // TABULARIUM_VERIFY_VERIFY_H_
