#ifndef TABULARIUM_WRITE_VALUE_PLACES_H_
#define TABULARIUM_WRITE_VALUE_PLACES_H_

#include <string>
#include <vector>

#include "model/finding.h"
#include "model/grid.h"

namespace tabularium {

// Which values of a finding stand where in its source. Values are numbered through all
// declarations: fields first, then table by table, as the finding holds them.
class ValuePlaces {
 public:
  explicit ValuePlaces(const Finding& finding);

  // A stretch of text with the numbers of the values that it belongs to: "3 7". Empty: none.
  struct Stretch {
    Range range;
    std::string values;
  };
  // The text of a cell in stretches, none of them empty.
  std::vector<Stretch> Stretches(const Cell& cell) const;

  // The values that stand in an empty cell: "12".
  std::string InEmpty(const Cell& cell) const;

 private:
  struct Entry {
    Range range;
    uint32_t row;
    uint16_t column;
    int value;
  };
  void Add(const Place& place, int value);

  std::vector<Entry> filled_;  // ascending by begin
  std::vector<Entry> empty_;   // ascending by row and column
  uint32_t longest_ = 0;       // bytes of the longest range
};

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_VALUE_PLACES_H_
