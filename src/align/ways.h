#ifndef TABULARIUM_ALIGN_WAYS_H_
#define TABULARIUM_ALIGN_WAYS_H_

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "align/elements.h"
#include "align/walk.h"

namespace tabularium {

// A way to consume text rows: as one form row, or as two.
struct Edge {
  uint32_t from = 0;     // text row
  uint32_t rows = 1;
  int32_t cost = 0;
  int16_t form_row = -1, second = -1;  // second: of a split
  uint32_t cut = 0;      // elements of the first row of a split
  TextRow row;
  Step::Kind kind = Step::kPlain;
  int32_t as_it_stands = 0;  // where `open`: the cost without moving a cell
  bool open = false;         // `cost` is not known yet, and 0
};

// Finds the cheapest way through text rows × form rows (Viterbi). A state is the number of form rows that lie behind.
class Ways {
 public:
  // `left_out`: by form row, what it costs to leave it out. An optional picture left out whole is free.
  Ways(const Form& form, std::span<const int32_t> left_out);

  // The cheapest way from the first text row to behind the last, in order: the edges that it takes, as indices into `edges`
  // and behind them into `extra`, or -1 for a text row read as none, which costs what `skips` has for it. Both kinds of edges
  // ascend by `from`. Of equal ways the first edge is taken, and any edge before a row left out.
  // Cost: O(text rows + edges × form rows).
  std::vector<int32_t> Find(std::span<const int32_t> skips, std::span<const Edge> edges, std::span<const Edge> extra);

 private:
  static constexpr int64_t kFar = std::numeric_limits<int64_t>::max() / 4;

  // An edge that led to a state more cheaply than anything before it, and the arrival at the state that it left.
  struct Arrival {
    uint32_t row = 0;  // the text row behind the edge
    int32_t edge = 0;
    int32_t before = -1;  // index into arrivals_; -1: every row before the edge is read as none
  };
  // What has left a state and not arrived yet.
  struct Offer {
    uint32_t row = 0;
    size_t state = 0;
    int64_t cost = 0;
    int32_t edge = 0, before = -1;
  };

  int32_t Gap(size_t j, size_t k) const;  // of the form rows [j, k)
  void Follow(const Edge& edge, int32_t id);
  void Arrive(uint32_t row);

  const Form& form_;
  size_t m_;
  std::vector<int32_t> missing_;        // by form row: what all rows before it cost if left out
  std::vector<int32_t> spared_behind_;  // by form row: of that, what stands in optional pictures that end before it
  std::vector<int32_t> spared_before_;  // … that begin before it
  int64_t skipped_ = 0;                 // what it costs to read all rows so far as none
  std::vector<int64_t> cost_;           // by state, without skipped_
  std::vector<int32_t> last_;           // by state: index into arrivals_, or -1
  size_t highest_ = 0;                  // state that was reached
  std::vector<Arrival> arrivals_;
  std::vector<Offer> offers_;
};

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_WAYS_H_
