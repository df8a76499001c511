#ifndef TABULARIUM_READ_BESIDE_H_
#define TABULARIUM_READ_BESIDE_H_

#include <string>
#include <string_view>
#include <vector>

namespace tabularium {

// Pictures (and PDFs) beside which another recogniser's file stands: in the same folder, NAME.png with NAME.alto.xml,
// NAME.page.xml, NAME.xml, NAME.hocr, NAME.html or NAME.htm.

// The names that such a file of the picture may have, the first to be preferred. None where the picture's has no extension.
std::vector<std::string> NamesBeside(std::string_view picture);

// How the name of the picture beside such a file may begin, up to the dot of its extension; none: it has no such name.
std::vector<std::string> StemsBeside(std::string_view recognised);

// True where the first bytes say that one is a picture or a PDF, and the other a recogniser's file, whatever they are called.
bool Belong(const std::string& picture, const std::string& recognised);

}  // namespace tabularium

#endif  // TABULARIUM_READ_BESIDE_H_
