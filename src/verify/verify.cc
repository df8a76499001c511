// Three independent looks at the records of a file.
// Tested by wording_test.cc and the tests of its parts.
#include "verify/verify.h"

#include "verify/checks.h"
#include "verify/suggestions.h"
#include "verify/wording.h"

namespace tabularium {

Verification Verify(std::span<const Record> records, const Lexicon& lexicon) {
  Verification found;
  TestChecks(records, &found.tested);
  CheckWording(records, lexicon, &found.flags);
  Suggest(records, &found.suggestions);
  return found;
}

}  // namespace tabularium
