// Tested by comparable_test.cc.
#include "text/comparable.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <utility>

#include "text/letters.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr std::pair<std::string_view, std::string_view> kSame[] = {
    {"大于等于", "≥"}, {"小于等于", "≤"}, {">=", "≥"}, {"<=", "≤"},
    {"(", "（"},       {")", "）"},       {",", "，"}};

std::string Compatible(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCInstance(error);
  if (U_FAILURE(error)) return std::string(text);
  auto piece = icu::StringPiece(text.data(), static_cast<int32_t>(text.size()));
  icu::UnicodeString folded = fold->normalize(icu::UnicodeString::fromUTF8(piece), error);
  std::string out;
  return U_FAILURE(error) ? std::string(text) : folded.toUTF8String(out);
}

}  // namespace

std::string Comparable(std::string_view text) {
  std::string folded, out;
  FoldLetters(Compatible(text), &folded);
  for (size_t i = 0; i < folded.size();) {
    size_t begin = i;
    if (!IsSpace(NextLetter(folded, i))) out.append(folded, begin, i - begin);
  }
  for (auto [from, to] : kSame)
    for (size_t at = 0; (at = out.find(from, at)) != std::string::npos; at += to.size())
      out.replace(at, from.size(), to);
  return out;
}

}  // namespace tabularium
