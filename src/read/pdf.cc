// One pass over a page's operations with an OutputDev of our own, and nothing is ever drawn. Only this file and
// pdf_picture.cc know Poppler. Tested by pdf_test.cc.
#include "read/pdf.h"

#include <fmt/format.h>
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <utility>

#include "read/filters.h"
#include "read/ink.h"
#include "read/page_lines.h"
#include "read/page_words.h"
#include "read/pdf_picture.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr float kThin = 3;       // points; areas thinner than this are rules (Chromium and Word draw them so)
constexpr float kThickRule = 6;  // points; strokes and frames wider than this are areas
constexpr float kRuleAspect = 3;  // areas between the two are rules where they are so many times longer than thick
constexpr float kLevel = 0.3f;   // points that a horizontal line's ends may differ in height

// What Poppler complains of while one thread reads. Its only way to say it is a function without an argument, so this
// is the one variable here that outlives a call: bounded, of its thread alone.
struct Complaints {
  uint64_t count = 0;
  std::string first;       // of what makes letters unreadable or is no syntax matter
  bool no_language = false;  // the tables of a language are missing (package poppler-data)
};
thread_local Complaints complaints;

void Hear(ErrorCategory category, Goffset, const char* message) {
  constexpr size_t kKept = 120;
  ++complaints.count;
  if (strstr(message, "Missing language pack") || strstr(message, "CMap file for"))
    complaints.no_language = true;
  if (complaints.first.empty() && category != errSyntaxWarning)
    complaints.first = std::string(message).substr(0, kKept);
}

void PreparePoppler() {
  static std::once_flag once;
  std::call_once(once, [] {
    setErrorCallback(Hear);
    globalParams = std::make_unique<GlobalParams>();
  });
}

double CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Ends what a page may cost, also inside of Poppler: it decodes as long as there are bytes to decode, so that a stream
// without further bytes winds everything up.
class Guard {
 public:
  explicit Guard(const Limits& limits) : limits_(limits) {}

  // A new page, or the file's own tables.
  void Begin() {
    limit_ = {};
    double now = CpuSeconds();
    page_end_ = std::min(now + limits_.page_seconds, now + std::max(limits_.pdf_seconds - spent_, 0.0));
    began_ = now;
    constexpr int kPages = 8;  // after which memory is looked at anew: a look costs some microseconds
    if (begun_++ % kPages == 0) memory_ = ResidentBytes() + limits_.page_memory;
  }
  void End() { spent_ += CpuSeconds() - began_; }

  // Looks at clock and memory; false: the page is over.
  bool Look() {
    if (!limit_.empty()) return false;
    if (CpuSeconds() > page_end_) limit_ = spent_ + limits_.page_seconds > limits_.pdf_seconds ? "pdf_seconds" : "page_seconds";
    if (ResidentBytes() > memory_) limit_ = "page_memory";
    return limit_.empty();
  }
  void Stop(std::string_view limit) {
    if (limit_.empty()) limit_ = limit;
  }
  bool stopped() const { return !limit_.empty(); }
  std::string_view limit() const { return limit_; }  // that was reached; empty: none

 private:
  static uint64_t ResidentBytes() {
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (fd < 0) return 0;
    char text[64] = {};
    ssize_t n = read(fd, text, sizeof text - 1);
    close(fd);
    const char* second = n > 0 ? strchr(text, ' ') : nullptr;
    return second ? strtoull(second, nullptr, 10) * static_cast<uint64_t>(sysconf(_SC_PAGESIZE)) : 0;
  }

  const Limits& limits_;
  double page_end_ = 0, began_ = 0, spent_ = 0;
  uint64_t memory_ = 0;
  int begun_ = 0;
  std::string_view limit_;
};

// A file's bytes as Poppler's stream. Unlike its own, offsets out of a damaged file stay inside, and the guard is asked every
// few kilobytes.
class BytesStream final : public BaseStream {
 public:
  BytesStream(FileWindows* windows, Goffset from, Goffset count, Object&& about, Guard* guard)
      : BaseStream(std::move(about), count), windows_(windows), guard_(guard) {
    begin_ = Clamp(from);
    end_ = count < 0 ? begin_ : Clamp(count > Size() - begin_ ? Size() : begin_ + count);
    MoveTo(begin_);
  }
  BaseStream* copy() override { return new BytesStream(windows_, begin_, end_ - begin_, dict.copy(), guard_); }
  Stream* makeSubStream(Goffset from, bool limited, Goffset count, Object&& about) override {
    from = Clamp(from);
    return new BytesStream(windows_, from, limited ? count : Size() - from, std::move(about), guard_);
  }
  StreamKind getKind() const override { return strWeird; }
  void reset() override { MoveTo(begin_); }
  void close() override {}
  int getChar() override { return next_ < open_ || More() ? static_cast<unsigned char>(*next_++) : EOF; }
  int lookChar() override { return next_ < open_ || More() ? static_cast<unsigned char>(*next_) : EOF; }
  Goffset getPos() override { return at_ + (next_ - first_); }
  void setPos(Goffset pos, int dir = 0) override {
    if (dir < 0) pos = pos > end_ ? 0 : end_ - pos;
    MoveTo(std::clamp(pos, begin_, end_));
  }
  Goffset getStart() override { return begin_; }
  void moveStart(Goffset delta) override {
    begin_ = std::clamp<Goffset>(begin_ + delta, 0, end_);
    MoveTo(begin_);
  }
  int getUnfilteredChar() override { return getChar(); }
  void unfilteredReset() override { reset(); }

