#ifndef TABULARIUM_READ_SCAN_CLOSINGS_H_
#define TABULARIUM_READ_SCAN_CLOSINGS_H_

#include <vector>

#include "read/scan/rules.h"

namespace tabularium {

// The rules of one table, by rising `at`.
struct TableRules {
  std::vector<const RuleTrace*> across, down;
};

// The rules that close a table's open sides: those to which several rules run, farther than the last one that crosses them, and
// end in line. One rule is enough where others tell that the paper leaves its sides open: where both ends of the table are open,
// or one of them, and that rule runs on to both sides. Besides, those between two tables that stand against each other without a rule:
// some rules end there in the open, and others begin.
RuleTraces ClosingsOf(const TableRules& table, float dots);

// The same of rows that stand alone without a rule across, or with one at their head or foot, as page breaks and the paper's edge leave
// them: three walls or more that begin and end alike. They are as wide as the page's other rules.
RuleTraces ClosingsOfStrips(const RuleTraces& traces, float dots);

// Strokes of letters that stand below a wall (above, beside it) look like its going on: what is behind a closing and parted from
// the wall by a gap is cut off.
void CutBehind(const RuleTraces& closings, float dots, RuleTraces* traces);

// The same of strokes behind a rule that a wall ends at: the letter that stands there does not reach the next one. Where rules are broken
// all over the sheet, nothing is cut. Cost: O(n²).
void CutStrokes(float dots, RuleTraces* traces);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_CLOSINGS_H_
