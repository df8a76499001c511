#ifndef TABULARIUM_TABULATE_DRAFT_MAKER_H_
#define TABULARIUM_TABULATE_DRAFT_MAKER_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "tabulate/draft.h"
#include "tabulate/heads.h"
#include "tabulate/runs.h"
#include "tabulate/sheet.h"

namespace tabularium::sheet {

// What stands between two lines that run through the whole region.
struct Band {
  std::vector<uint32_t> tokens;
  std::vector<RunLine> lines;
  uint32_t row0 = 0, row1 = 1;  // of the draft, when they are known
};

// A region on its way to a grid: bands (draft_bands.cc), columns (draft_columns.cc), then rows and cells (draft.cc). Included by
// these files only.
class DraftMaker {
 public:
  DraftMaker(const Sheet& sheet, const Region& region)
      : sheet_(sheet), region_(region), frame_(region.frame) {}
  Draft Make();

 private:
  void CutBands();
  void Measure();
  uint32_t BandAt(float y) const;
  void JoinSoftBands();
  bool HasRowsBeside(uint32_t face, const std::vector<std::vector<uint32_t>>& tokens_of) const;
  void FindColumns();
  std::vector<RunLine> LinesWithin(uint32_t drawn_column) const;
  void PlaceRuns();
  std::vector<Run> HeadsOfEach(const Run& run, uint32_t c0, uint32_t c1) const;
  bool Straddles(const Run& run, bool alone, uint32_t c0, uint32_t c1) const;
  void PlaceRun(const Run& run, bool alone, std::vector<Run>* out) const;
  uint32_t ColumnAt(float x) const;
  std::pair<uint32_t, uint32_t> ColumnsOf(const Face& face) const;
  bool AreOneColumn(uint32_t left) const;
  void JoinColumns();
  ColumnReach ReachBelow(const RunLine* head) const;
  bool IsTitle(const RunLine& line, const RunLine& next, float pitch) const;
  void CutTitle();
  void FindPartialRules();
  bool TooManyRuns() const;
  void ReadBand(size_t at);
  uint32_t HeadOf(size_t at) const;
  bool RulesPartRows() const;
  bool HasSeveralRows(const Band& band) const;
  bool HasRowsOfTexts(const Band& band) const;
  void AddHead(const Band& band, uint32_t lines);
  struct RowRules {
    std::vector<float> at;
    uint32_t column = 0;  // the first that they cross
  };
  RowRules RowRulesOf(std::span<const RunLine> lines) const;
  bool PartNumbers(const RowRules& rules, std::span<const RunLine> lines) const;
  bool AddRuledRows(Band* band, uint32_t first);
  void AddBody(Band* band, uint32_t first);
  void AddCell(const Run& run, uint32_t row, uint32_t row1);
  void AddFaces();
  void Finish();

  const Sheet& sheet_;
  const Region& region_;
  const Frame* frame_;
  float width_ = 0;  // of the region or, where they reach farther, of its rules
  std::vector<float> band_ends_;
  std::vector<Rule> partial_;          // rules that end no band: they underline headings
  std::vector<uint32_t> band_of_row_;  // of a frame's rows
  std::vector<Band> bands_;
  std::vector<float> xs_;           // borders of columns
  std::vector<uint32_t> first_of_;  // drawn column -> its first column, and one past the last
  ColumnReach reach_;
  Draft draft_;
  float top_ = 0;         // of what is left below a title
  size_t row_begin_ = 0;  // cells of the row that is being filled begin here
};

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_DRAFT_MAKER_H_