 private:
  static constexpr Goffset kStretch = 16 << 10;  // bytes between looks: they may decode to 16 MB

  Goffset Size() const { return static_cast<Goffset>(windows_->size()); }
  Goffset Clamp(Goffset at) const { return std::clamp<Goffset>(at, 0, Size()); }
  void MoveTo(Goffset at) {
    at_ = at;
    first_ = next_ = open_ = nullptr;
  }
  // Opens the next stretch. The first is free: most streams are shorter, and a look costs a microsecond.
  bool More() {
    const Goffset at = getPos();
    if (at >= end_ || guard_->stopped()) return false;
    if (at >= begin_ + kStretch && !guard_->Look()) return false;
    const auto from = static_cast<uint64_t>(at);
    if (from < window_.begin || from >= window_.end) window_ = windows_->At(from);
    if (window_.end == 0) return false;
    at_ = at;
    first_ = next_ = window_.data + (from - window_.begin);
    open_ = next_ + std::min({end_ - at, kStretch, static_cast<Goffset>(window_.end) - at});
    return true;
  }
  bool hasGetChars() override { return true; }
  int getChars(int n, unsigned char* buffer) override {
    int done = 0;
    while (done < n && (next_ < open_ || More())) {
      const auto count = std::min<ptrdiff_t>(n - done, open_ - next_);
      memcpy(buffer + done, next_, static_cast<size_t>(count));
      next_ += count;
      done += static_cast<int>(count);
    }
    return done;
  }

  FileWindows* windows_;
  Guard* guard_;
  FileWindows::Window window_;
  Goffset begin_ = 0, end_ = 0, at_ = 0;  // of the file; at_: where first_ stands
  const char *first_ = nullptr, *next_ = nullptr, *open_ = nullptr;  // the stretch
};

// What all letters of a string have in common.
struct Pen {
  float size = 0, ascent = 0, descent = 0;  // points
  double ux = 1, uy = 0;                    // direction of writing
  uint8_t turns = 0;
  bool aslant = false, bold = false, invisible = false, vertical = false;
  Box clip;
};

// What a font says of the letter behind a code. Poppler guesses where it says nothing, and the guess looks like text.
enum class Saying : uint8_t { kSaid, kGuessed, kUnsaid };
enum class FontKind : uint8_t { kTold, kNamed, kUntold };  // all letters told; by their names; none

// The height of an em, ascent and descent, as parts of the font size. A Type 3 font has units of its own: its matrix
// says how long a unit is, and its box how high letters are, where it has one.
struct FontShape {
  float em = 1, ascent = 0.85f, descent = -0.2f;
};

// What is found out once a font.
struct FontFacts {
  std::shared_ptr<GfxFont> font;
  FontShape shape;
  FontKind kind = FontKind::kTold;
  bool bold = false;
};

class Collector final : public OutputDev {
 public:
  Collector(PageInk* ink, const Limits& limits, Guard* guard) : ink_(ink), limits_(limits), guard_(guard) {}

