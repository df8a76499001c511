// Leptonica's pictures are let go here. Tested by whatever makes a sheet.
#include <leptonica/allheaders.h>

#include "read/scan/sheet.h"

namespace tabularium {

void PixDeleter::operator()(Pix* pix) const { pixDestroy(&pix); }

}  // namespace tabularium
