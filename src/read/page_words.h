#ifndef TABULARIUM_READ_PAGE_WORDS_H_
#define TABULARIUM_READ_PAGE_WORDS_H_

#include "model/page.h"
#include "read/ink.h"

namespace tabularium {

// Sets page->text, glyphs and words from the letters drawn, line by line from top to bottom. Letters part into words by
// gaps, blanks and the page's vertical rulings; shadows of the same letter are dropped, and of an invisible layer what
// stands where visible letters are. REQUIRES: page->rulings as from JoinLines. Cost: O(n log n).
void SetWords(const PageInk& ink, Page* page);

}  // namespace tabularium

#endif  // TABULARIUM_READ_PAGE_WORDS_H_
