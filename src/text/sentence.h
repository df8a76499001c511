#ifndef TABULARIUM_TEXT_SENTENCE_H_
#define TABULARIUM_TEXT_SENTENCE_H_

#include <string_view>

namespace tabularium {

// Whether a text ends where a sentence does: 。；！？ and their half-width forms, an ellipsis, a closing quotation mark. What
// does not end so may go on in the next line, cell or page. False for an empty text.
bool EndsSentence(std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_SENTENCE_H_
