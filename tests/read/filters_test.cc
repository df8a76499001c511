#include "read/filters.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* bytes;
  bool twice;
};
class FiltersTest : public testing::TestWithParam<Case> {};
TEST_P(FiltersTest, PacksTwice) { EXPECT_EQ(PacksTwice(GetParam().bytes), GetParam().twice); }

INSTANTIATE_TEST_SUITE_P(
    All, FiltersTest,
    testing::Values(Case{"None", "<< /Length 5 >>", false}, Case{"One", "<< /Filter /FlateDecode >>", false},
                    Case{"OneInAList", "<< /Filter [/FlateDecode] >>", false},
                    Case{"TextAndFlate", "<< /Filter [ /ASCII85Decode /FlateDecode ] >>", false},
                    Case{"FlateAndImage", "<< /Filter[/FlateDecode/DCTDecode] >>", false},
                    Case{"FlateTwice", "<< /Filter[/FlateDecode/FlateDecode] >>", true},
                    Case{"Disguised", "<< /Fi#6cter [/Fl#61teDecode %]\n/LZW] >>", true},
                    Case{"ByReference", "3 0 obj [/Fl /Fl] endobj 4 0 obj << /Filter 3 0 R >>", true},
                    Case{"OneByReference", "3 0 obj /FlateDecode endobj 4 0 obj << /Filter 3 0 R >>", false},
                    Case{"ReferenceThatIsNotThere", "4 0 obj << /Filter 3 0 R >>", true},
                    Case{"ReferenceToItself", "3 0 obj 3 0 R endobj << /Filter 3 0 R >>", true},
                    Case{"CutOff", "<< /Filter [/FlateDecode ", false}, Case{"Nothing", "", false}),
    [](const auto& it) { return it.param.name; });

}  // namespace
}  // namespace tabularium
