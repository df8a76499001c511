#ifndef TABULARIUM_JUDGE_CLUSTERS_H_
#define TABULARIUM_JUDGE_CLUSTERS_H_

#include <span>
#include <vector>

#include "model/finding.h"

namespace tabularium {

// Names the flags that are one defect at several places: flags of the same code on the same path,
// or with the same message but for its digits. Flags that already have a cluster keep it; a defect
// at one place only has none.
//   two blank dates in two parts → "missing-required:project.start" on both flags
// Cost: O(flags log flags).
void NameClusters(std::span<const DeclarationFinding> declarations, std::vector<Flag>* flags);

// In the order of the document: declaration (the file first), line, code, slot, record, message.
void SortFlags(std::vector<Flag>* flags);

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_CLUSTERS_H_
