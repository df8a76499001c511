// Each stage of the walk as plain text: what was read, cut, aligned and found. Tested by
// explain_test.cc.
#include "write/explain.h"

#include "write/explain_text.h"

namespace tabularium {

void ExplainStage(const Extraction& extraction, Stage stage, std::string* out) {
  switch (stage) {
    case Stage::kDocument:
      if (extraction.document) ExplainDocument(*extraction.document, out);
      return;
    case Stage::kGrid:
      if (extraction.grid) ExplainGrid(*extraction.grid, out);
      return;
    case Stage::kAlignment:
      return ExplainAlignment(extraction, out);
    case Stage::kFinding:
      return ExplainFinding(extraction.finding, out);
  }
}

}  // namespace tabularium
