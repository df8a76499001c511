// A letter's ink is fitted into a square; the slopes of its darkness, gathered by direction and place, are turned into a plane in which
// letters lie apart, and the nearest mean tells the letter. The same arithmetic stands in tools/training/train_han. Tested by han_test.cc.
#include "read/scan/han.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <numbers>
#include <sstream>
#include <utility>

#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr int kSide = 32, kDirections = 8, kPlaces = 8;  // as in train_han
constexpr size_t kFeatures = kDirections * kPlaces * kPlaces;
constexpr size_t kStride = 16;     // directions that are looked at before a letter is given up
constexpr float kFarthest = 2000;  // of a place in the means' units; theirs are bytes
constexpr size_t kUtf8 = 3;       // bytes of each letter of the alphabet
constexpr int kTallLine = 30;     // pixels; in higher lines one dark pixel is no ink
using Square = std::array<float, kSide * kSide>;

// The first and one past the last of counts that reach `least`.
std::pair<int, int> Ends(const std::vector<int>& counts, int least) {
  const auto reaches = [least](int count) { return count >= least; };
  const auto first = std::find_if(counts.begin(), counts.end(), reaches);
  const auto last = std::find_if(counts.rbegin(), counts.rend(), reaches);
  if (first == counts.end()) return {};
  return {static_cast<int>(first - counts.begin()), static_cast<int>(counts.rend() - last)};
}

// What is darker than half way to the darkest, of the columns [left, right). Empty (no width): nothing is.
PixelBox InkBox(const Darkness& dark, int left, int right) {
  const int least = dark.height >= kTallLine ? 2 : 1;
  int darkest = 0;
  for (int y = 0; y < dark.height; ++y)
    for (int x = left; x < right; ++x) darkest = std::max<int>(darkest, dark.at(x, y));
  std::vector<int> rows(static_cast<size_t>(dark.height)), columns(static_cast<size_t>(std::max(0, right - left)));
  for (int y = 0; y < dark.height; ++y)
    for (int x = left; x < right; ++x)
      if (dark.at(x, y) > darkest / 2) ++rows[static_cast<size_t>(y)], ++columns[static_cast<size_t>(x - left)];
  const auto [top, bottom] = Ends(rows, least);
  const auto [begin, end] = Ends(columns, least);
  if (bottom - top < 2 || end - begin < 2) return {};
  return {left + begin, top, end - begin, bottom - top};
}

// Sums over rows or columns up to a place between two of them.
float Upto(const std::vector<float>& sums, size_t stride, size_t offset, float at, int size) {
  const int low = std::min(static_cast<int>(at), size - 1);
  const float a = sums[static_cast<size_t>(low) * stride + offset], b = sums[static_cast<size_t>(low + 1) * stride + offset];
  return a + (at - static_cast<float>(low)) * (b - a);
}

// Mean darknesses of the square around a letter, the letter in its middle.
Square Fit(const Darkness& dark, const PixelBox& box) {
  int darkest = 1;
  const auto width = static_cast<size_t>(box.width), height = static_cast<size_t>(box.height);
  std::vector<float> total((height + 1) * (width + 1), 0);
  for (int y = 0; y < box.height; ++y)
    for (int x = 0; x < box.width; ++x) darkest = std::max<int>(darkest, dark.at(box.x + x, box.y + y));
  for (size_t y = 0; y < height; ++y) {
    float row = 0;
    for (size_t x = 0; x < width; ++x) {
      row += static_cast<float>(dark.at(box.x + static_cast<int>(x), box.y + static_cast<int>(y)));
      total[(y + 1) * (width + 1) + x + 1] = total[y * (width + 1) + x + 1] + row;
    }
  }
  const float unit = static_cast<float>(std::max(box.width, box.height)) / kSide;
  auto edge = [&](int i, int size) {
    const float at = static_cast<float>(i) * unit - (kSide * unit - static_cast<float>(size)) / 2;
    return std::clamp(at, 0.0f, static_cast<float>(size));
  };
  std::vector<float> rows((kSide + 1) * (width + 1));  // the table at each edge of a row of the square
  for (int i = 0; i <= kSide; ++i)
    for (size_t x = 0; x <= width; ++x)
      rows[static_cast<size_t>(i) * (width + 1) + x] = Upto(total, width + 1, x, edge(i, box.height), box.height);
  std::array<float, (kSide + 1) * (kSide + 1)> corners{};
  for (size_t i = 0; i <= kSide; ++i)
    for (size_t j = 0; j <= kSide; ++j)
      corners[i * (kSide + 1) + j] = Upto(rows, 1, i * (width + 1), edge(static_cast<int>(j), box.width), box.width);
  Square square{};
  const float scale = 1 / (unit * unit * static_cast<float>(darkest));
  for (size_t i = 0; i < kSide; ++i)
    for (size_t j = 0; j < kSide; ++j) {
      const float* corner = &corners[i * (kSide + 1) + j];
      square[i * kSide + j] = (corner[kSide + 2] - corner[kSide + 1] - corner[1] + corner[0]) * scale;
    }
  return square;
}

