// The plain functions of libcrypto, which 3.0 calls deprecated: fetching the algorithm by name, as is advised now, costs more
// than a small file does, and needs the whole library where these few kilobytes are linked in. Tested by sha256_test.cc.
#define OPENSSL_API_COMPAT 0x10100000L  // as of 1.1, without warnings

#include "read/sha256.h"

#include <openssl/sha.h>

namespace tabularium {

struct Sha256Sum::State {
  SHA256_CTX context;
};

Sha256Sum::Sha256Sum() : state_(std::make_unique<State>()) { SHA256_Init(&state_->context); }
Sha256Sum::~Sha256Sum() = default;

void Sha256Sum::Add(std::string_view bytes) { SHA256_Update(&state_->context, bytes.data(), bytes.size()); }

std::string Sha256Sum::Finish() {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256_Final(digest, &state_->context);
  std::string hex;
  hex.reserve(2 * sizeof digest);
  for (unsigned char byte : digest) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

std::string Sha256(std::string_view bytes) {
  Sha256Sum sum;
  sum.Add(bytes);
  return sum.Finish();
}

}  // namespace tabularium
