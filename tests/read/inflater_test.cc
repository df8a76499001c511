#include "read/inflater.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace tabularium {
namespace {

std::string Packed(const std::string& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string packed(size, '\0');
  compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  packed.resize(size);
  return packed;
}

// What comes out if the packed bytes come in pieces of so many.
std::string Unpack(Inflater* inflater, std::string_view packed, size_t piece) {
  inflater->Begin(packed.size());
  size_t at = 0;
  auto more = [&] {
    const std::string_view next = packed.substr(at, piece);
    at += next.size();
    return next;
  };
  std::string all;
  for (std::string_view bytes = inflater->Next(more); !bytes.empty(); bytes = inflater->Next(more)) all += bytes;
  return all;
}

std::string Mixed(size_t count) {
  std::string bytes;
  for (uint32_t i = 0, x = 1; i < count; ++i, x = x * 1664525 + 1013904223) bytes += static_cast<char>(i % 7 == 0 ? x >> 24 : 'a' + i % 5);
  return bytes;
}

TEST(Inflater, GivesBackWhatWasPackedWhateverThePieces) {
  Inflater inflater;
  for (const std::string& bytes : {std::string(), std::string("x"), std::string(200000, 'a'), Mixed(511), Mixed(512), Mixed(513), Mixed(100000)})
    for (size_t piece : {size_t{1}, size_t{2}, size_t{3}, size_t{1000}, size_t{1} << 20})
      EXPECT_TRUE(Unpack(&inflater, Packed(bytes), piece) == bytes) << bytes.size() << " bytes in pieces of " << piece;
}

TEST(Inflater, GivesWhatStandsBeforeADefect) {
  Inflater inflater;
  const std::string bytes = Mixed(100000), packed = Packed(bytes);
  const std::string cut = Unpack(&inflater, packed.substr(0, packed.size() / 2), 100);
  EXPECT_GT(cut.size(), bytes.size() / 3);
  EXPECT_TRUE(bytes.starts_with(cut));
  std::string wrong_sum = packed;
  wrong_sum.back() ^= 1;
  EXPECT_TRUE(Unpack(&inflater, wrong_sum, 100) == bytes);
}

TEST(Inflater, RefusesWhatIsNotDeflated) {
  Inflater inflater;
  std::string packed = Packed("text");
  packed[0] = 'x' + 1;
  EXPECT_EQ(Unpack(&inflater, packed, 100), "");
  EXPECT_EQ(Unpack(&inflater, "no packed bytes at all", 1), "");
  EXPECT_EQ(Unpack(&inflater, "", 1), "");
}

}  // namespace
}  // namespace tabularium
