#ifndef TABULARIUM_ALIGN_LEFT_H_
#define TABULARIUM_ALIGN_LEFT_H_

#include <vector>

#include "align/walk.h"

namespace tabularium {

// Reports the text rows that were read as none: rows given again, lines outside the pictures and page furniture
// (leftover), everything else (row-unknown). A caption such as 单位：万元 gives its unit to the amounts below it.
void SayWhatIsLeft(const Rows& rows, const std::vector<Step>& steps, Alignment* out);

// Gives the unit that a caption names to the amounts below it whose own labels name none. False: it is no caption.
bool GiveUnitOf(const Piece& caption, Alignment* out);

// The same for a caption among the few lines above the declaration, which begins with its title.
void TakeUnitAbove(const Grid& grid, Alignment* out);

// Reports form rows that no text row was read as, and a form whose end is cut off.
void SayWhatIsMissing(const Rows& rows, const std::vector<Step>& steps, Alignment* out);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_LEFT_H_
