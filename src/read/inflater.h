#ifndef TABULARIUM_READ_INFLATER_H_
#define TABULARIUM_READ_INFLATER_H_

#include <array>
#include <functional>
#include <memory>
#include <string_view>

struct z_stream_s;

namespace tabularium {

// Unpacks what /FlateDecode names, piece by piece. Dear to make (some 60 KB), cheap to begin anew.
class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Forgets the stream before.
  void Begin();

  // The next bytes; they stay until it is asked again. None at the end, and from where on the stream is damaged or cut off.
  // `more` gives the packed bytes in pieces, which stay until it is asked again; an empty one is their end.
  std::string_view Next(const std::function<std::string_view()>& more);

 private:
  bool PassHead();

  std::unique_ptr<z_stream_s> stream_;
  unsigned head_ = 0, head_bytes_ = 0;
  bool drained_ = false;  // there are no more packed bytes
  bool ended_ = false;
  bool first_ = true;  // no byte was given yet: of many streams only the first are asked for
  std::array<char, 16 << 10> piece_;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_INFLATER_H_
