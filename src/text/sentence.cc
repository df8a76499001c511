// Tested by sentence_test.cc.
#include "text/sentence.h"

namespace tabularium {

bool EndsSentence(std::string_view text) {
  for (std::string_view mark : {"。", "；", "！", "？", ";", "!", "?", ".", "”", "…"})
    if (text.ends_with(mark)) return true;
  return false;
}

}  // namespace tabularium
