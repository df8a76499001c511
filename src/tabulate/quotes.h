#ifndef TABULARIUM_TABULATE_QUOTES_H_
#define TABULARIUM_TABULATE_QUOTES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tabularium {

// A quoted cell after RFC 4180 as it stands: [begin, end) with both quotes.
struct Quoted {
  size_t begin = 0, end = 0;
  uint32_t lines = 0;    // line ends inside
  bool doubled = false;  // "" stands inside
  bool parted = false;   // the separator or a line end stands inside
};

// Reads quoted cells of a text. Remembers where the next quotation mark is, so that asking at every
// cell of a text costs no more than one walk through it.
class QuoteReader {
 public:
  QuoteReader(std::string_view text, char separator) : text_(text), separator_(separator) {}
  // The quoted cell that begins with the '"' at `begin`: its closing quote is the last letter of a
  // cell, and every quote inside is doubled. Empty where there is none, or only after kMostLines or
  // kMostBytes.
  std::optional<Quoted> Read(size_t begin);

  static constexpr uint32_t kMostLines =
      200;  // paragraphs of a goal text; a stray quote runs on to the next one
  static constexpr size_t kMostBytes = 256 << 10;

 private:
  size_t NextQuote(size_t at);

  std::string_view text_;
  char separator_;
  size_t asked_ = 0, quote_ = 0;  // the first quote at or behind asked_ is at quote_
  bool known_ = false;
};

// What a quoted cell means: without its outer quotes, "" as ", line ends as LF.
std::string Unquote(std::string_view quoted);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_QUOTES_H_
