#ifndef TABULARIUM_SEGMENT_SECTIONS_H_
#define TABULARIUM_SEGMENT_SECTIONS_H_

#include <vector>

#include "segment/titles.h"

namespace tabularium {

// Fills Section::hits.
void CountHits(const Grid& grid, const Grammar& grammar, Section* section);

// Whether a section goes on with the declaration before it: it shows rows of the form that stand once, but next to
// none that the declaration has already.
bool Continues(const Grid& grid, const Form& form, const Declaration& before, const Section& section);

// Rows at which a new declaration begins inside a section although no title says so: a row of the form's first picture
// comes again with other content, and most labelled rows behind it were there before as well.
std::vector<uint32_t> Restarts(const Grid& grid, const Form& form, const Section& section);

}  // namespace tabularium

#endif  // TABULARIUM_SEGMENT_SECTIONS_H_
