// Keys are made letter by letter, decided by the first byte: Han letters E4–E9 are copied as they
// are, ASCII goes through a table, and only the blocks with marks and look-alikes are decoded.
// Tested by key_test.cc.
#include "text/key.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

#include "text/letters.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// What an ASCII letter becomes in a key; 0: nothing.
constexpr std::array<char, 128> kAscii = [] {
  std::array<char, 128> table{};
  for (size_t c = 0x21; c < 0x7F; ++c)
    table[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  for (char mark : std::string_view(":;,.()[]\"'*_")) table[static_cast<unsigned char>(mark)] = 0;
  return table;
}();

constexpr char32_t kDropped = 0;
constexpr char32_t kHyphen = 0x2010;  // at a line's end a program set it there, within a word

// General punctuation, U+2000–206F and U+2212.
char32_t FoldGeneral(char32_t c) {
  if (IsSpace(c) || IsInvisible(c)) return kDropped;
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c == 0x2212) return '-';
  if (c >= 0x2018 && c <= 0x201F) return kDropped;  // ‘ ’ “ ”
  if (c == 0x2022 || c == 0x2027) return kDropped;  // • ‧
  return c;
}

// U+3000–303F: 、 。 《 》 「 」 『 』 【 】 〔 〕 〖 〗 and the ideographic space go.
char32_t FoldCjkMark(char32_t c) {
  if (c <= 0x3002 || (c >= 0x300A && c <= 0x3011) || (c >= 0x3014 && c <= 0x3017)) return kDropped;
  return c;
}

// U+FE30–FFEF: full-width and small forms.
char32_t FoldFullWidth(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<unsigned char>(kAscii[c - 0xFF00 + 0x20]);
  switch (c) {
    case 0xFFE0:
      return 0xA2;
    case 0xFFE1:
      return 0xA3;
    case 0xFFE5:
      return 0xA5;
    case 0xFE64:
      return '<';
    case 0xFE65:
      return '>';
    case 0xFE66:
      return '=';
    case 0xFE62:
      return '+';
    case 0xFE63:
      return '-';
    case 0xFE6A:
      return '%';
    case 0xFE50:
    case 0xFE51:
    case 0xFE52:
    case 0xFE54:
    case 0xFE55:
    case 0xFE59:
    case 0xFE5A:  // ﹐﹑﹒﹔﹕﹙﹚
    case 0xFE35:
    case 0xFE36:  // ︵ ︶
    case 0xFF61:
    case 0xFF64:
    case 0xFF65:
    case 0xFEFF:
      return kDropped;
    default:
      return c;
  }
}

// The letter that stands for c (beyond ASCII, not E4–E9) in a key, or kDropped.
char32_t Fold(char32_t c) {
  if (c < 0x100) {
    if (c == 0xA0 || c == 0xAD || c == 0xB7) return kDropped;
    return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c;
  }
  if (c < 0x2000) return c;
  if (c < 0x2070 || c == 0x2212) return FoldGeneral(c);
  if (c < 0x2E80) return c;
  if (c < 0x3000) return EquivalentIdeograph(c);
  if (c < 0x3040) return FoldCjkMark(c);
  if (c == 0x30FB) return kDropped;  // ・
  if (c >= 0xFE30 && c <= 0xFFEF) return FoldFullWidth(c);
  return EquivalentIdeograph(c);
}

