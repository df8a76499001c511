// A line is cut where a column has no ink; each piece is fitted into a square and shown to a net of one hidden layer. The same
// arithmetic stands in tools/training/train_glyphs. Tested by signs_test.cc.
#include "read/scan/signs.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>
#include <string_view>
#include <utility>

#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr int kSide = 20;           // of the square that a piece is fitted into
constexpr size_t kFeatures = kSide * kSide + 3;
constexpr float kSure = 0.97f;      // below it nothing is said: no wrong sign in some thousands of pieces
constexpr int kTallLine = 30;       // pixels; in higher lines one dark pixel is no column of ink
constexpr int kWidestPiece = 2;     // times the line's height: longer ones are rules
constexpr std::string_view kRelations[] = {"≥", "≤", ">", "<", "=", "±", "~", "≈", "×", "+"};

// Darkness of a picture, 0 white to 255, row by row.
struct Darkness {
  int width = 0, height = 0;
  std::vector<uint8_t> values;
  uint8_t at(int x, int y) const { return values[static_cast<size_t>(y * width + x)]; }
};

Darkness DarknessOf(Pix* picture) {
  Darkness dark{pixGetWidth(picture), pixGetHeight(picture), {}};
  dark.values.reserve(static_cast<size_t>(dark.width) * static_cast<size_t>(dark.height));
  const l_uint32* line = pixGetData(picture);
  for (int y = 0; y < dark.height; ++y, line += pixGetWpl(picture))
    for (int x = 0; x < dark.width; ++x) dark.values.push_back(static_cast<uint8_t>(255 - GET_DATA_BYTE(line, x)));
  return dark;
}

struct Pieces {
  int top = 0, bottom = 0;  // of the line's ink
  std::vector<PixelBox> boxes;
};

// First and last row with ink between two columns; false: none has.
bool InkRows(const Darkness& dark, int level, int left, int right, int* top, int* bottom) {
  *top = dark.height, *bottom = 0;
  for (int y = 0; y < dark.height; ++y)
    for (int x = left; x < right; ++x)
      if (dark.at(x, y) > level) *top = std::min(*top, y), *bottom = y + 1;
  return *bottom > *top;
}

Pieces Cut(const Darkness& dark) {
  const int level = *std::max_element(dark.values.begin(), dark.values.end()) / 2;
  const int least = dark.height >= kTallLine ? 2 : 1;
  Pieces pieces;
  if (!InkRows(dark, level, 0, dark.width, &pieces.top, &pieces.bottom)) return pieces;
  int left = -1;
  for (int x = 0; x <= dark.width; ++x) {
    int ink = 0;
    for (int y = 0; x < dark.width && y < dark.height; ++y) ink += dark.at(x, y) > level;
    if (ink >= least && left < 0) left = x;
    if (ink >= least || left < 0) continue;
    PixelBox box{left, 0, x - left, 0};
    int bottom = 0;
    if (InkRows(dark, level, left, x, &box.y, &bottom)) box.height = bottom - box.y;
    if (box.width > 1 && box.height > 1) pieces.boxes.push_back(box);
    left = -1;
  }
  return pieces;
}

// How much of pixel `i` lies in the interval.
float Share(int i, float begin, float end) {
  const auto low = static_cast<float>(i);
  return std::max(0.0f, std::min(end, low + 1) - std::max(begin, low));
}

