// Gives a fuzzer the files and folders of its arguments, where there is no libFuzzer: the seeds,
// and what once crashed.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>

#include "walk/walk.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

int replayed = 0;

void Replay(const std::filesystem::path& file) {
  const std::string bytes = tabularium::walk::Slurp(file);
  for (const size_t size :
       {bytes.size(), bytes.size() / 2, bytes.size() / 3 * 2 + 1}) {  // whole, and cut off
    if (size > bytes.size()) continue;
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), size);
    ++replayed;
  }
}

}  // namespace

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  for (int i = 1; i < argc; ++i) {
    if (!fs::is_directory(argv[i])) {
      Replay(argv[i]);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(argv[i]))
      if (entry.is_regular_file()) Replay(entry.path());
  }
  std::printf("%d inputs\n", replayed);
  return replayed == 0;
}
