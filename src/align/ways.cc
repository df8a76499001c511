// Tested by align_test.cc.
#include "align/ways.h"

#include <algorithm>

#include "align/costs.h"

namespace tabularium {

// An optional picture's price is taken back where the gap begins before it or at its first row, and ends behind it.
Ways::Ways(const Form& form, std::span<const int32_t> left_out)
    : form_(form), m_(form.rows.size()), missing_(m_ + 1, 0), spared_behind_(m_ + 1, 0), spared_before_(m_ + 1, 0) {
  for (size_t k = 0; k < m_; ++k) missing_[k + 1] = missing_[k] + left_out[k];
  for (const Picture& picture : form.pictures) {
    if (!picture.optional) continue;
    const size_t first = static_cast<size_t>(picture.first_row), end = first + static_cast<size_t>(picture.rows);
    spared_behind_[end] += missing_[end] - missing_[first];
    if (first < m_) spared_before_[first + 1] += missing_[end] - missing_[first];
  }
  for (size_t k = 1; k <= m_; ++k) {
    spared_behind_[k] += spared_behind_[k - 1];
    spared_before_[k] += spared_before_[k - 1];
  }
}

int32_t Ways::Gap(size_t j, size_t k) const {
  return missing_[k] - missing_[j] - std::max(0, spared_behind_[k] - spared_before_[j]);
}

// Between two rows all costs grow by the same price, that of a row read as none: what is kept is without the prices so far,
// so that a state changes only where an edge arrives.
std::vector<int32_t> Ways::Find(std::span<const int32_t> skips, std::span<const Edge> edges, std::span<const Edge> extra) {
  cost_.assign(m_ + 1, kFar);
  last_.assign(m_ + 1, -1);
  arrivals_.clear();
  arrivals_.reserve(edges.size());
  offers_.clear();
  cost_[0] = skipped_ = 0;
  highest_ = 0;
  size_t edge = 0, more = 0;
  for (size_t i = 0; i < skips.size(); ++i) {
    for (; edge < edges.size() && edges[edge].from == i; ++edge) Follow(edges[edge], static_cast<int32_t>(edge));
    for (; more < extra.size() && extra[more].from == i; ++more) Follow(extra[more], static_cast<int32_t>(edges.size() + more));
    skipped_ += skips[i];
    Arrive(static_cast<uint32_t>(i + 1));
  }
  size_t state = 0;
  int64_t best = kFar;
  for (size_t j = 0; j <= highest_; ++j)
    if (cost_[j] < kFar && cost_[j] + Gap(j, m_) < best) best = cost_[j] + Gap(j, m_), state = j;
  std::vector<int32_t> way;
  way.reserve(skips.size());
  uint32_t row = static_cast<uint32_t>(skips.size());
  for (int32_t at = last_[state];; at = arrivals_[static_cast<size_t>(at)].before) {
    const uint32_t behind = at < 0 ? 0 : arrivals_[static_cast<size_t>(at)].row;
    way.insert(way.end(), row - behind, -1);
    if (at < 0) break;
    const auto id = static_cast<size_t>(arrivals_[static_cast<size_t>(at)].edge);
    way.push_back(static_cast<int32_t>(id));
    row = id < edges.size() ? edges[id].from : extra[id - edges.size()].from;
  }
  std::reverse(way.begin(), way.end());
  return way;
}

void Ways::Follow(const Edge& edge, int32_t id) {
  if (edge.cost >= costs::kNever) return;
  const size_t k = static_cast<size_t>(edge.form_row);
  const size_t last = edge.second >= 0 ? static_cast<size_t>(edge.second) : k;
  const int32_t between = edge.second >= 0 && last > k ? Gap(k + 1, last) : 0;
  const bool again = form_.rows[k].repeat >= Row::kAny;
  int64_t least = kFar - 1;
  size_t state = m_ + 1;
  for (size_t j = std::min(k + (again ? 1 : 0), highest_) + 1; j-- > 0;) {  // the cheapest is mostly the last
    if (cost_[j] > least) continue;  // no gap costs less than nothing
    const int64_t cost = cost_[j] + (j > k ? 0 : Gap(j, k));
    if (cost <= least) least = cost, state = j;
  }
  if (state <= m_) offers_.push_back({edge.from + edge.rows, last + 1, skipped_ + least + edge.cost + between, id, last_[state]});
}

// Offers that were made earlier come first.
void Ways::Arrive(uint32_t row) {
  size_t waiting = 0;
  for (const Offer& offer : offers_) {
    if (offer.row != row) {
      offers_[waiting++] = offer;
      continue;
    }
    const int64_t cost = offer.cost - skipped_;
    int64_t& here = cost_[offer.state];
    int32_t& last = last_[offer.state];
    const bool by_edge = last >= 0 && arrivals_[static_cast<size_t>(last)].row == row;
    if (cost > here || (cost == here && by_edge)) continue;
    here = cost;
    last = static_cast<int32_t>(arrivals_.size());
    arrivals_.push_back({row, offer.edge, offer.before});
    highest_ = std::max(highest_, offer.state);
  }
  offers_.resize(waiting);
}

}  // namespace tabularium
