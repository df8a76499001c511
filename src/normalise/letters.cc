// Most cells need nothing: one scan finds that out. Tested by normalise_test.cc.
#include "normalise/letters.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>

#include "model/places.h"
#include "text/blocks.h"
#include "text/furniture.h"
#include "text/letters.h"
#include "text/markup.h"
#include "text/sentence.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr size_t kLongestPlain = 48;  // bytes; longer prose is neither "/" nor an amount

// What a byte of a value may ask for.
enum Need : uint8_t { kMarks = 1, kLines = 2, kFolds = 4 };
constexpr std::array<uint8_t, 256> kNeeds = [] {
  std::array<uint8_t, 256> needs{};
  for (size_t b = 0; b < 256; ++b) {
    bool han = b >= 0xE4 && b <= 0xE9;  // U+4000–9FFF
    bool continues = b >= 0x80 && b < 0xC0;
    if (b < 0x20 || (b >= 0x7F && !han && !continues)) needs[b] = kFolds;
  }
  needs['<'] = needs['&'] = kMarks;
  needs['\n'] = needs['\r'] = kLines;
  return needs;
}();

// All that the bytes of a text ask for; 0: it can be read as it stands. An ideograph asks for nothing; long texts nearly always hold
// marks that may have to be folded.
uint8_t NeedsOf(std::string_view text) {
  uint8_t needs = 0;
  size_t i = 0;
  if (text.size() > kLongestPlain) {
    Block marks{}, lines{};
    for (; i + kBlockBytes <= text.size(); i += kBlockBytes) {
      const Block block = BlockAt(text, i);
      marks |= Equal(block, '<') | Equal(block, '&');
      lines |= Equal(block, '\n') | Equal(block, '\r');
    }
    needs = static_cast<uint8_t>(kFolds | (HoldsAny(marks) ? kMarks : 0) | (HoldsAny(lines) ? kLines : 0));
  }
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead >= 0xE4 && lead <= 0xE9) {
      i += 3;
    } else {
      needs |= kNeeds[lead];
      ++i;
    }
  }
  return needs;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLatin(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
bool IsAscii(char c) { return static_cast<signed char>(c) > ' '; }

bool IsProse(Type type) { return type == Type::kText || type == Type::kRichText; }

// A paragraph also ends where a list is announced.
bool EndsParagraph(std::string_view line) {
  return EndsSentence(line) || line.ends_with("：") || line.ends_with(':');
}

// "1.", "2、", "（一）", "三、", "•" begin an item of a list.
bool BeginsItem(std::string_view line) {
  constexpr std::u32string_view kNumbers = U"0123456789一二三四五六七八九十";
  size_t i = 0;
  bool bracket = false, number = false;
  while (i < line.size()) {
    char32_t c = NextLetter(line, i);
    if (!number && !bracket && (c == '(' || c == U'（')) {
      bracket = true;
    } else if (kNumbers.find(c) != std::u32string_view::npos) {
      number = true;
    } else {
      bool mark = bracket ? c == ')' || c == U'）'
                          : c == '.' || c == U'、' || c == U'．' || c == ')' || c == U'）';
      bool decimal = c == '.' && i < line.size() && IsDigit(line[i]);
      return (number && mark && !decimal) || (c >= 0x2460 && c <= 0x2473) || c == U'•';
    }
  }
  return false;
}

// What stands where two lines of one cell are joined.
std::string_view Joint(std::string_view before, std::string_view after, Type type) {
  char a = before.back(), b = after.front();
  if (IsProse(type) || type == Type::kChoice) {
    bool word_ends = IsAscii(a) && a != '-' && a != '/' && a != '(';
    bool word_begins = IsLatin(b) || IsDigit(b) || b == '(';
    return word_ends && word_begins ? " " : "";
  }
  constexpr std::string_view kFigures = "0123456789";
  bool two = before.find_first_of(kFigures) != std::string_view::npos &&
             after.find_first_of(kFigures) != std::string_view::npos;
  bool within_date = (before.ends_with("年") || before.ends_with("月")) && IsDigit(b);
  if (type == Type::kTarget && !IsDigit(a) && two && !within_date) return " ";  // two targets
  return IsLatin(a) && IsLatin(b) ? " " : "";
}

// How wide a line is that may have been full: with two Han letters more it would be the widest of
// the text.
int FullLine(std::string_view text) {
  constexpr int kSlack = 4;  // columns: a wide letter and a sign that must not begin a line
  int widest = 0;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    widest = std::max(widest, DisplayWidth(Trim(text.substr(begin, end - begin))));
    begin = end + 1;
  }
  return widest - kSlack;
}

