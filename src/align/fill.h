#ifndef TABULARIUM_ALIGN_FILL_H_
#define TABULARIUM_ALIGN_FILL_H_

#include <span>
#include <vector>

#include "align/heads.h"
#include "align/row.h"
#include "align/walk.h"
#include "text/residue.h"

namespace tabularium {

// Turns readings of rows into fillings, row by row. Invariant: a slot that has a filling with text keeps it; a label
// given again (^) changes nothing.
class Filler {
 public:
  Filler(const Rows& rows, Alignment* alignment);

  // Takes one step of the walk; what deviates becomes an oddity of the alignment.
  void Take(const Step& step);

  // Takes a row that no step read, if it is a label with the value of a slot that nothing else was read for. Call it when
  // all steps are taken, in order; says so in the step.
  void TakePair(Step* step);

  // Carries down, and lays all fillings into the alignment in their order.
  void Finish();

  // Captions that name a unit (单位：万元) in rows that draw none.
  std::span<const Piece> captions() const { return captions_; }

 private:
  struct Context {  // of the row being taken
    const Step* step;
    const Reading* reading;
    Signs signs;       // of the whole row
    Signs label;       // of the label last passed
    Piece unit;        // in the label last passed
    int32_t repair = -1;
  };

  void Report(const Step& step, const Reading& reading, Context* context);
  void TakeLabel(size_t column, const Seat& seat, Context* context);
  void PutCut(int slot, const Context& context);
  void TakeMixed(const Square& square, const Seat& seat, Context* context);
  void TakeTorn(const Square& square, std::span<const Piece> pieces, Context* context);
  void TakeSlot(int slot, const Piece& piece, std::span<const Piece> more, Context* context);
  void Put(int slot, const Filling& filling);
  std::span<Filling> OpenRecord(int table);
  bool SaysAnything(std::span<const Filling> record);
  void CloseRecord();
  void LeaveResidue(const Filling& f);
  Piece PieceOf(const Step& step, const Seat& seat) const;
  const Element& ElementOf(const Step& step, const Seat& seat) const;

  const Rows& rows_;
  const Form& form_;
  Alignment& out_;
  const ResidueFinder residues_;
  Reading reading_;                              // of the row being taken
  std::vector<Filling> fields_;                  // by Slot::column
  struct Table {
    std::vector<Filling> records;  // all columns each
    std::vector<uint8_t> says;     // by record: it says something of its own
    bool open = false;             // the last record is of the row being taken
  };
  std::vector<Table> tables_;
  std::vector<Piece> column_units_;              // by column of the current picture: a unit in the header
  int units_picture_ = -1;
  std::vector<Piece> captions_;
  Heads heads_;
};

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_FILL_H_
