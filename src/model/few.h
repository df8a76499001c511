#ifndef TABULARIUM_MODEL_FEW_H_
#define TABULARIUM_MODEL_FEW_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

#include "model/apart.h"

namespace tabularium {

// A list that is seldom longer than N: so many stand within it, and only a longer list is kept apart. One that was moved from
// may be assigned to or destroyed.
template <class T, size_t N>
class Few {
 public:
  Few() = default;
  Few(std::initializer_list<T> list) {
    for (const T& each : list) push_back(each);
  }

  void push_back(const T& value) {
    if (!many_ && size_ < N) few_[size_++] = value;
    else PushMany(value);
  }
  void push_back(T&& value) {
    if (!many_ && size_ < N) few_[size_++] = std::move(value);
    else PushMany(std::move(value));
  }

  size_t size() const { return many_ ? many_->size() : size_; }
  bool empty() const { return size_ == 0; }
  const T* begin() const { return many_ ? many_->data() : few_.data(); }
  const T* end() const { return begin() + size(); }
  // REQUIRES: i < size().
  const T& operator[](size_t i) const { return begin()[i]; }

  friend bool operator==(const Few& a, const Few& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

 private:
  [[gnu::noinline]] void PushMany(T value) {
    if (!many_) {
      many_ = std::vector<T>();
      many_->reserve(4 * N);
      for (T& each : few_) many_->push_back(std::move(each));
    }
    many_->push_back(std::move(value));
  }

  std::array<T, N> few_{};
  uint32_t size_ = 0;  // of what stands in few_, or stood there
  Apart<std::vector<T>> many_;
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_FEW_H_