bool GoesOnSmall(std::string_view line) {
  size_t at = 0;
  const char32_t first = NextLetter(line, at);
  return (first >= 'a' && first <= 'z') || (first >= 0xFB00 && first <= 0xFB06);  // \uFB01eld
}

// Sup- / ply, nobody knows by whom.
bool HasTypedHyphen(std::string_view line, std::string_view after, Type type) {
  return IsProse(type) && line.size() > 1 && line.back() == '-' && IsLatin(line[line.size() - 2]) && GoesOnSmall(after);
}

// How many bytes of hyphen end a line within a word: Sup‐ / ply. A typed - may belong to the word; U+2010 and U+00AD are set
// by programs that hyphenate. `behind`: what was trimmed off the line.
std::optional<size_t> HyphenOf(std::string_view line, std::string_view behind, std::string_view after, Type type, LineBreaks breaks) {
  constexpr std::string_view kHyphen = "\u2010", kSoftHyphen = "\u00AD";
  if (breaks == LineBreaks::kSeen && HasTypedHyphen(line, after, type)) return 1;
  if (!GoesOnSmall(after)) return std::nullopt;
  if (line.ends_with(kHyphen)) return kHyphen.size();
  return behind.starts_with(kSoftHyphen) ? std::optional<size_t>(0) : std::nullopt;
}

// How a word, or the digits, at a line's end and those at the next one's beginning may belong together. Where somebody wrote
// the line's end, they are two numbers.
Tear TearOf(std::string_view before, std::string_view after, Type type, LineBreaks breaks) {
  if (breaks != LineBreaks::kWritten && HasTypedHyphen(before, after, type)) return breaks == LineBreaks::kSeen ? Tear::kMended : Tear::kWord;
  if (!IsDigit(before.back()) || !IsDigit(after.front())) return Tear::kNone;
  constexpr std::string_view kOfFigures = "0123456789.,";
  const size_t begin = before.find_last_not_of(kOfFigures);
  const size_t above = begin == before.npos ? before.size() : before.size() - begin - 1;
  const size_t below = std::min(after.find_first_not_of(kOfFigures), after.size());
  if (breaks == LineBreaks::kWritten) return Tear::kHalves;
  const bool zeros = type == Type::kTarget && below > 1 && after[0] == '0' && IsDigit(after[1]);  // no number begins so
  const bool decimals = before.substr(before.size() - above).find('.') == before.npos && after.substr(0, below).find('.') != after.npos;
  return below < above || below == 1 || zeros || decimals ? Tear::kTail : Tear::kHalves;
}

// A justified line of two Han letters has a gap between them that nobody wrote: "不  超". Only a cell's last line is not justified.
bool IsStretched(std::string_view line) {
  size_t at = 0, end = line.size();
  const char32_t first = NextLetter(line, at);
  const size_t gap = line.find_first_not_of(' ', at);
  if (gap == line.npos || gap == at || !IsHan(first)) return false;
  size_t last = gap;
  return IsHan(NextLetter(line, last)) && last == end;
}

