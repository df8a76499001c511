#ifndef TABULARIUM_TEXT_WORDS_H_
#define TABULARIUM_TEXT_WORDS_H_

#include <cstdint>
#include <string_view>

namespace tabularium {

// The words and signs in which numbers, relations, times and absence are written, whatever the
// form. Tables only: no form's labels, no logic. Collected from filed forms; where two entries
// share a beginning the longer one stands first, so that the first match is the longest.

// A wording of a relation; `relation` is the sign that it means.
struct RelationWord {
  std::string_view word;
  std::string_view relation;  // ≥ ≤ = > < ≈ ±
};

// Signs before a number, ASCII pairs included; full-width ＞＜＝ are folded to ASCII before they
// are looked up.
inline constexpr RelationWord kRelationMarks[] = {
    {">=", "≥"}, {"=>", "≥"}, {"<=", "≤"}, {"=<", "≤"}, {"==", "="}, {"+-", "±"}, {"+/-", "±"},
    {"≥", "≥"},  {"≧", "≥"},  {"⩾", "≥"},  {"≮", "≥"},  {"≤", "≤"},  {"≦", "≤"},  {"⩽", "≤"},
    {"≯", "≤"},  {"≈", "≈"},  {"≒", "≈"},  {"±", "±"},  {">", ">"},  {"﹥", ">"}, {"》", "≥"},
    {"<", "<"},  {"﹤", "<"}, {"《", "≤"}, {"=", "="},  {"﹦", "="},
};

// Words before a number.
inline constexpr RelationWord kRelationWords[] = {
    {"大于或等于", "≥"},
    {"小于或等于", "≤"},
    {"大于等于", "≥"},
    {"小于等于", "≤"},
    {"不得低于", "≥"},
    {"不得少于", "≥"},
    {"不得超过", "≤"},
    {"不得高于", "≤"},
    {"控制在", "≤"},
    {"不低于", "≥"},
    {"不少于", "≥"},
    {"不小于", "≥"},
    {"不高于", "≤"},
    {"不大于", "≤"},
    {"不多于", "≤"},
    {"不超过", "≤"},
    {"不超出", "≤"},
    {"大约", "≈"},
    {"大概", "≈"},
    {"约为", "≈"},
    {"至少", "≥"},
    {"最少", "≥"},
    {"最低", "≥"},
    {"至多", "≤"},
    {"最多", "≤"},
    {"最高", "≤"},
    {"大于", ">"},
    {"高于", ">"},
    {"多于", ">"},
    {"超过", ">"},
    {"小于", "<"},
    {"低于", "<"},
    {"少于", "<"},
    {"等于", "="},
    {"达到", "≥"},
    {"约", "≈"},
    {"近", "≈"},
    {"at least ", "≥"},
    {"at most ", "≤"},
    {"not less than ", "≥"},
    {"no less than ", "≥"},
    {"not more than ", "≤"},
    {"no more than ", "≤"},
    {"more than ", ">"},
    {"less than ", "<"},
    {"about ", "≈"},
    {"approximately ", "≈"},
};

// Words behind a number with its unit.
inline constexpr RelationWord kRelationEnds[] = {
    {"及其以上", "≥"},   {"及其以下", "≤"},   {"(含)以上", "≥"}, {"(含)以下", "≤"},
    {"（含）以上", "≥"}, {"（含）以下", "≤"}, {"及以上", "≥"},   {"及以下", "≤"},
    {"或以上", "≥"},     {"或以下", "≤"},     {"以上", "≥"},     {"以下", "≤"},
    {"以内", "≤"},       {"之内", "≤"},       {"左右", "≈"},     {"上下", "≈"},
    {"以外", ">"},       {"or more", "≥"},    {"or less", "≤"},
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

// Units that a Chinese numeral is counted in; a numeral before anything else (一级, 二十大) is no
// number.
inline constexpr std::string_view kMeasures[] = {
    "人次", "人天", "人", "次",   "个月", "个工作日", "工作日", "个", "套", "名",   "户",
    "项",   "家",   "场", "份",   "台",   "辆",       "件",     "米", "亩", "吨",   "天",
    "年",   "月",   "日", "周",   "季度", "期",       "批",     "种", "类", "处",   "座",
    "间",   "张",   "本", "册",   "只",   "支",       "块",     "条", "元", "公里", "平方米",
    "小时", "分钟", "分", "课时", "万元", "亿元",     "倍",     "成", "篇", "部",   "幢",
    "栋",   "所",   "对", "轮",   "届",   "团",       "组",     "岁", "棵", "株",
};

// First letters behind 每 that make a frequency of it: 每月, 每半年, 每两周.
inline constexpr std::u32string_view kPeriodLetters = U"年月日天周季半旬学期次个隔";

// Cells that say "does not apply". Half-width, lower case, without spaces and brackets.
inline constexpr std::string_view kNotApplicableWords[] = {
    "无",
    "暂无",
    "没有",
    "不适用",
    "不涉及",
    "无此项",
    "n/a",
    "na",
    "n.a.",
    "none",
    "nil",
    "notapplicable",
    "none/notapplicable",
};

// Signs that say the same, however often: ——, ***, //.
inline constexpr std::u32string_view kNotApplicableSigns = U"/\\-*×_";

// Open ends of a period.
inline constexpr std::string_view kTimelessWords[] = {"长期",     "至今",    "永久",
                                                      "长期有效", "ongoing", "present"};

// English months by their first three letters, lower case.
inline constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                               "jul", "aug", "sep", "oct", "nov", "dec"};

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
