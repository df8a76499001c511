// The manual's tables are those of the program: README.md holds what is made here from their lists.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "model/limits.h"
#include "write/flags_manual.h"

namespace tabularium {
namespace {

std::string Readme() {
  std::ifstream in(TABULARIUM_SOURCE_DIR "/README.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Manual, TellsEveryFlag) {
  EXPECT_NE(Readme().find(FlagManual()), std::string::npos) << "README.md should have this table:\n"
                                                            << FlagManual();
}

TEST(Manual, TellsEveryLimit) {
  const Limits limits;
  const std::pair<const char*, uint64_t> named[] = {
      {"text_bytes", limits.text_bytes},
      {"cells", limits.cells},
      {"cells_per_row", limits.cells_per_row},
      {"rows_per_declaration", limits.rows_per_declaration},
      {"markup_bytes", limits.markup_bytes},
      {"markup_depth", limits.markup_depth}};
  for (const auto& [name, value] : named) {
    const std::string row = "| `" + std::string(name) + "` | " + std::to_string(value) + " |";
    EXPECT_NE(Readme().find(row), std::string::npos) << "README.md should have a row " << row;
  }
}

}  // namespace
}  // namespace tabularium
