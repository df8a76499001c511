// The files of models/ as bytes of the program. Tested by signs_test.cc.
#include "read/scan/models.h"

// The assembler takes a file in as it is; no generated source, and no time of the compiler's.
#define TABULARIUM_EMBED(name, file)                                                                         \
  __asm__(".pushsection .rodata\n.balign 16\n" #name "_begin:\n.incbin \"" TABULARIUM_MODELS_DIR "/" file "\"\n" #name "_end:\n.byte 0\n.popsection\n"); \
  extern "C" const char name##_begin[] __attribute__((visibility("hidden")));                               \
  extern "C" const char name##_end[] __attribute__((visibility("hidden")))

TABULARIUM_EMBED(tabularium_signs, "signs.model");
TABULARIUM_EMBED(tabularium_han, "han.model");
TABULARIUM_EMBED(tabularium_small_one, "small-one.traineddata");
TABULARIUM_EMBED(tabularium_small_two, "small-two.traineddata");

namespace tabularium {
namespace {

std::string_view Between(const char* begin, const char* end) { return {begin, static_cast<size_t>(end - begin)}; }

}  // namespace

std::string_view SignModel() { return Between(tabularium_signs_begin, tabularium_signs_end); }
std::string_view HanModel() { return Between(tabularium_han_begin, tabularium_han_end); }
std::string_view SmallModelOne() { return Between(tabularium_small_one_begin, tabularium_small_one_end); }
std::string_view SmallModelTwo() { return Between(tabularium_small_two_begin, tabularium_small_two_end); }

}  // namespace tabularium
