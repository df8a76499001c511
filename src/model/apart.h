#ifndef TABULARIUM_MODEL_APART_H_
#define TABULARIUM_MODEL_APART_H_

#include <memory>
#include <utility>

namespace tabularium {

// A large thing that is seldom there, kept apart: as std::optional, and no larger than a pointer. Copied with what it holds.
template <class T>
class Apart {
 public:
  Apart() = default;
  Apart(T value) : held_(std::make_unique<T>(std::move(value))) {}
  Apart(const Apart& other) : held_(other.held_ ? std::make_unique<T>(*other.held_) : nullptr) {}
  Apart(Apart&&) noexcept = default;
  Apart& operator=(Apart other) noexcept {
    held_ = std::move(other.held_);
    return *this;
  }
  void reset() { held_.reset(); }
  // A new one in place of what is held.
  T& Make() { return *(held_ = std::make_unique<T>()); }

  explicit operator bool() const { return held_ != nullptr; }
  // REQUIRES: there is one.
  T& operator*() { return *held_; }
  const T& operator*() const { return *held_; }
  T* operator->() { return held_.get(); }
  const T* operator->() const { return held_.get(); }

 private:
  std::unique_ptr<T> held_;
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_APART_H_
