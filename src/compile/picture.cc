// A row of a picture: squares between bars; in a square ^, <, letters, {slots} and [hints that may
// be left out]. Tested by picture_test.cc.

#include "compile/draft.h"

namespace tabularium {
namespace {

class RowParser {
 public:
  RowParser(std::string_view file, DraftPlace line, Complaints* complaints)
      : file_(file), at_(line.begin), end_(CommentOf(file, line)), complaints_(complaints) {
    while (end_ > at_ && IsBlank(file[end_ - 1])) --end_;
  }

  DraftRow Parse() {
    DraftRow row;
    row.place = {at_, end_};
    static constexpr struct {
      char sign;
      Row::Repeat repeat;
    } kRepeats[] = {{'?', Row::kOptional}, {'*', Row::kAny}, {'+', Row::kMany}};
    for (const auto& [sign, repeat] : kRepeats)
      if (file_[at_] == sign) row.repeat = repeat;
    if (row.repeat != Row::kOnce) ++at_;
    SkipBlanks();
    if (at_ >= end_ || file_[at_] != '|') {
      complaints_->Add(Code::kBadLine, {at_, end_},
                       "a row begins with a bar, or with ?, + or * and a bar");
      return row;
    }
    ++at_;
    while (at_ < end_) {
      if (row.squares.size() >= kMostSquares) {
        complaints_->Add(Code::kTooLarge, row.place, "more squares than a row may have");
        return row;
      }
      row.squares.push_back(ParseSquare());
    }
    if (row.squares.empty()) complaints_->Add(Code::kEmptyRow, row.place, "a row without a square");
    return row;
  }

 private:
  void SkipBlanks() {
    while (at_ < end_ && IsBlank(file_[at_])) ++at_;
  }

  // Leaves at_ behind the bar that closes the square.
  DraftSquare ParseSquare() {
    SkipBlanks();
    DraftSquare square;
    square.place = {at_, at_};
    const uint32_t begin = at_;
    bool optional = false;
    uint32_t bracket = 0;
    while (at_ < end_ && file_[at_] != '|') {
      const char c = file_[at_];
      if (c == '{') {
        Slots(&square, optional);
      } else if (c == '[' && !optional) {
        optional = true, bracket = at_++;
      } else if (c == ']' && optional) {
        optional = false, ++at_;
      } else {
        Letter(&square, optional);
      }
    }
    if (optional)
      complaints_->Add(Code::kBadLine, {bracket, at_}, "[ without ]",
                       "write \\[ for a printed bracket");
    if (at_ >= end_) {
      complaints_->Add(Code::kBadLine, {begin, end_}, "the row should end with a bar");
    } else {
      square.place.end = at_++;
    }
    Finish(&square, begin);
    return square;
  }

  void Letter(DraftSquare* square, bool optional) {
    const uint32_t begin = at_;
    if (file_[at_] == '\\' && at_ + 1 < end_) ++at_;
    if (square->parts.empty() || !square->parts.back().slots.empty() ||
        square->parts.back().optional != optional)
      square->parts.push_back({{}, {}, optional, {begin, begin}});
    DraftPart& part = square->parts.back();
    const char letter = IsBlank(file_[at_]) ? ' ' : file_[at_];
    if (letter != ' ' || !part.text.ends_with(' ')) part.text.push_back(letter);
    ++at_;
    part.place.end = at_;
  }

  void Slots(DraftSquare* square, bool optional) {
    const uint32_t begin = at_;
    const uint32_t close = static_cast<uint32_t>(
        std::min<size_t>(file_.substr(0, end_).find_first_of("}|", at_), end_));
    DraftPart part{{}, {}, optional, {begin, close}};
    Scanner names(file_, {begin + 1, close});
    do part.slots.push_back(names.TakeName());
    while (names.TakeSign(","));
    const bool closed = close < end_ && file_[close] == '}';
    const bool good = closed && names.AtEnd();
    at_ = closed ? close + 1 : close;
    part.place.end = at_;
    for (const Phrase& slot : part.slots)
      if (!good || slot.text.empty() || slot.text.find_first_of("*{}") != std::string::npos) {
        complaints_->Add(Code::kBadLine, part.place,
                         "a slot is a name in braces: {name}, {funds.total}",
                         "write \\{ for a printed brace");
        square->kind = Square::kMixed;  // not blank, at least
        return;
      }
    square->parts.push_back(std::move(part));
  }

  // Trims the letters at both ends, and tells ^ and < from letters.
  void Finish(DraftSquare* square, uint32_t begin) {
    std::vector<DraftPart>& parts = square->parts;
    auto trimmed = [](std::string* text) {
      text->erase(text->find_last_not_of(kBlanks) + 1);
      return text->empty();
    };
    if (!parts.empty() && parts.back().slots.empty() && trimmed(&parts.back().text))
      parts.pop_back();
    if (parts.empty()) return;
    square->place = {begin, parts.back().place.end};
    const bool lone = parts.size() == 1 && parts[0].slots.empty() && !parts[0].optional;
    const bool escaped = file_[begin] == '\\';
    square->kind = lone && !escaped && parts[0].text == "^"   ? Square::kUp
                   : lone && !escaped && parts[0].text == "<" ? Square::kLeft
                   : lone                                     ? Square::kPrinted
                   : parts.size() == 1 && !parts[0].slots.empty() && !parts[0].optional
                       ? Square::kSlot
                       : Square::kMixed;
    bool slots = false;
    for (const DraftPart& part : parts) slots = slots || !part.slots.empty();
    if (square->kind == Square::kMixed && !slots) square->kind = Square::kPrinted;
  }

  std::string_view file_;
  uint32_t at_, end_;
  Complaints* complaints_;
};

}  // namespace

DraftRow ParseRow(std::string_view file, DraftPlace line, Complaints* complaints) {
  return RowParser(file, line, complaints).Parse();
}

}  // namespace tabularium
