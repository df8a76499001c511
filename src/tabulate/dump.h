#ifndef TABULARIUM_TABULATE_DUMP_H_
#define TABULARIUM_TABULATE_DUMP_H_

#include <string>

#include "model/grid.h"

namespace tabularium {

// One line for each row, its cells parted by |, an empty cell as ·, LF inside a cell as ⏎:
// `项目名称|党群|·`. A row without cells is an empty line.
std::string Dump(const Grid& grid);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_DUMP_H_
