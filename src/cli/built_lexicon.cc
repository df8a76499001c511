// Made by generate/lexicon.cc and embedded as it is. Tested by built_lexicon_test.cc.
#include "cli/built_lexicon.h"

#include <cstddef>
#include <string_view>

#include "compile/lexicon_image.h"

// Embeds `file` between two names, at a multiple of eight bytes, as images want it.
#define TABULARIUM_EMBED(name, file)                                                                                   \
  __asm__(".pushsection .rodata\n.balign 8\n" #name "_begin:\n.incbin \"" TABULARIUM_BUILT_LEXICON file "\"\n" #name \
          "_end:\n.byte 0\n.popsection\n");                                                                            \
  extern "C" const char name##_begin[] __attribute__((visibility("hidden")));                                          \
  extern "C" const char name##_end[] __attribute__((visibility("hidden")))

TABULARIUM_EMBED(tabularium_lexicon_image, ".image");
TABULARIUM_EMBED(tabularium_lexicon_source, ".source");

namespace tabularium {

std::optional<Lexicon> BuiltLexicon(std::span<const GrammarFile> files) {
  auto between = [](const char* begin, const char* end) { return std::string_view(begin, static_cast<size_t>(end - begin)); };
  std::string_view source = between(tabularium_lexicon_source_begin, tabularium_lexicon_source_end);
  for (const GrammarFile& file : files) {
    if (!source.starts_with(file.text)) return std::nullopt;
    source.remove_prefix(file.text.size());
    if (source.empty() || source.front() != '\0') return std::nullopt;
    source.remove_prefix(1);
  }
  if (!source.empty()) return std::nullopt;
  return ViewLexicon(between(tabularium_lexicon_image_begin, tabularium_lexicon_image_end));
}

}  // namespace tabularium
