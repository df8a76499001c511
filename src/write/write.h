#ifndef TABULARIUM_WRITE_WRITE_H_
#define TABULARIUM_WRITE_WRITE_H_

#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "model/extraction.h"

namespace tabularium {

// One finding as one line of JSON (schema version 1, tabularium.schema.json), with the newline. Appends.
void WriteJson(const Finding& finding, std::string* out);

// For people on a terminal: what was declared, what to look at.
void WriteTable(std::span<const Finding> findings, std::string* out);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_WRITE_H_
