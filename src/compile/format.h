#ifndef TABULARIUM_COMPILE_FORMAT_H_
#define TABULARIUM_COMPILE_FORMAT_H_

#include <string>
#include <string_view>

namespace tabularium {

// A grammar file laid out the way all of them are: bars aligned by display width, one column for
// names and one for what is said of them, a blank line between blocks. Comments stay, and so does
// the meaning: both files compile to the same grammar. Lines it cannot read are left as they stand.
// Formatting twice changes nothing more.
//   "picture a\n|项目|{x}|\n|主管部门|{y}|"  →  "picture a\n   | 项目     | {x} |\n   | 主管部门 |
//   {y} |\n"
std::string Format(std::string_view file);

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_FORMAT_H_
