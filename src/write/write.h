#ifndef TABULARIUM_WRITE_WRITE_H_
#define TABULARIUM_WRITE_WRITE_H_

#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "model/extraction.h"

namespace tabularium {

// One finding as one line of JSON (schema version 1, tabularium.schema.json), with the newline.
// Appends.
void WriteJson(const Finding& finding, std::string* out);
// The same, handed on in pieces of about a megabyte: the text of hundreds of declarations is as large as their finding.
void WriteJson(const Finding& finding, const std::function<void(std::string_view)>& use);

struct TableStyle {
  bool colours = false;     // ANSI escapes
  int width = 100;          // columns of the terminal; at least 60 are used
  double threshold = 0.95;  // confidences below it are shown
};

// For people on a terminal: what was declared, what to look at. Appends.
void WriteTable(std::span<const Finding> findings, const TableStyle& options, std::string* out);
void WriteTable(std::span<const Finding> findings, std::string* out);

// How many findings of each verdict there were, for the line below all tables.
struct Tally {
  int accept = 0, review = 0, reject = 0;
  void Add(const Finding& finding);
};

// A file under review, and how many of its values are expected to be wrong.
struct Doubtful {
  std::string path;
  double expected_wrong = 0;
};

// In which order to look, below all tables: at the files first where a look saves most. Appends a
// line for each. REQUIRES: sorted so.
void WriteReviewOrder(std::span<const Doubtful> files, const TableStyle& options, std::string* out);

// "3 files: 1 accept, 1 review, 1 reject". Appends a line.
void WriteTally(const Tally& tally, const TableStyle& options, std::string* out);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_WRITE_H_
