#ifndef TABULARIUM_NORMALISE_LETTERS_H_
#define TABULARIUM_NORMALISE_LETTERS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/alignment.h"
#include "model/document.h"
#include "model/limits.h"
#include "model/record.h"
#include "normalise/reading.h"

namespace tabularium {

// Where a piece stands, without the white space at its ends; a quoted cell as a whole, and the first line of a wrapped one.
Place PlaceOf(const Piece& piece, const Document& document);

// Where the further lines of a piece stand, if its cell is wrapped.
std::vector<Place> LinesBelow(const Piece& piece, const Document& document);

// The letters of one filling, and what had to be done to them.
struct Letters {
  std::string_view raw;  // as they stand; several pieces parted by '\n'
  Lettering written;     // empty: nothing stands there
  Signs signs;
  bool damaged = false;      // U+FFFD or private-use letters stand in it
  bool private_use = false;  // only the latter
  bool folded = false;       // radicals were replaced
  bool styled = false, script = false, too_deep = false;  // of the markup removed
};

// Who broke the lines of a text: whoever wrote it; the width of a printed cell, too; the same as a scan shows it, of whose hyphens
// nobody can see who set them.
enum class LineBreaks : uint8_t { kWritten, kLaidOut, kSeen };

// Takes the pieces of a filling for reading: joins them, removes markup, undoes wraps, folds
// letters. Invariant: the views of the last Letters point into the document, its grid, or the
// memory here, until the next Take.
class LetterCase {
 public:
  explicit LetterCase(const Limits& limits, LineBreaks breaks = LineBreaks::kWritten)
      : limits_(limits), breaks_(breaks) {}
  LetterCase(const LetterCase&) = delete;
  LetterCase& operator=(const LetterCase&) = delete;

  const Letters& Take(const Filling& filling, const Alignment& alignment, Type type);
  const Letters& Take(std::string_view text, Type type);  // letters that stand in no cell
  // The same without a hint for the applicant at their front (text/furniture.h). False: there is none.
  bool DropHint(Type type);

 private:
  void Join(const Filling& filling, const Alignment& alignment);
  void Prepare(Type type);
  std::string_view WithoutQuotes(std::string_view text);
  [[gnu::noinline]] bool DropMarkup(std::string_view text);
  void Write(std::string_view text, Type type);

  const Limits& limits_;
  LineBreaks breaks_;
  bool wrapped_ = false;  // the lines of the cell at hand were broken by a layout
  Letters letters_;
  std::string joined_, unquoted_, stripped_, unwrapped_, folded_, plain_;
};

}  // namespace tabularium

#endif  // TABULARIUM_NORMALISE_LETTERS_H_
