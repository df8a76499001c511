// Every example of grammar/README.md is compiled: ```form must pass, ```form-error must have the
// complaints of the
// ```complaint that follows it. Its table of codes is the one of compile/complaints.h.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "compile/complaints.h"
#include "compile/format.h"

namespace tabularium {
namespace {

struct Block {
  std::string kind, text;
  int line = 0;  // of the manual
};

std::string Manual() {
  std::ifstream in(std::string(TABULARIUM_SOURCE_DIR) + "/grammar/README.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The fenced blocks, in order.
std::vector<Block> Blocks(std::string_view manual) {
  std::vector<Block> blocks;
  bool inside = false;
  for (int line = 1; !manual.empty(); ++line) {
    const std::string_view text = manual.substr(0, manual.find('\n'));
    manual.remove_prefix(std::min(manual.size(), text.size() + 1));
    if (text.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.push_back({std::string(text.substr(3)), "", line});
    } else if (inside) {
      blocks.back().text += std::string(text) + "\n";
    }
  }
  return blocks;
}

std::string Complained(const std::string& text) {
  const GrammarFile file{"example.form", text};
  std::string out;
  for (const Complaint& complaint : Compile({&file, 1}).complaints) out += Print(complaint, text);
  return out;
}

TEST(Manual, ExamplesCompile) {
  int seen = 0;
  for (const Block& block : Blocks(Manual())) {
    if (block.kind != "form") continue;
    ++seen;
    EXPECT_EQ(Complained(block.text), "") << "grammar/README.md:" << block.line;
    EXPECT_EQ(Complained(Format(block.text)), "") << "grammar/README.md:" << block.line;
  }
  EXPECT_GE(seen, 9);
}

TEST(Manual, ErrorsAreAsShown) {
  const std::vector<Block> blocks = Blocks(Manual());
  int seen = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != "form-error") continue;
    ++seen;
    ASSERT_LT(i + 1, blocks.size());
    EXPECT_EQ(blocks[i + 1].kind, "complaint") << "grammar/README.md:" << blocks[i].line;
    EXPECT_EQ(Complained(blocks[i].text), blocks[i + 1].text)
        << "grammar/README.md:" << blocks[i].line;
  }
  EXPECT_GE(seen, 2);
}

TEST(Manual, NamesAllCodes) {
  const std::string manual = Manual();
  for (const CodeInfo& info : kCodes)
    EXPECT_NE(manual.find(fmt::format("| `{}` | {} |\n", info.name, info.meaning)),
              std::string::npos)
        << info.name;
}

}  // namespace
}  // namespace tabularium
