#ifndef TABULARIUM_TEXT_MOJIBAKE_H_
#define TABULARIUM_TEXT_MOJIBAKE_H_

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace tabularium {

// Text that was read in a wrong encoding and saved again before it reached us.
enum class Misreading : uint8_t {
  kReplaced,     // U+FFFD, 锟斤拷, ï¿½: the letters are lost
  kUtf8AsGbk,    // 椤圭洰 for 项目
  kUtf8AsLatin,  // é¡¹ç›® for 项目, Ã© for é
  kGbkAsLatin,   // ÏîÄ¿ for 项目
};

struct Mojibake {
  Misreading kind = Misreading::kReplaced;
  Range range;       // in the text
  std::string once;  // what it would read, undone; empty where nothing can be undone
};

// Every such place in a text, in order. A suspicion is confirmed by undoing it: only what becomes
// valid letters of plain text counts, so that 鎮, 娟 and × in good text don't. REQUIRES: `text` is
// valid UTF-8. Cost: O(bytes), about 200 MB/s; worth a call only where ScanUtf8 says odd. Example:
// "名称：椤圭洰" → {{kUtf8AsGbk, {9, 18}, "项目"}}.
std::vector<Mojibake> FindMojibake(std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_MOJIBAKE_H_
