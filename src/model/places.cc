// Walks letters from the mark before the place: each letter of the decoded text was stored in a
// width that its stored bytes tell. Tested by places_test.cc.
#include "model/places.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tabularium {
namespace {

unsigned char Byte(std::string_view s, uint64_t i) {
  return i < s.size() ? static_cast<unsigned char>(s[i]) : 0;
}

template <Encoding encoding>
uint64_t StoredWidth(std::string_view stored, uint64_t at) {
  unsigned char lead = Byte(stored, at), next = Byte(stored, at + 1);
  switch (encoding) {
    case Encoding::kUtf8:
      return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    case Encoding::kGb18030:
      return lead <= 0x80 || lead == 0xFF ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2;
    case Encoding::kBig5:
      return lead <= 0x80 || lead == 0xFF ? 1 : 2;
    case Encoding::kUtf16Le:
      return (next & 0xFC) == 0xD8 ? 4 : 2;
    case Encoding::kUtf16Be:
      return (lead & 0xFC) == 0xD8 ? 4 : 2;
  }
  return 1;
}

uint64_t DecodedWidth(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

OffsetMark MarkBefore(const Document& document, uint32_t decoded) {
  const std::vector<OffsetMark>& marks = document.marks;
  const size_t likely = decoded / kMarkEvery;  // where nothing before it is damaged
  if (likely + 1 < marks.size() && marks[likely].decoded <= decoded && decoded < marks[likely + 1].decoded) return marks[likely];
  auto after = std::upper_bound(marks.begin(), marks.end(), decoded, [](uint32_t d, const OffsetMark& m) { return d < m.decoded; });
  return after == marks.begin() ? OffsetMark{} : *(after - 1);
}

// The bytes of letters beyond ASCII in text[begin, end), eight at a time. REQUIRES: these are at most 255.
uint32_t CountForeign(std::string_view text, size_t begin, size_t end) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  constexpr size_t kWord = sizeof(uint64_t);
  static_assert(std::endian::native == std::endian::little && kMarkEvery < 255 - kWord);
  uint64_t counts = 0;  // of each of eight lanes
  auto add = [&](size_t at, size_t unwanted) {
    uint64_t word;
    std::memcpy(&word, text.data() + at, kWord);
    counts += word << unwanted * 8 >> 7 & kOnes;
  };
  for (; end - begin >= kWord; begin += kWord) add(begin, 0);
  if (begin + kWord <= text.size()) {
    if (begin < end) add(begin, kWord - (end - begin));
  } else {
    for (; begin < end; ++begin) counts += Byte(text, begin) >> 7;
  }
  return static_cast<uint32_t>(counts * kOnes >> 56);
}

template <Encoding encoding>
OffsetMark WalkLetters(std::string_view stored, std::string_view text, OffsetMark mark, uint32_t decoded) {
  while (mark.decoded < decoded) {
    mark.stored += StoredWidth<encoding>(stored, mark.stored);
    mark.decoded += static_cast<uint32_t>(DecodedWidth(Byte(text, mark.decoded)));
  }
  return mark;
}

// REQUIRES: no mark stands between `mark` and `decoded`.
OffsetMark Walk(const Document& document, OffsetMark mark, uint32_t decoded) {
  if (document.decoded.empty()) return {decoded, false, mark.stored + (decoded - mark.decoded)};
  const std::string_view stored = document.stored, text = document.text;
  if (mark.plain) {
    const uint32_t passed = decoded - mark.decoded;
    return {decoded, true, mark.stored + passed - CountForeign(text, mark.decoded, decoded) / 3};
  }
  switch (document.encoding) {
    case Encoding::kUtf8: break;
    case Encoding::kGb18030: return WalkLetters<Encoding::kGb18030>(stored, text, mark, decoded);
    case Encoding::kBig5: return WalkLetters<Encoding::kBig5>(stored, text, mark, decoded);
    case Encoding::kUtf16Le: return WalkLetters<Encoding::kUtf16Le>(stored, text, mark, decoded);
    case Encoding::kUtf16Be: return WalkLetters<Encoding::kUtf16Be>(stored, text, mark, decoded);
  }
  return WalkLetters<Encoding::kUtf8>(stored, text, mark, decoded);
}

}  // namespace

StoredRange Stored(const Document& document, const Range& range) {
  if (document.marks.empty()) return {};
  if (document.decoded.empty() && document.marks.size() == 1) {  // UTF-8, as most files are
    const uint64_t shift = document.marks[0].stored - document.marks[0].decoded;
    return {range.begin + shift, range.end + shift};
  }
  OffsetMark begin = Walk(document, MarkBefore(document, range.begin), range.begin);
  OffsetMark mark = MarkBefore(document, range.end);
  if (begin.decoded <= range.end && mark.decoded < begin.decoded)
    mark = begin;  // the rest of the same walk
  return {begin.stored, Walk(document, mark, range.end).stored};
}

std::span<const TextBox> BoxesAt(const Document& document, Range range) {
  const std::vector<TextBox>& boxes = document.boxes;
  auto at = std::upper_bound(boxes.begin(), boxes.end(), range.begin,
                             [](uint32_t begin, const TextBox& b) { return begin < b.range.begin; });
  if (at != boxes.begin() && (at - 1)->range.end >= range.begin) --at;
  if (at != boxes.end() && at->range.end == range.begin && at->range.begin < range.begin) ++at;
  auto end = at;
  while (end != boxes.end() && (end->range.begin < range.end || end->range.begin == range.begin)) ++end;
  return {boxes.data() + (at - boxes.begin()), static_cast<size_t>(end - at)};
}

Box BoxOf(const Document& document, Range range) {
  Box out;
  for (const TextBox& met : BoxesAt(document, range)) {
    const Box& box = met.box;
    if (out.page != 0 && box.page != out.page) break;
    out = out.page == 0 ? box
                        : Box{out.page, std::min(out.x0, box.x0), std::min(out.y0, box.y0),
                              std::max(out.x1, box.x1), std::max(out.y1, box.y1)};
  }
  return out;
}

void Locate(const Document& document, Place* place) {
  place->bytes = Stored(document, place->range);
  if (document.boxes.empty()) return;
  place->box = BoxOf(document, place->range);
  if (place->box.page > 0) place->page = place->box.page;
}

}  // namespace tabularium
