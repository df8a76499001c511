#include "read/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

namespace tabularium {
namespace {

class InOrderTest : public testing::TestWithParam<size_t> {};

TEST_P(InOrderTest, ResultsComeInTheOrderOfThings) {
  int given = 0;
  std::vector<int> got;
  auto next = [&]() -> std::optional<int> {
    return given < 500 ? std::optional(given++) : std::nullopt;
  };
  auto work = [](int i) {
    if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
    return i * i;
  };
  InOrder(GetParam(), next, work, [&](int square) { return got.push_back(square), true; });
  ASSERT_EQ(got.size(), 500u);
  for (size_t i = 0; i < got.size(); ++i) EXPECT_EQ(got[i], static_cast<int>(i * i));
}

TEST_P(InOrderTest, StopsWhenItIsEnough) {
  int given = 0, got = 0;
  auto next = [&]() -> std::optional<int> { return given++; };  // endless
  InOrder(
      GetParam(), next, [](int i) { return i; }, [&](int) { return ++got < 10; });
  EXPECT_EQ(got, 10);
}

TEST_P(InOrderTest, NothingToDoIsDone) {
  InOrder(
      GetParam(), []() -> std::optional<int> { return std::nullopt; }, [](int i) { return i; },
      [](int) { return true; });
}

TEST_P(InOrderTest, FewResultsWait) {
  std::atomic<int> given = 0, used = 0, most = 0;
  auto next = [&]() -> std::optional<int> {
    return given < 300 ? std::optional(given++) : std::nullopt;
  };
  auto work = [&](int i) {
    most = std::max(most.load(), given.load() - used.load());
    return i;
  };
  auto slow = [&](int) {
    return std::this_thread::sleep_for(std::chrono::microseconds(50)), ++used, true;
  };
  InOrder(GetParam(), next, work, slow);
  EXPECT_LE(most, static_cast<int>(4 * GetParam() + 1));
}

INSTANTIATE_TEST_SUITE_P(Jobs, InOrderTest, testing::Values(1, 2, 3, 8));

}  // namespace
}  // namespace tabularium
