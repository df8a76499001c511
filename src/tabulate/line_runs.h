#ifndef TABULARIUM_TABULATE_LINE_RUNS_H_
#define TABULARIUM_TABULATE_LINE_RUNS_H_

#include <string_view>
#include <vector>

#include "tabulate/columns.h"
#include "tabulate/wordings.h"

namespace tabularium {

// The runs of letters of a line: two columns of white space part them, but not the letters of a label that is spaced out
// (项  目  名  称), nor those of a year. None in a ruler. Cost: O(letters), and a look at the vocabulary for each run.
SpacedLine RunsOfLine(std::string_view text, const Line& line, Wordings* wordings);

// True of lines that surely hold one run at most: no ruler, and no white space but single blanks. So are most among rows with tabs.
bool IsOneRun(std::string_view line);

// The bytes of a number that forms print at the beginning of a line or a square: 4. or 12. or (4) or (b); 0: none.
size_t NumberAt(std::string_view text);

// What only the lines around tell:
//   1.  Library         a number of its line, with its text behind two blanks or three: one run, where none of the other lines
//   2. Travel           begins a run there
//   Early Childhood $ 5 a text as wide as its column, one blank before an amount or a mark: two runs, where two lines begin
//   Travel          $ 7 one there
// Cost: O(runs), and O(runs of the block) for each run that may be parted or joined.
void RepairRuns(std::string_view text, Wordings* wordings, std::vector<SpacedLine>* block);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_LINE_RUNS_H_
