#ifndef TABULARIUM_TABULATE_BROKEN_WORDS_H_
#define TABULARIUM_TABULATE_BROKEN_WORDS_H_

#include <vector>

#include "tabulate/layout.h"

namespace tabularium {

// Programs break words that are longer than their line: "Modernizatio␊n Program", "Moderniz-␊ation". Such a word is joined where the pages have it whole or
// broken elsewhere, or the break is in an ending ("Moderniza␊tion"), or its last piece is no word of any language; and then where that piece is two letters,
// and no word of the pages. Pieces all of which are words of the pages are words, as are long ones of which one is, or the first of which ends as words do;
// what stays unsure keeps kMayGoOn, or its hyphen, which may join two words. Cost: O(letters of the cells).
void JoinBrokenWords(std::vector<PageContent>* pages);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_BROKEN_WORDS_H_
