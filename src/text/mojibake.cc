// Undoes each suspicion letter by letter, and believes it only if plain letters come out. Gives up
// at the first broken sequence, so that good text costs next to nothing. Tested by
// mojibake_test.cc.
#include "text/mojibake.h"

#include <optional>

#include "text/encoding_tables.h"
#include "text/mojibake_letters.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr size_t kShown = 60;  // bytes of Mojibake::once, enough to recognise the text

// What letters U+0080..U+009F are in windows-1252.
constexpr std::u16string_view kWindows1252 =
    u"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

// Points for a letter that came out: 2 frequent, 1 common or punctuation, −2 anything that
// misreadings are made of.
int Points(char32_t c) {
  if (c >= 0x10000) return -2;
  const auto weight = static_cast<unsigned char>(LetterWeights()[c]);
  return weight == 10 ? 2 : weight == 6 ? 1 : weight == 3 ? 0 : -2;
}
constexpr int kEnoughPoints = 3, kHopeless = -4;

// Pulls letters of the text and gives back the bytes they would have been.
class Undone {
 public:
  enum Way { kGbk, kLatin };
  Undone(std::string_view text, size_t at, Way way) : text_(text), end_(at), way_(way) {}

  // The byte `ahead` of the place; nothing where the letters end.
  std::optional<unsigned> Peek(size_t ahead) {
    while (bytes_.size() - taken_ <= ahead)
      if (!Pull()) return std::nullopt;
    return static_cast<unsigned char>(bytes_[taken_ + ahead]);
  }
  void Take(size_t n) { taken_ += n; }
  size_t end() const { return end_; }  // in the text, behind the last letter pulled

 private:
  bool Pull() {
    if (end_ >= text_.size()) return false;
    size_t next = end_;
    char32_t c = NextLetter(text_, next);
    if (c < 0x80 || c >= 0x10000) return false;
    if (way_ == kGbk) {
      uint16_t code = c == 0x20AC ? 0x80 : Gb18030Codes()[c];
      if (code == 0) return false;
      if (code > 0xFF) bytes_ += static_cast<char>(code >> 8);
      bytes_ += static_cast<char>(code & 0xFF);
    } else if (c <= 0xFF) {
      bytes_ += static_cast<char>(c);
    } else if (size_t at = kWindows1252.find(static_cast<char16_t>(c));
               at != std::u16string_view::npos) {
      bytes_ += static_cast<char>(0x80 + at);
    } else {
      return false;
    }
    end_ = next;
    return true;
  }

  std::string_view text_;
  std::string bytes_;
  size_t taken_ = 0, end_;
  Way way_;
};

struct Recovered {
  std::string once;
  int letters = 0, points = 0;
  char32_t first = 0;
  size_t end = 0;  // in the text
};

void Add(char32_t c, size_t end, Recovered* out) {
  if (out->letters++ == 0) out->first = c;
  out->points += Points(c);
  if (out->once.size() < kShown) AppendLetter(c, &out->once);
  out->end = end;
}

// Letters of UTF-8 among the bytes, up to the first that is none.
Recovered AsUtf8(Undone bytes) {
  Recovered out;
  while (out.points > kHopeless) {
    auto lead = bytes.Peek(0);
    if (!lead || *lead < 0xC2 || *lead > 0xF4) break;
    size_t n = *lead >= 0xF0 ? 4 : *lead >= 0xE0 ? 3 : 2;
    char32_t c = *lead & (n == 2 ? 0x1Fu : n == 3 ? 0x0Fu : 0x07u);
    size_t have = 1;
    for (; have < n; ++have) {
      auto byte = bytes.Peek(have);
      if (!byte || (*byte & 0xC0) != 0x80) break;
      c = c << 6 | (*byte & 0x3Fu);
    }
    bool overlong = (n == 3 && c < 0x800) || (n == 4 && c < 0x10000);
    if (have < n || overlong || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) break;
    bytes.Take(n);
    Add(c, bytes.end(), &out);
  }
  return out;
}

