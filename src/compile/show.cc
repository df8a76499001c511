// Squares are merged by finding, for each place of a picture's grid, the square that owns it:
// itself, the one above (^), or the one to the left (< and the missing ends of short rows). Lines
// run where owners differ. Tested by show_test.cc.

#include "compile/show.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "text/width.h"

namespace tabularium {
namespace {

constexpr char kMargins[] = {' ', '?', '*', '+'};  // by Row::Repeat

std::string TextOf(const Form& form, const Square& square) {
  std::string out;
  for (const Part& part : square.parts)
    out += part.optional && part.slot < 0 ? "[" + part.text + "]" : part.text;
  if (square.kind == Square::kSlot)
    return "{" + form.slots[static_cast<size_t>(square.slot)].name + "}";
  return out;
}

// A picture as a rectangle of owners.
struct Sheet {
  size_t rows = 0, columns = 0;
  std::vector<size_t> owners;      // row-major: the place that owns each place
  std::vector<std::string> texts;  // by place; of owners only
  std::vector<char> margins;       // by row

  size_t Owner(size_t row, size_t column) const { return owners[row * columns + column]; }
};

Sheet MakeSheet(const Form& form, const Picture& picture) {
  Sheet sheet;
  sheet.rows = static_cast<size_t>(picture.rows);
  const auto first = form.rows.begin() + picture.first_row;
  for (auto row = first; row != first + picture.rows; ++row)
    sheet.columns = std::max(sheet.columns, row->squares.size());
  sheet.owners.resize(sheet.rows * sheet.columns);
  sheet.texts.resize(sheet.rows * sheet.columns);
  for (size_t r = 0; r < sheet.rows; ++r) {
    const Row& row = first[static_cast<ptrdiff_t>(r)];
    sheet.margins.push_back(kMargins[row.repeat]);
    for (size_t c = 0; c < sheet.columns; ++c) {
      const size_t here = r * sheet.columns + c;
      const Square::Kind kind = c < row.squares.size() ? row.squares[c].kind : Square::kLeft;
      sheet.owners[here] = kind == Square::kUp && r > 0     ? sheet.owners[here - sheet.columns]
                           : kind == Square::kLeft && c > 0 ? sheet.owners[here - 1]
                                                            : here;
      if (sheet.owners[here] == here && c < row.squares.size())
        sheet.texts[here] = TextOf(form, row.squares[c]);
    }
  }
  return sheet;
}

// How far right the square at `place` goes in its own row.
size_t SpanOf(const Sheet& sheet, size_t place) {
  const size_t row = place / sheet.columns, column = place % sheet.columns;
  size_t end = column + 1;
  while (end < sheet.columns && sheet.Owner(row, end) == place) ++end;
  return end - column;
}

// Narrow squares first; a wide one then stretches its last column.
std::vector<int> WidthsOf(const Sheet& sheet) {
  std::vector<int> widths(sheet.columns, 1);
  for (size_t span = 1; span <= sheet.columns; ++span)
    for (size_t place = 0; place < sheet.texts.size(); ++place) {
      if (sheet.texts[place].empty() || SpanOf(sheet, place) != span) continue;
      int room = 3 * (static_cast<int>(span) - 1);
      const size_t column = place % sheet.columns;
      for (size_t c = column; c < column + span; ++c) room += widths[c];
      const int needed = DisplayWidth(sheet.texts[place]);
      if (needed > room) widths[column + span - 1] += needed - room;
    }
  return widths;
}

// By the lines that meet: 1 up, 2 down, 4 left, 8 right.
constexpr const char* kCorners[] = {" ", "╵", "╷", "│", "╴", "┘", "┐", "┤",
                                    "╶", "└", "┌", "├", "─", "┴", "┬", "┼"};

class Drawing {
 public:
  explicit Drawing(const Sheet& sheet) : sheet_(sheet), widths_(WidthsOf(sheet)) {}

  std::string Draw() const {
    std::string out;
    for (size_t r = 0; r <= sheet_.rows; ++r) {
      out += "  ";
      for (size_t c = 0; c <= sheet_.columns; ++c) {
        out += Corner(r, c);
        if (c < sheet_.columns)
          for (int i = 0; i < widths_[c] + 2; ++i) out += Across(r, c) ? "─" : " ";
      }
      out += "\n";
      if (r < sheet_.rows) out += DrawRow(r);
    }
    return out;
  }

