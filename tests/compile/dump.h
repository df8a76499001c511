#ifndef TESTS_COMPILE_DUMP_H_
#define TESTS_COMPILE_DUMP_H_

#include <string>

#include "model/form.h"

namespace tabularium {

// A form in short lines: pictures with their rows, slots with what is said of them, checks.
//   "picture project 4" "  once| label(项目名称,专项名称) slot(project.name) ^ < blank"
std::string Dump(const Form& form, const Vocabulary& vocabulary);
std::string Dump(const Expr& expr, const Form& form);

}  // namespace tabularium

#endif  // TESTS_COMPILE_DUMP_H_
