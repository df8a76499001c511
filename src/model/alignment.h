#ifndef TABULARIUM_MODEL_ALIGNMENT_H_
#define TABULARIUM_MODEL_ALIGNMENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "model/declaration.h"
#include "model/evidence.h"

namespace tabularium {

// Bytes [begin, end) of a cell's text. Rows under alignment are made of pieces, so that rows joined, split, shifted or
// merged, and values inside labels, keep their exact place.
struct Piece {
  const Cell* cell = nullptr;
  uint32_t begin = 0, end = 0;
  std::string_view text() const { return cell ? cell->text.substr(begin, end - begin) : std::string_view(); }
};

// A slot with the pieces that answer it. Absence is data, not failure: no piece means that the slot's place was not
// found (missing); an empty piece is a place with nothing in it (blank).
struct Filling {
  int32_t slot = 0;      // index into Form::slots
  int32_t record = -1;   // which record of the slot's table, from 0; -1: a field of the declaration
  Piece piece;           // the first; cell null: missing
  uint32_t more = 0, more_end = 0;  // range of Alignment::more: further pieces of a torn or wrapped value
  int32_t repair = -1;   // index into Alignment::repairs
  Signs signs;
  bool inherited = false;      // carried down: `piece` is that of the record it comes from
  Piece unit;                  // a unit that stands in the label of this very slot, or in its column's header; or none
};

// A deviation from the picture. Becomes a flag.
struct Oddity {
  enum Kind : uint8_t {
    kRowShifted, kRowAmbiguous, kRowUnknown, kRowMissing, kRowRepeated, kRowOutOfOrder, kLabelDiffers, kLeftover,
    kTruncated, kTornRow, kTwoRowsInOne, kFormNearTie,
  } kind = kRowUnknown;
  uint32_t row = 0;            // of the grid; of a missing row: the row before which it was expected
  Piece piece;                 // what is odd, where one piece is; else the row's first cell
  int32_t form_row = -1;       // index into Form::rows
  int32_t cost = 0;            // what it adds to Alignment::cost, in thousandths (see align/costs.h)
  std::string message;         // for people; empty where the kind says it all
};

// How a row was read otherwise than it stands: the raw row, what was done, and the best reading that was not taken.
struct Repair {
  uint32_t row = 0, rows = 1;  // rows of the grid as they stand
  std::string kind;            // "shift-right-1", "shift-left-2", "join", "split", "displaced", "realign"
  int32_t cost = 0;            // of the reading taken, thousandths
  std::string runner_up;       // "as-it-stands", "row-unknown", …; empty: none
  int32_t runner_up_cost = 0;
};

// Which row of the grid was read as which row of the form; for `explain`.
struct RowMatch {
  uint32_t row = 0, rows = 1;
  int32_t form_row = -1;  // -1: none (leftover, unknown, blank)
  int32_t cost = 0;
};

// One way to see a declaration as a form. Points into the grid and the form, which must outlive it.
struct Alignment {
  const Form* form = nullptr;
  uint32_t begin = 0, end = 0;     // rows of the grid
  std::vector<Filling> fillings;   // every slot of Form::fields once; then table by table, record by record, all columns
  std::vector<int32_t> records;    // number of records, by table
  std::vector<Piece> more;
  std::vector<Repair> repairs;
  std::vector<Oddity> oddities;
  std::vector<Piece> leftovers;    // every piece of text that is in no filling and no label
  std::vector<RowMatch> matches;   // ascending by row
  int32_t cost = 0;                // thousandths; 0: exactly the picture
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_ALIGNMENT_H_