  static bool Abort(void* self) { return static_cast<Collector*>(self)->Step(); }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }

  void startPage(int, GfxState* state, XRef*) override {
    ink_->width = static_cast<float>(state->getPageWidth());
    ink_->height = static_cast<float>(state->getPageHeight());
  }

  void beginString(GfxState* state, const GooString*) override;
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double ox, double oy, CharCode code, int bytes,
                const Unicode* u, int n) override;

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override { Fill(state); }
  void eoFill(GfxState* state) override { Fill(state); }

  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                         double) override {
    return Shade(state);
  }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return Shade(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override { return Shade(state); }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override { return Shade(state); }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override { return Shade(state); }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return Shade(state); }

  void drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height, bool, bool, bool inlined) override {
    Image(state, inlined ? stream : nullptr, (static_cast<uint64_t>(width) + 7) / 8 * static_cast<uint64_t>(height));
  }
  void setSoftMaskFromImageMask(GfxState*, Object*, Stream* stream, int width, int height, bool, bool inlined,
                                double*) override {
    if (inlined) Consume(stream, (static_cast<uint64_t>(width) + 7) / 8 * static_cast<uint64_t>(height));
  }
  void drawImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap* colours, bool,
                 const int*, bool inlined) override {
    auto bits = static_cast<uint64_t>(width) * static_cast<uint64_t>(colours->getNumPixelComps()) *
                static_cast<uint64_t>(colours->getBits());
    Image(state, inlined ? stream : nullptr, (bits + 7) / 8 * static_cast<uint64_t>(height));
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool,
                       bool) override {
    Image(state, nullptr, 0);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                           GfxImageColorMap*, bool) override {
    Image(state, nullptr, 0);
  }

  void saveState(GfxState*) override {
    if (++depth_ > limits_.page_depth) guard_->Stop("page_depth");
  }
  void restoreState(GfxState*) override { depth_ -= depth_ > 0; }

  // What only shapes a soft mask is not seen.
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool for_mask) override {
    groups_.push_back(for_mask);
    masks_ += for_mask;
  }
  void endTransparencyGroup(GfxState*) override {
    if (groups_.empty()) return;
    masks_ -= groups_.back();
    groups_.pop_back();
  }

 private:
  // Called by Poppler every eleven operations or so; true ends the page.
  bool Step() {
    constexpr uint32_t kOperations = 11, kLook = 256;
    if (++steps_ * kOperations > limits_.page_steps) guard_->Stop("page_steps");
    if (steps_ % kLook == 0) guard_->Look();
    return stopped();
  }
  bool stopped() const { return guard_->stopped(); }
  bool Hidden() const { return masks_ > 0 || stopped(); }
  bool Shade(GfxState* state) {
    Box clip = Clip(state);
    if (!Hidden()) AddArea(clip);
    return true;
  }
  static Box Clip(const GfxState* state) {
    double x0, y0, x1, y1;
    state->getClipBBox(&x0, &y0, &x1, &y1);
    return {0, static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1), static_cast<float>(y1)};
  }

  void Fill(GfxState* state);
  void Image(GfxState* state, Stream* inlined, uint64_t bytes);
  void Consume(Stream* stream, uint64_t bytes);
  void AddArea(Box box);                                   // already clipped
  void AddLine(Box box, const Box& clip, bool broken);
  bool Count(size_t have) {
    if (have < limits_.page_rulings) return true;
    guard_->Stop("page_rulings");
    return false;
  }

  PageInk* ink_;
  const Limits& limits_;
  Guard* guard_;
  Saying SayingOfCode(CharCode code) const;

  Pen pen_;
  FontFacts facts_;
  std::vector<bool> groups_;  // open transparency groups: of a soft mask?
  int masks_ = 0;
  uint64_t steps_ = 0;
  uint32_t depth_ = 0;
  uint64_t inline_bytes_ = 0;
  bool blank_ = false;  // the letter before was a blank
};

// ---- letters

bool IsBold(const GfxFont& font) {
  if (font.isBold() || font.getWeight() >= GfxFont::W600) return true;
  if (!font.getName()) return false;
  std::string name = *font.getName();
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return name.find("bold") != std::string::npos || name.find("heavy") != std::string::npos ||
         name.find("black") != std::string::npos;
}

FontShape ShapeOf(const GfxFont& font) {
  FontShape out;
  if (font.getType() == fontType3) {
    const double* matrix = font.getFontMatrix();
    const double* box = font.getFontBBox();
    double unit = std::hypot(matrix[2], matrix[3]), high = (box[3] - box[1]) * unit;
    out.em = static_cast<float>(unit * 1000);
    if (high > 0 && (high < 0.3 * out.em || high > 2.5 * out.em)) out.em = static_cast<float>(high);
    if (!(out.em > 0)) out.em = 1;
    return out;
  }
  double ascent = font.getAscent(), descent = font.getDescent();
  if (ascent > 0.3) out.ascent = static_cast<float>(std::min(ascent, 1.05));
  if (descent < -0.01) out.descent = static_cast<float>(std::max(descent, -0.4));
  return out;
}

FontKind KindOf(GfxFont& font) {
  if (font.hasToUnicodeCMap()) return FontKind::kTold;
  if (!font.isCIDFont()) return FontKind::kNamed;
  // Poppler takes the glyph's number for the letter's where the collection is only "Identity".
  const GooString* collection = static_cast<GfxCIDFont&>(font).getCollection();
  return collection && collection->toStr() == "Adobe-Identity" ? FontKind::kUntold : FontKind::kTold;
}

