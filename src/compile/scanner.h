#ifndef TABULARIUM_COMPILE_SCANNER_H_
#define TABULARIUM_COMPILE_SCANNER_H_

#include <initializer_list>
#include <string>
#include <string_view>

#include "compile/complaints.h"

namespace tabularium {

// Letters taken from a grammar file, escapes undone, with the place they were taken from.
struct Phrase {
  std::string text;
  DraftPlace place;
};

// White space of a grammar file.
inline constexpr std::string_view kBlanks = " \t\n\r\v\f";
constexpr bool IsBlank(char c) { return kBlanks.find(c) != std::string_view::npos; }

// Reads one line of a block, which may run over several lines of the file. White space and comments
// (a # at the start of a line or behind white space) part words and never matter otherwise. A
// backslash makes the next letter an ordinary one. Never reads outside its range, whatever the
// bytes.
class Scanner {
 public:
  // `file` must outlive it. REQUIRES: range within file.
  Scanner(std::string_view file, DraftPlace range)
      : file_(file), at_(range.begin), end_(range.end) {}

  void SkipSpace();
  bool AtEnd();  // after white space
  char Peek();   // the next byte after white space, or '\0'
  uint32_t at() const { return at_; }
  DraftPlace Rest();  // from the next letter to the end

  // Takes these words if they come next (single spaces in `words` stand for any white space) and
  // end there.
  bool Take(std::string_view words);
  bool TakeSign(std::string_view sign);
  // A path of letters, digits, '_' and '.', with '*' or {n} in it; empty where there is none.
  Phrase TakeName();
  // Everything up to one of the stop letters or stop words (words of their own), trimmed; may be
  // empty. Double quotes around it keep stop letters and stop words inside.
  Phrase TakePhrase(std::string_view stops,
                    std::initializer_list<std::string_view> stop_words = {});
  // Digits with an optional '.', or empty.
  Phrase TakeNumber();
  void JumpTo(uint32_t at) { at_ = at; }

 private:
  bool AtComment() const;
  bool WordHere(std::string_view words, uint32_t* behind) const;

  std::string_view file_;
  uint32_t at_, end_;
};

// Bytes of the letter at `at` that names may consist of: a Latin letter, a digit, '_' or a Han
// letter; else 0.
uint32_t NameLetter(std::string_view text, size_t at);

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_SCANNER_H_
