#ifndef TABULARIUM_READ_PAPER_H_
#define TABULARIUM_READ_PAPER_H_

namespace tabularium {

// What a picture says of the page that it shows.
struct PaperSize {
  float width = 0, height = 0;  // 0: unknown
  float dots = 0;               // of its units an inch; 0: not said
  bool pixels = true;           // its units are what recognisers count; else only its proportions are known
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_PAPER_H_