// Of a letter's name in the font's own encoding. "uni4E00" and "A.alt" say it; "a65" and "G41" need a guess.
Saying SayingOf(const char* name, bool type3) {
  if (!name) return type3 ? Saying::kUnsaid : Saying::kSaid;
  std::string stem(name);
  stem.resize(std::min(stem.find_first_of("._"), stem.size()));
  if (stem.empty() || globalParams->mapNameToUnicodeAll(stem.c_str())) return Saying::kSaid;
  bool number = stem.find_first_of("0123456789") != std::string::npos;
  if (number && (stem.starts_with("uni") || (stem[0] == 'u' && stem.size() >= 5))) return Saying::kSaid;
  if (number) return Saying::kGuessed;
  return type3 ? Saying::kUnsaid : Saying::kGuessed;
}

FontFacts FactsOf(const std::shared_ptr<GfxFont>& font) {
  return {font, ShapeOf(*font), KindOf(*font), IsBold(*font)};
}

Saying Collector::SayingOfCode(CharCode code) const {
  if (facts_.kind == FontKind::kTold) return Saying::kSaid;
  if (facts_.kind == FontKind::kUntold) return Saying::kUnsaid;
  auto* font = static_cast<Gfx8BitFont*>(facts_.font.get());
  return SayingOf(code < 256 ? font->getCharName(static_cast<int>(code)) : nullptr, font->getType() == fontType3);
}

void Collector::beginString(GfxState* state, const GooString*) {
  if (!state->getFont()) return;
  if (facts_.font != state->getFont()) facts_ = FactsOf(state->getFont());
  const GfxFont* font = facts_.font.get();
  const FontShape& shape = facts_.shape;
  double x, y, hx, hy;  // one unit to the right and one up, as displayed
  state->textTransformDelta(1, 0, &x, &y);
  state->transformDelta(x, y, &x, &y);
  state->textTransformDelta(0, 1, &hx, &hy);
  state->transformDelta(hx, hy, &hx, &hy);
  double length = std::hypot(x, y), size = std::hypot(hx, hy) * std::abs(state->getFontSize());
  if (state->getFontSize() < 0) x = -x, y = -y;
  pen_ = Pen();
  pen_.ux = length > 0 ? x / length : 1;
  pen_.uy = length > 0 ? y / length : 0;
  pen_.size = static_cast<float>(size) * shape.em;
  pen_.ascent = shape.ascent * pen_.size;
  pen_.descent = shape.descent * pen_.size;
  constexpr double kStraight = 0.985;  // the cosine of ten degrees
  double upright = std::max(std::abs(pen_.ux), std::abs(pen_.uy));
  pen_.aslant = upright < kStraight;
  pen_.turns = std::abs(pen_.ux) >= std::abs(pen_.uy) ? (pen_.ux > 0 ? 0 : 2) : (pen_.uy > 0 ? 1 : 3);
  pen_.vertical = font->getWMode() != 0;
  int mode = state->getRender() & 3;
  pen_.invisible = state->getRender() == 3;
  pen_.bold = mode == 2 || facts_.bold;
  pen_.clip = Clip(state);
}

// Of the letter's box, in the direction of writing: from `a0` to `a1`, the baseline at `base`.
Box Upright(float a0, float a1, float base, const Pen& pen) {
  switch (pen.turns) {
    case 1: return {0, base + pen.descent, a0, base + pen.ascent, a1};
    case 2: return {0, -a1, base + pen.descent, -a0, base + pen.ascent};
    case 3: return {0, base - pen.ascent, -a1, base - pen.descent, -a0};
    default: return {0, a0, base - pen.ascent, a1, base - pen.descent};
  }
}

bool IsScalar(Unicode c) { return c >= 0x20 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF) && !(c >= 0x7F && c < 0xA0); }

