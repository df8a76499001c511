// One loop decodes every encoding in blocks of text, a mark before each, so that a place is never
// far from a mark; a damage ends its block, so that no walk from a mark ever crosses one. Tested by
// encoding_test.cc.
#include "text/encoding.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/encoding_tables.h"
#include "text/mojibake_letters.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

using Bytes = const unsigned char*;

constexpr char32_t kNone = 0xFFFFFFFF;

// What stands at a place: a letter, or kNone and the width of the damage. `width` counts stored
// bytes.
struct Step {
  char32_t letter;
  size_t width;
};

bool Follows(unsigned byte) { return (byte & 0xC0) == 0x80; }

// A broken sequence ends before the first byte that cannot belong to it (Unicode 15, §3.9, maximal
// subparts).
Step BrokenUtf8(Bytes p, Bytes end) {
  unsigned lead = p[0];
  size_t wanted = lead >= 0xF0 && lead <= 0xF4  ? 4
                  : lead >= 0xE0 && lead < 0xF0 ? 3
                  : lead >= 0xC2 && lead < 0xE0 ? 2
                                                : 1;
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  size_t width = 1;
  while (width < wanted && p + width < end && p[width] >= low && p[width] <= high) {
    ++width;
    low = 0x80, high = 0xBF;
  }
  return {kNone, width};
}

