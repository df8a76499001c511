#ifndef TABULARIUM_NORMALISE_RESIDUE_H_
#define TABULARIUM_NORMALISE_RESIDUE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tabularium {

enum class Residue : uint8_t { kNone, kBeside, kAll };

// Whether a text holds hints that the form prints for the applicant: beside a text of its own, or nothing else.
// Ordinals, dots and dashes between hints count as part of them. `residues` are folded by text/key.h.
//   "目标1：\n目标2：\n……" with the hint "目标" → kAll
// Cost: a search for the first letter of each hint; a key only where one is found.
Residue FindResidue(const std::vector<std::string>& residues, std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_NORMALISE_RESIDUE_H_
