#ifndef TABULARIUM_MODEL_DOCUMENT_H_
#define TABULARIUM_MODEL_DOCUMENT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/flag.h"

namespace tabularium {

// A rectangle on a page: points (1/72 inch), origin top left, y downwards; page from 1. Page 0: no geometry.
struct Box {
  int page = 0;
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

// Half-open range of bytes of Document::text (the decoded text, UTF-8).
struct Range {
  uint32_t begin = 0, end = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

// Half-open range of bytes of the file as stored.
struct StoredRange {
  uint64_t begin = 0, end = 0;
  friend bool operator==(const StoredRange&, const StoredRange&) = default;
};

// Where decoded text came from. From one mark to the next every letter of `text` was stored in the same way, so that a
// place between marks is found by walking letters from the mark before it. See model/places.h.
struct OffsetMark {
  uint32_t decoded = 0;  // bytes into Document::text
  bool plain = false;    // up to the next mark ASCII is stored in one byte, and all else, three bytes of text, in two
  uint64_t stored = 0;   // bytes into the file
};

// Bytes of text between two marks, give or take the letter that stands there: 16 bytes of mark for each. Fewer at damages.
inline constexpr uint32_t kMarkEvery = 64;

// A stretch of a text that was laid out from pages, and where it stands there: a cell, or a word outside cells.
struct TextBox {
  Range range;
  Box box;
  float legibility = 1;  // 0..1, of its worst letter; 1: born digital
  bool sealed = false;   // a seal's ink stands on it
  bool unruled = false;  // no rule of the page parts it from what stands beside it
  uint32_t first_reading = 0, readings = 0;  // index into Document::readings, and how many
};

// Who read letters from pixels: Tesseract's packaged models chi_sim, HanS and eng, our own two of a small alphabet, the
// grammar's vocabulary, or the shapes of single Han letters.
enum class Recogniser : uint8_t { kChinese, kHan, kLatin, kSmallOne, kSmallTwo, kVocabulary, kShapes };

// What one recogniser read at a place of a scanned page: a whole cell, or a line outside cells.
struct Recognition {
  Box box;                // of the cell or line
  std::string text;       // UTF-8, lines parted by '\n'; empty: it saw nothing there
  float legibility = 0;   // 0..1, by its own account, of its worst letter; of prose the mean of all or of the worst in a row; no probability
  Recogniser by = Recogniser::kChinese;
};

// How letters are stored; names in kEncodingNames.
enum class Encoding : uint8_t { kUtf8, kGb18030, kBig5, kUtf16Le, kUtf16Be };
inline constexpr std::string_view kEncodingNames[] = {"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"};

// Something noticed while reading, before any form is known.
struct Trouble {
  FlagCode code = FlagCode::kUnreadable;
  Severity severity = Severity::kWrong;
  std::string message;  // a sentence for people
  Range range;          // where, in Document::text; empty: the whole file
};

// What read/ keeps open of a file whose pages are read later.
class OpenFile {
 public:
  virtual ~OpenFile() = default;
};

// What was read, before any interpretation. Owns every byte; grids, cells and words view into it, so it is neither
// copied nor moved. Invariants:
//  1. `text` is valid UTF-8. Bytes that no encoding explains stand there as U+FFFD and are named in `troubles`.
//  2. `text` is `stored` itself (less a byte order mark) when the encoding is UTF-8 without damage, else `decoded`.
//  3. `marks` is sorted by both members and has at least one entry; but of a document of pages (PDF) the text is laid out
//     by tabulate/ and stands nowhere in the file: `marks` is empty, and `boxes`, sorted by range, tell where it is.
struct Document {
  std::string path;        // as given on the command line; "-" for standard input
  std::string sha256;      // of the file as stored, 64 lower-case hexadecimal digits
  uint64_t bytes = 0;      // of the file as stored
  std::string media_type;  // "text/tab-separated-values", "text/plain", "application/pdf"
  Encoding encoding = Encoding::kUtf8;
  float encoding_certainty = 1;  // 0..1; 1: declared by a mark, by the user, or strict UTF-8
  int pages = 1;
  std::string stored;     // the file's bytes; of a PDF empty where it can be read from the disk again
  std::unique_ptr<OpenFile> open;  // of a document of pages: what its pages are read from; may view `stored`
  std::shared_ptr<const Document> recognition;  // what another recogniser read of its pages (ALTO, …), as a file of its own; null: nothing
  std::string decoded;    // empty where `text` views into `stored`
  std::string_view text;  // UTF-8
  std::vector<OffsetMark> marks;
  std::vector<TextBox> boxes;
  std::vector<Recognition> readings;  // of scanned pages: of each place all, the one that stands in `text` first
  std::vector<Trouble> troubles;

  Document() = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_DOCUMENT_H_
