#ifndef TABULARIUM_TEXT_SHAPE_DATE_H_
#define TABULARIUM_TEXT_SHAPE_DATE_H_

#include "text/taker.h"

namespace tabularium::shape {

// Takes 2023, 二〇二三 or 20×× off the front.
bool TakeYear(Taker& in);
// Takes 1月 or 12月31日 off the front.
bool TakeMonthDate(Taker& in);
// 2023, 2023年, 2023年度.
bool IsYear(Taker in);
// A date, or a range of dates, months or years; open ends too.
bool IsDate(Taker in);

}  // namespace tabularium::shape

#endif  // TABULARIUM_TEXT_SHAPE_DATE_H_
