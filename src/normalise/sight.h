#ifndef TABULARIUM_NORMALISE_SIGHT_H_
#define TABULARIUM_NORMALISE_SIGHT_H_

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/evidence.h"
#include "model/record.h"
#include "normalise/reading.h"

// What a scan says of a value: how legible its letters are, what stands on them, and what else they could be. Recognisers
// are sure of letters that they have never seen (≥ as 2), so agreement between independent ones counts, not their own account.

namespace tabularium {

// How the letters at one place of a document were seen.
struct Sight {
  bool scanned = false;                    // else born digital, and nothing else here counts
  float legibility = 1;                    // 0..1, of the worst letter; 0: the cell's or the paper's edge may have taken some
  bool sealed = false;
  bool unruled = false;                    // of a page that was born digital, too
  std::vector<const Recognition*> readings;  // of all the cells met; the one that stands in the text first
};
Sight SightOf(const Document& document, const Place& place);

// Signs of the legibility and the seal alone. Prose may have a letter in fifty wrong, so there the letters' mean counts.
Signs SignsOf(const Sight& sight, Type type);

// True for types whose every letter counts, so that one recogniser is not believed alone: all but prose and choices; a choice that is
// none of the form's answers is read twice too.
bool IsReadTwice(Type type);

// True if that recogniser has something to say of values of the type: who knows only signs and units does not read names.
bool Reads(Recogniser by, Type type);

// One recogniser's letters, and what they are as a value of the slot's type.
struct SeenValue {
  const Recognition* seen = nullptr;
  Understood reading;
};

// What another reading of a cell has in place of the letters [begin, end): the run of digits of the same number among as many. Empty:
// that is not one run, or it has more or fewer. Views `other`.
std::string_view SameRun(std::string_view cell, size_t begin, size_t end, std::string_view other);

// What another reading of a cell has behind the letters `head`, which its form prints: "$" of "$\n605,000.00". Where it didn't see them
// and begins with a digit, all of it; empty: it saw other letters. Views `other`.
std::string_view Behind(std::string_view head, std::string_view other);

// The amount of which only commas and points were taken for one another: "2.469.562.82" with its groups of three and two decimals is
// "2,469,562.82". Empty: the figures do not tell, or other letters stand there.
std::string MarksByGroups(std::string_view text);

// Which of several candidates stands, and why: one of the form's answers before others, then what most see.
struct SeenChoice {
  size_t taken = 0;
  size_t runner_up = 0;  // the same as taken: there is no other
  bool certain = false;  // two others read the same, and nobody anything else: no account of single letters is of use
  Signs signs;
};
// REQUIRES: !candidates.empty(); the first is what stands in the text. Two recognisers agree where their values are the same,
// or, for those who do not know Han letters, where their digits are. Where both who know Han letters read the same, the readers of figures
// have no say on other letters.
SeenChoice ChooseReading(std::span<const SeenValue> candidates);

}  // namespace tabularium

#endif  // TABULARIUM_NORMALISE_SIGHT_H_
