#ifndef TABULARIUM_WRITE_TABLE_FLAGS_H_
#define TABULARIUM_WRITE_TABLE_FLAGS_H_

#include <string>

#include "model/finding.h"
#include "write/paint.h"

namespace tabularium {

// The flags of a finding for people: the gravest first, flags of one cluster together, each with
// its place, its message and its suggestion. Appends.
void WriteTableFlags(const Finding& finding, const Palette& palette, int width, std::string* out);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_TABLE_FLAGS_H_