Step NextUtf8(Bytes p, Bytes end) {
  unsigned lead = p[0];
  size_t left = static_cast<size_t>(end - p);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && Follows(p[1]))
    return {(lead & 0x1Fu) << 6 | (p[1] & 0x3Fu), 2};
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3 && Follows(p[1]) && Follows(p[2])) {
    char32_t c = (lead & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    if (c >= 0x800 && c - 0xD800 >= 0x800) return {c, 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && Follows(p[1]) && Follows(p[2]) && Follows(p[3])) {
    char32_t c = (lead & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
    if (c >= 0x10000 && c < 0x110000) return {c, 4};
  }
  return BrokenUtf8(p, end);
}

Step QuadGb18030(Bytes p, Bytes end) {
  if (end - p < 4 || p[2] < 0x81 || p[2] == 0xFF || p[3] < 0x30 || p[3] > 0x39) return {kNone, 1};
  size_t linear =
      (((p[0] - 0x81u) * 10 + (p[1] - 0x30u)) * 126 + (p[2] - 0x81u)) * 10 + (p[3] - 0x30u);
  constexpr size_t kSupplementary = 189000;  // 90 30 81 30 is U+10000
  const std::vector<char32_t>& quads = Gb18030Quads();
  if (linear < quads.size()) return quads[linear] ? Step{quads[linear], 4} : Step{kNone, 1};
  if (linear >= kSupplementary && linear < kSupplementary + 0x100000)
    return {static_cast<char32_t>(0x10000 + linear - kSupplementary), 4};
  return {kNone, 1};
}

// A pair without a letter is damage of both bytes, unless the second could be ASCII: that one
// stays.
Step Pair(const std::vector<char32_t>& pairs, Bytes p, Bytes end) {
  if (end - p < 2 || p[1] < 0x40 || p[1] == 0xFF) return {kNone, 1};
  char32_t c = pairs[PairIndex(p[0], p[1])];
  if (c) return {c, 2};
  return {kNone, p[1] < 0x80 ? 1u : 2u};
}

// Writes letters behind `out` up to the first that is neither ASCII nor a pair which becomes three bytes, as nearly all are; four
// bytes at once, of which the last is written over or stands behind `full`, where there is room for it. `seen`: all bits of what
// the pairs become.
char* PutPlain(const PlainPairs& pairs, Bytes* from, Bytes end, char* out, const char* full, uint32_t* seen) {
  static_assert(std::endian::native == std::endian::little);
  uint32_t all = *seen;
  Bytes p = *from;
  for (const Bytes last = end - 1; p < last && out < full;) {
    uint16_t two;
    std::memcpy(&two, p, sizeof two);
    if ((two & 0x80) == 0) {
      *out++ = static_cast<char>(two);
      ++p;
      continue;
    }
    const uint32_t bytes = pairs[static_cast<uint16_t>(two << 8 | two >> 8) & 0x7FFF];
    if (bytes == 0) break;
    all |= bytes;
    std::memcpy(out, &bytes, sizeof bytes);
    out += 3;
    p += 2;
  }
  *from = p;
  *seen = all;
  return out;
}

struct Gb18030Letters {
  const std::vector<char32_t>& pairs = Gb18030Pairs();
  const PlainPairs& plain = Gb18030PlainPairs();
  Step operator()(Bytes p, Bytes end) const {
    if (p[0] < 0x80) return {p[0], 1};
    if (p[0] == 0x80) return {0x20AC, 1};
    if (p[0] == 0xFF) return {kNone, 1};
    if (end - p >= 2 && p[1] >= 0x30 && p[1] <= 0x39) return QuadGb18030(p, end);
    return Pair(pairs, p, end);
  }
};

struct Big5Letters {
  const std::vector<char32_t>& pairs = Big5Pairs();
  const PlainPairs& plain = Big5PlainPairs();
  Step operator()(Bytes p, Bytes end) const {
    if (p[0] < 0x80) return {p[0], 1};
    if (p[0] == 0x80 || p[0] == 0xFF) return {kNone, 1};
    return Pair(pairs, p, end);
  }
};

template <size_t kHigh>  // which byte of a unit is the high one
Step NextUtf16(Bytes p, Bytes end) {
  if (end - p < 2) return {kNone, 1};
  auto unit = [&](size_t i) { return static_cast<char32_t>(p[i + kHigh] << 8 | p[i + 1 - kHigh]); };
  char32_t c = unit(0);
  if (c - 0xD800 >= 0x800) return {c, 2};
  if (c >= 0xDC00 || end - p < 4 || unit(2) - 0xDC00 >= 0x400) return {kNone, 2};
  return {0x10000 + ((c - 0xD800) << 10) + (unit(2) - 0xDC00), 4};
}

char* Put(char32_t c, char* out) {
  if (c < 0x80) {
    *out++ = static_cast<char>(c);
  } else if (c < 0x800) {
    *out++ = static_cast<char>(0xC0 | c >> 6);
    *out++ = static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    *out++ = static_cast<char>(0xE0 | c >> 12);
    *out++ = static_cast<char>(0x80 | (c >> 6 & 0x3F));
    *out++ = static_cast<char>(0x80 | (c & 0x3F));
  } else {
    *out++ = static_cast<char>(0xF0 | c >> 18);
    *out++ = static_cast<char>(0x80 | (c >> 12 & 0x3F));
    *out++ = static_cast<char>(0x80 | (c >> 6 & 0x3F));
    *out++ = static_cast<char>(0x80 | (c & 0x3F));
  }
  return out;
}

void AddDamage(uint64_t at, size_t width, Decoded* out) {
  auto begin = static_cast<uint32_t>(out->text.size());
  out->text += "\xEF\xBF\xBD";
  auto end = static_cast<uint32_t>(out->text.size());
  if (!out->damages.empty() && out->damages.back().stored.end == at) {
    out->damages.back().text.end = end;
    out->damages.back().stored.end = at + width;
  } else {
    out->damages.push_back({{begin, end}, {at, at + width}});
  }
}

template <class Next>
Decoded DecodeBy(std::string_view stored, size_t from, Next next) {
  auto begin = reinterpret_cast<Bytes>(stored.data());
  Bytes p = begin + from, end = begin + stored.size();
  Decoded out;
  out.text.reserve((stored.size() - from) * 3 / 2 + 4);
  out.marks.reserve(stored.size() / (kMarkEvery / 2) + 2);
  bool plain = requires { next.plain; };  // all of it, but for ASCII
  uint32_t seen = 0;
  do {
    out.marks.push_back({static_cast<uint32_t>(out.text.size()), false, static_cast<uint64_t>(p - begin)});
    char block[kMarkEvery + 4];
    char *q = block, *full = block + kMarkEvery - out.text.size() % kMarkEvery;
    Step step{0, 0};
    while (p < end && q < full) {
      if constexpr (requires { next.plain; }) {
        const bool first = q == block;
        q = PutPlain(next.plain, &p, end, q, full, &seen);
        if (p == end || q >= full) {
          out.marks.back().plain = first;
          break;
        }
      }
      step = next(p, end);
      plain &= step.letter < 0x80;
      if (step.letter == kNone) break;
      q = Put(step.letter, q);
      p += step.width;
    }
    out.text.append(block, static_cast<size_t>(q - block));
    if (step.letter == kNone) {
      AddDamage(static_cast<uint64_t>(p - begin), step.width, &out);
      p += step.width;
    }
  } while (p < end);
  if (out.marks.back().stored < stored.size())  // behind a damage at the very end
    out.marks.push_back({static_cast<uint32_t>(out.text.size()), false, stored.size()});
  out.scan = plain ? Utf8Scan{out.text.size(), out.text.find('\0') != out.text.npos, (seen & kOddPair) != 0} : ScanUtf8(out.text);
  return out;
}

// In tenths of a byte. `most`: what the total can still become, each letter to come weighing as much as any can.
template <class Next>
Plausibility WeighBy(std::string_view sample, double least, Next next) {
  constexpr int kMost = 10, kDamage = -20, kFarHan = 1, kFar = -3, kControl = -10;
  const int8_t* weights = LetterWeights().data();
  Plausibility sum;
  const auto size = static_cast<int64_t>(sample.size());
  const auto enough = static_cast<int64_t>(std::max(kMost * least, static_cast<double>(kDamage * size)));
  int64_t most = kMost * size, foreign = 0;
  auto p = reinterpret_cast<Bytes>(sample.data());
  Bytes end = p + sample.size();
  for (bool was_broken = false; p < end && most >= enough;) {
    const Step step = next(p, end);
    const bool damage = step.letter == kNone, far_han = step.letter >= 0x20000 && step.letter < 0x40000;
    const int weight = step.letter < 0x10000 ? weights[step.letter] : damage ? kDamage : far_han ? kFarHan : kFar;
    const bool broken = damage || weight == kControl;
    const auto width = static_cast<int64_t>(step.width);
    most -= (broken && was_broken ? kMost : kMost - weight) * width;
    if (step.letter >= 0x80 && !damage) {
      foreign += weight * width, sum.letters += step.width;
      if (IsSymbol(step.letter)) sum.symbols += step.width;
    }
    if (broken) sum.lost += step.width, sum.broken += !was_broken;
    was_broken = broken;
    p += step.width;
  }
  sum.total = static_cast<double>(most) / kMost;
  sum.foreign = static_cast<double>(foreign) / kMost;
  return sum;
}

// Calls `use` with the function that steps through `encoding`.
template <class Use>
auto WithSteps(Encoding encoding, Use use) {
  switch (encoding) {
    case Encoding::kGb18030:
      return use(Gb18030Letters{});
    case Encoding::kBig5:
      return use(Big5Letters{});
    case Encoding::kUtf16Le:
      return use([](Bytes p, Bytes end) { return NextUtf16<1>(p, end); });
    case Encoding::kUtf16Be:
      return use([](Bytes p, Bytes end) { return NextUtf16<0>(p, end); });
    case Encoding::kUtf8:
      break;
  }
  return use([](Bytes p, Bytes end) { return NextUtf8(p, end); });
}

// Where the first byte at or after p stands that is not ASCII, or is NUL: eight at a time.
Bytes SkipAscii(Bytes p, Bytes end) {
  constexpr uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;
  for (; end - p >= 8; p += 8) {
    uint64_t x;
    std::memcpy(&x, p, 8);
    if (const uint64_t found = (((x - kOnes) & ~x) | x) & kHighs) return p + std::countr_zero(found) / 8;
  }
  while (p < end && *p < 0x80 && *p != 0) ++p;
  return p;
}

// Letters U+00C2..U+00F4 followed by another that misread UTF-8 would have: Ã©, é¡.
bool BeginsLatinMojibake(Bytes p, Bytes end) {
  if (p[0] != 0xC3 || p[1] < 0x82 || p[1] > 0xB4 || end - p < 3) return false;
  unsigned next = p[2];
  return next == 0xC2 || next == 0xC3 || next == 0xC5 || next == 0xC6 || next == 0xCB ||
         next == 0xE2;
}

// GBK read as Latin-1: two letters U+00A1..U+00FE side by side.
bool BeginsLatinPair(Bytes p, Bytes end) {
  return end - p >= 4 && (p[0] == 0xC3 || (p[0] == 0xC2 && p[1] >= 0xA1)) &&
         (p[2] == 0xC2 || p[2] == 0xC3);
}

// 1 in the lowest bit for letters that begin misread text; the other bits mean nothing. REQUIRES: c
// < 0x10000.
uint64_t Suspect(char32_t c) { return kMojibakeLetters[c >> 6] >> (c & 63); }

// The letter of three bytes in the low bits of x, by its first two, is U+0800–D7FF: it needs no closer look. `found`: as of
// Suspect.
bool IsPlain(uint64_t x, uint64_t* found) {
  const auto page = static_cast<unsigned>((x & 0x0F) << 6 | (x >> 8 & 0x3F));  // c >> 6
  if (page - 0x20 >= 0x360 - 0x20) return false;
  *found |= kMojibakeLetters[page] >> (x >> 16 & 63);
  return true;
}

// Where the first byte at or after p stands that begins no good letter of three bytes: one load for two letters.
Bytes SkipHan(Bytes p, Bytes end, uint64_t* suspects) {
  static_assert(std::endian::native == std::endian::little);
  uint64_t found = 0;
  for (;; p += 3) {
    for (uint64_t x; end - p >= 8; p += 6) {
      std::memcpy(&x, p, sizeof x);
      if ((x & 0xC0C0F0C0C0F0) != 0x8080E08080E0 || !IsPlain(x, &found) || !IsPlain(x >> 24, &found)) break;
    }
    if (end - p < 4) break;
    uint32_t x;
    std::memcpy(&x, p, sizeof x);
    if ((x & 0xC0C0F0) != 0x8080E0) break;
    char32_t c = (x & 0x0F) << 12 | (x >> 2 & 0xFC0) | (x >> 16 & 0x3F);
    if (c < 0x800 || c - 0xD800 < 0x800) break;
    found |= Suspect(c);
  }
  *suspects |= found;
  return p;
}

}  // namespace

Utf8Scan ScanUtf8(std::string_view bytes) {
  auto begin = reinterpret_cast<Bytes>(bytes.data());
  Bytes p = begin, end = begin + bytes.size();
  Utf8Scan scan;
  uint64_t suspects = 0;
  while (p < end) {
    p = SkipHan(p, end, &suspects);
    if (p == end) break;
    if (*p < 0x80) {
      p = SkipAscii(p, end);
      if (p < end && *p == 0) scan.nul = true, ++p;
      continue;
    }
    Step step = NextUtf8(p, end);
    if (step.letter == kNone) break;
    if (step.width == 3) suspects |= Suspect(step.letter);
    if (step.width == 2 && *p < 0xC4)
      suspects |= BeginsLatinMojibake(p, end) || BeginsLatinPair(p, end);
    p += step.width;
  }
  scan.valid = static_cast<size_t>(p - begin);
  scan.odd = suspects & 1;
  return scan;
}

Decoded Decode(std::string_view stored, size_t from, Encoding encoding) {
  return WithSteps(encoding, [&](auto next) { return DecodeBy(stored, from, next); });
}

Plausibility Weigh(std::string_view sample, Encoding encoding, double least) {
  return WithSteps(encoding, [&](auto next) { return WeighBy(sample, least, next); });
}

std::optional<Encoding> EncodingNamed(std::string_view name) {
  static constexpr struct {
    std::string_view key;
    Encoding encoding;
  } kNames[] = {{"utf8", Encoding::kUtf8},       {"gb18030", Encoding::kGb18030},
                {"gbk", Encoding::kGb18030},     {"gb2312", Encoding::kGb18030},
                {"cp936", Encoding::kGb18030},   {"windows936", Encoding::kGb18030},
                {"big5", Encoding::kBig5},       {"big5hkscs", Encoding::kBig5},
                {"cp950", Encoding::kBig5},      {"windows950", Encoding::kBig5},
                {"utf16", Encoding::kUtf16Le},   {"utf16le", Encoding::kUtf16Le},
                {"utf16be", Encoding::kUtf16Be}, {"ascii", Encoding::kUtf8}};
  std::string key;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c != '-' && c != '_' && c != ' ') key += c;
  }
  for (const auto& known : kNames)
    if (known.key == key) return known.encoding;
  return std::nullopt;
}

std::optional<ByteOrderMark> FindByteOrderMark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return ByteOrderMark{Encoding::kUtf8, 3};
  if (bytes.starts_with("\x84\x31\x95\x33")) return ByteOrderMark{Encoding::kGb18030, 4};
  if (bytes.starts_with("\xFF\xFE")) return ByteOrderMark{Encoding::kUtf16Le, 2};
  if (bytes.starts_with("\xFE\xFF")) return ByteOrderMark{Encoding::kUtf16Be, 2};
  return std::nullopt;
}

}  // namespace tabularium
