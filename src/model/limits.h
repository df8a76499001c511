#ifndef TABULARIUM_MODEL_LIMITS_H_
#define TABULARIUM_MODEL_LIMITS_H_

#include <cstddef>
#include <cstdint>

namespace tabularium {

// What one document may cost. Reaching a limit raises the flag `limit-reached` and ends the reading of that document in
// an orderly way; it never crashes. Each can be overridden (`--limit NAME=NUMBER`).
struct Limits {
  uint64_t text_bytes = 512ull << 20;      // bytes of a text file
  uint64_t cells = 10'000'000;             // cells of a file
  uint32_t cells_per_row = 10'000;         // cells of one row; also columns of a grid
  uint32_t rows_per_declaration = 200'000; // rows aligned with one form
  uint32_t markup_bytes = 64 << 10;        // bytes of one cell handed to the HTML parser
  uint32_t markup_depth = 200;             // nested elements in one cell
  uint64_t pdf_bytes = 2ull << 30;         // bytes of a PDF
  uint32_t pages = 100'000;                // pages of a PDF
  uint32_t page_letters = 500'000;         // letters of a page
  uint32_t page_rulings = 500'000;         // pieces of lines, filled areas and images of a page
  uint32_t page_steps = 5'000'000;         // drawing operations of a page
  uint32_t page_depth = 10'000;            // drawing states that a page saves one in another
  uint32_t page_seconds = 10;              // CPU seconds of drawing a page: a last resort, where steps are dear
  uint32_t pdf_seconds = 120;              // CPU seconds of drawing all pages of a PDF
  uint64_t page_pixels = 200'000'000;      // pixels of a scanned page; larger ones are made smaller while they are read
  uint64_t page_memory = 1ull << 30;       // bytes by which reading a page may make the program grow; other threads count too
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_LIMITS_H_
