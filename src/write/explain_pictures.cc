// Layers of rectangles over a picture, in points. Tested by explain_pictures_test.cc.
#include "write/explain_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

#include "model/places.h"
#include "write/html_text.h"

namespace tabularium {
namespace {

std::string Base64(std::string_view bytes) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (size_t i = 0; i < bytes.size(); i += 3) {
    size_t left = std::min<size_t>(3, bytes.size() - i);
    uint32_t three = 0;
    for (size_t k = 0; k < 3; ++k)
      three = three << 8 | (k < left ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (size_t k = 0; k < 4; ++k) out += k <= left ? kLetters[three >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

struct Before {
  bool operator()(const Box& a, const Box& b) const {
    return std::tie(a.page, a.y0, a.x0, a.y1, a.x1) < std::tie(b.page, b.y0, b.x0, b.y1, b.x1);
  }
};

// Where values stand, with their numbers: one rectangle for all that share a place.
using ValueBoxes = std::map<Box, std::string, Before>;

void Add(const Box& box, int value, ValueBoxes* boxes) {
  if (box.page == 0) return;
  std::string& numbers = (*boxes)[box];
  numbers += numbers.empty() ? std::to_string(value) : " " + std::to_string(value);
}

ValueBoxes BoxesOf(const Finding& finding) {
  ValueBoxes boxes;
  int value = 0;
  auto add = [&](const Field& field) {
    Add(field.place.box, value, &boxes);
    for (const Place& place : field.more) Add(place.box, value, &boxes);
    ++value;
  };
  for (const DeclarationFinding& declaration : finding.declarations) {
    for (const Field& field : declaration.record.fields) add(field);
    for (const auto& table : declaration.record.tables)
      for (const Field& field : table) add(field);
  }
  return boxes;
}

class PictureWriter {
 public:
  PictureWriter(const Extraction& extraction, std::string* out)
      : extraction_(extraction), values_(BoxesOf(extraction.finding)), out_(out) {}

  void WriteLayers() {
    constexpr std::array<std::array<std::string_view, 3>, 5> kLayers = {
        {{"pic", "page", " checked"},
         {"words", "words", ""},
         {"rules", "rulings", " checked"},
         {"cells", "cells", " checked"},
         {"values", "values", " checked"}}};
    out_->append("<form class=\"layers\" aria-label=\"layers\">");
    for (const auto& [id, name, state] : kLayers)
      Put("<label class=\"l-{0}\"><input type=\"checkbox\" id=\"show-{0}\"{2}> {1}</label>", id,
          name, state);
    out_->append("</form>\n");
  }

  void Write(const PagePicture& picture) {
    const Page& page = picture.page;
    Put("<svg class=\"page\" viewBox=\"0 0 {0:.1f} {1:.1f}\" role=\"img\" aria-label=\"page "
        "{2}\">\n",
        page.width, page.height, page.number);
    Put("<rect class=\"paper\" width=\"{:.1f}\" height=\"{:.1f}\"/>\n", page.width, page.height);
    if (!picture.png.empty())
      Put("<image class=\"g-pic\" id=\"pic{}\" width=\"{:.1f}\" height=\"{:.1f}\" "
          "href=\"data:image/png;base64,{}\"/>\n",
          page.number, page.width, page.height, Base64(picture.png));
    WriteSeals(page);
    WriteWords(page);
    WriteCells(page.number);
    WriteRulings(page);
    WriteValues(page.number);
    out_->append("</svg>\n");
  }

 private:
  template <class... Args>
  void Put(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(*out_), format, std::forward<Args>(args)...);
  }

  void Rectangle(const Box& box) {
    Put("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"", box.x0, box.y0,
        std::max(0.1f, box.x1 - box.x0), std::max(0.1f, box.y1 - box.y0));
  }

  void WriteSeals(const Page& page) {
    if (page.seals.empty()) return;
    out_->append("<g class=\"g-seals\">");
    for (const Box& seal : page.seals) {
      Rectangle(seal);
      out_->append("><title>a seal</title></rect>\n");
    }
    out_->append("</g>\n");
  }

  void WriteWords(const Page& page) {
    out_->append("<g class=\"g-words\">");
    for (const Word& word : page.words) {
      constexpr float kPoor = 0.85f;
      Rectangle(word.box);
      if (word.legibility < 1)
        Put("{}><title>{} (legibility {:.2f})</title></rect>\n", word.legibility < kPoor ? " class=\"poor\"" : "",
            Html(page.Text(word)), word.legibility);
      else
        Put("><title>{}</title></rect>\n", Html(page.Text(word)));
    }
    out_->append("</g>\n");
  }

  void WriteRulings(const Page& page) {
    out_->append("<g class=\"g-rules\">");
    for (const Ruling& ruling : page.rulings) {
      const Box& b = ruling.box;
      bool across = b.x1 - b.x0 >= b.y1 - b.y0;
      float x = (b.x0 + b.x1) / 2, y = (b.y0 + b.y1) / 2;
      Put("<path d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\"{}/>\n", across ? b.x0 : x, across ? y : b.y0,
          across ? b.x1 : x, across ? y : b.y1, ruling.broken ? " class=\"broken\"" : "");
    }
    out_->append("</g>\n");
  }

  void WriteCells(int page) {
    out_->append("<g class=\"g-cells\">");
    for (const Cell& cell : extraction_.grid->cells) {
      if (cell.range.begin == cell.range.end) continue;
      Box box = BoxOf(*extraction_.document, cell.range);
      if (box.page != page) continue;
      Rectangle(box);
      Put("><title>row {}, column {}: {}</title></rect>\n", cell.row, cell.column, Html(cell.text));
    }
    out_->append("</g>\n");
  }

  void WriteValues(int page) {
    out_->append("<g class=\"g-values\">");
    for (const auto& [box, numbers] : values_) {
      if (box.page != page) continue;
      Rectangle(box);
      Put(" rx=\"1.5\" data-v=\"{}\" tabindex=\"0\"/>\n", numbers);
    }
    out_->append("</g>\n");
  }

  const Extraction& extraction_;
  ValueBoxes values_;
  std::string* out_;
};

}  // namespace

void WritePictures(const Extraction& extraction, std::span<const PagePicture> pictures,
                   std::string* out) {
  PictureWriter writer(extraction, out);
  writer.WriteLayers();
  for (const PagePicture& picture : pictures) writer.Write(picture);
}

}  // namespace tabularium
