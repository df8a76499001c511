#ifndef TABULARIUM_WRITE_EXPLAIN_H_
#define TABULARIUM_WRITE_EXPLAIN_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "model/extraction.h"

namespace tabularium {

// What `explain --stage` shows, in the order of the walk.
enum class Stage : uint8_t { kDocument, kGrid, kAlignment, kFinding };
inline constexpr std::string_view kStageNames[] = {"document", "grid", "alignment", "finding"};

// One stage of a walk as plain text. Appends.
//   document   how the file was read: encoding, bytes, lines, troubles, and the text with its line
//   numbers grid       the rows with their cells, and what each cell looks like alignment  the
//   picture's rows with the values in their squares, what each row cost, and the oddities beside
//   finding    every value with its confidence and the reasons for it, the checks, the flags
void ExplainStage(const Extraction& extraction, Stage stage, std::string* out);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_EXPLAIN_H_
