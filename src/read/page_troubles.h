#ifndef TABULARIUM_READ_PAGE_TROUBLES_H_
#define TABULARIUM_READ_PAGE_TROUBLES_H_

#include <string>

#include "model/flag.h"
#include "model/page.h"
#include "read/ink.h"

namespace tabularium {

// Adds a trouble that says which page it is of.
void Say(FlagCode code, Severity severity, std::string message, Page* page);

// What the letters, or their absence, say of the page; `no_language`: a font named them by a table that is not installed. Decides
// whether the page is only to be seen, too.
void SayWhatLettersLack(const PageInk& ink, bool no_language, Page* page);

}  // namespace tabularium

#endif  // TABULARIUM_READ_PAGE_TROUBLES_H_