// Each cell's mean darkness of the piece, fitted into the square, then how it stands in its line.
std::vector<float> Features(const Darkness& dark, const PixelBox& box, const Pieces& pieces) {
  int darkest = 1;
  for (int y = box.y; y < box.y + box.height; ++y)
    for (int x = box.x; x < box.x + box.width; ++x) darkest = std::max<int>(darkest, dark.at(x, y));
  const float unit = static_cast<float>(std::max(box.width, box.height)) / kSide;
  const float left = (kSide * unit - static_cast<float>(box.width)) / 2, above = (kSide * unit - static_cast<float>(box.height)) / 2;
  const float scale = 1 / (unit * unit * std::max(static_cast<float>(darkest), 25.5f));
  std::vector<float> features(kFeatures);
  for (int row = 0; row < kSide; ++row)
    for (int column = 0; column < kSide; ++column) {
      const float x0 = static_cast<float>(column) * unit - left, y0 = static_cast<float>(row) * unit - above;
      const int x_end = std::min(box.width, static_cast<int>(std::ceil(x0 + unit))), y_end = std::min(box.height, static_cast<int>(std::ceil(y0 + unit)));
      float sum = 0;
      for (int y = std::max(0, static_cast<int>(y0)); y < y_end; ++y)
        for (int x = std::max(0, static_cast<int>(x0)); x < x_end; ++x)
          sum += dark.at(box.x + x, box.y + y) * Share(x, x0, x0 + unit) * Share(y, y0, y0 + unit);
      features[static_cast<size_t>(row * kSide + column)] = sum * scale;
    }
  const auto line = static_cast<float>(pieces.bottom - pieces.top), height = static_cast<float>(box.height);
  features[kFeatures - 3] = std::min(2.0f, static_cast<float>(box.width) / line);
  features[kFeatures - 2] = height / line;
  features[kFeatures - 1] = (static_cast<float>(box.y - pieces.top) + height / 2) / line;
  return features;
}

bool IsRelation(std::string_view sign) { return std::find(std::begin(kRelations), std::end(kRelations), sign) != std::end(kRelations); }

bool IsDigit(const SeenLetter& letter) { return letter.text.size() == 1 && letter.text[0] >= '0' && letter.text[0] <= '9'; }

bool IsHanLetter(const SeenLetter& letter) {
  size_t at = 0;
  return IsHan(NextLetter(letter.text, at));
}

// A recogniser knows better where a letter begins than where it ends.
int StartOf(const SeenLetter& letter) { return letter.box.x + letter.box.height / 12; }

}  // namespace

SignReader::SignReader(std::string_view model) {
  const size_t head = model.find("\n\n");
  if (head == std::string_view::npos) return;
  std::istringstream lines{std::string(model.substr(0, head))};
  std::vector<int> sizes;
  std::vector<float> scales;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name, text;
    words >> name;
    if (name == "signs" && words >> text)
      for (size_t i = 0, begin = 0; i < text.size(); begin = i) NextLetter(text, i), signs_.push_back(text.substr(begin, i - begin));
    if (name == "layers") for (int size = 0; words >> size;) sizes.push_back(size);
    if (name == "scales") for (float scale = 0; words >> scale;) scales.push_back(scale);
  }
  std::string_view bytes = model.substr(head + 2);
  for (size_t i = 0; i + 1 < sizes.size() && i < scales.size(); ++i) {
    const size_t count = static_cast<size_t>(sizes[i] + 1) * static_cast<size_t>(sizes[i + 1]);
    if (bytes.size() < count) break;
    Layer layer{sizes[i], sizes[i + 1], {}};
    for (char weight : bytes.substr(0, count)) layer.weights.push_back(static_cast<float>(static_cast<signed char>(weight)) * scales[i]);
    layers_.push_back(std::move(layer));
    bytes.remove_prefix(count);
  }
  const bool whole = layers_.size() == 2 && layers_[0].inputs == kFeatures && layers_[1].outputs == static_cast<int>(signs_.size()) + 1;
  if (!whole) layers_.clear();
}

// How likely each sign is, and none of them (the last).
std::vector<float> SignReader::Answer(std::vector<float> values) const {
  for (const Layer& layer : layers_) {
    std::vector<float> sums;
    const float* weight = layer.weights.data();
    for (int out = 0; out < layer.outputs; ++out, ++weight) {
      float sum = 0;
      for (float value : values) sum += value * *weight++;
      sum += *weight;
      sums.push_back(&layer == &layers_.back() ? sum : std::max(0.0f, sum));
    }
    values = std::move(sums);
  }
  const float most = *std::max_element(values.begin(), values.end());
  float all = 0;
  for (float& value : values) all += value = std::exp(value - most);
  for (float& value : values) value /= all;
  return values;
}

SeenPieces SignReader::Find(Pix* line) const {
  SeenPieces found;
  if (layers_.empty() || pixGetDepth(line) != 8) return found;
  const Darkness dark = DarknessOf(line);
  const Pieces pieces = Cut(dark);
  found.pieces = pieces.boxes;
  for (const PixelBox& box : pieces.boxes) {
    if (box.width > kWidestPiece * (pieces.bottom - pieces.top)) continue;
    const std::vector<float> answer = Answer(Features(dark, box, pieces));
    const auto best = static_cast<size_t>(std::max_element(answer.begin(), answer.end()) - answer.begin());
    if (best < signs_.size() && answer[best] >= kSure) found.signs.push_back({box, signs_[best], answer[best]});
  }
  return found;
}

