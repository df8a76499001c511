// Tested by pdf_fields_test.cc.
#include "read/pdf_fields.h"

#include <poppler/Annot.h>
#include <poppler/Catalog.h>
#include <poppler/Form.h>
#include <poppler/PDFDoc.h>
#include <poppler/PDFDocEncoding.h>
#include <poppler/Page.h>

#include <algorithm>
#include <string>
#include <utility>

#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

// A text string of PDF as UTF-8; what is no letter is a blank.
std::string TextOfString(const std::string& bytes) {
  std::string out;
  auto add = [&](char32_t c) { AppendLetter(c < 0x20 && c != '\n' ? ' ' : c, &out); };
  auto unit = [&](size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[i]) << 8 | static_cast<unsigned char>(bytes[i + 1])); };
  if (!bytes.starts_with("\xFE\xFF")) {
    for (const char byte : bytes) add(byte == '\r' || byte == '\n' ? U'\n' : pdfDocEncoding[static_cast<unsigned char>(byte)]);
    return out;
  }
  for (size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000)
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i += 2) - 0xDC00);
    add(c == '\r' ? U'\n' : c < 0xD800 || c > 0xDFFF ? c : 0xFFFD);
  }
  return out;
}

// What a person typed or chose; empty where it is not meant to be seen.
std::string ValueOf(FormWidget& widget) {
  const auto* annotation = widget.getWidgetAnnotation();
  if (!annotation || (annotation->getFlags() & (Annot::flagHidden | Annot::flagNoView))) return {};
  auto text = [](const GooString* string) { return string ? TextOfString(string->toStr()) : std::string(); };
  if (widget.getType() == formText) {
    const auto& field = static_cast<const FormWidgetText&>(widget);
    return field.isPassword() ? std::string() : text(field.getContent());
  }
  if (widget.getType() != formChoice) return {};
  const auto& field = static_cast<const FormWidgetChoice&>(widget);
  std::string chosen = text(field.getEditChoice());
  for (int i = 0; chosen.empty() && i < field.getNumChoices(); ++i)
    if (field.isSelected(i)) chosen = text(field.getChoice(i));
  return chosen;
}

bool IsBeyondLatin(std::string_view text) {
  for (size_t i = 0; i < text.size();)
    if (NextLetter(text, i) > 0xFF) return true;
  return false;
}

class FieldTaker {
 public:
  FieldTaker(::Page* page, const Limits& limits, PageInk* ink) : limits_(limits), ink_(ink) {
    page->getDefaultCTM(to_page_, 72, 72, 0, false, true);
  }

  void Take(FormWidget& widget) {
    const std::string value = ValueOf(widget);
    if (value.find_first_not_of(" \n") == value.npos || ink_->glyphs.size() + value.size() > limits_.page_letters) return;
    const Box box = PlaceOf(widget);
    if (!(box.x1 - box.x0 > 1 && box.y1 - box.y0 > 1) || !Clear(box, value)) return;
    Set(box, value);
  }

 private:
  using Line = std::string_view;

  Box PlaceOf(const FormWidget& widget) const {
    double x0, y0, x1, y1;
    widget.getRect(&x0, &y0, &x1, &y1);
    auto x = [&](double a, double b) { return static_cast<float>(to_page_[0] * a + to_page_[2] * b + to_page_[4]); };
    auto y = [&](double a, double b) { return static_cast<float>(to_page_[1] * a + to_page_[3] * b + to_page_[5]); };
    const auto [left, right] = std::minmax({x(x0, y0), x(x1, y1)});
    const auto [top, foot] = std::minmax({y(x0, y0), y(x1, y1)});
    return {0, left, top, right, foot};
  }

  // Drops what was drawn of the value; false: all of it was, or something else, which counts.
  bool Clear(const Box& box, std::string_view value) {
    std::vector<size_t> drawn;
    std::string letters, wanted;
    for (size_t i = 0; i < ink_->glyphs.size(); ++i) {
      const Glyph& glyph = ink_->glyphs[i].glyph;
      const float x = (glyph.box.x0 + glyph.box.x1) / 2, y = (glyph.box.y0 + glyph.box.y1) / 2;
      if (x < box.x0 || x > box.x1 || y < box.y0 || y > box.y1) continue;
      drawn.push_back(i);
      letters.append(ink_->letters, glyph.range.begin, glyph.range.end - glyph.range.begin);
    }
    for (const char c : value)
      if (c != ' ' && c != '\n') wanted.push_back(c);
    size_t found = 0;
    for (const char c : wanted) found += found < letters.size() && letters[found] == c;
    if (found < letters.size() || letters.size() == wanted.size()) return false;
    for (const size_t i : drawn) ink_->glyphs[i].glyph.range = {};
    if (!drawn.empty()) std::erase_if(ink_->glyphs, [](const InkLetter& letter) { return letter.glyph.range.end == 0; });
    return true;
  }