void Collector::drawChar(GfxState* state, double x, double y, double dx, double dy, double ox, double oy, CharCode code,
                         int bytes, const Unicode* u, int n) {
  if (Hidden() || !(pen_.size > 0)) return;
  if (n == 1 && (IsSpace(u[0]) || u[0] == 0)) {
    blank_ = true;
    return;
  }
  double px, py, wx, wy;
  state->transform(x - ox, y - oy, &px, &py);
  state->transformDelta(dx, dy, &wx, &wy);
  double spacing = state->getCharSpace() + (bytes == 1 && code == ' ' ? state->getWordSpace() : 0), sx, sy;
  state->textTransformDelta(spacing * state->getHorizScaling(), 0, &sx, &sy);
  state->transformDelta(sx, sy, &sx, &sy);
  auto along = [&](double vx, double vy) { return static_cast<float>(vx * pen_.ux + vy * pen_.uy); };
  float advance = pen_.vertical ? pen_.size : along(wx, wy), space = pen_.vertical ? 0 : along(sx, sy);
  float a0 = static_cast<float>(pen_.turns == 0   ? px
                                : pen_.turns == 1 ? py
                                : pen_.turns == 2 ? -px
                                                  : -py);
  float base = static_cast<float>(pen_.turns % 2 == 0 ? py : px);
  float width = std::max(advance - space, 0.0f);

  InkLetter letter;
  Glyph& glyph = letter.glyph;
  glyph.box = Upright(a0, a0 + width, base, pen_);
  float cx = (glyph.box.x0 + glyph.box.x1) / 2, cy = (glyph.box.y0 + glyph.box.y1) / 2;
  bool inside = cx > pen_.clip.x0 - 1 && cx < pen_.clip.x1 + 1 && cy > pen_.clip.y0 - 1 && cy < pen_.clip.y1 + 1;
  if (!inside || !std::isfinite(cx + cy)) return;
  if (ink_->glyphs.size() + ink_->aslant_letters >= limits_.page_letters) {
    guard_->Stop("page_letters");
    return;
  }

  auto begin = static_cast<uint32_t>(ink_->letters.size());
  Saying saying = SayingOfCode(code);
  bool readable = n > 0 && u && saying != Saying::kUnsaid;
  ink_->guessed += saying == Saying::kGuessed;
  for (int i = 0; readable && i < n; ++i) readable = IsScalar(u[i]);
  if (pen_.aslant) {
    constexpr size_t kShown = 200;
    ++ink_->aslant_letters;
    if (ink_->aslant.size() < kShown)
      for (int i = 0; readable && i < n; ++i) AppendLetter(u[i], &ink_->aslant);
    return;
  }
  for (int i = 0; readable && i < n; ++i) {
    AppendLetter(u[i], &ink_->letters);
    ink_->private_use += (u[i] >= 0xE000 && u[i] <= 0xF8FF) || u[i] >= 0xF0000;
  }
  if (!readable) {
    AppendLetter(0xFFFD, &ink_->letters);
    ++ink_->unreadable;
  }
  glyph.range = {begin, static_cast<uint32_t>(ink_->letters.size())};
  glyph.size = pen_.size;
  glyph.base = base;
  glyph.turns = pen_.turns;
  glyph.bold = pen_.bold;
  glyph.invisible = pen_.invisible;
  letter.next = a0 + (pen_.vertical ? width : advance);
  letter.after_blank = std::exchange(blank_, false);
  ink_->glyphs.push_back(letter);
}

// ---- lines and areas

