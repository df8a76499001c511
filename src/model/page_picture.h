#ifndef TABULARIUM_MODEL_PAGE_PICTURE_H_
#define TABULARIUM_MODEL_PAGE_PICTURE_H_

#include <string>

#include "model/page.h"

namespace tabularium {

// A page as it looks, with what was read on it, for people to compare.
struct PagePicture {
  Page page;
  std::string png;  // of the whole page as displayed; empty: it could not be drawn
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_PAGE_PICTURE_H_