  static float WidthOf(std::string_view letter) { return static_cast<float>(std::max(DisplayWidth(letter), 1)) / 2; }

  // The lines of a text where one may be so wide, in letters. They end at blanks and beside wide letters.
  static std::vector<Line> LinesOf(std::string_view text, float most) {
    std::vector<Line> lines;
    for (size_t begin = 0; begin <= text.size();) {
      const size_t feed = std::min(text.find('\n', begin), text.size());
      float width = 0, before = 0;  // of the letter before
      size_t end = feed, turn = begin;  // where the line may end
      for (size_t i = begin; i < feed;) {
        const size_t at = i;
        NextLetter(text, i);
        const float letter = WidthOf(text.substr(at, i - at));
        if (text[at] == ' ' || std::max(letter, before) > 0.5f) turn = at;
        if (width + letter > most && at > begin) {
          end = turn > begin ? turn : at;
          break;
        }
        width += letter, before = letter;
      }
      lines.push_back(text.substr(begin, end - begin));
      begin = end + (end == feed || text[end] == ' ');
    }
    return lines;
  }

  void Set(const Box& box, std::string_view value) {
    constexpr float kMost = 10, kLeast = 2, kSmaller = 0.9f, kPitch = 1.25f;  // points; the size of letters, and lines by it
    const float width = box.x1 - box.x0, height = box.y1 - box.y0;
    float size = std::clamp(height / kPitch, kLeast, kMost);
    std::vector<Line> lines = LinesOf(value, width / size);
    while (static_cast<float>(lines.size()) * kPitch * size > height && size > kLeast) lines = LinesOf(value, width / (size *= kSmaller));
    float base = (box.y0 + box.y1) / 2 - static_cast<float>(lines.size()) * kPitch * size / 2;
    for (Line line : lines) SetLine(line, box.x0, base += kPitch * size, size);
  }

  void SetLine(std::string_view text, float x, float base, float size) {
    constexpr float kAscent = 0.8f, kDescent = 0.2f;
    base -= kDescent * size;
    bool begins = true, blank = false;
    for (size_t i = 0; i < text.size();) {
      const size_t at = i;
      NextLetter(text, i);
      const std::string_view letter = text.substr(at, i - at);
      const float advance = WidthOf(letter) * size;
      if (letter != " ") {
        InkLetter& set = ink_->glyphs.emplace_back();
        const auto begin = static_cast<uint32_t>(ink_->letters.size());
        ink_->letters += letter;
        set.glyph.box = {0, x, base - kAscent * size, x + advance, base + kDescent * size};
        set.glyph.range = {begin, static_cast<uint32_t>(ink_->letters.size())};
        set.glyph.size = size, set.glyph.base = base;
        set.next = x + advance;
        set.begins = std::exchange(begins, false);
        set.after_blank = std::exchange(blank, false);
      } else {
        blank = true;
      }
      x += advance;
    }
  }

  const Limits& limits_;
  PageInk* ink_;
  double to_page_[6];
};

}  // namespace

struct PdfFields::Fields {
  ::Page* page = nullptr;
  std::unique_ptr<FormPageWidgets> widgets;
  std::vector<Ref> not_drawn;  // sorted
};

PdfFields::PdfFields(PDFDoc* document, int number) : fields_(std::make_unique<Fields>()) {
  fields_->page = document->getPage(number);
  Catalog* catalog = document->getCatalog();
  if (!fields_->page || catalog->getFormType() == Catalog::NoForm || !catalog->getForm()) return;
  const bool drawn_anew = catalog->getForm()->getNeedAppearances();  // by every program that shows them
  fields_->widgets = fields_->page->getFormWidgets();
  for (int i = 0; fields_->widgets && i < fields_->widgets->getNumWidgets(); ++i) {
    FormWidget* widget = fields_->widgets->getWidget(i);
    const AnnotWidget* annotation = widget->getWidgetAnnotation();
    if ((drawn_anew || !annotation || !annotation->getAppearStreams()) && IsBeyondLatin(ValueOf(*widget)))
      fields_->not_drawn.push_back(widget->getRef());
  }
  std::sort(fields_->not_drawn.begin(), fields_->not_drawn.end());
}
PdfFields::~PdfFields() = default;

bool PdfFields::IsDrawn(Annot* annotation, void* fields) {
  const std::vector<Ref>& not_drawn = static_cast<PdfFields*>(fields)->fields_->not_drawn;
  return !std::binary_search(not_drawn.begin(), not_drawn.end(), annotation->getRef());
}

void PdfFields::Take(const Limits& limits, Guard* guard, PageInk* ink) const {
  if (!fields_->widgets) return;
  FieldTaker taker(fields_->page, limits, ink);
  for (int i = 0; i < fields_->widgets->getNumWidgets() && guard->Look(); ++i) taker.Take(*fields_->widgets->getWidget(i));
}

}  // namespace tabularium
