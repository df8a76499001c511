#ifndef TABULARIUM_MODEL_LEXICON_H_
#define TABULARIUM_MODEL_LEXICON_H_

#include <cstdint>
#include <string>
#include <vector>

namespace tabularium {

// Fixed terms of a field, for the wording checks. Made by compile/lexicon.h from grammar/*.lexicon; immutable.
struct Lexicon {
  std::vector<std::string> terms;
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_LEXICON_H_
