#ifndef TABULARIUM_CLI_LIMIT_NAMES_H_
#define TABULARIUM_CLI_LIMIT_NAMES_H_

#include <string>
#include <string_view>

#include "model/limits.h"

namespace tabularium {

// Sets one limit from NAME=NUMBER (letters K, M, G behind the number multiply by 1024). What is
// wrong, as a sentence; empty: nothing. Example: "cells=100" → limits.cells is 100; "cell=100" →
// "there is no limit cell; there are text_bytes, …".
std::string SetLimit(std::string_view assignment, Limits* limits);

// Every limit with its default and meaning, a line each, for --help.
std::string DescribeLimits();

}  // namespace tabularium

#endif  // TABULARIUM_CLI_LIMIT_NAMES_H_
