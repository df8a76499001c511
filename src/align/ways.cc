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

std::vector<int32_t> Ways::Find(std::span<const int32_t> skips, std::span<const Edge> edges, std::span<const Edge> extra) {
  const size_t n = skips.size(), stride = m_ + 1;
  cost_.assign((n + 1) * stride, kFar);
  back_.assign((n + 1) * stride, Back{});
  cost_[0] = 0;
  size_t edge = 0, more = 0;
  for (size_t i = 0; i < n; ++i) {
    Skip(i, skips[i]);
    for (; edge < edges.size() && edges[edge].from == i; ++edge) Follow(edges[edge], static_cast<int32_t>(edge));
    for (; more < extra.size() && extra[more].from == i; ++more) Follow(extra[more], static_cast<int32_t>(edges.size() + more));
  }
  size_t state = 0;
  int32_t best = kFar;
  for (size_t j = 0; j <= m_; ++j) {
    const int32_t cost = cost_[n * stride + j];
    if (cost < kFar && cost + Gap(j, m_) < best) best = cost + Gap(j, m_), state = j;
  }
  std::vector<int32_t> way;
  for (size_t i = n; i > 0;) {
    const Back& back = back_[i * stride + state];
    way.push_back(back.edge);
    state = back.state;
    const auto id = static_cast<size_t>(back.edge);
    i = back.edge < 0 ? i - 1 : id < edges.size() ? edges[id].from : extra[id - edges.size()].from;
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
  const int32_t* here = &cost_[edge.from * (m_ + 1)];
  int32_t least = kFar;
  size_t state = 0;
  for (size_t j = 0; j <= k + (again ? 1 : 0); ++j) {
    if (here[j] >= least) continue;  // no gap costs less than nothing
    const int32_t cost = here[j] + (j > k ? 0 : Gap(j, k));
    if (cost < least) least = cost, state = j;
  }
  if (least < kFar) Offer(edge, least + edge.cost + between, state, last + 1, id);
}

void Ways::Skip(size_t i, int32_t price) {
  const int32_t* here = &cost_[i * (m_ + 1)];
  int32_t* there = &cost_[(i + 1) * (m_ + 1)];
  Back* back = &back_[(i + 1) * (m_ + 1)];
  for (size_t j = 0; j <= m_; ++j)
    if (here[j] < kFar && here[j] + price < there[j]) there[j] = here[j] + price, back[j] = {-1, static_cast<uint16_t>(j)};
}

void Ways::Offer(const Edge& edge, int32_t cost, size_t from_state, size_t state, int32_t id) {
  const size_t to = (edge.from + edge.rows) * (m_ + 1) + state;
  if (cost > cost_[to] || (cost == cost_[to] && back_[to].edge >= 0)) return;
  cost_[to] = cost;
  back_[to] = {id, static_cast<uint16_t>(from_state)};
}

}  // namespace tabularium
