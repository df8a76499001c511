#ifndef TABULARIUM_ALIGN_COSTS_H_
#define TABULARIUM_ALIGN_COSTS_H_

#include <cstdint>

// What every deviation from a picture costs, in thousandths. Only their order and rough distance matter: a reading that
// loses text must be dearer than any that loses none, and a known wording in its column must outweigh a shift.
namespace tabularium::costs {

inline constexpr int32_t kNever = 1'000'000;

// A cell against a square.
inline constexpr int32_t kLetterDiffers = 250;     // one letter of a misspelt label
inline constexpr int32_t kLabelGone = 700;         // the label's cell is empty
inline constexpr int32_t kLabelReplaced = 1800;    // unknown words where the label should be
inline constexpr int32_t kLabelHasUnit = 60;       // 项目资金总额（万元） for 项目资金总额
inline constexpr int32_t kTemplateLoose = 150;     // a mixed square known by its slots' types only
inline constexpr int32_t kLabelAsValue = 1500;     // a printed label of this form in a slot
inline constexpr int32_t kWrongType = 1200;        // letters that are no value of the slot's type
inline constexpr int32_t kOutOfDomain = 700;       // a closed choice with another wording
inline constexpr int32_t kOutOfOpenDomain = 250;   // an open choice with another wording
inline constexpr int32_t kForeignShape = 450;      // an amount, a date or a target in a text slot
inline constexpr int32_t kForeignChoice = 300;     // a choice of another slot in a text slot
inline constexpr int32_t kForeignChoiceInColumn = 100;  // … that stands in its own column, which alone is no reason to move it
inline constexpr int32_t kWording = 100;           // a wording as target
inline constexpr int32_t kNotApplicable = 50;      // "/" in a typed slot
inline constexpr int32_t kNearType = 200;          // a year in a date slot
inline constexpr int32_t kBlankInRecord = 400;     // an empty cell in a repeating row that carries nothing down
inline constexpr int32_t kRepeatedSpan = 50;       // a merged cell's text given again
inline constexpr int32_t kRepeatForSlot = 400;     // … where the row ends before a slot: rather that slot's own text

// Cells and squares left over within a row.
inline constexpr int32_t kTextLost = 3000;         // a cell with text that fits no square
inline constexpr int32_t kBlankCell = 30;          // an empty cell too many
inline constexpr int32_t kHollowCell = 5;          // the same, in a column that is empty throughout
inline constexpr int32_t kSquareSkipped = 150;     // no cell for an empty, merged or carried square
inline constexpr int32_t kSlotSkipped = 600;       // no cell for a slot, before others
inline constexpr int32_t kSlotCut = 40;            // no cell for a slot at the end of the row
inline constexpr int32_t kLabelSkipped = 900;      // no cell for a label
inline constexpr int32_t kLabelInCell = 150;       // label and value in one cell

// Rows.
inline constexpr int32_t kRowMissing = 1500;       // a row that is printed once
inline constexpr int32_t kRowMissingRequired = 2000;
inline constexpr int32_t kHeaderMissing = 600;     // a row of labels only
inline constexpr int32_t kLineSkipped = 500;       // a line of one cell in no picture
inline constexpr int32_t kRowSkipped = 2500;       // a row of several cells in no picture
inline constexpr int32_t kPairApart = 450;         // a label with its value, apart from the row that it is drawn in
inline constexpr int32_t kRepeatSkipped = 20;      // a row that stands already above
inline constexpr int32_t kRowsJoined = 350;
inline constexpr int32_t kRowsCompleted = 100;      // … whose cells together are those of one row
inline constexpr int32_t kRowSplit = 350;
inline constexpr int32_t kDisplaced = 300;         // a row out of order

// Decisions.
inline constexpr int32_t kPoorFitLimit = 1200;     // half of a line that fits no better is no row of its own
inline constexpr int32_t kSplitRecordMost = 200;   // … nor one without labels that fits no better than this
inline constexpr int32_t kTieMargin = 200;         // a repair must be cheaper than the row as it stands by this much
inline constexpr int32_t kDisplacedMost = 900;     // dearest match for a row out of order
inline constexpr int32_t kFormTieMargin = 500;     // forms nearer than this are a near tie

// When a paper is no longer of its form; in rows and labels.
inline constexpr int kMissingMost = 5;             // rows missing before the last one: damage hardly takes so many
inline constexpr int kMissingFew = 3;              // so many it may take, where nothing unknown stands in their place
inline constexpr int kUnlikeMost = 7;              // rows missing, rows unknown and labels that differ, together

}  // namespace tabularium::costs

#endif  // TABULARIUM_ALIGN_COSTS_H_
