#ifndef TABULARIUM_WRITE_PAINT_H_
#define TABULARIUM_WRITE_PAINT_H_

#include <string>
#include <string_view>
#include <vector>

namespace tabularium {

// How letters look on a terminal.
enum class Ink : uint8_t { kPlain, kFaint, kStrong, kGood, kDoubtful, kBad };

// Appends text in an ink; without colours just the text.
struct Palette {
  bool colours = false;
  void Paint(Ink ink, std::string_view text, std::string* out) const;
};

// One line of at most `width` columns: line ends become " ↵ ", tabs and other controls spaces, and
// what does not fit is cut and ends in "…". REQUIRES: width >= 1.
std::string FitLine(std::string_view text, int width);

// `text` with spaces behind it, `width` columns in all. Longer text stays as it is.
std::string Padded(std::string_view text, int width);

// Lines of at most `width` columns, parted at spaces where there are some, else anywhere.
std::vector<std::string> Wrapped(std::string_view text, int width);

struct BoxCell {
  std::string text;
  Ink ink = Ink::kPlain;
};
using BoxRow = std::vector<BoxCell>;

// A table with rules; the first row is its head. Columns shrink, the widest first, until it fits
// into `width`. REQUIRES: all rows have as many cells.
void DrawBox(const std::vector<BoxRow>& rows, int indent, int width, const Palette& palette,
             std::string* out);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_PAINT_H_
