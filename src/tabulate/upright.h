#ifndef TABULARIUM_TABULATE_UPRIGHT_H_
#define TABULARIUM_TABULATE_UPRIGHT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "tabulate/sheet.h"

namespace tabularium::sheet {

// The text of a cell whose letters stand below one another in columns that are read from right to left: a line for each column.
// Nothing where they may as well stand beside one another: told by brackets that are turned, or by columns so near that letters of
// two were taken for one word, which those of spaced-out labels are not.
std::optional<std::string> UprightText(const Sheet& sheet, std::span<const uint32_t> tokens);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_UPRIGHT_H_
