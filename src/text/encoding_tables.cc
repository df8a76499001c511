// Asks ICU for every code of an encoding at once, parted by line feeds, so that a code without a
// letter, or with two, disturbs no other. Tested by encoding_test.cc.
#include "text/encoding_tables.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <bit>
#include <string>
#include <string_view>

#include "text/mojibake_letters.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr char16_t kReplacement = 0xFFFD;

// `codes` are parted by "\n"; the letter of each, 0 where it has none or several.
std::vector<char32_t> Convert(const char* converter_name, std::string_view codes, size_t count) {
  std::vector<char32_t> letters(count, 0);
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(converter_name, &status);
  if (U_FAILURE(status)) return letters;  // an ICU without this converter: every code is damage
  std::u16string out(codes.size() + 1, u'\0');
  int32_t length = ucnv_toUChars(converter, out.data(), static_cast<int32_t>(out.size()),
                                 codes.data(), static_cast<int32_t>(codes.size()), &status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return letters;
  out.resize(static_cast<size_t>(length));
  size_t at = 0;
  for (char32_t& letter : letters) {
    size_t end = out.find(u'\n', at);
    if (end == std::u16string::npos) break;
    if (end - at == 1 && out[at] != kReplacement) letter = out[at];
    if (end - at == 2 && U16_IS_LEAD(out[at]) && U16_IS_TRAIL(out[at + 1]))
      letter = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(out[at], out[at + 1]));
    at = end + 1;
  }
  return letters;
}

std::vector<char32_t> Pairs(const char* converter_name) {
  std::string codes;
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      if (trail != 0x7F) codes += {static_cast<char>(lead), static_cast<char>(trail)};
      codes += '\n';
    }
  }
  return Convert(converter_name, codes, kLeads * kTrails);
}

bool IsPrivate(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

std::vector<char32_t> MergeBig5() {
  std::vector<char32_t> letters = Pairs("windows-950"), hong_kong = Pairs("Big5-HKSCS");
  for (size_t i = 0; i < letters.size(); ++i)
    if (letters[i] < 0x80 || IsPrivate(letters[i]))
      letters[i] = IsPrivate(hong_kong[i]) ? 0 : hong_kong[i];
  return letters;
}

std::vector<char32_t> Quads() {
  constexpr size_t kBmpQuads = 39420;  // 81 30 81 30 .. 84 31 A4 39
  std::string codes;
  for (size_t i = 0; i < kBmpQuads; ++i) {
    codes += {static_cast<char>(0x81 + i / 12600), static_cast<char>(0x30 + i / 1260 % 10),
              static_cast<char>(0x81 + i / 10 % 126), static_cast<char>(0x30 + i % 10), '\n'};
  }
  std::vector<char32_t> letters = Convert("gb18030", codes, kBmpQuads);
  letters[kBmpQuads - 3] = kReplacement;  // 84 31 A4 37 is U+FFFD itself, and no sign of a failure
  return letters;
}

PlainPairs Plain(const std::vector<char32_t>& pairs) {
  static_assert(std::endian::native == std::endian::little);
  PlainPairs plain{};
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead)
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail)
      if (const char32_t c = pairs[PairIndex(lead, trail)]; c >= 0x800 && c < 0x10000)
        plain[(lead - 0x80) << 8 | trail] = 0x8080E0 | c >> 12 | (c << 2 & 0x3F00) | (c << 16 & 0x3F0000) | (IsMojibakeLetter(c) ? kOddPair : 0);
  return plain;
}

std::vector<uint16_t> Codes() {
  std::vector<uint16_t> codes(0x10000, 0);
  const std::vector<char32_t>& pairs = Gb18030Pairs();
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead)
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail)
      if (char32_t c = pairs[PairIndex(lead, trail)]; c != 0 && c < 0x10000)
        codes[c] = static_cast<uint16_t>(lead << 8 | trail);
  return codes;
}

