#ifndef TABULARIUM_ALIGN_ALIGN_H_
#define TABULARIUM_ALIGN_ALIGN_H_

#include "model/alignment.h"
#include "model/limits.h"

namespace tabularium {

// The cheapest way to see the rows of a declaration as that form. Prices are in align/costs.h. Never fails: what fits
// nowhere is an oddity and a leftover. The alignment points into the grid and the form.
Alignment Align(const Declaration& declaration, const Form& form);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_ALIGN_H_
