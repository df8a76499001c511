#ifndef TABULARIUM_TABULATE_RULES_H_
#define TABULARIUM_TABULATE_RULES_H_

#include <vector>

#include "tabulate/sheet.h"

namespace tabularium::sheet {

// White lines between filled areas of one height, or of one width, are borders as well as printed
// ones. The areas are given with their x and y as they are for lines across, and exchanged for
// lines down.
void AddLinesBetweenFills(std::vector<Rect> fills, std::vector<Rule>* rules);

// Makes one of rules that go on in one another, and sorts them by their place.
void JoinCollinear(std::vector<Rule>* rules);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_RULES_H_