// The most frequent Han letters of administrative prose, simplified and traditional: three in four
// letters of it.
constexpr std::u16string_view kFrequent =
    u"一万三上下不与且世业东两並个中丰为主么义之也书了争事二于五些交产人什今从他付代以们件价任"
    u"众优会传但位低住体何余作你使來依便促保信修個們候值做備傳像價優儿元先光克兒党入內全兩公共"
    u"关其养内再军决减几出分切划则別利别到制則前力办加务动動務化北区医區十升单南卫即却卻原去县"
    u"又及反发取受变口只可号司各合同名后向听告员命和品响員問單四回因团国國團在地场型培基報場填"
    u"境增声处备外多大天太头女她好如委子学學它安完定实审宣家富實審对导将將對導小少尔就局居展山"
    u"工己已市师带師帶常平年并幾序应度康建开式张張強强当形影很後得從德心必思性总情想意感應成我"
    u"或战戰所手才打批把护报拉拨持指据採接推提撥據支收改放政效教数數文料斯新方於施无日时明是時"
    u"更書最會月有服望期本术机权材束条来東果标样核格條業標樣機權次款正此比民气氣水求決沒没治法"
    u"注活海清減满滿点為無然爭爾物特率王环现現理環生產用由申电界當疗療發白的益监監目直相省看真"
    u"眼眾着督知础确確礎社神种科称程種稱空立第等算管範类系約累組結給統經維縣總績織續约组织经结"
    u"给统绩续维置美群義老考者而职联聯聲職聽能自至與色范萬落著處號行術街衛表被西要見規覺觀见观"
    u"规觉解計訓記設許評話該認說請論識護變讓计认让训记许论设评识话该说请豐象負財責費資質購负财"
    u"责质购费资走起超足路身軍轉转辦边达过运还这进途這通造進運過道達還邊那部都醫采里重量金鎮镇"
    u"長长門開間關门问间队降限院隊障难難電非面響項預領頭題額類项预领题额養馬马體高麼點黨";

// Tenths. A letter of the right reading weighs about 8 on average, of a wrong one 1 to 3 (prose of
// 200 letters, GB18030 and Big5 read as each other).
namespace weight {
constexpr int8_t kFrequent = 10;  // kFrequent
constexpr int8_t kCommon = 6;     // first level of GB 2312 or of Big5
constexpr int8_t kSymbol = 6;     // punctuation, box drawing, full-width forms, ①, ≥, □
constexpr int8_t kOther = 3;      // other scripts
constexpr int8_t kRare = 1;       // all other Han letters: what misreadings are made of
constexpr int8_t kPrivate = -5;   // private and unassigned letters
constexpr int8_t kControl = -10;  // control letters other than white space
}  // namespace weight

int8_t Weight(char32_t c) {
  if (c < 0x80)
    return c >= 0x20 ? (c == 0x7F ? weight::kControl : 10)
                     : (c >= 9 && c <= 13 ? 10 : weight::kControl);
  if (c < 0xA0) return weight::kControl;
  if (IsPrivate(c) || !u_isdefined(static_cast<UChar32>(c))) return weight::kPrivate;
  if (IsHan(c)) return weight::kRare;
  return IsSymbol(c) ? weight::kSymbol : weight::kOther;
}

std::vector<int8_t> Weights() {
  std::vector<int8_t> weights(0x10000);
  for (char32_t c = 0; c < 0x10000; ++c) weights[c] = Weight(c);
  auto mark = [&](const std::vector<char32_t>& pairs, unsigned first, unsigned last,
                  unsigned trail_from) {
    for (unsigned lead = first; lead <= last; ++lead)
      for (unsigned trail = trail_from; trail <= 0xFE; ++trail)
        if (char32_t c = pairs[PairIndex(lead, trail)]; IsHan(c) && c < 0x10000)
          weights[c] = weight::kCommon;
  };
  mark(Gb18030Pairs(), 0xB0, 0xD7, 0xA1);
  mark(Big5Pairs(), 0xA4, 0xC6, 0x40);
  for (char16_t c : kFrequent) weights[c] = weight::kFrequent;
  return weights;
}

}  // namespace

const std::vector<char32_t>& Gb18030Pairs() {
  static const std::vector<char32_t> table = Pairs("gb18030");
  return table;
}

const std::vector<char32_t>& Gb18030Quads() {
  static const std::vector<char32_t> table = Quads();
  return table;
}

const std::vector<char32_t>& Big5Pairs() {
  static const std::vector<char32_t> table = MergeBig5();
  return table;
}

const PlainPairs& Gb18030PlainPairs() {
  static const PlainPairs table = Plain(Gb18030Pairs());
  return table;
}

const PlainPairs& Big5PlainPairs() {
  static const PlainPairs table = Plain(Big5Pairs());
  return table;
}

const std::vector<uint16_t>& Gb18030Codes() {
  static const std::vector<uint16_t> table = Codes();
  return table;
}

const std::vector<int8_t>& LetterWeights() {
  static const std::vector<int8_t> table = Weights();
  return table;
}

}  // namespace tabularium
