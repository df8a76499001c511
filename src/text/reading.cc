// A table of readings, made by generate/readings.cc when the library is built.
// Tested by reading_test.cc.
#include "text/reading.h"

#include <iterator>

namespace tabularium {
namespace {

#include "readings.inc"

static_assert(std::size(kReadings) == reading_internal::kLast - reading_internal::kFirst + 2);
static_assert(kReadings[std::size(kReadings) - 1] == 0);

}  // namespace

namespace reading_internal {
const SyllableId* const kTable = kReadings;
}  // namespace reading_internal

SyllableId SyllableEnd() { return static_cast<SyllableId>(std::size(kSyllableNames)); }

std::string_view SyllableName(SyllableId id) { return kSyllableNames[id]; }

}  // namespace tabularium
