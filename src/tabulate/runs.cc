// Lines of text cut where gaps are wide or walls stand. Tested by gutters_test.cc.
#include "tabulate/runs.h"

#include <algorithm>

#include "tabulate/prices.h"

namespace tabularium::sheet {

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
