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
  // Cost: O(text rows × form rows + edges × form rows).
  std::vector<int32_t> Find(std::span<const int32_t> skips, std::span<const Edge> edges, std::span<const Edge> extra);

 private:
  static constexpr int32_t kFar = std::numeric_limits<int32_t>::max() / 4;
  struct Back {
    int32_t edge = -1;
    uint16_t state = 0xFFFF;
  };

  int32_t Gap(size_t j, size_t k) const;  // of the form rows [j, k)
  void Skip(size_t i, int32_t price);
  void Follow(const Edge& edge, int32_t id);
  void Offer(const Edge& edge, int32_t cost, size_t from_state, size_t state, int32_t id);

  const Form& form_;
  size_t m_;
  std::vector<int32_t> missing_;        // by form row: what all rows before it cost if left out
  std::vector<int32_t> spared_behind_;  // by form row: of that, what stands in optional pictures that end before it
  std::vector<int32_t> spared_before_;  // … that begin before it
  std::vector<int32_t> cost_;           // by text row and state
  std::vector<Back> back_;
};

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_WAYS_H_
