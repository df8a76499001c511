// Strict on purpose: an odd quotation mark inside ends the search, so that prose with quotes stays
// as it is written. Tested by quotes_test.cc.
#include "tabulate/quotes.h"

#include <algorithm>

namespace tabularium {

size_t QuoteReader::NextQuote(size_t at) {
  if (!known_ || at < asked_ || at > quote_) {
    quote_ = std::min(text_.find('"', at), text_.size());
    known_ = true;
  }
  asked_ = at;
  return quote_;
}

std::optional<Quoted> QuoteReader::Read(size_t begin) {
  Quoted quoted{begin, 0, 0, false, false};
  size_t at = begin + 1;
  while (true) {
    size_t quote = NextQuote(at);
    if (quote >= text_.size() || quote - begin > kMostBytes) return std::nullopt;
    if (quote + 1 < text_.size() && text_[quote + 1] == '"') {
      quoted.doubled = true;
      at = quote + 2;
      continue;
    }
    size_t behind = quote + 1;
    while (behind < text_.size() && text_[behind] == ' ') ++behind;
    char next = behind < text_.size() ? text_[behind] : '\n';
    if (next != separator_ && next != '\n' && next != '\r') return std::nullopt;
    quoted.end = quote + 1;
    break;
  }
  std::string_view inside = text_.substr(begin + 1, quoted.end - begin - 2);
  for (size_t k = 0; k < inside.size(); ++k) {
    bool pair = inside[k] == '\r' && k + 1 < inside.size() && inside[k + 1] == '\n';
    if ((inside[k] == '\n' || inside[k] == '\r') && !pair) ++quoted.lines;
  }
  if (quoted.lines > kMostLines) return std::nullopt;
  quoted.parted = quoted.lines > 0 || inside.find(separator_) != inside.npos;
  return quoted;
}

std::string Unquote(std::string_view quoted) {
  std::string out;
  out.reserve(quoted.size());
  std::string_view inside = quoted.substr(1, quoted.size() - 2);
  for (size_t k = 0; k < inside.size(); ++k) {
    char next = k + 1 < inside.size() ? inside[k + 1] : '\0';
    if (inside[k] == '"' && next == '"') ++k;
    if (inside[k] == '\r') {
      if (next != '\n') out.push_back('\n');
      continue;
    }
    out.push_back(inside[k]);
  }
  return out;
}

}  // namespace tabularium
