#ifndef TABULARIUM_READ_SCAN_LABELS_H_
#define TABULARIUM_READ_SCAN_LABELS_H_

#include <optional>
#include <string>
#include <vector>

#include "model/vocabulary.h"
#include "read/scan/seen.h"

namespace tabularium {

// Decides printed wordings that were read with an error or two: the words of all forms are known. Immutable.
class LabelReader {
 public:
  // `vocabulary` must outlive it.
  explicit LabelReader(const Vocabulary& vocabulary);

  // True if the letters are a known wording as they stand; figures alone are none (a form's row 11 is a score elsewhere).
  bool Knows(const SeenText& seen) const;

  // The same of a wording without figures: one that differs by a figure only, as rows do, may be meant by a misread letter.
  bool KnowsSurely(const SeenText& seen) const;

  // The known wording that was surely meant, with the places of the letters seen; its letters' certainty is theirs. Nothing where
  // the letters are a known wording already, where none is near, where two are about as near, and for what looks like a value
  // (it has digits, or is long).
  //   "项目文出绩效目标申报表" → "项目支出绩效目标申报表"      "王级指标" → nothing (一级, 二级, 三级?)
  // Cost: O(words × letters²), a tenth of a millisecond for the words of a few forms.
  std::optional<SeenText> Decide(const SeenText& seen) const;

 private:
  struct Wording {
    std::vector<std::string> letters;  // without blanks, as printed
    std::u32string folded;             // of each: its key's letter, or 0 where it has none (brackets, colons)
  };
  const Vocabulary& vocabulary_;
  std::vector<Wording> wordings_;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_LABELS_H_