Recovered AsGbk(Undone bytes) {
  Recovered out;
  const std::vector<char32_t>& pairs = Gb18030Pairs();
  while (out.points > kHopeless) {
    auto lead = bytes.Peek(0), trail = bytes.Peek(1);
    if (!lead || !trail || *lead < 0xA1 || *lead == 0xFF || *trail < 0xA1 || *trail == 0xFF) break;
    char32_t c = pairs[PairIndex(*lead, *trail)];
    if (c == 0) break;
    bytes.Take(2);
    Add(c, bytes.end(), &out);
  }
  return out;
}

bool Convinces(const Recovered& r) { return r.letters >= 2 && r.points >= kEnoughPoints; }

Mojibake Found(Misreading kind, size_t begin, size_t end, std::string once) {
  return {kind, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, std::move(once)};
}

// U+FFFD, and what its bytes EF BF BD became when they were read as GBK: 锟斤拷.
std::optional<Mojibake> FindReplaced(std::string_view text, size_t at) {
  constexpr std::string_view kReplacedAsGbk[] = {"锟", "斤", "拷"};
  size_t end = at;
  while (text.substr(end).starts_with("\xEF\xBF\xBD")) end += 3;
  if (end == at && text.substr(at).starts_with("锟斤"))
    for (size_t i = 0; text.substr(end).starts_with(kReplacedAsGbk[i % 3]); ++i) end += 3;
  if (end == at) return std::nullopt;
  return Found(Misreading::kReplaced, at, end, "");
}

std::optional<Mojibake> FindUtf8AsGbk(std::string_view text, size_t at, char32_t first) {
  bool symbol = kMisreadSymbols.find(static_cast<char16_t>(first)) != std::u16string_view::npos;
  if (!symbol && kMisreadLeads.find(static_cast<char16_t>(first)) == std::u16string_view::npos)
    return std::nullopt;
  Recovered r = AsUtf8(Undone(text, at, Undone::kGbk));
  bool euro = text.substr(at + 3).starts_with("€");  // 涓€: no Han letter costs euros
  if (Convinces(r) ||
      (r.letters > 0 && Points(r.first) > 0 && (symbol ? Points(r.first) == 1 : euro)))
    return Found(Misreading::kUtf8AsGbk, at, r.end, std::move(r.once));
  if (symbol && text.substr(at + 3).starts_with("?"))  // 銆?: the third byte is lost
    return Found(Misreading::kUtf8AsGbk, at, at + 4, "");
  return std::nullopt;
}

std::optional<Mojibake> FindAsLatin(std::string_view text, size_t at, char32_t first) {
  if (first < 0xA1 || first > 0xFE) return std::nullopt;
  Recovered r = AsUtf8(Undone(text, at, Undone::kLatin));
  if (r.letters > 0 && r.first == kReplacement) return Found(Misreading::kReplaced, at, r.end, "");
  bool accented =
      r.letters > 0 && r.first < 0x100;  // Ã©; but not É», a capital before a quotation mark
  if (accented || Convinces(r))
    return Found(Misreading::kUtf8AsLatin, at, r.end, std::move(r.once));
  r = AsGbk(Undone(text, at, Undone::kLatin));
  if (Convinces(r)) return Found(Misreading::kGbkAsLatin, at, r.end, std::move(r.once));
  return std::nullopt;
}

}  // namespace

std::vector<Mojibake> FindMojibake(std::string_view text) {
  std::vector<Mojibake> found;
  for (size_t i = 0; i < text.size();) {
    size_t at = i;
    char32_t c = NextLetter(text, i);
    if (c < 0xA1 || c >= 0x10000) continue;
    std::optional<Mojibake> one;
    if (c <= 0xFF) {
      one = FindAsLatin(text, at, c);
    } else if (IsMojibakeLetter(c)) {
      one = FindReplaced(text, at);
      if (!one) one = FindUtf8AsGbk(text, at, c);
    }
    if (!one) continue;
    i = one->range.end;
    found.push_back(std::move(*one));
  }
  return found;
}

}  // namespace tabularium
