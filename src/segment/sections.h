#ifndef TABULARIUM_SEGMENT_SECTIONS_H_
#define TABULARIUM_SEGMENT_SECTIONS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "segment/titles.h"

namespace tabularium {

// Fills Section::hits.
void CountHits(const Grid& grid, const Grammar& grammar, Section* section);

// A row of the grid that shows a row of the form which stands once.
struct ShownRow {
  uint32_t row = 0;
  int form_row = -1;
};

// What the rows of a grid show of forms. Remembers what it looked at last, since that is mostly asked again.
class ShownRows {
 public:
  explicit ShownRows(const Grid& grid) : grid_(grid) {}

  // Of rows [begin, end), ascending. Valid until the next call.
  std::span<const ShownRow> Of(const Form& form, uint32_t begin, uint32_t end);

 private:
  const Grid& grid_;
  const Form* form_ = nullptr;
  uint32_t begin_ = 0, end_ = 0;
  std::vector<ShownRow> shown_;
};

// Whether a section goes on with the declaration before it: it shows rows of the form that stand once, but next to
// none that the declaration has already.
bool Continues(const Form& form, const Declaration& before, const Section& section, ShownRows* shown);

// Rows at which a new declaration begins inside a section although no title says so: a row of the form's first picture
// comes again with other content, and most labelled rows behind it were there before as well.
std::vector<uint32_t> Restarts(const Grid& grid, const Form& form, const Section& section, ShownRows* shown);

}  // namespace tabularium

#endif  // TABULARIUM_SEGMENT_SECTIONS_H_
