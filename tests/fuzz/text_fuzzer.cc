// Any bytes as a file: reading and cutting into cells never fails, and every cell stands inside the
// document.
#include "read/read.h"
#include "tabulate/tabulate.h"
#include "walk/walk.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tabularium;
  const auto document = ReadBytes("fuzz", {reinterpret_cast<const char*>(data), size}, {});
  if (document.has_value()) Tabulate(*document.value(), walk::TheGrammar().vocabulary, {});
  return 0;
}
