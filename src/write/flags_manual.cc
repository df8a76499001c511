// The manual's tables are printed from the lists themselves. Tested by flags_manual_test.cc.
#include "write/flags_manual.h"

#include <fmt/format.h>

#include "model/evidence.h"
#include "model/flag.h"

namespace tabularium {
namespace {

// '|' would end the cell of a Markdown table.
std::string Cell(std::string_view text) {
  std::string cell;
  for (char c : text) {
    if (c == '|') cell.push_back('\\');
    cell.push_back(c);
  }
  return cell;
}

}  // namespace

std::string FlagManual() {
  std::string manual = "| code | severity | meaning | example |\n|---|---|---|---|\n";
  for (const FlagKind& kind : kFlagKinds)
    manual += fmt::format("| `{}` | {} | {} | {} |\n", kind.code, Name(kind.severity),
                          Cell(kind.meaning), Cell(kind.example));
  return manual;
}

std::string EvidenceManual() {
  std::string manual = "| code | meaning |\n|---|---|\n";
  for (const EvidenceKind& kind : kEvidenceKinds)
    manual += fmt::format("| `{}` | {} |\n", kind.code, Cell(kind.meaning));
  return manual;
}

}  // namespace tabularium
