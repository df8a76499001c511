#ifndef TABULARIUM_JUDGE_FLAGS_H_
#define TABULARIUM_JUDGE_FLAGS_H_

#include <span>
#include <string_view>
#include <vector>

#include "judge/judge.h"
#include "judge/opinion.h"
#include "model/document.h"
#include "model/finding.h"

// Where flags come from. Each function appends what it has to say; clusters.h puts all of them in
// order.

namespace tabularium {

// What reading noticed, each trouble once, and an encoding that was inferred.
// Cost: O(text + troubles log troubles).
void FlagTroubles(const Document& document, std::span<const Trouble> more,
                  std::vector<Flag>* flags);

// Rows between declarations: of one cell `leftover`, of several `row-unknown`. `between` is in the
// order of the text.
void FlagBetween(std::span<const Leftover> between, std::vector<Flag>* flags);

// What align/ and normalise/ noticed about declaration number `declaration`; moves the messages out
// of the record.
void FlagRemarks(int declaration, Record* record, std::vector<Flag>* flags);

// Leftovers of a declaration that no remark speaks of. REQUIRES: before FlagRemarks.
void FlagLeftovers(int declaration, const Record& record, std::vector<Flag>* flags);

// Required values that are blank, missing or not applicable, with the suggestions of their
// opinions.
void FlagMissing(int declaration, const DeclarationFinding& finding,
                 std::span<const Absence> absences, std::vector<Flag>* flags);

// The values that are furthest below the threshold, each with the reasons that lowered it; where
// none is, the least sure one of those that together are riskier than asked for.
// REQUIRES: no other flag says why a person must look.
void FlagUnsure(int declaration, const DeclarationFinding& finding, const JudgeOptions& options,
                std::vector<Flag>* flags);

// A check that fails, or could not be tested. `suspect`: index into test.fields, or -1.
void FlagTest(const Tested& test, int suspect, std::span<Record> records, std::vector<Flag>* flags);

// At most `letters` letters of a text on one line, for a message.
std::string Excerpt(std::string_view text, size_t letters);

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_FLAGS_H_
