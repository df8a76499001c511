#ifndef TABULARIUM_ALIGN_ALIGN_H_
#define TABULARIUM_ALIGN_ALIGN_H_

#include "model/alignment.h"
#include "model/limits.h"

namespace tabularium {

// The cheapest way to see the rows of a declaration as that form. Prices are in align/costs.h. Never fails: what fits
// nowhere is an oddity and a leftover. The alignment points into the grid and the form.
Alignment Align(const Declaration& declaration, const Form& form);

// Whether the declaration is of that form at all. Damage takes rows away or puts strange ones in; where rows of the form
// are not there, and rows and labels that it doesn't know are, the paper is a relative of the form.
bool IsOfItsForm(const Alignment& alignment);

// Whether another form fits nearly as well, so that which of them it is stays open.
bool IsNearTie(const Alignment& best, const Alignment& other);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_ALIGN_H_
