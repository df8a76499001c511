#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "run_program.h"

namespace tabularium {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class WriteAltoTest : public ProgramTest {
 protected:
  // What was found, less where it was found in the file.
  json Declarations(const std::string& file) {
    Ran ran = Run("ingest " + file);
    EXPECT_EQ(ran.status, 0) << ran.err;
    json declarations = json::parse(ran.out)["declarations"];
    Strip(&declarations);
    return declarations;
  }

 private:
  static void Strip(json* node) {
    if (node->is_object()) {
      node->erase("origin");
      node->erase("_origin");
    }
    for (json& child : *node)
      if (child.is_structured()) Strip(&child);
  }
};

constexpr const char* kCase =
    "\"$sources\"/corpus/cn-project-target/scan-as-alto/source.xml";

TEST_F(WriteAltoTest, WhatWasWrittenReadsAsWhatWasRead) {
  Ran ran = Run(std::string("ingest --write-alto out/alto ") + kCase + " " + kCase);
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out/alto/source~2.alto.xml"));
  const json written = Declarations("out/alto/source.alto.xml");
  ASSERT_FALSE(written.empty());
  EXPECT_EQ(written, Declarations(kCase));
}

TEST_F(WriteAltoTest, TextsHaveNothingToWrite) {
  Write("in/a.txt", "甲\t1\n乙\t2\n");
  EXPECT_EQ(Run("ingest in --write-alto out").status, 0);
  EXPECT_TRUE(std::filesystem::is_empty(folder_ / "out"));
}

TEST_F(WriteAltoTest, SaysWhereItCannotWrite) {
  Write("in/a.txt", "甲\t1\n乙\t2\n");
  Ran ran = Run("ingest in/a.txt --write-alto in/a.txt");
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("name another with --write-alto"));
}

}  // namespace
}  // namespace tabularium
