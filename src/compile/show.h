#ifndef TABULARIUM_COMPILE_SHOW_H_
#define TABULARIUM_COMPILE_SHOW_H_

#include <string>

#include "model/form.h"

namespace tabularium {

// The form as it looks on paper, its slots in braces: title, then picture by picture with merged
// squares, for a terminal with box-drawing letters. A sign in the margin says how often a row
// comes: ? * +.
std::string Show(const Form& form);

// The same as HTML tables in a section; text escaped, no style of its own.
std::string ShowHtml(const Form& form);

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_SHOW_H_
