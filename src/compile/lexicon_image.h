#ifndef TABULARIUM_COMPILE_LEXICON_IMAGE_H_
#define TABULARIUM_COMPILE_LEXICON_IMAGE_H_

#include <string>
#include <string_view>

#include "model/lexicon.h"

namespace tabularium {

// A lexicon as one stretch of bytes: the places and sizes of its tables, then the tables, each at a multiple of eight. They are
// this machine's numbers, so an image belongs to the program that it was built with, and is never exchanged.
std::string PackLexicon(const Lexicon& lexicon);

// The lexicon that views an image. REQUIRES: `image` is one, at a multiple of eight, and outlives it. Cost: O(1).
Lexicon ViewLexicon(std::string_view image);

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_LEXICON_IMAGE_H_
