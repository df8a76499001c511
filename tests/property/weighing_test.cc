// Leaving costs open changes nothing: rows are read as they are when every cost is found out, on the corpus as it stands and
// with its lines and cells harmed. Harms are seeded by the case's name.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "align/walk.h"
#include "read/read.h"
#include "segment/segment.h"
#include "tabulate/tabulate.h"
#include "walk/walk.h"

namespace tabularium::walk {
namespace {

constexpr int kHarmed = 12;  // copies of each case

std::string StepsOf(const Declaration& declaration, const Form& form, Weighing weighing) {
  Rows rows = TakeRows(declaration, form);
  std::vector<uint32_t> all(rows.rows.size());
  for (size_t i = 0; i < all.size(); ++i) all[i] = static_cast<uint32_t>(i);
  std::ostringstream out;
  for (const Step& s : Walk(&rows, all, std::vector<uint8_t>(form.rows.size(), 1), weighing))
    out << s.first << '+' << s.rows << " [" << s.row.row << ' ' << s.row.cells << "] " << s.form_row << " costs " << s.cost << " kind "
        << s.kind << '\n';
  return out.str();
}

void Compare(const std::string& bytes) {
  auto document = ReadBytes("x", bytes, {});
  if (!document.has_value() || !document.value()->boxes.empty()) return;
  const Grid grid = Tabulate(*document.value(), TheGrammar().vocabulary, {});
  for (const Declaration& declaration : Segment(grid, TheGrammar()))
    for (const Candidate& candidate : declaration.candidates)
      EXPECT_EQ(StepsOf(declaration, *candidate.form, Weighing::kWhereNeeded),
                StepsOf(declaration, *candidate.form, Weighing::kAll))
          << candidate.form->id << " of\n" << bytes;
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Drops, doubles, moves, tears or joins a line, or drops, adds or doubles a tab with what stands before it.
void Harm(std::mt19937* random, std::vector<std::string>* lines) {
  auto any = [&](size_t n) { return n == 0 ? size_t{0} : (*random)() % n; };
  if (lines->size() < 2) return;
  const size_t i = any(lines->size() - 1);
  auto at = [&](size_t k) { return lines->begin() + static_cast<std::ptrdiff_t>(k); };
  std::string& line = (*lines)[i];
  const size_t tab = line.find('\t', any(line.size() + 1));
  switch (any(8)) {
    case 0: lines->erase(at(i)); break;
    case 1: lines->insert(at(i), std::string(line)); break;
    case 2: std::swap(line, (*lines)[any(lines->size())]); break;
    case 3:
      line += '\t' + (*lines)[i + 1];
      lines->erase(at(i + 1));
      break;
    case 4: line.insert(line.begin(), '\t'); break;
    case 5:
      if (tab != line.npos) line.erase(tab, 1);
      break;
    case 6:
      if (tab != line.npos) line.erase(0, tab + 1);
      break;
    default:
      if (tab == line.npos) break;
      lines->insert(at(i + 1), line.substr(tab + 1));
      (*lines)[i].resize(tab);
  }
}

class WeighingTest : public testing::TestWithParam<Case> {};

TEST_P(WeighingTest, OpenCostsChangeNothing) {
  const std::string bytes = Slurp(GetParam().source);
  Compare(bytes);
  std::mt19937 random(static_cast<unsigned>(std::hash<std::string>()(GetParam().name)));
  for (int copy = 0; copy < kHarmed; ++copy) {
    std::vector<std::string> lines = Lines(bytes);
    for (int harm = 0; harm <= copy / 2; ++harm) Harm(&random, &lines);
    std::string harmed;
    for (const std::string& line : lines) harmed += line + '\n';
    Compare(harmed);
  }
}

std::vector<Case> TextCases() {
  std::vector<Case> cases = Corpus();
  std::erase_if(cases, [](const Case& c) { return c.source.extension() != ".txt"; });
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Corpus, WeighingTest, testing::ValuesIn(TextCases()));

}  // namespace
}  // namespace tabularium::walk
