#ifndef TABULARIUM_READ_SCAN_CROWDED_H_
#define TABULARIUM_READ_SCAN_CROWDED_H_

#include <vector>

#include "read/scan/seen.h"

namespace tabularium {

// Recognisers of lines sometimes see a letter twice, or another between two: 天 as 大天, 天气 as 天和气. Han letters stand in squares, so
// that a line has room for so many and no more.

// True if a line has more Han letters than its ink has room for: each much narrower than it is high, or more in no more width than a
// line above or below with nothing but fewer Han letters. `height`: of the spot's letters, pixels; 0: unknown, then only the latter.
bool IsCrowded(const SeenText& seen, int height);

// Where a reader of Han letters or of figures saw something that is not crowded, drops the crowded readings of readers of figures: two
// that double the same letter are no agreement.
void DropCrowded(int height, std::vector<SeenText>* seen);

// Where the first reading is crowded and that of another reader of Han letters is not, that one is first.
void PutRoomyFirst(int height, std::vector<SeenText>* seen);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_CROWDED_H_
