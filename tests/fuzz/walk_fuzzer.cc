// Any bytes as a file: the whole walk never fails, and what it writes is JSON.
#include <nlohmann/json.hpp>

#include "walk/walk.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto json =
      tabularium::walk::WalkToJson("fuzz", {reinterpret_cast<const char*>(data), size});
  if (!nlohmann::json::accept(json)) __builtin_trap();
  return 0;
}
