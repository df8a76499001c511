#ifndef TABULARIUM_WRITE_FLAGS_MANUAL_H_
#define TABULARIUM_WRITE_FLAGS_MANUAL_H_

#include <string>

namespace tabularium {

// The closed lists as Markdown tables, for the manual: flags with severity, meaning and example …
std::string FlagManual();
// … and reasons with their meaning.
std::string EvidenceManual();

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_FLAGS_MANUAL_H_
