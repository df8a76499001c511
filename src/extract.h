#ifndef TABULARIUM_EXTRACT_H_
#define TABULARIUM_EXTRACT_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>

#include "judge/judge.h"
#include "model/extraction.h"
#include "model/lexicon.h"
#include "model/limits.h"
#include "read/pages.h"
#include "read/read.h"

namespace tabularium {

// What an extraction keeps of a document of pages. Pages whose declarations are closed can be let go, so that memory does not grow
// with their number; the finding, which owns what it shows, is the same. Besides, pages are let go that fit no form, and forms without
// titles, one after another: what then stands dozens of pages apart is not one declaration, says nothing of what form another is,
// nor is a table of pages that fit no form joined over hundreds. A page number may be left over of another declaration.
enum class Keeping : uint8_t { kEverything, kFinding };

struct ExtractOptions {
  ReadOptions read;  // its limits hold for every stage
  JudgeOptions judge;
  ScanReaders* scans = nullptr;  // shared by many extractions with one grammar; null: each makes its own where it needs one
  Keeping keeping = Keeping::kEverything;
  size_t stretch = 24;           // pages that wait before it is tried to let go of some
  size_t jobs = 1;               // threads that read pages of one file; the extraction is the same for every number
  std::function<void(const Page&)> on_page;  // sees every page of a document of pages, in order; may be empty, else jobs is 1
};

// The walk from a document to its finding: the only place that names every stage. Pure: the same document gives the
// same extraction. `grammar` and `lexicon` must outlive it.
Extraction Extract(std::unique_ptr<const Document> document, const Grammar& grammar, const Lexicon& lexicon,
                   const ExtractOptions& options);

}  // namespace tabularium

#endif  // TABULARIUM_EXTRACT_H_