// What row or column `i` gives to place `place`: a tent two places wide.
float Tent(int i, int place) {
  constexpr float kWidth = static_cast<float>(kSide) / kPlaces;
  const float centre = (static_cast<float>(place) + 0.5f) * kWidth - 0.5f;
  return std::max(0.0f, 1 - std::abs(static_cast<float>(i) - centre) / kWidth);
}

// Slopes gathered by direction and place; their roots, of length 1.
std::vector<float> FeaturesOf(const Square& square) {
  std::vector<float> found(kFeatures, 0);
  auto value = [&](int x, int y) {
    return x < 0 || y < 0 || x >= kSide || y >= kSide ? 0.0f : square[static_cast<size_t>(y * kSide + x)];
  };
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) {
      const float across = value(x + 1, y) - value(x - 1, y), down = value(x, y + 1) - value(x, y - 1);
      const float size = std::hypot(across, down);
      if (size == 0) continue;
      float turn = std::atan2(down, across) * (kDirections / (2 * std::numbers::pi_v<float>));
      if (turn < 0) turn += kDirections;
      const int low = static_cast<int>(turn) % kDirections;
      const float part = turn - std::floor(turn);
      for (int r = std::max(0, y / (kSide / kPlaces) - 1); r < std::min(kPlaces, y / (kSide / kPlaces) + 2); ++r)
        for (int c = std::max(0, x / (kSide / kPlaces) - 1); c < std::min(kPlaces, x / (kSide / kPlaces) + 2); ++c) {
          const float share = size * Tent(y, r) * Tent(x, c);
          auto at = [&](int direction) -> float& { return found[static_cast<size_t>((direction * kPlaces + r) * kPlaces + c)]; };
          at(low) += share * (1 - part);
          at((low + 1) % kDirections) += share * part;
        }
    }
  float length = 0;
  for (float& feature : found) length += feature, feature = std::sqrt(feature);
  for (float& feature : found) feature /= std::max(std::sqrt(length), 1e-6f);
  return found;
}

}  // namespace

HanReader::HanReader(std::string_view model) {
  const size_t head = model.find("\n\n");
  if (head == std::string_view::npos) return;
  std::istringstream lines{std::string(model.substr(0, head))};
  size_t features = 0, directions = 0, count = 0;
  float plane_scale = 0;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    if (name == "letters") words >> texts_;
    if (name == "sizes") words >> features >> directions >> count;
    if (name == "scales") words >> plane_scale >> scale_;
  }
  std::string_view bytes = model.substr(head + 2);
  const size_t row = kFeatures + sizeof(float);
  if (features != kFeatures || texts_.size() != count * kUtf8 || directions != kPlane || bytes.size() != kPlane * row + count * kPlane)
    return;
  for (size_t i = 0; i < texts_.size();) letters_ += NextLetter(texts_, i);
  plane_.resize(kFeatures * kPlane);
  for (size_t d = 0; d < kPlane; ++d, bytes.remove_prefix(row)) {
    for (size_t i = 0; i < kFeatures; ++i) plane_[i * kPlane + d] = static_cast<float>(static_cast<signed char>(bytes[i])) * plane_scale;
    std::memcpy(&offsets_[d], bytes.data() + kFeatures, sizeof(float));
  }
  for (char mean : bytes) means_.push_back(static_cast<signed char>(mean));
}

std::string_view HanReader::LetterAt(size_t index) const { return std::string_view(texts_).substr(index * kUtf8, kUtf8); }

HanReader::Likeness HanReader::Compare(const Darkness& dark, int left, int right, char32_t asked) const {
  Likeness found{{}, std::numeric_limits<float>::max(), std::numeric_limits<float>::max()};
  const PixelBox ink = InkBox(dark, left, right);
  if (letters_.empty() || ink.width == 0) return found;
  const std::vector<float> features = FeaturesOf(Fit(dark, ink));
  std::array<float, kPlane> sums = offsets_;
  for (size_t i = 0; i < kFeatures; ++i)
    for (size_t d = 0; d < kPlane; ++d) sums[d] += features[i] * plane_[i * kPlane + d];
  std::array<int16_t, kPlane> place{};  // in the means' units
  for (size_t d = 0; d < kPlane; ++d) place[d] = static_cast<int16_t>(std::round(std::clamp(sums[d] / scale_, -kFarthest, kFarthest)));
  int32_t nearest = std::numeric_limits<int32_t>::max();
  for (size_t i = 0; i < letters_.size(); ++i) {
    const int16_t* mean = &means_[i * kPlane];
    const bool is_asked = letters_[i] == asked;
    int32_t far = 0;  // the first directions tell most: of nearly all letters they are enough
    for (size_t d = 0; d < kPlane && (far < nearest || is_asked); d += kStride)
      for (size_t e = d; e < d + kStride; ++e) far += (mean[e] - place[e]) * (mean[e] - place[e]);
    if (is_asked) found.other = static_cast<float>(far) * scale_ * scale_;
    if (far >= nearest) continue;
    nearest = far;
    found.nearest = static_cast<float>(far) * scale_ * scale_;
    found.letter = LetterAt(i);
  }
  return found;
}

}  // namespace tabularium
