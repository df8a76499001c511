#ifndef TABULARIUM_CLI_HEAP_H_
#define TABULARIUM_CLI_HEAP_H_

namespace tabularium {

// Called once, before the work begins: the first megabytes that it will take come from the kernel in large pages, where it has
// them, and what is freed is kept for the next page or file. A small page costs a fault, which is dearer than filling it: 500
// pages of a PDF took a tenth of their time so. Changes nothing but the cost; memory that is never touched is never taken.
void PrepareHeap();

}  // namespace tabularium

#endif  // TABULARIUM_CLI_HEAP_H_
