#ifndef TABULARIUM_VERIFY_WORDING_H_
#define TABULARIUM_VERIFY_WORDING_H_

#include <span>
#include <vector>

#include "model/finding.h"
#include "model/lexicon.h"

namespace tabularium {

// Flags odd wordings in the text and rich-text values of all declarations: foreign-token,
// probable-slip, and near-duplicate between a part and its main declaration. Each flag is
// suspicious, stands at its field, and quotes the letters around; the same words at several places
// are one cluster. A value that a part has word for word from its main declaration is read once and
// flagged twice. Cost: O(bytes of prose).
void CheckWording(std::span<const Record> records, const Lexicon& lexicon,
                  std::vector<Flag>* flags);

}  // namespace tabularium

#endif  // TABULARIUM_VERIFY_WORDING_H_
