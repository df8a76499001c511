#ifndef TABULARIUM_EXTRACT_H_
#define TABULARIUM_EXTRACT_H_

#include <filesystem>

#include "judge/judge.h"
#include "model/extraction.h"
#include "model/lexicon.h"
#include "model/limits.h"
#include "read/pages.h"
#include "read/read.h"

namespace tabularium {

struct ExtractOptions {
  ReadOptions read;  // its limits hold for every stage
  JudgeOptions judge;
  ScanReaders* scans = nullptr;  // shared by many extractions with one grammar; null: each makes its own where it needs one
};

// The walk from a document to its finding: the only place that names every stage. Pure: the same document gives the
// same extraction. `grammar` and `lexicon` must outlive it.
Extraction Extract(std::unique_ptr<const Document> document, const Grammar& grammar, const Lexicon& lexicon,
                   const ExtractOptions& options);

}  // namespace tabularium

#endif  // TABULARIUM_EXTRACT_H_
