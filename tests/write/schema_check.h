#ifndef TABULARIUM_TESTS_WRITE_SCHEMA_CHECK_H_
#define TABULARIUM_TESTS_WRITE_SCHEMA_CHECK_H_

#include <string>

namespace tabularium {

// What is wrong with a finding printed as JSON, by the schema in the repository read strictly: keys
// that it does not describe are wrong here, though readers must bear them. Empty: nothing.
std::string Complaints(const std::string& json);

// The same for tables printed as JSON.
std::string TablesComplaints(const std::string& json);

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_WRITE_SCHEMA_CHECK_H_
