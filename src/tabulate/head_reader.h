#ifndef TABULARIUM_TABULATE_HEAD_READER_H_
#define TABULARIUM_TABULATE_HEAD_READER_H_

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tabulate/heads.h"
#include "tabulate/runs.h"

namespace tabularium::sheet {

struct Heading {
  Run run;
  size_t line = 0;
  bool by_rule = false;  // a rule below it tells its columns
  bool spans() const { return run.column1 - run.column0 > 1; }
};

// Headings on their way to cells: which columns one may be the heading of, at what price (head_reaches.cc), and which of these
// they are, line by line (heads.cc). Included by these files only.
class HeadReader {
 public:
  HeadReader(std::span<const RunLine> lines, std::span<const Rule> rules,
             const ColumnReach& columns)
      : lines_(lines), rules_(rules), columns_(columns) {}
  uint32_t Read(std::vector<HeadCell>* cells);

 private:
  bool SpanByRule(Heading* heading) const;  // false: no rule underlines it
  struct Reach {
    uint32_t column0 = 0, column1 = 0;
    float price = 0;
  };
  float OffMiddle(size_t line, const Run& run, uint32_t column0, uint32_t column1) const;
  float OffColumn(size_t line, const Run& run) const;
  std::pair<float, float> ExtentOf(size_t line, uint32_t column0, uint32_t column1) const;
  std::vector<Reach> ReachesOf(size_t line, const Run& run) const;
  bool IsFoot(size_t line) const;
  std::vector<Reach> FeetOf(size_t line) const;
  bool StandsApart(size_t line, uint32_t column) const;
  bool NumberTexts(size_t line) const;
  void MeasurePitch();
  float ApartFromBelow(size_t line, const Run& run) const;
  void AddSides(size_t line, const Run& run, std::vector<Reach>* reaches) const;
  bool GoesOn(size_t line, const Run& run) const;
  float Uncovered(size_t line, uint32_t column0, uint32_t column1) const;
  void SpanByMiddle(size_t line, std::vector<Heading>* headings) const;
  bool AllHaveChildren(size_t line, const Run& run, uint32_t column0, uint32_t column1) const;
  float MiddleOf(size_t line, uint32_t column0, uint32_t column1) const;
  void AddSpanning(const Heading& heading, std::vector<HeadCell>* cells);

  std::span<const RunLine> lines_;
  std::span<const Rule> rules_;
  const ColumnReach& columns_;
  float pitch_ = 0;                 // the least from a heading's line to the next in its column
  std::vector<Reach> feet_;         // of the headings on the last line, if they are the units of several columns each
  std::vector<Heading> headings_;   // so far, from the top
  std::vector<uint32_t> depth_;     // rows of headings that span the column
  std::vector<size_t> below_line_;  // of the lowest of them, one more
  std::vector<uint8_t> underlined_;  // and whether a rule stands below it
};

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_HEAD_READER_H_
