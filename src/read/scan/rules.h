#ifndef TABULARIUM_READ_SCAN_RULES_H_
#define TABULARIUM_READ_SCAN_RULES_H_

#include <utility>
#include <vector>

#include "read/scan/raster.h"

namespace tabularium {

// A straight dark trace on a raster, along its rows: y = at + slope (x - (begin + end) / 2) for begin <= x < end. Of a trace
// along columns x and y change places. Pixels.
struct RuleTrace {
  float at = 0, slope = 0;
  float begin = 0, end = 0;
  float thickness = 1;
  float contrast = 0;  // brightness of its sides less its own, mean of the trace
  float cover = 0;     // share of its length that is dark; the rest are gaps
  std::vector<std::pair<float, float>> dark = {};  // where it is: stretches from begin to end

  float length() const { return end - begin; }
};

struct RuleTraces {
  std::vector<RuleTrace> across, down;  // along rows; along columns
};

// The traces of a sheet that are darker than their sides by `contrast`, smoothed along themselves, so that noise goes and
// small gaps close. Both ends are dark without smoothing. Letters leave short ones too.
// Cost: some 20 ms for an A4 page of 150 dots an inch.
RuleTraces FindTraces(const Raster& sheet, float dots, int contrast);

// The contrast that tells a sheet's rules from its letters' strokes and from what shines through from the other side: a share of
// what most of its long rules have. `faint` are traces found at kFaintContrast.
int RuleContrast(const RuleTraces& faint, float dots);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_RULES_H_
