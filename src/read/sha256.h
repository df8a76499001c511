#ifndef TABULARIUM_READ_SHA256_H_
#define TABULARIUM_READ_SHA256_H_

#include <string>
#include <string_view>

namespace tabularium {

// SHA-256 of `bytes` as 64 lower-case hexadecimal digits; empty where libcrypto refuses to work.
// Example: "" → "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".
std::string Sha256(std::string_view bytes);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SHA256_H_
