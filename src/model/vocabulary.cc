// Chains of words that share their first two letters. Tested by wordings_test.cc.
#include "model/vocabulary.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tabularium {
namespace {

size_t LetterBytes(char lead) {
  const auto b = static_cast<unsigned char>(lead);
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

bool IsTelling(std::string_view key) {
  const bool digits =
      std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
  return !digits && key.size() > LetterBytes(key[0]);
}

// The lowest n bytes. REQUIRES: 1 <= n <= 8.
uint64_t MaskOf(size_t n) { return ~uint64_t{0} >> (64 - 8 * n); }

// The first n bytes of a text as they lie in memory, without a copy of so many: that would wait for itself when it is read as one.
// REQUIRES: 1 <= n <= 8, n <= text.size().
uint64_t FirstBytes(std::string_view text, size_t n) {
  static_assert(std::endian::native == std::endian::little);
  auto load = [&](auto bytes, size_t at) -> uint64_t {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return bytes;
  };
  if (text.size() >= 8) return load(uint64_t{}, 0) & MaskOf(n);
  if (n >= 4) return load(uint32_t{}, 0) | load(uint32_t{}, n - 4) << 8 * (n - 4);
  uint64_t bytes = 0;
  for (size_t i = n; i-- > 0;) bytes = bytes << 8 | static_cast<unsigned char>(text[i]);
  return bytes;
}

}  // namespace

size_t WordChains::Bucket(std::string_view key) {
  size_t bytes = LetterBytes(key[0]);
  if (bytes < key.size()) bytes += LetterBytes(key[bytes]);
  return (FirstBytes(key, std::min(bytes, key.size())) * 0x9E3779B97F4A7C15u >> 40) % kBuckets;
}

WordChains::Front WordChains::FrontOf(std::string_view key) {
  const size_t bytes = std::min(key.size(), sizeof(uint64_t));
  return {FirstBytes(key, bytes), MaskOf(bytes)};
}

size_t DrawnWords::HashOf(std::string_view text) {
  uint64_t begin = 0, end = 0;
  const size_t size = text.size();
  auto take = [&](auto bytes) {
    std::memcpy(&bytes, text.data(), sizeof bytes);
    begin = bytes;
    std::memcpy(&bytes, text.data() + size - sizeof bytes, sizeof bytes);
    end = bytes;
  };
  if (size >= sizeof(uint64_t)) take(uint64_t{});
  else if (size >= sizeof(uint32_t)) take(uint32_t{});
  else if (size >= sizeof(uint16_t)) take(uint16_t{});
  else if (size > 0) take(uint8_t{});
  return ((begin ^ std::rotl(end, 29) ^ size) * 0x9E3779B97F4A7C15u) >> 32;
}

WordChains ChainWords(const std::vector<KnownWord>& words) {
  WordChains chains{std::vector<WordId>(WordChains::kBuckets, kNoWord),
                    std::vector<WordId>(words.size(), kNoWord),
                    std::vector<uint8_t>(words.size(), 0),
                    std::vector<WordChains::Front>(words.size())};
  for (size_t n = 0; n < words.size(); ++n) {
    if (words[n].key.empty()) continue;
    WordId& head = chains.heads[WordChains::Bucket(words[n].key)];
    chains.telling[n] = IsTelling(words[n].key);
    chains.fronts[n] = WordChains::FrontOf(words[n].key);
    chains.next[n] = head;
    head = static_cast<WordId>(n);
  }
  return chains;
}

}  // namespace tabularium
