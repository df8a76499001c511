#ifndef TABULARIUM_READ_INFLATER_H_
#define TABULARIUM_READ_INFLATER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct z_stream_s;
struct libdeflate_decompressor;

namespace tabularium {

// Unpacks what /FlateDecode names: short streams at once, by libdeflate, which is twice as fast; long ones, and what is damaged,
// piece by piece, by zlib. Dear to make (some 60 KB, and what it unpacks at once), cheap to begin anew.
class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Forgets the stream before. The new one has so many packed bytes.
  void Begin(uint64_t packed);

  // The next bytes; they stay until it is asked again. None at the end, and from where on the stream is damaged or cut off.
  // `more` gives the packed bytes in pieces, which stay until it is asked again; an empty one is their end.
  std::string_view Next(const std::function<std::string_view()>& more);

 private:
  std::string_view AtOnce(const std::function<std::string_view()>& more);
  std::string_view NextPiece(const std::function<std::string_view()>& more);
  void Feed(std::string_view packed);
  bool PassHead();

  std::unique_ptr<z_stream_s> stream_;
  libdeflate_decompressor* whole_;
  unsigned head_ = 0, head_bytes_ = 0;
  bool at_once_ = false;
  bool drained_ = false;  // there are no more packed bytes
  bool ended_ = false;
  bool first_ = true;  // no byte was given yet: of many streams only the first are asked for
  std::string packed_;  // of a stream that is unpacked at once
  std::unique_ptr<char[]> bytes_;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_INFLATER_H_