// Joins the lines of a text, and says how digits, or a word, at their ends were torn.
[[gnu::noinline]] Tear Unwrap(std::string_view text, Type type, LineBreaks breaks, std::string* out) {
  Tear torn = Tear::kNone;
  bool laid_out = type == Type::kRichText && breaks != LineBreaks::kWritten;
  int full = laid_out ? FullLine(text) : std::numeric_limits<int>::max();
  out->clear();
  std::string_view before, behind;
  while (!text.empty()) {
    size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view written = text.substr(0, end), line = Trim(written);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (!before.empty()) {
      bool ends = EndsParagraph(before) && (!laid_out || DisplayWidth(before) < full);
      bool paragraph = type == Type::kRichText && (ends || BeginsItem(line));
      if (std::optional<size_t> hyphen = HyphenOf(before, behind, line, type, breaks)) {
        out->resize(out->size() - *hyphen);
      } else {
        out->append(paragraph ? "\n" : Joint(before, line, type));
      }
      torn = std::max(torn, TearOf(before, line, type, breaks));
      if (behind.starts_with(kMayGoOn)) torn = std::max(torn, Tear::kWord);
    }
    const bool stretched = breaks != LineBreaks::kWritten && !Trim(text).empty() && IsStretched(line);
    for (const char c : line)
      if (!stretched || c != ' ') out->push_back(c);
    before = line;
    behind = written.substr(static_cast<size_t>(line.data() - written.data()) + line.size());
  }
  return torn;
}

}  // namespace

namespace {

// All of a cell, which has no white space at its ends. REQUIRES: piece.cell.
bool IsWhole(const Piece& piece) { return piece.begin == 0 && piece.end == piece.cell->text.size(); }

// The lines of a wrapped cell that hold something of the piece, each with the range of it there.
std::vector<CellLine> LinesOf(const Piece& piece) {
  std::vector<CellLine> out;
  const std::vector<CellLine>& lines = *piece.cell->lines;
  for (const CellLine& line : lines) {
    const uint32_t end = line.begin + line.range.end - line.range.begin;
    const uint32_t from = std::max(piece.begin, line.begin), to = std::min(piece.end, end);
    if (from >= to && !(piece.begin == piece.end && from == to)) continue;
    out.push_back({from, {line.range.begin + from - line.begin, line.range.begin + to - line.begin}, line.line});
  }
  if (out.empty()) out.push_back(lines.front());
  return out;
}

Place PlaceOfLine(const Cell& cell, const CellLine& line, const Document& document) {
  Place place;
  place.line = line.line;
  place.row = cell.row;
  place.column = cell.column;
  place.range = line.range;
  Locate(document, &place);
  return place;
}

Place PlaceOnOneLine(const Piece& piece, const Document& document) {
  Place place;
  if (!piece.cell) return place;
  const Cell& cell = *piece.cell;
  place.line = cell.line;
  place.row = cell.row;
  place.column = cell.column;
  place.range = cell.range;
  if (cell.verbatim && !IsWhole(piece)) {
    std::string_view text = Trim(piece.text());
    size_t skipped =
        text.empty() ? 0 : static_cast<size_t>(text.data() - cell.text.data()) - piece.begin;
    place.range.begin = cell.range.begin + piece.begin + static_cast<uint32_t>(skipped);
    place.range.end = place.range.begin + static_cast<uint32_t>(text.size());
  }
  Locate(document, &place);
  return place;
}

}  // namespace

std::vector<Place> LinesBelow(const Piece& piece, const Document& document) {
  std::vector<Place> out;
  if (!piece.cell || !piece.cell->lines) return out;
  const std::vector<CellLine> lines = LinesOf(piece);
  for (size_t i = 1; i < lines.size(); ++i) out.push_back(PlaceOfLine(*piece.cell, lines[i], document));
  return out;
}

Place PlaceOf(const Piece& piece, const Document& document) {
  if (piece.cell && piece.cell->lines) return PlaceOfLine(*piece.cell, LinesOf(piece).front(), document);
  return PlaceOnOneLine(piece, document);
}

void LetterCase::Join(const Filling& filling, const Alignment& alignment) {
  std::string_view first = Trim(filling.piece.text());
  letters_.raw = first;
  if (filling.more == filling.more_end) return;
  joined_.assign(first);
  for (uint32_t i = filling.more; i < filling.more_end; ++i) {
    std::string_view text = Trim(alignment.more[i].text());
    if (text.empty()) continue;
    if (!joined_.empty()) joined_.push_back('\n');
    joined_.append(text);
  }
  letters_.raw = joined_;
}

