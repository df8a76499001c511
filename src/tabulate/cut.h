#ifndef TABULARIUM_TABULATE_CUT_H_
#define TABULARIUM_TABULATE_CUT_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tabulate/lines.h"
#include "tabulate/rows.h"
#include "tabulate/wordings.h"

// The ways in which lines are cut into cells. Each writes one row a line (or a logical row, where
// quoting joins lines) and stops when the writer is full.

namespace tabularium {

// Which quoted cells are undone: those that can't stand as they are (a separator or a line end is
// inside, and the rows become more regular), or all, since nearly every filled cell has quotes.
enum class Quoting : uint8_t { kWhereNeeded, kThroughout };

// At tabs; lines without a tab are handed to CutSpaced. The reader stands at the beginning.
void CutTabs(std::string_view text, Quoting quoting, Wordings* wordings, RowWriter* rows);

// How a text uses its separator: '|' (and the bars of box drawing), ',', ';' or another mark.
struct Separated {
  char separator = 0;
  Quoting quoting = Quoting::kWhereNeeded;
  bool outer_bars = true;  // lines begin and end with a bar that parts nothing: | a | b |
};

// At a separator. Rulers become rows without cells; lines without a separator are handed to
// CutSpaced.
void CutSeparators(std::string_view text, const Separated& how, Wordings* wordings,
                   RowWriter* rows);

// Lines without tabs: by columns of white space where they prove themselves, else by the labels
// that they hold, else each line is one cell.
void CutSpaced(std::string_view text, std::span<const Line> lines, Wordings* wordings,
               RowWriter* rows);

// The pieces [begin, end) of one line by the labels in it; empty where the line stays whole.
std::vector<Line> CutAtLabels(std::string_view text, const Line& line, Wordings* wordings);

// A ruler: only dashes, equal signs, crosses and corners, at least three of them.
bool IsRuler(std::string_view line);

// The pieces of one line at a separator, its outer bars dropped. Quoted cells stay whole, between
// bars only where cells are quoted throughout.
void SplitAtSeparator(std::string_view text, const Line& line, const Separated& how,
                      std::vector<Line>* pieces);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_CUT_H_
