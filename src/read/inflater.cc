// Tested by inflater_test.cc.
#include "read/inflater.h"

#include <zlib.h>

#include <new>

namespace tabularium {

Inflater::Inflater() : stream_(std::make_unique<z_stream>()) {
  if (inflateInit2(stream_.get(), -MAX_WBITS) != Z_OK) throw std::bad_alloc();  // without zlib's head and sum
}

Inflater::~Inflater() { inflateEnd(stream_.get()); }

void Inflater::Begin() {
  inflateReset(stream_.get());
  stream_->avail_in = 0;
  head_ = head_bytes_ = 0;
  drained_ = ended_ = false;
  first_ = true;
}

// Passes what stands before the data (RFC 1950). The sum behind it is not looked at: who reads piece by piece has used it by then.
bool Inflater::PassHead() {
  constexpr unsigned kHead = 2, kMethod = 0x0F00, kDeflate = 0x0800, kDictionary = 0x20, kCheck = 31;
  for (; head_bytes_ < kHead && stream_->avail_in > 0; ++head_bytes_, --stream_->avail_in) head_ = head_ << 8 | *stream_->next_in++;
  return head_bytes_ < kHead || ((head_ & kMethod) == kDeflate && head_ % kCheck == 0 && !(head_ & kDictionary));
}

std::string_view Inflater::Next(const std::function<std::string_view()>& more) {
  constexpr uInt kFirst = 512;
  const uInt room = first_ ? kFirst : static_cast<uInt>(piece_.size());
  stream_->next_out = reinterpret_cast<Bytef*>(piece_.data());
  stream_->avail_out = room;
  while (!ended_ && stream_->avail_out == room) {
    if (stream_->avail_in == 0 && !drained_) {
      const std::string_view packed = more();
      stream_->next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(packed.data()));
      stream_->avail_in = static_cast<uInt>(packed.size());
      drained_ = packed.empty();
      ended_ = !PassHead();
    }
    if (!ended_ && (stream_->avail_in > 0 || drained_)) ended_ = inflate(stream_.get(), Z_NO_FLUSH) != Z_OK;
  }
  first_ = false;
  return {piece_.data(), room - stream_->avail_out};
}

}  // namespace tabularium
