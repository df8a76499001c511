#ifndef TABULARIUM_READ_SCAN_MODELS_H_
#define TABULARIUM_READ_SCAN_MODELS_H_

#include <string_view>

namespace tabularium {

// The models of our own that are built into the program: the files of models/, as they are.
std::string_view SignModel();        // for SignReader
std::string_view HanModel();         // for HanReader
std::string_view SmallModelOne();    // of Tesseract, for short lines: targets, dates, amounts, ticks
std::string_view SmallModelTwo();    // the same, trained from other fonts, with another net

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_MODELS_H_
