#ifndef TABULARIUM_COMPILE_BUILD_H_
#define TABULARIUM_COMPILE_BUILD_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compile/draft.h"
#include "model/form.h"

// From a draft to a form, in six steps, each one file: slots, words, fields, squares, claims, lint.

namespace tabularium {

// A line of `words`: a wording of the form, and what else is printed for it.
struct Synonyms {
  Phrase label;
  std::vector<Phrase> also;
  bool used = false;
};

// A form under construction. The steps fill it in this order.
struct Build {
  std::string_view file;
  const DraftForm* draft = nullptr;
  Complaints* complaints = nullptr;
  Vocabulary* vocabulary = nullptr;
  int index = 0;  // of the form in the grammar
  Form form;
  std::unordered_map<std::string, int> slots;          // path → index into form.slots
  std::vector<DraftPlace> slot_places;                 // by slot: where it is drawn
  std::unordered_map<std::string, int> tables;         // name → index into form.tables
  std::unordered_map<std::string, Synonyms> synonyms;  // by the key of the label
  std::unordered_map<std::string, std::string>
      drawn;  // key → letters, of all labels, choices and titles

  Slot& SlotAt(int slot) { return form.slots[static_cast<size_t>(slot)]; }
  void Complain(Code code, DraftPlace place, std::string message, std::string hint = {}) {
    complaints->Add(code, place, std::move(message), std::move(hint));
  }
};

void DrawSlots(Build* build);    // pictures, rows, slots and tables
void ReadWords(Build* build);    // synonyms and hints
void ReadFields(Build* build);   // types, traits, choices
void DrawSquares(Build* build);  // squares with their words; titles; the vocabulary
void ReadHead(Build* build);     // begins, parts, ends
void ReadClaims(Build* build);   // checks
void LintWords(Build* build);    // synonyms of nothing, or of two things
void LintRows(Build* build);     // rows that cannot work as drawn

// The slot of that path, or -1 and a complaint. `prefix` ("funds.") goes before a name without a
// dot.
int FindSlot(Build* build, const Phrase& name, std::string_view prefix = {});

// All wordings of a label, title or choice: as drawn, then its synonyms.
std::vector<std::string> Wordings(Build* build, std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_BUILD_H_
