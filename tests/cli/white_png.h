#ifndef TABULARIUM_TESTS_CLI_WHITE_PNG_H_
#define TABULARIUM_TESTS_CLI_WHITE_PNG_H_

#include <algorithm>
#include <cstdint>
#include <string>

namespace tabularium {

// A PNG of white pixels, one bit each, not compressed: nothing can be recognised on it.
inline std::string WhitePng(uint32_t width, uint32_t height) {
  auto big = [](uint32_t number) {
    std::string four;
    for (int shift = 24; shift >= 0; shift -= 8) four += static_cast<char>(number >> shift);
    return four;
  };
  auto chunk = [&](std::string named) {  // its name and what it holds
    uint32_t crc = ~0u;
    for (unsigned char c : named) {
      crc ^= c;
      for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return big(static_cast<uint32_t>(named.size()) - 4) + named + big(~crc);
  };
  const std::string rows = [&] {
    std::string all;
    for (uint32_t y = 0; y < height; ++y) all += '\0' + std::string((width + 7) / 8, '\xFF');
    return all;
  }();
  std::string packed = "\x78\x01";
  uint32_t a = 1, b = 0;
  for (unsigned char c : rows) a = (a + c) % 65521, b = (b + a) % 65521;
  for (size_t at = 0; at < rows.size();) {
    const size_t length = std::min<size_t>(rows.size() - at, 0xFFFF);
    packed += static_cast<char>(at + length == rows.size());
    for (size_t number : {length, ~length}) packed += {static_cast<char>(number), static_cast<char>(number >> 8)};
    packed += rows.substr(at, length);
    at += length;
  }
  const std::string head = big(width) + big(height) + std::string("\x01\0\0\0\0", 5);
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR" + head) + chunk("IDAT" + packed + big(b << 16 | a)) + chunk("IEND");
}

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_CLI_WHITE_PNG_H_
