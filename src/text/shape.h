#ifndef TABULARIUM_TEXT_SHAPE_H_
#define TABULARIUM_TEXT_SHAPE_H_

#include <cstdint>
#include <string_view>

namespace tabularium {

// What the letters of a cell look like: Shape bits of model/grid.h, from cheap tests without any
// pattern matching. For weighing, not for reading: normalise/ decides. Full-width digits and signs
// count like half-width ones.
//   "380,000.00" → number amount     ">=16次" → target       "2023-01-01" → date code     "及时" →
//   0
//   "/" → not-applicable             "（2023年度）" → year     "叁拾捌万元整" → amount        "□是
//   √否" → marked
uint16_t ShapesOf(std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_SHAPE_H_
