#ifndef TABULARIUM_MODEL_FORM_INDEX_H_
#define TABULARIUM_MODEL_FORM_INDEX_H_

#include "model/form.h"

namespace tabularium {

// Fills in what is derived from a form's rows: rows_of_word, prints, open_rows, and for every ^ the row of the square
// that it continues. Called once, when a form is compiled.
void IndexForm(Form* form, const Vocabulary& vocabulary);

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_FORM_INDEX_H_
