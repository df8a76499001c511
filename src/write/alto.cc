// Tested by alto_test.cc.
#include "write/alto.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "model/recogniser_names.h"
#include "write/html_text.h"

namespace tabularium {
namespace {

constexpr double kUnits = 1200.0 / 72;  // of a point

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\" SCHEMAVERSION=\"4.2\">\n"
    "<Description>\n<MeasurementUnit>inch1200</MeasurementUnit>\n";
constexpr std::string_view kMethod =
    "WC is the recogniser's own account of the word's worst letter, from 0 (unsure) to 1 (sure); it is no probability of being right. "
    "Coordinates are of the sheet turned upright and made straight. A line that several recognisers read is one String; "
    "its PROCESSINGREFS and the PURPOSE of each ALTERNATIVE name who read what.";

std::string Attributes(const Box& box) {
  auto units = [](float points) { return static_cast<double>(points) * kUnits; };
  return fmt::format(" HPOS=\"{:.0f}\" VPOS=\"{:.0f}\" WIDTH=\"{:.0f}\" HEIGHT=\"{:.0f}\"", units(box.x0), units(box.y0),
                     units(box.x1) - units(box.x0), units(box.y1) - units(box.y0));
}

Box Union(const Box& a, const Box& b) {
  return {a.page, std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

bool Holds(const Box& outer, const Box& inner) {
  const float x = (inner.x0 + inner.x1) / 2, y = (inner.y0 + inner.y1) / 2;
  return outer.x0 <= x && x <= outer.x1 && outer.y0 <= y && y <= outer.y1;
}

bool IsSame(const Box& a, const Box& b) { return a.x0 == b.x0 && a.y0 == b.y0 && a.x1 == b.x1 && a.y1 == b.y1; }

// A line of the page's text, and all readings of it where there are several.
struct TextLine {
  std::span<const Word> words;
  Box box;
  std::span<const Recognition> readings;
};

std::vector<TextLine> LinesOf(const Page& page) {
  std::vector<TextLine> lines;
  for (size_t begin = 0, end = 0; begin < page.words.size(); begin = end) {
    TextLine line;
    line.box = page.words[begin].box;
    for (end = begin + 1; end < page.words.size() && page.text[page.words[end].range.begin - 1] != '\n'; ++end)
      line.box = Union(line.box, page.words[end].box);
    line.words = std::span(page.words).subspan(begin, end - begin);
    lines.push_back(line);
  }
  return lines;
}

class PageWriter {
 public:
  PageWriter(const Page& page, std::string* out) : page_(page), out_(*out) {}

  void Write() {
    out_ += fmt::format("<Page ID=\"p{0}\" PHYSICAL_IMG_NR=\"{0}\" WIDTH=\"{1:.0f}\" HEIGHT=\"{2:.0f}\">\n<PrintSpace>\n", page_.number,
                        static_cast<double>(page_.width) * kUnits, static_cast<double>(page_.height) * kUnits);
    for (const Ruling& ruling : page_.rulings) out_ += fmt::format("<GraphicalElement{}{}/>\n", Id(), Attributes(ruling.box));
    for (const Box& seal : page_.seals) out_ += fmt::format("<Illustration{} TYPE=\"seal\"{}/>\n", Id(), Attributes(seal));
    std::vector<TextLine> lines = LinesOf(page_);
    ShareReadings(&lines);
    for (const TextLine& line : lines) WriteLine(line);
    out_ += "</PrintSpace>\n</Page>\n";
  }

 private:
  std::string Id() { return fmt::format(" ID=\"p{}b{}\"", page_.number, ++blocks_); }

  // Readings of one place stand together. Those of one line belong to it; those of no line are of ink that nobody could read;
  // those of several lines (labels) are left out.
  void ShareReadings(std::vector<TextLine>* lines) {
    const std::span<const Recognition> all = page_.readings;
    for (size_t begin = 0, end = 0; begin < all.size(); begin = end) {
      for (end = begin + 1; end < all.size() && IsSame(all[end].box, all[begin].box);) ++end;
      TextLine* only = nullptr;
      size_t held = 0;
      for (TextLine& line : *lines)
        if (Holds(all[begin].box, line.box)) ++held, only = &line;
      if (held == 1) only->readings = all.subspan(begin, end - begin);
      if (held == 0) WriteUnread(all.subspan(begin, end - begin));
    }
  }

  void BeginLine(const Box& box) { out_ += fmt::format("<TextBlock{}{}><TextLine{}>", Id(), Attributes(box), Attributes(box)); }
  void EndLine() { out_ += "</TextLine></TextBlock>\n"; }

  void WriteUnread(std::span<const Recognition> readings) {
    BeginLine(readings[0].box);
    WriteString({}, readings[0].box, 0, readings);
    EndLine();
  }

  void WriteLine(const TextLine& line) {
    BeginLine(line.box);
    for (size_t begin = 0, end = 0; begin < line.words.size(); begin = end) {
      const Word &first = line.words[begin], *last = &first;
      Box box = first.box;
      float worst = first.legibility;
      for (end = begin + 1; end < line.words.size() && (!line.readings.empty() || IsFirm(*last, line.words[end])); ++end) {
        last = &line.words[end];
        box = Union(box, last->box);
        worst = std::min(worst, last->legibility);
      }
      if (begin > 0) out_ += "<SP/>";
      WriteString(std::string_view(page_.text).substr(first.range.begin, last->range.end - first.range.begin), box, worst, line.readings);
    }
    EndLine();
  }

  // Readers take SP beside Han letters for no blank, since most recognisers write it anywhere there; a blank inside a String
  // stands.
  bool IsFirm(const Word& left, const Word& right) const {
    auto foreign = [](char c) { return static_cast<signed char>(c) < 0; };
    return foreign(page_.Text(left).back()) || foreign(page_.Text(right).front());
  }

  void WriteString(std::string_view text, const Box& box, float legibility, std::span<const Recognition> readings) {
    out_ += "<String CONTENT=\"";
    AppendHtml(text, &out_);
    out_ += fmt::format("\" WC=\"{:.3f}\"{}", legibility, Attributes(box));
    if (!readings.empty()) out_ += fmt::format(" PROCESSINGREFS=\"{}\"", NameOf(readings[0].by));
    if (readings.size() < 2) {
      out_ += "/>";
      return;
    }
    out_ += '>';
    for (const Recognition& other : readings.subspan(1)) {
      out_ += fmt::format("<ALTERNATIVE PURPOSE=\"{}\">", NameOf(other.by));
      AppendHtml(other.text, &out_);
      out_ += "</ALTERNATIVE>";
    }
    out_ += "</String>";
  }

  const Page& page_;
  std::string& out_;
  int blocks_ = 0;
};

}  // namespace

AltoWriter::AltoWriter(std::string_view path) : out_(kHead) {
  out_ += "<sourceImageInformation><fileName>";
  AppendHtml(path, &out_);
  out_ += "</fileName></sourceImageInformation>\n";
  for (std::string_view name : kRecogniserNames)
    out_ += fmt::format("<Processing ID=\"{}\"><processingCategory>contentGeneration</processingCategory>"
                        "<processingStepDescription>{}</processingStepDescription><processingSoftware><softwareName>Tabularium: {}"
                        "</softwareName></processingSoftware></Processing>\n",
                        name, kMethod, name);
  out_ += "</Description>\n<Layout>\n";
}

void AltoWriter::Add(const Page& page) {
  if (page.dots <= 0) return;
  ++pages_;
  PageWriter(page, &out_).Write();
}

std::string AltoWriter::Finish() {
  out_ += "</Layout>\n</alto>\n";
  return std::move(out_);
}

}  // namespace tabularium
