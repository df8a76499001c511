// The string is grown ahead and written through a pointer; letters are checked and copied in one
// pass, since nearly all of them are Han letters of three bytes that need no escape. Tested by
// json_text_test.cc.
#include "write/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tabularium {
namespace {

constexpr size_t kChunk =
    4096;  // letters are escaped chunk by chunk, so that room for the worst case stays small
constexpr size_t kStep =
    32 << 10;  // bytes that room is made for at once: about a finding of one declaration
constexpr size_t kWorst = 6;  // bytes that one byte may become: \u0007
constexpr size_t kNumberBytes =
    64;  // more than any integer, rounded number, or decimal of 18 digits and kPlaces
constexpr int kPlaces =
    30;  // of a decimal that is printed here; rarer ones are left to model/decimal.h
constexpr int64_t kSmall = 1'000'000'000'000'000'000;  // 18 digits

// What an ASCII byte becomes: 0 itself, 'u' \u00XX, else the letter behind the backslash.
constexpr std::array<char, 128> EscapeTable() {
  std::array<char, 128> table{};
  for (size_t c = 0; c < 0x20; ++c) table[c] = 'u';
  table[0x7F] = 'u';
  table['"'] = '"';
  table['\\'] = '\\';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  return table;
}
constexpr std::array<char, 128> kEscapes = EscapeTable();

bool Follows(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Bytes of the letter at s, or 0 where no letter begins (invalid, overlong, a surrogate, cut off).
size_t LetterBytes(const unsigned char* s, size_t n) {
  unsigned char lead = s[0];
  if (lead < 0xC2) return lead < 0x80 ? 1 : 0;
  if (lead < 0xE0) return n >= 2 && Follows(s[1]) ? 2 : 0;
  if (lead < 0xF0) {
    if (n < 3 || !Follows(s[1]) || !Follows(s[2])) return 0;
    return (lead == 0xE0 && s[1] < 0xA0) || (lead == 0xED && s[1] > 0x9F) ? 0 : 3;
  }
  if (lead > 0xF4 || n < 4 || !Follows(s[1]) || !Follows(s[2]) || !Follows(s[3])) return 0;
  return (lead == 0xF0 && s[1] < 0x90) || (lead == 0xF4 && s[1] > 0x8F) ? 0 : 4;
}

// Where a chunk may end without cutting a letter. REQUIRES: n > kChunk.
size_t ChunkEnd(const unsigned char* s) {
  size_t end = kChunk;
  while (end > kChunk - 4 && Follows(s[end])) --end;
  return end;
}

constexpr int64_t kPowersOfTen[] = {1, 10, 100, 1000, 10'000, 100'000, 1'000'000};

}  // namespace

JsonText::JsonText(std::string* out) : out_(out) {
  at_ = out->data() + out->size();
  end_ = at_;
}

JsonText::~JsonText() { out_->resize(static_cast<size_t>(at_ - out_->data())); }

void JsonText::Grow(size_t bytes) {
  size_t used = static_cast<size_t>(at_ - out_->data());
  out_->resize(used + std::max({bytes, used / 2,
                                kStep}));  // not the capacity: what is resized is also cleared
  at_ = out_->data() + used;
  end_ = out_->data() + out_->size();
}

void JsonText::Raw(std::string_view letters) {
  Need(letters.size());
  std::memcpy(at_, letters.data(), letters.size());
  at_ += letters.size();
}

void JsonText::Quoted(std::string_view text) {
  const auto* s = reinterpret_cast<const unsigned char*>(text.data());
  size_t n = text.size();
  Raw("\"");
  while (n > kChunk) {
    size_t end = ChunkEnd(s);
    Escape(s, end);
    s += end;
    n -= end;
  }
  Escape(s, n);
  Raw("\"");
}

void JsonText::Escape(const unsigned char* s, size_t n) {
  constexpr char kHex[] = "0123456789abcdef";
  Need(kWorst * n + 4);
  char* at = at_;
  while (n > 0) {
    size_t letter = LetterBytes(s, n);
    if (letter == 3) {  // Han: by far the most
      std::memcpy(at, s, 3);
      at += 3;
    } else if (letter == 1) {
      char escape = kEscapes[*s];
      if (escape == 0) {
        *at++ = static_cast<char>(*s);
      } else {
        *at++ = '\\';
        *at++ = escape;
        if (escape == 'u') {
          char digits[] = {'0', '0', kHex[*s >> 4], kHex[*s & 15]};
          std::memcpy(at, digits, sizeof digits);
          at += sizeof digits;
        }
      }
    } else if (letter > 0) {
      std::memcpy(at, s, letter);
      at += letter;
    } else {
      std::memcpy(at, "\xEF\xBF\xBD", 3);
      at += 3;
      letter = 1;
    }
    s += letter;
    n -= letter;
  }
  at_ = at;
}

void JsonText::Integer(int64_t n) {
  Need(kNumberBytes);
  at_ = std::to_chars(at_, end_, n).ptr;
}

void JsonText::Unsigned(uint64_t n) {
  Need(kNumberBytes);
  at_ = std::to_chars(at_, end_, n).ptr;
}

void JsonText::Rounded(double number, int places) {
  int64_t power = kPowersOfTen[places], scaled = std::llround(number * static_cast<double>(power));
  Need(kNumberBytes);
  if (scaled < 0) *at_++ = '-';
  if (scaled < 0) scaled = -scaled;
  at_ = std::to_chars(at_, end_, scaled / power).ptr;
  int64_t rest = scaled % power;
  if (rest == 0) return;
  for (*at_++ = '.'; rest != 0; rest %= power) {
    power /= 10;
    *at_++ = static_cast<char>('0' + rest / power);
  }
}

void JsonText::Digits(int n, int digits) {
  Need(kNumberBytes);
  char letters[16];
  char* end = std::to_chars(letters, letters + sizeof letters, n).ptr;
  for (int have = static_cast<int>(end - letters); have < digits; ++have) *at_++ = '0';
  at_ = std::copy(letters, end, at_);
}

void JsonText::Exact(const Decimal& decimal, int at_least_places) {
  bool small = decimal.digits > -kSmall && decimal.digits < kSmall;
  if (!small || decimal.exponent > 0 || decimal.exponent < -kPlaces) {
    Raw("\"");
    Raw(std::string_view(PrintAtLeast(decimal, at_least_places)));
    return Raw("\"");
  }
  Need(kNumberBytes);
  *at_++ = '"';
  int64_t digits = static_cast<int64_t>(decimal.digits);
  if (digits < 0) *at_++ = '-';
  if (digits < 0) digits = -digits;
  int places = -decimal.exponent;
  char letters[24];
  int have =
      static_cast<int>(std::to_chars(letters, letters + sizeof letters, digits).ptr - letters);
  int zeros = std::max(0, places + 1 - have), all = zeros + have;
  for (int i = 0; i < all; ++i) {
    if (places > 0 && i == all - places) *at_++ = '.';
    *at_++ = i < zeros ? '0' : letters[i - zeros];
  }
  if (places == 0 && at_least_places > 0) *at_++ = '.';
  for (; places < at_least_places; ++places) *at_++ = '0';
  *at_++ = '"';
}

}  // namespace tabularium
