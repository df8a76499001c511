#ifndef TABULARIUM_COMPILE_LEXICON_H_
#define TABULARIUM_COMPILE_LEXICON_H_

#include <optional>
#include <span>
#include <vector>

#include "compile/compile.h"
#include "model/lexicon.h"

namespace tabularium {

// The lexicon is there iff there are no complaints.
struct CompiledLexicon {
  std::optional<Lexicon> lexicon;
  std::vector<Complaint> complaints;
};

// Compiles all .lexicon files together into one lexicon. A file is made of sections; # begins a
// comment:
//
//   terms              fixed terms of 3 to 16 Han letters; whatever sounds like one but is written
//   otherwise is a slip
//     基层治理 党群服务
//   ordinary           words that stand for themselves, though they sound like a piece of a term; 2
//   to 16 letters
//     占比 战略
//   alone              letters that are words by themselves, and therefore no slips
//     及 和 与
//   misspelt           what is never right, and what is meant; the same number of letters
//     布署 = 部署
//   slips              words of this field, and for each of their letters those of the same sound
//   that are written instead; - where there are none
//     监督 = 艰鉴 都睹
//   same               groups of letters that may stand for each other
//     的地得 做作
//   foreign            foreign words that belong into prose; letter case doesn't matter
//     App km Wi-Fi
//   means              foreign words that don't, and what to write instead
//     and = 和
//
// A term that stands twice is one complaint; so is a term with a letter whose reading is unknown.
// Codes: bad-line, unknown-section, not-han, bad-length, no-reading, bad-slip, stands-twice.
// Cost: O(letters · log terms).
CompiledLexicon CompileLexicon(std::span<const GrammarFile> files);

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_LEXICON_H_
