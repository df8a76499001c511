#ifndef TABULARIUM_TEXT_MOJIBAKE_LETTERS_H_
#define TABULARIUM_TEXT_MOJIBAKE_LETTERS_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace tabularium {

// Letters with which UTF-8 begins where it was misread as GBK: the codes E480..E9BF (Han letters
// U+4000..U+9FFF),
inline constexpr std::u16string_view kMisreadLeads =
    u"鋩鋪鋫鋬鋭鋮鋯鋰鋱鋲鋳鋴鋵鋶鋷鋸鋹鋺鋻鋼鋽鋾鋿錀錁錂錃錄錅錆錇錈錉洹洧洌浃浈洇洄洙洎洫浍"
    u"洮洵洚浏浒浔洳涑浯涞涠浞涓涔浜浠浼浣渚淇鍊鍋鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠鍡"
    u"鍢鍣鍤鍥鍦鍧鍨鍩鍫濉澧澹澶濂濡濮濞濠濯瀚瀣瀛瀹瀵灏灞宀宄宕宓宥宸甯骞搴寤寮褰寰蹇鎬鎭鎮鎯"
    u"鎰鎱鎲鎳鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍妗姊妫妞妤姒妲妯姗妾娅娆姝娈姣"
    u"姘姹娌娉娲娴娑娣娓婀婧婊婕娼婢婵鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐘鐙鐚鐛鐜鐝鐞鐟鐠鐡鐢鐣鐤鐥鐦鐧鐨鐩"
    u"鐪鐫鐬鐭鐮纭纰纾绀绁绂绉绋绌绐绔绗绛绠绡绨绫绮绯绱绲缍绶绺绻绾缁缂缃缇缈鑰鑱鑲鑳鑴鑵鑶鑷"
    u"鑸鑹鑺鑻鑼鑽鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锜锠琛琚瑁瑜瑗瑕瑙瑷瑭瑾璜璎璀璁璇璋璞璨璩"
    u"璐璧瓒璺韪韫韬杌杓杞杈杩閫閬閭閮閯閰閱閲閳閴閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇闈闉闊"
    u"闋椤棰椋椁楗棣椐楱椹楠楂楝榄楫榀榘楸椴槌榇榈槎榉楦楣楹榛榧榻榫榭";
// … and E280, E288–E289, E291, E296, E380, EFBC–EFBD, EFBF: punctuation, ≥, ①, □, full-width forms,
// U+FFFD itself.
inline constexpr std::u16string_view kMisreadSymbols = u"鈥鈭鈮鈶鈻銆锛锝锟\uFFFD";

// Both as one bit a letter below U+10000, for the fast scan.
constexpr std::array<uint64_t, 1024> MojibakeLetters() {
  std::array<uint64_t, 1024> bits{};
  for (std::u16string_view letters : {kMisreadLeads, kMisreadSymbols})
    for (char16_t c : letters) bits[c >> 6] |= uint64_t{1} << (c & 63);
  return bits;
}
inline constexpr std::array<uint64_t, 1024> kMojibakeLetters = MojibakeLetters();

// REQUIRES: c < 0x10000.
constexpr bool IsMojibakeLetter(char32_t c) { return kMojibakeLetters[c >> 6] >> (c & 63) & 1; }

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_MOJIBAKE_LETTERS_H_