Box Meet(const Box& a, const Box& b) {
  return {0, std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}
bool IsEmpty(const Box& box) { return !(box.x0 <= box.x1 && box.y0 <= box.y1); }

void Collector::AddLine(Box box, const Box& clip, bool broken) {
  box = Meet(box, clip);
  if (!IsEmpty(box) && Count(ink_->lines.size())) ink_->lines.push_back({box, broken});
}

void Collector::AddArea(Box box) {
  if (IsEmpty(box)) return;
  float width = box.x1 - box.x0, height = box.y1 - box.y0, thin = std::min(width, height);
  bool thick_rule = thin < kThickRule && std::max(width, height) >= kRuleAspect * thin;
  if (thin >= kThin && !thick_rule) {
    if (Count(ink_->fills.size())) ink_->fills.push_back(box);
  } else if (std::max(width, height) < std::max(2 * thin, kThin)) {
    if (Count(ink_->dots.size())) ink_->dots.push_back(box);
  } else if (Count(ink_->lines.size())) {
    ink_->lines.push_back({box, false});
  }
}

struct Point {
  float x, y;
};

Point At(const GfxState* state, const GfxSubpath* path, int i) {
  double x, y;
  state->transform(path->getX(i), path->getY(i), &x, &y);
  return {static_cast<float>(x), static_cast<float>(y)};
}

void Collector::stroke(GfxState* state) {
  if (Hidden() || state->getStrokeOpacity() <= 0) return;
  Box clip = Clip(state);
  float half = static_cast<float>(std::max(state->getTransformedLineWidth(), 0.1)) / 2;
  double phase;
  bool broken = !state->getLineDash(&phase).empty();
  const GfxPath* path = state->getPath();
  for (int s = 0; s < path->getNumSubpaths(); ++s) {
    const GfxSubpath* sub = path->getSubpath(s);
    Point from = At(state, sub, 0);
    for (int i = 1; i < sub->getNumPoints() && !stopped(); ++i) {
      Point to = At(state, sub, i);
      if (!sub->getCurve(i) && !(i > 0 && sub->getCurve(i - 1))) {
        float w = std::abs(to.x - from.x), h = std::abs(to.y - from.y);
        bool level = h <= kLevel || h < 0.01f * w, plumb = w <= kLevel || w < 0.01f * h;
        float gx = level && w >= h ? 0 : half, gy = level && w >= h ? half : 0;
        Box box{0, std::min(from.x, to.x) - gx, std::min(from.y, to.y) - gy, std::max(from.x, to.x) + gx,
                std::max(from.y, to.y) + gy};
        if (std::max(w, h) <= 2 * half && 2 * half <= kThickRule) {  // a dot
          float cx = (from.x + to.x) / 2, cy = (from.y + to.y) / 2;
          AddArea(Meet({0, cx - half, cy - half, cx + half, cy + half}, clip));
        } else if ((level || plumb) && 2 * half <= kThickRule) {
          AddLine(box, clip, broken);
        } else if (level || plumb) {
          AddArea(Meet(box, clip));
        }
      }
      from = to;
    }
  }
}

// Four straight sides along the axes, or a box thin enough that its shape doesn't matter.
bool IsBox(const GfxState* state, const GfxSubpath* sub, Box* box) {
  int n = sub->getNumPoints();
  constexpr int kMost = 64;  // points of a shape that is looked at; more make no rule
  if (n < 2 || n > kMost) return false;
  Point last = At(state, sub, 0);
  *box = {0, last.x, last.y, last.x, last.y};
  bool straight = n >= 4;
  for (int i = 1; i < n; ++i) {
    Point p = At(state, sub, i);
    straight = straight && !sub->getCurve(i) && (std::abs(p.x - last.x) <= kLevel || std::abs(p.y - last.y) <= kLevel);
    box->x0 = std::min(box->x0, p.x), box->x1 = std::max(box->x1, p.x);
    box->y0 = std::min(box->y0, p.y), box->y1 = std::max(box->y1, p.y);
    last = p;
  }
  float width = box->x1 - box->x0, height = box->y1 - box->y0;
  if (straight && n <= 6) return true;
  return std::min(width, height) < kThin && std::max(width, height) > 2 * std::min(width, height);
}

// True if `inner` leaves a frame as thin as a rule within `outer`.
bool IsFrame(const Box& outer, const Box& inner) {
  float gaps[] = {inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1};
  float most = *std::max_element(std::begin(gaps), std::end(gaps));
  return *std::min_element(std::begin(gaps), std::end(gaps)) > -kLevel && most > 0.05f && most <= kThickRule;
}

void Collector::Fill(GfxState* state) {
  if (Hidden() || state->getFillOpacity() <= 0) return;
  Box clip = Clip(state);
  GfxRGB colour{};
  state->getFillRGB(&colour);
  bool white = std::min({colour.r, colour.g, colour.b}) > gfxColorComp1 - gfxColorComp1 / 50;
  const GfxPath* path = state->getPath();
  for (int s = 0; s < path->getNumSubpaths() && !stopped(); ++s) {
    Box box, inner;
    if (!IsBox(state, path->getSubpath(s), &box)) continue;
    if (s + 1 < path->getNumSubpaths() && IsBox(state, path->getSubpath(s + 1), &inner)) {
      if (IsFrame(inner, box)) std::swap(inner, box);
      if (IsFrame(box, inner)) {
        AddLine({0, box.x0, box.y0, box.x1, inner.y0}, clip, false);
        AddLine({0, box.x0, inner.y1, box.x1, box.y1}, clip, false);
        AddLine({0, box.x0, box.y0, inner.x0, box.y1}, clip, false);
        AddLine({0, inner.x1, box.y0, box.x1, box.y1}, clip, false);
        ++s;
        continue;
      }
    }
    box = Meet(box, clip);
    bool on_paper = true;  // white on white is not seen
    for (size_t i = ink_->fills.size(); white && on_paper && i-- > 0 && ink_->fills.size() - i < 64;) {
      const Box& under = ink_->fills[i];
      on_paper = !(under.x0 <= box.x1 && box.x0 <= under.x1 && under.y0 <= box.y1 && box.y0 <= under.y1);
    }
    bool thick = std::min(box.x1 - box.x0, box.y1 - box.y0) >= kThin;
    if (!white || (!on_paper && !thick)) AddArea(box);
  }
}

void Collector::Image(GfxState* state, Stream* inlined, uint64_t bytes) {
  if (inlined) Consume(inlined, bytes);
  if (Hidden()) return;
  double x0, y0, x1, y1, x2, y2, x3, y3;
  state->transform(0, 0, &x0, &y0);
  state->transform(1, 0, &x1, &y1);
  state->transform(0, 1, &x2, &y2);
  state->transform(1, 1, &x3, &y3);
  auto [left, right] = std::minmax({x0, x1, x2, x3});
  auto [top, bottom] = std::minmax({y0, y1, y2, y3});
  Box box = Meet({0, static_cast<float>(left), static_cast<float>(top), static_cast<float>(right),
                  static_cast<float>(bottom)},
                 Clip(state));
  if (IsEmpty(box)) return;
  if (std::min(box.x1 - box.x0, box.y1 - box.y0) < kThin) {
    AddArea(box);
  } else if (Count(ink_->images.size())) {
    ink_->images.push_back(box);
  }
}

// The bytes of an inline image stand among the operations and must be passed.
void Collector::Consume(Stream* stream, uint64_t bytes) {
  constexpr uint64_t kMost = 256u << 20;  // of a page
  stream->reset();
  while (bytes-- > 0 && stream->getChar() != EOF)
    if (++inline_bytes_ > kMost) {
      guard_->Stop("page_seconds");
      break;
    }
  stream->close();
}

}  // namespace

