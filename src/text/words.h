#ifndef TABULARIUM_TEXT_WORDS_H_
#define TABULARIUM_TEXT_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/money_units.h"
#include "text/utf8.h"

namespace tabularium {

// The words and signs in which numbers, relations, times and absence are written, and what stands around a form, whatever the
// form. Tables only: no form's labels, no logic. Words of a language come from grammar/*.words, as grammar/README.md tells;
// signs and numerals stand here. Collected from filed forms; where two entries share a beginning the longer one stands first,
// so that the first match is the longest.

// A wording of a relation; `relation` is the sign that it means.
struct RelationWord {
  std::string_view word;
  std::string_view relation;  // ≥ ≤ = > < ≈ ±
};

struct MonthWord {
  std::string_view word;  // lower case
  int month = 0;          // from 1
};

#include "text/word_tables.inc"

// The letter that s ends with; 0 where s is empty.
constexpr char32_t LastLetter(std::string_view s) {
  if (s.empty()) return 0;
  size_t i = s.size() - 1;
  for (size_t most = 3; most > 0 && i > 0 && (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80; --most) --i;
  return NextLetter(s, i);
}

constexpr std::string_view WordOf(std::string_view word) { return word; }
constexpr std::string_view WordOf(const RelationWord& word) { return word.word; }
constexpr std::string_view WordOf(const MonthWord& word) { return word.word; }

// The first (or last) letters of a table's words: a test before the table. Lets some others pass, too.
class LetterFilter {
 public:
  constexpr void Add(char32_t c) { bits_[c / 64 % bits_.size()] |= uint64_t{1} << c % 64; }
  constexpr bool MayHold(char32_t c) const { return bits_[c / 64 % bits_.size()] >> c % 64 & 1; }
  template <class Words>
  static constexpr LetterFilter OfFirst(const Words& words) {
    LetterFilter filter;
    for (const auto& word : words) {
      size_t i = 0;
      filter.Add(NextLetter(WordOf(word), i));
    }
    return filter;
  }
  template <class Words>
  static constexpr LetterFilter OfLast(const Words& words) {
    LetterFilter filter;
    for (const auto& word : words) filter.Add(LastLetter(WordOf(word)));
    return filter;
  }

 private:
  std::array<uint64_t, 8> bits_{};
};

// Signs before a number, ASCII pairs included; full-width ＞＜＝ are folded to ASCII before they
// are looked up.
inline constexpr RelationWord kRelationMarks[] = {
    {">=", "≥"}, {"=>", "≥"}, {"<=", "≤"}, {"=<", "≤"}, {"==", "="}, {"+-", "±"}, {"+/-", "±"},
    {"≥", "≥"},  {"≧", "≥"},  {"⩾", "≥"},  {"≮", "≥"},  {"≤", "≤"},  {"≦", "≤"},  {"⩽", "≤"},
    {"≯", "≤"},  {"≈", "≈"},  {"≒", "≈"},  {"±", "±"},  {">", ">"},  {"﹥", ">"}, {"》", "≥"},
    {"<", "<"},  {"﹤", "<"}, {"《", "≤"}, {"=", "="},  {"﹦", "="},
};

// A Chinese numeral: a digit, or a power of ten.
struct Numeral {
  char32_t letter;
  int8_t digit;    // 0..9; -1: none
  int8_t power;    // of ten: 十 1, 百 2, 千 3, 万 4, 亿 8; 0: none
  bool financial;  // of the capital set, 壹贰叁
};

inline constexpr Numeral kNumerals[] = {
    {U'〇', 0, 0, false},  {U'零', 0, 0, false},  {U'○', 0, 0, false},   {U'一', 1, 0, false},
    {U'二', 2, 0, false},  {U'三', 3, 0, false},  {U'四', 4, 0, false},  {U'五', 5, 0, false},
    {U'六', 6, 0, false},  {U'七', 7, 0, false},  {U'八', 8, 0, false},  {U'九', 9, 0, false},
    {U'两', 2, 0, false},  {U'兩', 2, 0, false},  {U'壹', 1, 0, true},   {U'贰', 2, 0, true},
    {U'貳', 2, 0, true},   {U'弍', 2, 0, true},   {U'叁', 3, 0, true},   {U'參', 3, 0, true},
    {U'叄', 3, 0, true},   {U'肆', 4, 0, true},   {U'伍', 5, 0, true},   {U'陆', 6, 0, true},
    {U'陸', 6, 0, true},   {U'柒', 7, 0, true},   {U'捌', 8, 0, true},   {U'玖', 9, 0, true},
    {U'十', -1, 1, false}, {U'百', -1, 2, false}, {U'千', -1, 3, false}, {U'万', -1, 4, false},
    {U'萬', -1, 4, false}, {U'亿', -1, 8, false}, {U'億', -1, 8, false}, {U'拾', -1, 1, true},
    {U'佰', -1, 2, true},  {U'仟', -1, 3, true},
};

// The numeral that a letter is, or null.
constexpr const Numeral* FindNumeral(char32_t letter) {
  for (const Numeral& numeral : kNumerals)
    if (numeral.letter == letter) return &numeral;
  return nullptr;
}

// First letters behind 每 that make a frequency of it: 每月, 每半年, 每两周.
inline constexpr std::u32string_view kPeriodLetters = U"年月日天周季半旬学期次个隔";

// Signs that say the same, however often: ——, ***, //.
inline constexpr std::u32string_view kNotApplicableSigns = U"/\\-*×_";

// Boxes, circles and ticks. The private-use ones are what Wingdings, Wingdings 2 and Symbol leave
// behind.
struct TickMark {
  char32_t letter;
  enum Kind : uint8_t { kEmptyBox, kTickedBox, kTick } kind;
};

inline constexpr TickMark kTickMarks[] = {
    {U'□', TickMark::kEmptyBox},       {U'☐', TickMark::kEmptyBox},
    {U'▢', TickMark::kEmptyBox},       {U'◻', TickMark::kEmptyBox},
    {U'◇', TickMark::kEmptyBox},       {U'○', TickMark::kEmptyBox},
    {U'◯', TickMark::kEmptyBox},       {U'❏', TickMark::kEmptyBox},
    {U'\uF0A8', TickMark::kEmptyBox},  {U'\uF06F', TickMark::kEmptyBox},
    {U'\uF0A3', TickMark::kEmptyBox},  {U'☑', TickMark::kTickedBox},
    {U'☒', TickMark::kTickedBox},      {U'■', TickMark::kTickedBox},
    {U'▣', TickMark::kTickedBox},      {U'◼', TickMark::kTickedBox},
    {U'◆', TickMark::kTickedBox},      {U'●', TickMark::kTickedBox},
    {U'◉', TickMark::kTickedBox},      {U'◎', TickMark::kTickedBox},
    {U'⊙', TickMark::kTickedBox},      {U'\uF0FE', TickMark::kTickedBox},
    {U'\uF052', TickMark::kTickedBox}, {U'\uF0FD', TickMark::kTickedBox},
    {U'√', TickMark::kTick},           {U'✓', TickMark::kTick},
    {U'✔', TickMark::kTick},           {U'\uF0FC', TickMark::kTick},
    {U'\uF050', TickMark::kTick},
};

// The mark that a letter is, or null.
constexpr const TickMark* FindTickMark(char32_t letter) {
  for (const TickMark& mark : kTickMarks)
    if (mark.letter == letter) return &mark;
  return nullptr;
}

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_WORDS_H_
