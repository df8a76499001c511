#include "write/flags_manual.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/evidence.h"
#include "model/flag.h"

namespace tabularium {
namespace {

TEST(FlagsManualTest, HasALineForEveryFlagAndReason) {
  std::string flags = FlagManual(), reasons = EvidenceManual();
  EXPECT_EQ(std::count(flags.begin(), flags.end(), '\n'),
            static_cast<long>(std::size(kFlagKinds)) + 2);
  EXPECT_EQ(std::count(reasons.begin(), reasons.end(), '\n'),
            static_cast<long>(kEvidenceCodes) + 2);
  EXPECT_NE(flags.find("| `missing-required` | wrong | a required value is blank"),
            std::string::npos);
}

}  // namespace
}  // namespace tabularium