// A cell that ran over several lines has the quotes of its file format around it where they could not be undone before.
std::string_view LetterCase::WithoutQuotes(std::string_view text) {
  if (text.size() < 3 || text.front() != '"' || text.back() != '"') return text;
  if (text.find_first_of("\r\n") == text.npos) return text;
  unquoted_.clear();
  for (size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '"' && text[++i] != '"') return text;
    unquoted_.push_back(text[i]);
  }
  letters_.signs.Add(EvidenceCode::kQuotesUndone);
  return unquoted_;
}

void LetterCase::Write(std::string_view text, Type type) {
  letters_.written.text = text;
  letters_.written.plain = text;
  if (text.size() > kLongestPlain && IsProse(type)) {
    letters_.written.plain = {};
  } else if (NeedsFoldWidth(text)) {
    FoldWidth(text, &plain_);
    letters_.written.plain = Trim(plain_);
  }
}

bool LetterCase::DropHint(Type type) {
  const size_t hint = HintAtFront(letters_.written.text);
  if (hint == 0) return false;
  letters_.written.word = kNoWord;
  Write(Trim(letters_.written.text.substr(hint)), type);
  return true;
}

// Into stripped_. Whether there was any.
bool LetterCase::DropMarkup(std::string_view text) {
  Plain plain = StripMarkup(text, limits_.markup_bytes, static_cast<int>(limits_.markup_depth));
  letters_.styled = plain.styled;
  letters_.script = plain.script;
  letters_.too_deep = plain.damaged;
  letters_.signs.Add(EvidenceCode::kMarkupStripped);
  stripped_ = std::move(plain.text);
  return plain.markup;
}

void LetterCase::Prepare(Type type) {
  std::string_view text = letters_.raw;
  if (!text.empty() && text.front() == '"') text = WithoutQuotes(text);
  letters_.written.text = text;
  letters_.written.plain = text;
  uint8_t needs = NeedsOf(text);
  if (needs == 0) return;
  bool paragraphs = false;
  if ((needs & kMarks) && HasMarkup(text)) {
    paragraphs = DropMarkup(text) && type == Type::kRichText;
    text = Trim(stripped_);
    needs = NeedsOf(text);
  }
  if (!paragraphs && (needs & kLines)) {
    letters_.written.torn = Unwrap(text, type, wrapped_ && breaks_ == LineBreaks::kWritten ? LineBreaks::kLaidOut : breaks_, &unwrapped_);
    text = unwrapped_;
    letters_.signs.Add(EvidenceCode::kWrapUndone);
  }
  if ((needs & kFolds) && NeedsFolding(text)) {
    folded_.clear();
    Folded folded = FoldLetters(text, &folded_);
    text = Trim(folded_);
    letters_.folded = folded.letters;
    letters_.damaged = folded.damaged || folded.private_use;
    letters_.private_use = folded.private_use && !folded.damaged;
    if (folded.letters) letters_.signs.Add(EvidenceCode::kLettersWereFolded);
  }
  Write(text, type);
}

const Letters& LetterCase::Take(const Filling& filling, const Alignment& alignment, Type type) {
  std::construct_at(&letters_);
  const Cell* cell = filling.piece.cell;
  if (!cell) return letters_;
  if (filling.more == filling.more_end && IsWhole(filling.piece)) {
    letters_.raw = Trim(cell->text);
    letters_.written.word = cell->word;
  } else {
    Join(filling, alignment);
  }
  if (!cell->verbatim && !cell->lines) letters_.signs.Add(EvidenceCode::kQuotesUndone);
  wrapped_ = cell->lines != nullptr;
  if (!letters_.raw.empty()) Prepare(type);
  return letters_;
}

const Letters& LetterCase::Take(std::string_view text, Type type) {
  std::construct_at(&letters_);
  wrapped_ = false;
  letters_.raw = Trim(text);
  Prepare(type);
  return letters_;
}

}  // namespace tabularium
