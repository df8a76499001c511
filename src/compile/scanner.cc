// A hand-written scanner over byte ranges of the file, so that every word knows its place. Tested
// by compile_test.cc.

#include "compile/scanner.h"

namespace tabularium {
uint32_t NameLetter(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  const unsigned char c = static_cast<unsigned char>(text[at]);
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')
    return 1;
  return c >= 0xE4 && c <= 0xE9 && at + 3 <= text.size() ? 3 : 0;  // U+4000–9FFF
}

bool Scanner::AtComment() const {
  return at_ < end_ && file_[at_] == '#' && (at_ == 0 || IsBlank(file_[at_ - 1]));
}

void Scanner::SkipSpace() {
  while (at_ < end_) {
    if (IsBlank(file_[at_])) {
      ++at_;
    } else if (AtComment()) {
      while (at_ < end_ && file_[at_] != '\n') ++at_;
    } else {
      return;
    }
  }
}

bool Scanner::AtEnd() {
  SkipSpace();
  return at_ >= end_;
}

char Scanner::Peek() { return AtEnd() ? '\0' : file_[at_]; }

DraftPlace Scanner::Rest() {
  SkipSpace();
  return {at_, end_};
}

bool Scanner::WordHere(std::string_view words, uint32_t* behind) const {
  uint32_t at = at_;
  for (char c : words) {
    if (c == ' ') {
      const uint32_t before = at;
      while (at < end_ && IsBlank(file_[at])) ++at;
      if (at == before) return false;
    } else if (at >= end_ || file_[at++] != c) {
      return false;
    }
  }
  if (at < end_ && (NameLetter(file_.substr(0, end_), at) > 0 || file_[at] == '.')) return false;
  *behind = at;
  return true;
}

bool Scanner::Take(std::string_view words) {
  SkipSpace();
  return WordHere(words, &at_);
}

bool Scanner::TakeSign(std::string_view sign) {
  SkipSpace();
  if (file_.substr(at_, std::min<size_t>(sign.size(), end_ - at_)) != sign) return false;
  at_ += static_cast<uint32_t>(sign.size());
  return true;
}

Phrase Scanner::TakeName() {
  SkipSpace();
  const uint32_t begin = at_;
  bool braces = false;
  while (at_ < end_) {
    const char c = file_[at_];
    if (c == '{' && !braces) {
      braces = true;
    } else if (c == '}' && braces) {
      braces = false;
    } else if (c != '.' && c != '*') {
      const uint32_t letter = NameLetter(file_.substr(0, end_), at_);
      if (letter == 0) break;
      at_ += letter - 1;
    }
    ++at_;
  }
  return {std::string(file_.substr(begin, at_ - begin)), {begin, at_}};
}

Phrase Scanner::TakePhrase(std::string_view stops,
                           std::initializer_list<std::string_view> stop_words) {
  SkipSpace();
  Phrase phrase{{}, {at_, at_}};
  if (at_ < end_ && file_[at_] == '"') {
    const size_t close = file_.substr(0, end_).find('"', at_ + 1);
    if (close != std::string_view::npos &&
        file_.substr(at_, close - at_).find('\n') == std::string_view::npos) {
      phrase.text = file_.substr(at_ + 1, close - at_ - 1);
      at_ = static_cast<uint32_t>(close + 1);
      phrase.place.end = at_;
      return phrase;
    }
  }
  uint32_t behind = 0;
  for (std::string_view word : stop_words)
    if (WordHere(word, &behind)) return phrase;
  size_t length = 0;  // of the text without white space at its end
  while (at_ < end_) {
    const char c = file_[at_];
    if (c == '\\' && at_ + 1 < end_ && !IsBlank(file_[at_ + 1])) {
      phrase.text.push_back(file_[at_ + 1]);
      at_ += 2;
    } else if (stops.find(c) != std::string_view::npos) {
      break;
    } else if (IsBlank(c)) {
      SkipSpace();
      bool stop = false;
      for (std::string_view word : stop_words) stop = stop || WordHere(word, &behind);
      if (stop) break;
      phrase.text.push_back(' ');
      continue;
    } else {
      phrase.text.push_back(c);
      ++at_;
    }
    length = phrase.text.size();
    phrase.place.end = at_;
  }
  phrase.text.resize(length);
  return phrase;
}

Phrase Scanner::TakeNumber() {
  SkipSpace();
  const uint32_t begin = at_;
  auto digit = [&](uint32_t i) { return i < end_ && file_[i] >= '0' && file_[i] <= '9'; };
  while (digit(at_) || (at_ > begin && file_.substr(at_, 1) == "." && digit(at_ + 1))) ++at_;
  return {std::string(file_.substr(begin, at_ - begin)), {begin, at_}};
}

}  // namespace tabularium
