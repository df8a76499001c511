#ifndef TABULARIUM_ALIGN_PAGE_BREAKS_H_
#define TABULARIUM_ALIGN_PAGE_BREAKS_H_

#include "align/elements.h"

namespace tabularium {

// Where a page break tore a long text, what it left between the halves (page numbers, printing stamps, the title again,
// 续表) is moved behind the second half, so that the halves are neighbours and can be joined.
//   … | 完成设备采购，          … | 完成设备采购，
//   — 12 —                  →   开展人员培训。 | …
//   开展人员培训。 | …          — 12 —
// Cost: O(rows).
void MovePageBreaks(Rows* rows);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_PAGE_BREAKS_H_
