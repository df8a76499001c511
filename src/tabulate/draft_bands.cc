// What stands between two drawn lines is a band. Tested by tables_test.cc.
#include <algorithm>

#include "tabulate/draft_maker.h"
#include "tabulate/prices.h"

namespace tabularium::sheet {

void DraftMaker::Measure() {
  width_ = region_.box.width();
  for (const Rule& rule : region_.rules)
    if (rule.length() < region_.box.width() / kEdgePart) width_ = std::max(width_, rule.length());
}

uint32_t DraftMaker::BandAt(float y) const {
  const auto it = std::upper_bound(band_ends_.begin(), band_ends_.end(), y);
  return static_cast<uint32_t>(
      std::min<size_t>(static_cast<size_t>(it - band_ends_.begin()), bands_.size() - 1));
}

// Without a frame: between rules that run through the region. With one: its rows.
void DraftMaker::CutBands() {
  if (frame_ != nullptr) {
    band_ends_.assign(frame_->ys.begin() + 1, frame_->ys.end());
  } else {
    for (const Rule& rule : region_.rules)
      if (rule.length() >= kFullRule * width_ && rule.at > region_.box.y0 + 1 &&
          (band_ends_.empty() || rule.at - band_ends_.back() > kDouble))
        band_ends_.push_back(rule.at);
    band_ends_.push_back(region_.box.y1);
  }
  bands_.resize(band_ends_.size());
  band_of_row_.resize(bands_.size());
  for (uint32_t b = 0; b < bands_.size(); ++b) band_of_row_[b] = b;
  if (frame_ != nullptr && !region_.whole_cells) JoinSoftBands();
  for (const uint32_t t : region_.tokens) {
    const Token& token = sheet_.tokens[t];
    uint32_t band = 0;
    if (frame_ != nullptr) {
      const Face& face = frame_->faces[token.face];
      band = band_of_row_[face.row0];
      if (band != band_of_row_[face.row1 - 1]) continue;
    } else {
      band = BandAt(token.box.mid_y());
    }
    bands_[band].tokens.push_back(t);
  }
  for (Band& band : bands_) band.lines = RunLinesOf(sheet_, band.tokens);
}

// A face over several rows that holds rows of its own, or the first cells of rows, makes one band of them: the lines
// beside it don't go through.
void DraftMaker::JoinSoftBands() {
  std::vector<std::vector<uint32_t>> tokens_of(frame_->faces.size());
  for (const uint32_t t : region_.tokens) tokens_of[sheet_.tokens[t].face].push_back(t);
  for (uint32_t f = 0; f < tokens_of.size(); ++f) {
    const Face& face = frame_->faces[f];
    if (face.row1 - face.row0 < 2 || tokens_of[f].empty()) continue;
    std::vector<RunLine> lines = RunLinesOf(sheet_, tokens_of[f]);
    for (RunLine& line : lines)
      for (uint32_t i = 0; i < line.runs.size(); ++i)
        line.runs[i].column0 = i, line.runs[i].column1 = i + 1;
    if (!(tokens_of[f].size() >= 4 && HoldsSeveralRows(sheet_, lines)) && !HasRowsBeside(f, tokens_of)) continue;
    for (uint32_t r = face.row0; r < face.row1; ++r)
      band_of_row_[r] = std::min(band_of_row_[r], band_of_row_[face.row0]);
  }
}

// True if lines of the face stand beside figures that stand below one another with no line between them.
bool DraftMaker::HasRowsBeside(uint32_t face, const std::vector<std::vector<uint32_t>>& tokens_of) const {
  const Face& tall = frame_->faces[face];
  std::vector<float> bases;
  for (const TextLine& line : LinesOf(sheet_, tokens_of[face])) bases.push_back(line.base);
  for (uint32_t f = 0; f < tokens_of.size(); ++f) {
    const Face& beside = frame_->faces[f];
    if (beside.row0 < tall.row0 || beside.row1 > tall.row1 || beside.row1 - beside.row0 > 1) continue;
    size_t figures = 0;
    for (const TextLine& line : LinesOf(sheet_, tokens_of[f])) {
      const Look look = sheet_.tokens[line.tokens.back()].look;
      const auto base = std::lower_bound(bases.begin(), bases.end(), line.base - kSameBaseEm * line.size);
      figures += look == Look::kNumber && base != bases.end() && *base < line.base + kSameBaseEm * line.size;
    }
    if (figures >= kRowsBeside) return true;
  }
  return false;
}

void DraftMaker::FindPartialRules() {
  for (const Rule& rule : region_.rules) {
    const auto it = std::lower_bound(band_ends_.begin(), band_ends_.end(), rule.at - kDouble);
    const bool ends_band = it != band_ends_.end() && *it <= rule.at + kDouble;
    if (!ends_band && rule.length() < kFullRule * width_) partial_.push_back(rule);
  }
}

}  // namespace tabularium::sheet
