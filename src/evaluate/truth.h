#ifndef TABULARIUM_EVALUATE_TRUTH_H_
#define TABULARIUM_EVALUATE_TRUTH_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/result.h"

namespace tabularium {

// What one place of a paper says.
struct TrueValue {
  enum Kind : uint8_t { kValue, kNothing, kNobodyKnows } kind = kNothing;
  std::string text;  // as truth.jsonl writes it
};

struct TrueDeclaration {
  std::vector<std::pair<std::string, TrueValue>> fields;  // by path
  std::vector<std::pair<std::string, std::vector<std::vector<TrueValue>>>>
      tables;  // by name: records, columns
};

// One line of truth.jsonl:
//   {"file": "a.txt", "kind": "text", "harm": ["gb18030"], "must_review": false, "form": "…",
//   "layout": "…",
//    "declarations": [{"fields": {"project.year": 2023, "funds.other": null}, "indicators":
//    [["产出指标", …]]}]}
// null is nothing, "*" what nobody can know. `form` and `layout` may be left out; other keys are
// passed over.
struct TrueFile {
  std::string file, medium, form, layout;
  std::vector<std::string> defects;
  bool must_review = false;
  std::vector<TrueDeclaration> declarations;
};

// Fails where the line is no such object; `where` is for the message.
Result<TrueFile> ParseTruth(std::string_view line, const std::string& where);

// One line of what people found in a file that they looked at all the same (ingest --audit):
//   {"file": "a.txt", "wrong": [{"declaration": 0, "field": "funds.total"}], "missing": 0}
// `wrong` names values as flags do; `missing` counts values that nothing was found for. Both may be
// left out: then all is right.
struct AuditedFile {
  std::string file;
  std::vector<std::pair<int, std::string>> wrong;  // declaration, name
  uint64_t missing = 0;
};
Result<AuditedFile> ParseAudited(std::string_view line, const std::string& where);

}  // namespace tabularium

#endif  // TABULARIUM_EVALUATE_TRUTH_H_
