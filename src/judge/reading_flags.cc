// Flags about the file: what reading noticed, and the rows between declarations. Tested by
// flags_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "judge/flags.h"
#include "model/places.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kExcerptLetters = 40;  // a message stays on one line of a terminal

// Counts lines of a text as it is asked for ascending offsets. LF, CRLF and CR end a line.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  // The line of that offset, from 1. REQUIRES: not less than the offset before.
  uint32_t At(size_t offset) {
    for (; at_ < std::min(offset, text_.size()); ++at_) {
      bool ends = text_[at_] == '\n' ||
                  (text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n'));
      if (ends) ++line_;
    }
    return line_;
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
  uint32_t line_ = 1;
};

auto Order(const Trouble& t) {
  return std::tuple(t.range.begin, t.range.end, t.code, std::string_view(t.message));
}

std::vector<const Trouble*> Sorted(std::span<const Trouble> a, std::span<const Trouble> b) {
  std::vector<const Trouble*> all;
  for (std::span<const Trouble> some : {a, b})
    for (const Trouble& trouble : some) all.push_back(&trouble);
  std::stable_sort(all.begin(), all.end(), [](auto* x, auto* y) { return Order(*x) < Order(*y); });
  all.erase(
      std::unique(all.begin(), all.end(), [](auto* x, auto* y) { return Order(*x) == Order(*y); }),
      all.end());
  return all;
}

Flag Make(FlagCode code, std::string message, const Place& place) {
  Flag flag;
  flag.code = code;
  flag.severity = Kind(code).severity;
  flag.message = std::move(message);
  flag.place = place;
  return flag;
}

}  // namespace

std::string Excerpt(std::string_view text, size_t letters) {
  std::string excerpt;
  for (size_t i = 0, n = 0; i < text.size(); ++n) {
    if (n == letters) return excerpt + "…";
    char32_t c = NextLetter(text, i);
    AppendLetter(c < 0x20 || c == 0x7F ? U' ' : c, &excerpt);
  }
  return excerpt;
}

void FlagTroubles(const Document& document, std::span<const Trouble> more,
                  std::vector<Flag>* flags) {
  LineCounter lines(document.text);
  bool guess_said = false;
  for (const Trouble* trouble : Sorted(document.troubles, more)) {
    Flag flag = Make(trouble->code, trouble->message, {});
    flag.severity = trouble->severity;
    if (trouble->range.end > trouble->range.begin) {
      flag.place.line = lines.At(trouble->range.begin);
      flag.place.range = trouble->range;
      Locate(document, &flag.place);
    }
    guess_said |= trouble->code == FlagCode::kEncodingGuessed;
    flags->push_back(std::move(flag));
  }
  if (guess_said || document.encoding_certainty >= 1) return;
  std::string_view name = kEncodingNames[static_cast<size_t>(document.encoding)];
  flags->push_back(
      Make(FlagCode::kEncodingGuessed,
           fmt::format("no mark declares the encoding; {} was inferred with certainty {:.2f}", name,
                       document.encoding_certainty),
           {}));
}

void FlagBetween(std::span<const Leftover> between, std::vector<Flag>* flags) {
  for (size_t i = 0, end = 0; i < between.size(); i = end) {
    std::string text;
    for (end = i; end < between.size() && between[end].place.line == between[i].place.line; ++end) {
      if (end > i) text += " | ";
      if (text.size() < 8 * kExcerptLetters) text += between[end].raw;
    }
    bool several = end - i > 1 || between[i].raw.find('\t') != std::string::npos;
    std::string excerpt = Excerpt(text, kExcerptLetters);
    flags->push_back(
        several ? Make(FlagCode::kRowUnknown,
                       fmt::format("a row outside every form: “{}”", excerpt), between[i].place)
                : Make(FlagCode::kLeftover, fmt::format("a line outside every form: “{}”", excerpt),
                       between[i].place));
  }
}

}  // namespace tabularium
