#ifndef TABULARIUM_EXTRACT_H_
#define TABULARIUM_EXTRACT_H_

#include <filesystem>
#include <functional>

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
  std::function<void(const Page&)> on_page;  // sees every page of a document of pages before it is let go; may be empty
};

// The walk from a document to its finding: the only place that names every stage. Pure: the same document gives the
// same extraction. `grammar` and `lexicon` must outlive it.
Extraction Extract(std::unique_ptr<const Document> document, const Grammar& grammar, const Lexicon& lexicon,
                   const ExtractOptions& options);

}  // namespace tabularium

#endif  // TABULARIUM_EXTRACT_H_