namespace {

using Letters = std::vector<SeenLetter>;

// Letters that may be of several pieces of ink: a number's digits are counted up to them.
bool IsInPieces(const SeenLetter& letter) { return letter.text == "%" || IsHanLetter(letter); }

// How many letters the number behind `at` has too few for the pieces of ink there.
int LackAfter(const std::vector<PixelBox>& pieces, int right, Letters::const_iterator at, Letters::const_iterator end) {
  const auto stop = std::find_if(at, end, IsInPieces);
  const int limit = stop == end ? std::numeric_limits<int>::max() : StartOf(*stop);
  const auto ink = std::count_if(pieces.begin(), pieces.end(), [&](const PixelBox& p) { return p.x >= right && p.x + p.width / 2 < limit; });
  return static_cast<int>(std::max<std::ptrdiff_t>(0, ink - (stop - at)));
}

// The same of the number before `at`.
int LackBefore(const std::vector<PixelBox>& pieces, int left, Letters::const_iterator begin, Letters::const_iterator at) {
  auto from = at;
  while (from != begin && !IsInPieces(*(from - 1))) --from;
  const int limit = from == at ? left : StartOf(*from);
  const auto ink = std::count_if(pieces.begin(), pieces.end(), [&](const PixelBox& p) { return p.x + p.width <= left && p.x + p.width >= limit; });
  return static_cast<int>(std::max<std::ptrdiff_t>(0, ink - (at - from)));
}

// What stands in the place of the letters that begin in a sign's ink: the sign, and before or behind it those letters that are not
// its misreading. A recogniser may be wrong about a letter's place; then ink beside the sign has no letter.
Letters InPlace(const SeenPieces& found, const SeenSign& sign, const Letters& letters, Letters::const_iterator begin, Letters::const_iterator end) {
  Letters there(begin, end);
  int after = LackAfter(found.pieces, sign.box.x + sign.box.width, end, letters.end());
  int before = IsRelation(sign.sign) ? 0 : LackBefore(found.pieces, sign.box.x, letters.begin(), begin);
  const bool none_after = end == letters.end() && after > 0;
  Letters first, last;
  while (before-- > 0 && !there.empty() && IsDigit(there.front())) first.push_back(there.front()), there.erase(there.begin());
  for (; after > 0 && !there.empty(); there.pop_back()) {
    const bool stays = IsDigit(there.back()) || (!IsRelation(sign.sign) && IsHanLetter(there.back()) && (none_after || there.size() > 1));
    if (stays) last.insert(last.begin(), there.back()), --after;
  }
  SeenLetter letter{sign.sign, sign.box, sign.certainty, 0, begin != end && begin->blank_before};
  if (!letters.empty()) letter.line = (begin == letters.end() ? letters.back() : *begin).line;
  first.push_back(std::move(letter));
  first.insert(first.end(), last.begin(), last.end());
  return first;
}

}  // namespace

void PutSigns(const SeenPieces& found, SeenText* seen) {
  Letters& letters = seen->letters;
  for (const SeenSign& sign : found.signs) {
    auto begins_from = [&](int x) { return std::find_if(letters.begin(), letters.end(), [x](const SeenLetter& l) { return StartOf(l) >= x; }); };
    const bool leads = sign.box.x == found.pieces.front().x;
    const auto begin = leads ? letters.begin() : begins_from(sign.box.x - 1);
    const auto end = std::max(begin, begins_from(sign.box.x + sign.box.width));
    const bool beside = (begin != letters.begin() && (begin - 1)->text == sign.sign) || (end != letters.end() && end->text == sign.sign);
    if (begin == end && beside) continue;  // it was seen, a little beside
    const Letters there = InPlace(found, sign, letters, begin, end);
    const bool before_digit = there.back().text != sign.sign ? IsDigit(there.back()) : end != letters.end() && IsDigit(*end);
    if (IsRelation(sign.sign) && !before_digit) continue;
    letters.insert(letters.erase(begin, end), there.begin(), there.end());
  }
}

}  // namespace tabularium
