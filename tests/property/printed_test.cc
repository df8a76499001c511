// What is read of a text is read of its print: every row between rules, as programs set tables.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/pdf_maker.h"
#include "text/utf8.h"
#include "walk/walk.h"

namespace tabularium {
namespace {

constexpr int kLetter = 8, kLine = 11, kColumn = 200, kMargin = 40, kPad = 4;  // points

std::vector<std::string> Parted(std::string_view text, char mark) {
  std::vector<std::string> out;
  for (size_t end = 0; !text.empty() || out.empty() || end != text.npos; text.remove_prefix(end + 1)) {
    end = text.find(mark);
    out.emplace_back(text.substr(0, end));
    if (end == text.npos) break;
  }
  return out;
}

// The letters in lines of so many: at blanks where there are some, else anywhere but behind '<'.
std::vector<std::u32string> Wrapped(std::string_view text, size_t most) {
  std::u32string rest;
  for (size_t i = 0; i < text.size();) rest += NextLetter(text, i);
  std::vector<std::u32string> lines;
  while (rest.size() > most) {
    const size_t blank = rest.rfind(U' ', most);
    size_t end = blank == rest.npos || blank == 0 ? most : blank;
    end -= rest[end - 1] == U'<';
    lines.push_back(rest.substr(0, end));
    rest.erase(0, end + (rest[end] == U' '));
  }
  lines.push_back(rest);
  return lines;
}

// Prints rows from top to bottom of one page.
class Printer {
 public:
  explicit Printer(size_t columns) : columns_(static_cast<int>(columns)) {}

  void Line(const std::string& text) {
    Say(kMargin, Wrapped(text, Letters(columns_)));
    y_ += 2 * kLine, closed_ = false;
  }

  // The last cell is as wide as what is left.
  void Row(const std::vector<std::string>& cells) {
    const int right = kMargin + columns_ * kColumn;
    size_t lines = 1;
    for (size_t i = 0; i < cells.size(); ++i) {
      const std::vector<std::u32string> wrapped = Wrapped(cells[i], Letters(i + 1 < cells.size() ? 1 : columns_ - static_cast<int>(i)));
      Say(kMargin + static_cast<int>(i) * kColumn + kPad, wrapped);
      lines = std::max(lines, wrapped.size());
    }
    const int foot = y_ + static_cast<int>(lines) * kLine + kPad;
    for (size_t i = 0; i < cells.size(); ++i) Rule(kMargin + static_cast<int>(i) * kColumn, y_, kMargin + static_cast<int>(i) * kColumn, foot);
    Rule(right, y_, right, foot);
    if (!closed_) Rule(kMargin, y_, right, y_);
    Rule(kMargin, foot, right, foot);
    y_ = foot, closed_ = true;
  }

  std::string Print() const {
    const int height = y_ + kMargin;
    std::string content = fmt::format("1 0 0 1 0 {} cm\n", height) + content_;
    return PdfMaker().Page(content, fmt::format("/MediaBox [0 0 {} {}]", 2 * kMargin + columns_ * kColumn, height)).Make();
  }

 private:
  static size_t Letters(int columns) { return static_cast<size_t>((columns * kColumn - 2 * kPad) / kLetter); }
  void Say(int x, const std::vector<std::u32string>& lines) {
    int y = y_;
    for (const std::u32string& line : lines) {
      content_ += fmt::format("BT /H1 {} Tf {} {} Td <", kLetter, x, -(y += kLine));
      for (const char32_t c : line) content_ += fmt::format("{:04X}", static_cast<uint32_t>(c));
      content_ += "> Tj ET\n";
    }
  }
  void Rule(int x0, int y0, int x1, int y1) { content_ += fmt::format("{} {} m {} {} l S\n", x0, -y0, x1, -y1); }

  int columns_, y_ = kMargin;
  bool closed_ = false;  // a row stands right above
  std::string content_;
};

std::string Printed(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  size_t columns = 1;
  for (std::string& line : Parted(text, '\n')) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    rows.push_back(Parted(line, '\t'));
    columns = std::max(columns, rows.back().size());
  }
  Printer printer(columns);
  for (const auto& row : rows)
    if (row.size() == 1)
      printer.Line(row[0]);
    else
      printer.Row(row);
  return printer.Print();
}

using Json = nlohmann::json;

// A sentence that ends with a line may end a paragraph.
std::string OneLine(std::string value) {
  for (size_t at = value.find("\\n"); at != value.npos; at = value.find("\\n")) value.erase(at, 2);
  return value;
}

// Path and value of all that was found.
std::vector<std::string> Found(const std::string& name, std::string bytes) {
  std::vector<std::string> out;
  const Json finding = Json::parse(walk::WalkToJson(name, std::move(bytes)));
  for (size_t i = 0; i < finding["declarations"].size(); ++i) {
    const Json& declaration = finding["declarations"][i];
    auto say = [&](const std::string& path, const Json& slots) {
      for (const auto& [slot, field] : slots.items())
        if (slot[0] != '_') out.push_back(fmt::format("{} {}{} = {}", i, path, slot, OneLine(field["value"].dump())));
    };
    say("", declaration["fields"]);
    for (const auto& [table, records] : declaration["tables"].items())
      for (size_t r = 0; r < records.size(); ++r) say(fmt::format("{}[{}].", table, r), records[r]);
  }
  return out;
}

// Markup that a line's end tears is none, a blank beside a Han letter is lost there, and no print keeps what is no letter.
TEST(PrintedTest, TheSameIsFoundAsInTheText) {
  size_t compared = 0;
  for (const walk::Case& c : walk::Corpus()) {
    const auto is = [&](const char* what) { return c.name.find(what) != c.name.npos; };
    if (c.source.extension() != ".txt" || is("markup") || is("foreign-token") || is("compatibility-letters") || is("unknown")) continue;
    const std::string text = walk::Slurp(c.source);
    size_t bad = 0;
    for (size_t i = 0; i < text.size();) {
      const char32_t letter = NextLetter(text, i);
      bad += letter == 0xFFFD || letter == 0 || letter == '\r';
    }
    if (bad > 0 || text.find('\t') == text.npos) continue;
    const std::vector<std::string> written = Found("a.txt", text), printed = Found("a.pdf", Printed(text));
    for (size_t i = 0; i < std::max(written.size(), printed.size()); ++i)
      EXPECT_EQ(i < printed.size() ? printed[i] : "", i < written.size() ? written[i] : "") << c.name;
    ++compared;
  }
  EXPECT_GT(compared, 100u);
}

}  // namespace
}  // namespace tabularium
