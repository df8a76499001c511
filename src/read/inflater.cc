// Tested by inflater_test.cc.
#include "read/inflater.h"

#include <libdeflate.h>
#include <zlib.h>

#include <new>

namespace tabularium {
namespace {

constexpr uint64_t kShort = 16 << 10;  // packed bytes of what is unpacked at once; of fonts, which are longer, only the head is asked for
constexpr size_t kWhole = 256 << 10;   // bytes that it may become
constexpr uInt kFirst = 512, kPiece = 16 << 10;

}  // namespace

Inflater::Inflater() : stream_(std::make_unique<z_stream>()), whole_(libdeflate_alloc_decompressor()), bytes_(new char[kWhole]) {
  if (!whole_ || inflateInit2(stream_.get(), -MAX_WBITS) != Z_OK) throw std::bad_alloc();  // without zlib's head and sum
}

Inflater::~Inflater() {
  inflateEnd(stream_.get());
  libdeflate_free_decompressor(whole_);
}

void Inflater::Begin(uint64_t packed) {
  inflateReset(stream_.get());
  stream_->avail_in = 0;
  head_ = head_bytes_ = 0;
  at_once_ = packed <= kShort;
  drained_ = ended_ = false;
  first_ = true;
}

std::string_view Inflater::Next(const std::function<std::string_view()>& more) {
  if (!at_once_) return NextPiece(more);
  at_once_ = false;
  return AtOnce(more);
}

std::string_view Inflater::AtOnce(const std::function<std::string_view()>& more) {
  packed_.clear();
  for (std::string_view piece = more(); !piece.empty(); piece = more()) packed_ += piece;
  Feed(packed_);
  drained_ = true;
  size_t read = 0, made = 0;
  if (!ended_ && libdeflate_deflate_decompress_ex(whole_, stream_->next_in, stream_->avail_in, bytes_.get(), kWhole, &read,
                                                  &made) == LIBDEFLATE_SUCCESS) {
    ended_ = true;
    return {bytes_.get(), made};
  }
  return NextPiece(more);  // it is longer, or damaged
}

std::string_view Inflater::NextPiece(const std::function<std::string_view()>& more) {
  const uInt room = first_ ? kFirst : kPiece;
  stream_->next_out = reinterpret_cast<Bytef*>(bytes_.get());
  stream_->avail_out = room;
  while (!ended_ && stream_->avail_out == room) {
    if (stream_->avail_in == 0 && !drained_) Feed(more());
    if (!ended_ && (stream_->avail_in > 0 || drained_)) ended_ = inflate(stream_.get(), Z_NO_FLUSH) != Z_OK;
  }
  first_ = false;
  return {bytes_.get(), room - stream_->avail_out};
}

void Inflater::Feed(std::string_view packed) {
  stream_->next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(packed.data()));
  stream_->avail_in = static_cast<uInt>(packed.size());
  drained_ = packed.empty();
  ended_ = !PassHead();
}

// Passes what stands before the data (RFC 1950). The sum behind it is not looked at: who reads piece by piece has used it by then.
bool Inflater::PassHead() {
  constexpr unsigned kHead = 2, kMethod = 0x0F00, kDeflate = 0x0800, kDictionary = 0x20, kCheck = 31;
  for (; head_bytes_ < kHead && stream_->avail_in > 0; ++head_bytes_, --stream_->avail_in) head_ = head_ << 8 | *stream_->next_in++;
  return head_bytes_ < kHead || ((head_ & kMethod) == kDeflate && head_ % kCheck == 0 && !(head_ & kDictionary));
}

}  // namespace tabularium
