#ifndef TABULARIUM_MODEL_FINDING_H_
#define TABULARIUM_MODEL_FINDING_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/apart.h"
#include "model/few.h"
#include "model/record.h"

namespace tabularium {

// The outcome of a check. Never called a verdict.
enum class Outcome : uint8_t { kHolds, kFails, kUntestable };
inline constexpr std::string_view kOutcomeNames[] = {"holds", "fails", "untestable"};

// One check tested on one declaration (or on one record of a table).
struct Tested {
  Tested() {}  // as of Field
  const Check* check = nullptr;
  int declaration = -1;
  int record = -1;  // of Check::table, from 0
  Outcome outcome = Outcome::kUntestable;
  Few<FieldId, 4> fields;       // its operands
  std::string left, right;      // what was compared, as printed; of the first relation that fails
  std::string because;          // why untestable
};

// What a value might be instead. Never written into the value.
struct Suggestion {
  std::string value;
  std::string because;
  std::optional<Place> place;  // where the suggestion comes from
};

// Something that a person should know or look at.
struct Flag {
  FlagCode code = FlagCode::kLeftover;
  Severity severity = Severity::kNote;
  std::string message;
  FieldId field;        // declaration -1: about the file; slot -1: about a whole declaration
  Place place;          // line 0: none
  std::string cluster;  // flags with the same cluster are one defect at several places; empty: alone
  Apart<Suggestion> suggestion;
};

// What verify/ found out about all declarations of a file.
struct Verification {
  std::vector<Tested> tested;
  std::vector<Flag> flags;  // wording flags, part disagreements
  std::vector<std::pair<FieldId, Suggestion>> suggestions;  // for missing values
};

struct Evidence {
  EvidenceCode code;
  float weight = 0;  // additive log-odds; for (+) or against (−)
};

// How sure we are of a field, and why.
struct Opinion {
  float confidence = 0;            // probability that the value, or its absence, is what the paper says
  Few<Evidence, 3> evidence;       // only what moved it
  Apart<Suggestion> suggestion;
};

enum class Verdict : uint8_t { kAccept, kReview, kReject };
inline constexpr std::string_view kVerdictNames[] = {"accept", "review", "reject"};

struct DeclarationFinding {
  Record record;
  std::vector<Opinion> opinions;  // parallel to record.fields …
  std::vector<std::vector<Opinion>> table_opinions;  // … and to record.tables
  std::vector<Tested> tested;
  Verdict verdict = Verdict::kReview;
  float confidence = 0;  // that all values are right
  double expected_wrong = 0;  // Σ (1 − confidence) over its values: what a look at it is expected to find
  uint32_t values = 0;        // that this is the sum of
};

struct LoosePair {  // of a file without a known form
  Leftover label, value;
};
struct LooseTable {
  std::vector<std::vector<Leftover>> rows;
};

struct FileNote {
  std::string path, sha256, media_type;
  uint64_t bytes = 0;
};

struct SourceNote : FileNote {
  std::string encoding;
  int pages = 0;
  std::optional<FileNote> recognition;  // where another recogniser's file beside a picture was read with it
};

// All that is known about one file. Owns what it shows (but for the forms, which outlive it).
struct Finding {
  SourceNote source;
  Verdict verdict = Verdict::kReject;
  std::vector<DeclarationFinding> declarations;
  std::vector<LooseTable> tables;
  std::vector<LoosePair> pairs;
  std::vector<Leftover> leftovers;  // text between declarations, in no picture
  std::vector<Flag> flags;          // of the file and of all its declarations

  double expected_wrong() const {
    double sum = 0;
    for (const DeclarationFinding& declaration : declarations) sum += declaration.expected_wrong;
    return sum;
  }
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_FINDING_H_
