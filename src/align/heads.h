#ifndef TABULARIUM_ALIGN_HEADS_H_
#define TABULARIUM_ALIGN_HEADS_H_

#include <vector>

#include "align/row.h"
#include "align/walk.h"

namespace tabularium {

// Where the printed heads of a picture's columns stand in the text, for the rows below them. A column may stand elsewhere
// than it is drawn, in the head and below it alike, where a label beside it is merged over more cells:
//
//     drawn      funds | label | first | second     text      funds | (empty) | (empty) | first | second
//                ^     | state | {a}   | {b}                        | state   |         |       | 80
//
// As it stands 80 would be {a} as well as {b}: nothing in the row tells; the head does.
class Heads {
 public:
  explicit Heads(const Rows& rows) : rows_(rows) {}

  // Moves the cells of a row to the slots under whose heads they stand, where nothing is lost and nothing fits worse; keeps
  // in mind what a row of heads says. Call it for all rows, in order.
  void Follow(const Step& step, Reading* reading);

 private:
  void Keep(const Step& step, const Reading& reading);
  bool Contradicts(const Row& row, const Reading& reading) const;
  bool Move(const Step& step, Reading* reading) const;

  const Rows& rows_;
  int picture_ = -1;
  uint32_t cells_ = 0;          // of the row of heads
  std::vector<int32_t> heads_;  // by column of the picture: the element of its head; -1: none
};

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_HEADS_H_
