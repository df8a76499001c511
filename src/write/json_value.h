#ifndef TABULARIUM_WRITE_JSON_VALUE_H_
#define TABULARIUM_WRITE_JSON_VALUE_H_

#include "model/finding.h"
#include "write/json_text.h"

namespace tabularium {

// Whether a value object tells its own repair; in a table the record does.
enum class RepairShown : uint8_t { kWithValue, kWithRecord };

// The value object of the output contract: value, type, unit, nothing, raw, confidence, origin, …
void WriteField(const Record& record, const Field& field, const Opinion& opinion, RepairShown shown,
                JsonText* json);

// {"page":…,"line":…,"bytes":[…],"box":…,"row":…,"column":…}, with the other places as `more`; null
// for line 0.
void WriteOrigin(const Place& place, const std::vector<Place>& more, JsonText* json);
void WriteOrigin(const Place& place, JsonText* json);

void WriteSuggestion(const Suggestion& suggestion, JsonText* json);
void WriteRepair(const RepairNote& repair, JsonText* json);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_JSON_VALUE_H_