// ---- the file

class PdfFile::Poppler {
 public:
  Poppler(const FileBytes& bytes, const Limits& asked) : limits(asked), windows(bytes) {}

  Limits limits;
  FileWindows windows;
  Guard guard{limits};
  std::unique_ptr<PDFDoc> document;
  PageInk ink;  // of the page at hand
  int pages = 0;
  bool repaired = false;
  std::vector<Trouble> troubles;
};

bool IsPdf(std::string_view bytes) {
  constexpr size_t kFirst = 1024;  // as Acrobat does (ISO 32000, annex H.3)
  return bytes.substr(0, kFirst).find("%PDF-") != std::string_view::npos;
}

PdfFile::PdfFile(std::unique_ptr<Poppler> poppler) : poppler_(std::move(poppler)) {}
PdfFile::~PdfFile() = default;
int PdfFile::pages() const { return poppler_->pages; }
const std::vector<Trouble>& PdfFile::troubles() const { return poppler_->troubles; }

Result<std::unique_ptr<PdfFile>> PdfFile::Open(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  if (PacksTwice(bytes)) return PackedTwice(name);
  return OpenSound(FileBytes(bytes), name, options);
}

Error PackedTwice(const std::string& name) {
  return {"limit-reached", "is a PDF with streams packed twice, as bombs are: print or export it again", name};
}

Result<std::unique_ptr<PdfFile>> PdfFile::OpenSound(const FileBytes& bytes, const std::string& name, const ReadOptions& options) {
  PreparePoppler();
  complaints = Complaints();
  auto poppler = std::make_unique<Poppler>(bytes, options.limits);
  auto stream = std::make_unique<BytesStream>(&poppler->windows, 0, static_cast<Goffset>(bytes.size()), Object(objNull),
                                              &poppler->guard);
  poppler->guard.Begin();
  poppler->document = std::make_unique<PDFDoc>(stream.release(), std::optional<GooString>(), std::optional<GooString>(),
                                               nullptr, [it = poppler.get()] { it->repaired = true; });
  PDFDoc& document = *poppler->document;
  int pages = document.isOk() ? document.getNumPages() : 0;
  poppler->guard.End();
  if (poppler->guard.stopped())
    return Error{"limit-reached", fmt::format("needs more than --limit {} allows before its first page", poppler->guard.limit()),
                 name};
  if (!document.isOk() && document.getErrorCode() == errEncrypted)
    return Error{"password", "is a PDF locked by a password: remove it with the program that made it", name};
  if (!document.isOk())
    return Error{"unreadable",
                 fmt::format("is a PDF too damaged to be read{}{}: print or export it again",
                             complaints.first.empty() ? "" : ": ", complaints.first),
                 name};
  if (pages <= 0) return Error{"empty", "is a PDF without a page", name};
  poppler->pages = static_cast<int>(std::min<int64_t>(pages, options.limits.pages));
  if (poppler->repaired)
    poppler->troubles.push_back({FlagCode::kPageFailed,
                                 Severity::kSuspicious,
                                 "the PDF's table of objects was damaged and made anew: parts of it may be lost",
                                 {}});
  if (poppler->pages < pages)
    poppler->troubles.push_back(
        {FlagCode::kLimitReached,
         Severity::kWrong,
         fmt::format("it has {} pages, of which {} were read; raise --limit pages", pages, poppler->pages),
         {}});
  return std::unique_ptr<PdfFile>(new PdfFile(std::move(poppler)));
}