 private:
  // A line above row r in column c; left of column c in row r.
  bool Across(size_t r, size_t c) const {
    return r == 0 || r == sheet_.rows || sheet_.Owner(r - 1, c) != sheet_.Owner(r, c);
  }
  bool Down(size_t r, size_t c) const {
    return c == 0 || c == sheet_.columns || sheet_.Owner(r, c - 1) != sheet_.Owner(r, c);
  }

  const char* Corner(size_t r, size_t c) const {
    size_t lines = 0;
    if (r > 0 && Down(r - 1, c)) lines |= 1;
    if (r < sheet_.rows && Down(r, c)) lines |= 2;
    if (c > 0 && Across(r, c - 1)) lines |= 4;
    if (c < sheet_.columns && Across(r, c)) lines |= 8;
    return kCorners[lines];
  }

  std::string DrawRow(size_t r) const {
    std::string out = {sheet_.margins[r], ' '};
    for (size_t c = 0; c < sheet_.columns;) {
      const size_t place = r * sheet_.columns + c;
      size_t end = c + 1;
      int room = widths_[c];
      for (; end < sheet_.columns && !Down(r, end); ++end) room += widths_[end] + 3;
      const std::string& text = sheet_.texts[place];
      out += "│ " + text +
             std::string(static_cast<size_t>(std::max(0, room - DisplayWidth(text)) + 1), ' ');
      c = end;
    }
    return out + "│\n";
  }

  const Sheet& sheet_;
  std::vector<int> widths_;
};

std::string Escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string TableOf(const Sheet& sheet) {
  std::string out = "<table>\n";
  std::vector<bool> covered(sheet.owners.size());
  for (size_t r = 0; r < sheet.rows; ++r) {
    out +=
        sheet.margins[r] == ' ' ? "<tr>" : fmt::format("<tr data-repeat=\"{}\">", sheet.margins[r]);
    for (size_t c = 0; c < sheet.columns; ++c) {
      const size_t here = r * sheet.columns + c;
      if (covered[here]) continue;
      const size_t owner = sheet.owners[here];
      size_t wide = 1, high = 1;
      while (c + wide < sheet.columns && sheet.owners[here + wide] == owner &&
             !covered[here + wide])
        ++wide;
      auto whole = [&](size_t row) {
        for (size_t k = 0; k < wide; ++k)
          if (sheet.Owner(row, c + k) != owner) return false;
        return true;
      };
      while (r + high < sheet.rows && whole(r + high)) ++high;
      for (size_t y = 0; y < high; ++y)
        for (size_t x = 0; x < wide; ++x) covered[here + y * sheet.columns + x] = true;
      out += "<td";
      if (wide > 1) out += fmt::format(" colspan=\"{}\"", wide);
      if (high > 1) out += fmt::format(" rowspan=\"{}\"", high);
      out += ">" + (owner == here ? Escaped(sheet.texts[here]) : std::string()) + "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

std::string Heading(const Picture& picture) {
  return picture.name + (picture.optional ? ", optional" : "");
}

}  // namespace

std::string Show(const Form& form) {
  std::string out = fmt::format("{} {}\n{}\n", form.id, form.edition, form.title);
  for (const Picture& picture : form.pictures) {
    const Sheet sheet = MakeSheet(form, picture);
    out += fmt::format("\n{}\n{}", Heading(picture), Drawing(sheet).Draw());
  }
  return out;
}

std::string ShowHtml(const Form& form) {
  std::string out = fmt::format("<section class=\"form\" id=\"{}-{}\">\n<h1>{}</h1>\n",
                                Escaped(form.id), Escaped(form.edition), Escaped(form.title));
  for (const Picture& picture : form.pictures)
    out += fmt::format("<h2>{}</h2>\n{}", Escaped(Heading(picture)),
                       TableOf(MakeSheet(form, picture)));
  return out + "</section>\n";
}

}  // namespace tabularium
