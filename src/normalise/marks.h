#ifndef TABULARIUM_NORMALISE_MARKS_H_
#define TABULARIUM_NORMALISE_MARKS_H_

#include <string_view>
#include <vector>

namespace tabularium {

struct TickedOption {
  std::string_view text;     // up to the next mark
  bool behind_mark = false;  // the mark stands before it
};

struct Marks {
  std::vector<TickedOption> options;  // the ticked ones
  bool unclear = false;               // a tick belongs to no option for certain
};

// Which options of a line are ticked. Marks stand before or behind their options; the side is
// learnt from the line: by its two ends, else by the blanks beside each mark. A box and a tick side
// by side are one ticked box; a tick may stand instead of a box; a lone V is a tick.
//   "□是 ☑否" → 否      "政府采购√ 非政府采购□" → 政府采购      "是√ 否" → 是      "是√否" →
//   unclear
Marks ReadMarks(std::string_view text);
bool HoldsMark(std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_NORMALISE_MARKS_H_