size_t Put(char32_t c, char* out) {
  auto byte = [](char32_t b) { return static_cast<char>(b); };
  if (c < 0x80) {
    out[0] = byte(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = byte(0xC0 | c >> 6);
    out[1] = byte(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = byte(0xE0 | c >> 12);
    out[1] = byte(0x80 | (c >> 6 & 0x3F));
    out[2] = byte(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = byte(0xF0 | c >> 18);
  out[1] = byte(0x80 | (c >> 12 & 0x3F));
  out[2] = byte(0x80 | (c >> 6 & 0x3F));
  out[3] = byte(0x80 | (c & 0x3F));
  return 4;
}

// Folds the letter at text[i], moves i behind it and writes what stands for it to `out` (room for
// 4). Bytes written.
inline size_t FoldNext(std::string_view text, size_t& i, char* out) {
  unsigned char lead = static_cast<unsigned char>(text[i]);
  if (lead < 0x80) {
    ++i;
    *out = kAscii[lead];
    return *out != 0;
  }
  if (lead >= 0xE4 && lead <= 0xE9 && i + 3 <= text.size()) {
    std::memcpy(out, text.data() + i, 3);
    i += 3;
    return 3;
  }
  size_t begin = i;
  char32_t c = NextLetter(text, i);
  if (c == kHyphen && i < text.size() && text[i] == '\n') return 0;
  if (std::string_view letters = LettersOfLigature(c); !letters.empty()) {
    std::memcpy(out, letters.data(), letters.size());
    return letters.size();
  }
  char32_t folded = Fold(c);
  if (folded == kDropped) return 0;
  if (folded != c) return Put(folded, out);
  std::memcpy(out, text.data() + begin, i - begin);  // damaged bytes too
  return i - begin;
}

// Most bytes that a key of a text has: U+F900–FAFF may grow from three to four.
constexpr size_t Room(size_t bytes) { return bytes + bytes / 3 + 4; }

// Letters of a key as numbers, on the stack where they are few.
class Letters {
 public:
  explicit Letters(std::string_view key) {
    char32_t* out = few_;
    if (key.size() > kFew) {
      many_.resize(key.size());
      out = many_.data();
    }
    data_ = out;
    for (size_t i = 0; i < key.size();) *out++ = NextLetter(key, i);
    size_ = static_cast<size_t>(out - data_);
  }
  Letters(const Letters&) = delete;
  Letters& operator=(const Letters&) = delete;
  const char32_t* data() const { return data_; }
  size_t size() const { return size_; }

 private:
  static constexpr size_t kFew = 96;
  char32_t few_[kFew];
  std::vector<char32_t> many_;
  char32_t* data_ = nullptr;
  size_t size_ = 0;
};

// Optimal string alignment within a band of `limit` around the diagonal. REQUIRES: |n - m| ≤ limit,
// limit ≥ 1. Cost: O(n × limit).
int BandedDistance(const char32_t* a, int n, const char32_t* b, int m, int limit) {
  const int far = limit + 1;
  int few[3 * 66];
  std::vector<int> many;
  int* before = few;
  size_t cells = 3 * (static_cast<size_t>(m) + 2);
  if (cells > std::size(few)) {
    many.resize(cells);
    before = many.data();
  }
  std::fill_n(before, cells, far);
  int* above = before + m + 2;
  int* here = above + m + 2;
  for (int j = 0; j <= std::min(m, limit); ++j) above[j] = j;
  for (int i = 1; i <= n; ++i) {
    int first = std::max(1, i - limit), last = std::min(m, i + limit);
    here[first - 1] = first == 1 && i <= limit ? i : far;
    int least = here[first - 1];
    for (int j = first; j <= last; ++j) {
      int cost = above[j - 1] + (a[i - 1] != b[j - 1]);
      cost = std::min({cost, above[j] + 1, here[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost = std::min(cost, before[j - 2] + 1);
      here[j] = cost;
      least = std::min(least, cost);
    }
    if (last < m) here[last + 1] = far;
    if (least > limit) return far;
    int* spare = before;
    before = above;
    above = here;
    here = spare;
  }
  return std::min(above[m], far);
}

}  // namespace

void Key(std::string_view text, std::string* key) {
  key->resize(Room(text.size()));
  char* out = key->data();
  for (size_t i = 0; i < text.size();) out += FoldNext(text, i, out);
  key->resize(static_cast<size_t>(out - key->data()));
}

std::string Key(std::string_view text) {
  std::string key;
  Key(text, &key);
  return key;
}

void KeyWithPlaces(std::string_view text, std::string* key, std::vector<uint32_t>* places) {
  key->resize(Room(text.size()));
  places->resize(key->size() + 1);
  char* out = key->data();
  uint32_t* at = places->data();
  size_t end = 0;
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i, bytes = FoldNext(text, i, out);
    if (bytes == 0) continue;
    out += bytes;
    at = std::fill_n(at, bytes, static_cast<uint32_t>(begin));
    end = i;
  }
  *at = static_cast<uint32_t>(end);
  key->resize(static_cast<size_t>(out - key->data()));
  places->resize(key->size() + 1);
}

bool SameKey(std::string_view a, std::string_view b) {
  char left[8], right[8];
  std::string_view x, y;  // what is left of a folded letter
  for (size_t i = 0, j = 0;; x.remove_prefix(1), y.remove_prefix(1)) {
    while (x.empty() && i < a.size()) x = {left, FoldNext(a, i, left)};
    while (y.empty() && j < b.size()) y = {right, FoldNext(b, j, right)};
    if (x.empty() || y.empty()) return x.empty() && y.empty();
    if (x[0] != y[0]) return false;
  }
}

bool KeyBegins(std::string_view text, std::string_view key) {
  char letter[8];
  for (size_t i = 0; i < text.size() && !key.empty();) {
    const size_t bytes = std::min(FoldNext(text, i, letter), key.size());
    for (size_t k = 0; k < bytes; ++k)
      if (letter[k] != key[k]) return false;
    key.remove_prefix(bytes);
  }
  return key.empty();
}

int KeyDistance(std::string_view a, std::string_view b, int limit) {
  if (a == b) return 0;
  size_t wider = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
  if (limit <= 0 || wider > 4 * static_cast<size_t>(limit)) return std::max(limit, 0) + 1;
  Letters left(a), right(b);
  const char32_t* p = left.data();
  const char32_t* q = right.data();
  size_t n = left.size(), m = right.size();
  while (n && m && p[n - 1] == q[m - 1]) --n, --m;
  while (n && m && *p == *q) ++p, ++q, --n, --m;
  size_t gap = n > m ? n - m : m - n;
  if (gap > static_cast<size_t>(limit)) return limit + 1;
  if (n == 0 || m == 0) return static_cast<int>(gap);
  return BandedDistance(p, static_cast<int>(n), q, static_cast<int>(m), limit);
}

size_t CountLetters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace tabularium
