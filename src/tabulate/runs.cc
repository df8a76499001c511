// Lines of text cut where gaps are wide or walls stand. Tested by gutters_test.cc.
#include "tabulate/runs.h"

#include <algorithm>

#include "tabulate/prices.h"

namespace tabularium::sheet {

float WordsOf(const Sheet& sheet, std::span<const uint32_t> tokens) {
  float words = 0;
  for (const uint32_t t : tokens) {
    const std::string_view text = sheet.Text(sheet.tokens[t]);
    const auto han = std::count_if(text.begin(), text.end(),
                                   [](char c) { return static_cast<uint8_t>(c) >= 0xE3; });
    words += std::max(1.0f, kHanWord * static_cast<float>(han));
  }
  return words;
}

Run MakeRun(const Sheet& sheet, std::span<const uint32_t> tokens) {
  Run run;
  run.tokens.assign(tokens.begin(), tokens.end());
  const Token& first = sheet.tokens[tokens.front()];
  run.box = first.box;
  run.lower = first.lower;
  run.base = first.base;
  run.bold = true;
  bool text = false, number = false;
  for (const uint32_t t : tokens) {
    const Token& token = sheet.tokens[t];
    Widen(token.box, &run.box);
    if (token.size > run.size) run.size = token.size, run.base = token.base;
    run.bold &= token.bold;
    text |= token.look == Look::kText;
    number |= token.look == Look::kNumber;
  }
  run.look = text ? Look::kText : number ? Look::kNumber : Look::kSign;
  return run;
}

namespace {

size_t Digits(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

}  // namespace

bool AreTwoNumbers(const Sheet& sheet, const Token& a, const Token& b) {
  if (a.look != Look::kNumber || b.look != Look::kNumber) return false;
  if (b.box.x0 - a.box.x1 < kNumbersApartEm * b.size) return false;
  const std::string_view left = sheet.Text(a), right = sheet.Text(b);
  return left.size() > 3 || Digits(left) != left.size() || Digits(right.substr(0, 3)) != 3;
}

std::vector<RunLine> RunLinesOf(const Sheet& sheet, std::span<const uint32_t> tokens) {
  std::vector<RunLine> lines;
  for (const TextLine& text : LinesOf(sheet, tokens)) {
    RunLine line{{}, text.box, text.base, text.size};
    for (size_t i = 0; i < text.tokens.size();) {
      size_t end = i + 1;
      float right = sheet.tokens[text.tokens[i]].box.x1;
      for (; end < text.tokens.size(); ++end) {
        const Token& token = sheet.tokens[text.tokens[end]];
        if (token.box.x0 - right > kRunEm * text.size) break;
        if (AreTwoNumbers(sheet, sheet.tokens[text.tokens[end - 1]], token)) break;
        if (token.face != sheet.tokens[text.tokens[i]].face) break;
        right = std::max(right, token.box.x1);
      }
      line.runs.push_back(MakeRun(sheet, std::span(text.tokens).subspan(i, end - i)));
      line.runs.back().face = sheet.tokens[text.tokens[i]].face;
      i = end;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace tabularium::sheet