namespace {

void Say(FlagCode code, Severity severity, std::string message, Page* page) {
  page->troubles.push_back({code, severity, fmt::format("page {}: {}", page->number, message), {}});
}

// What the letters, or their absence, say of the page.
void SayWhatIsWrong(const PageInk& ink, Page* page) {
  size_t letters = ink.glyphs.size();
  float area = page->width * page->height, pictures = 0;
  for (const Box& image : page->images) pictures += (image.x1 - image.x0) * (image.y1 - image.y0);
  constexpr float kPicture = 0.3f, kScanned = 0.6f;  // of the page
  if (complaints.no_language)
    Say(FlagCode::kIllegible, Severity::kWrong,
        "a font names letters by a table that is not installed (package poppler-data); they are not read", page);
  page->only_seen = letters == 0 && pictures > kPicture * area;
  const bool hidden = std::all_of(page->glyphs.begin(), page->glyphs.end(), [](const Glyph& g) { return g.invisible; });
  page->only_seen |= letters > 0 && hidden && pictures > kScanned * area;
  if (page->only_seen && letters == 0)
    Say(FlagCode::kIllegible, Severity::kWrong, "it is an image without a text layer; nothing was read", page);
  constexpr uint32_t kTolerated = 20;  // one letter in so many may be a bullet that no font explains
  page->only_seen |= ink.unreadable * kTolerated > letters;
  if (ink.unreadable * kTolerated > letters)
    Say(FlagCode::kTextLayerUntrusted, Severity::kWrong,
        fmt::format("{} of {} letters are in fonts that don't say what they mean; U+FFFD stands for them",
                    ink.unreadable, letters),
        page);
  else if (ink.guessed * kTolerated > letters)
    Say(FlagCode::kTextLayerUntrusted, Severity::kSuspicious,
        fmt::format("{} of {} letters are in fonts that don't say what they mean; they are guessed", ink.guessed, letters),
        page);
  else if (ink.private_use * kTolerated > letters)
    Say(FlagCode::kTextLayerUntrusted, Severity::kSuspicious,
        fmt::format("{} of {} letters have no public meaning", ink.private_use, letters), page);
  if (ink.aslant_letters > 0)
    Say(FlagCode::kLeftover, Severity::kNote, fmt::format("set aslant and left out: “{}”", ink.aslant), page);
}

}  // namespace

Page PdfFile::ReadPage(int number) {
  Page page;
  page.number = number;
  PageInk& ink = poppler_->ink;
  ink.Begin(number);
  complaints = Complaints();
  Guard& guard = poppler_->guard;
  guard.Begin();
  Collector collector(&ink, poppler_->limits, &guard);
  constexpr double kDots = 72;
  poppler_->document->displayPage(&collector, number, kDots, kDots, 0, false, true, false, &Collector::Abort, &collector);
  guard.End();
  page.width = ink.width;
  page.height = ink.height;
  page.rulings = JoinLines(ink.lines, ink.dots);
  page.fills = std::move(ink.fills);
  page.images = std::move(ink.images);
  for (Ruling& ruling : page.rulings) ruling.box.page = number;
  for (auto* boxes : {&page.fills, &page.images})
    for (Box& box : *boxes) box.page = number;
  SetWords(ink, &page);
  if (guard.stopped())
    Say(FlagCode::kLimitReached, Severity::kWrong,
        fmt::format("it asks for more than the limit {} allows; what was drawn before that is read", guard.limit()),
        &page);
  if (poppler_->windows.lost())
    Say(FlagCode::kPageFailed, Severity::kWrong, "not all of the file could be read: it became shorter, or the disk fails", &page);
  else if (!poppler_->document->getPage(number) || page.width <= 0)
    Say(FlagCode::kPageFailed, Severity::kWrong, "it cannot be read: the file is damaged there", &page);
  SayWhatIsWrong(ink, &page);
  return page;
}

Pixels PdfFile::DrawPixels(int number, double dots) {
  Guard& guard = poppler_->guard;
  guard.Begin();
  auto stop = [](void* asked) { return !static_cast<Guard*>(asked)->Look(); };
  Pixels pixels = tabularium::DrawPixels(*poppler_->document, number, dots, poppler_->limits.page_pixels, stop, &guard);
  guard.End();
  return pixels;
}

std::string PdfFile::DrawPage(int number, double dots) {
  Guard& guard = poppler_->guard;
  guard.Begin();
  auto stop = [](void* asked) { return !static_cast<Guard*>(asked)->Look(); };
  std::string png = DrawPng(*poppler_->document, number, dots, stop, &guard);
  guard.End();
  return png;
}

}  // namespace tabularium
