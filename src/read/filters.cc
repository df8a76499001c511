// A stream's dictionary stands in the file as plain text, whatever else is packed. Tested by filters_test.cc.
#include "read/filters.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace tabularium {
namespace {

constexpr size_t kMostNames = 64;  // of one list; more are as bad as two that expand

bool IsSpaceByte(char c) { return c == ' ' || c == '\0' || (c >= '\t' && c <= '\r'); }
bool IsRegular(char c) {
  constexpr std::string_view kDelimiters = "()<>[]{}/%";
  return !IsSpaceByte(c) && kDelimiters.find(c) == std::string_view::npos;
}
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
int HexDigit(char c) {
  if (IsDigit(c)) return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

class Scanner {
 public:
  // `whole`: nothing comes behind the bytes.
  explicit Scanner(std::string_view bytes, bool whole = true) : bytes_(bytes), whole_(whole) {}

  // Looks at the names that begin before `end`.
  bool Twice(size_t end = std::string_view::npos) {
    while (ToName() && at_ < end) {
      char first = at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : '\0';
      if (first != 'F' && first != '#') {
        ++at_;
        continue;
      }
      if (Name() != "Filter") continue;
      if (ListExpandsTwice(0)) return true;
      open_ = open_ || at_ >= bytes_.size();
    }
    return false;
  }
  // True if a list ran to the end of bytes that are not the whole, or stands elsewhere in it.
  bool is_open() const { return open_ && !whole_; }

 private:
  bool ToName() {
    if (at_ >= bytes_.size()) return false;
    const void* found = memchr(bytes_.data() + at_, '/', bytes_.size() - at_);
    if (!found) return false;
    at_ = static_cast<size_t>(static_cast<const char*>(found) - bytes_.data());
    return true;
  }

  // The name at the slash, its #41 undone; moves behind it.
  std::string Name() {
    constexpr size_t kLongest = 64;
    std::string name;
    for (++at_; at_ < bytes_.size() && IsRegular(bytes_[at_]) && name.size() < kLongest; ++at_) {
      int high = -1, low = -1;
      if (bytes_[at_] == '#' && at_ + 2 < bytes_.size()) high = HexDigit(bytes_[at_ + 1]), low = HexDigit(bytes_[at_ + 2]);
      if (high >= 0 && low >= 0) {
        name.push_back(static_cast<char>(high * 16 + low));
        at_ += 2;
      } else {
        name.push_back(bytes_[at_]);
      }
    }
    return name;
  }

  void PassBlank() {
    while (at_ < bytes_.size()) {
      if (bytes_[at_] == '%')
        at_ = std::min(bytes_.find_first_of("\r\n", at_), bytes_.size());
      else if (IsSpaceByte(bytes_[at_]))
        ++at_;
      else
        break;
    }
  }

  static bool Expands(const std::string& name) {
    return name == "FlateDecode" || name == "Fl" || name == "LZWDecode" || name == "LZW" || name == "RunLengthDecode" ||
           name == "RL";
  }

  // At what stands behind /Filter, or at the beginning of an object.
  bool ListExpandsTwice(int depth) {
    PassBlank();
    if (at_ < bytes_.size() && IsDigit(bytes_[at_])) {
      open_ = true;
      return whole_ && ObjectExpandsTwice(depth);
    }
    if (at_ >= bytes_.size() || bytes_[at_] != '[') return false;
    ++at_;
    size_t expanding = 0;
    for (size_t names = 0; names < kMostNames; ++names) {
      PassBlank();
      if (at_ >= bytes_.size() || (bytes_[at_] != '/' && !IsDigit(bytes_[at_]))) return expanding > 1;
      if (bytes_[at_] == '/') {
        expanding += Expands(Name());
      } else {
        return true;  // a name by reference: nobody writes that
      }
      if (expanding > 1) return true;
    }
    return true;
  }

  // "12 0 R": looks for "12 0 obj".
  bool ObjectExpandsTwice(int depth) {
    size_t begin = at_;
    while (at_ < bytes_.size() && IsDigit(bytes_[at_])) ++at_;
    std::string number(bytes_.substr(begin, at_ - begin));
    size_t behind = at_;
    constexpr int kDeepest = 4;
    if (depth >= kDeepest || number.size() > 10 || ++references_ > kMostReferences) return true;
    std::string head = number + " 0 obj";
    bool twice = false, found = false;
    for (size_t at = bytes_.find(head); at != std::string_view::npos; at = bytes_.find(head, at + 1)) {
      if (at > 0 && IsDigit(bytes_[at - 1])) continue;
      found = true;
      at_ = at + head.size();
      twice = twice || ListExpandsTwice(depth + 1);
    }
    at_ = behind;
    return twice || !found;
  }

  static constexpr int kMostReferences = 100;  // each may search the whole file
  std::string_view bytes_;
  bool whole_, open_ = false;
  size_t at_ = 0;
  int references_ = 0;
};

}  // namespace

bool PacksTwice(std::string_view bytes) { return Scanner(bytes).Twice(); }

void PackingScan::Add(std::string_view piece) {
  if (packing_ != Packing::kOnce) return;
  std::string joined;  // the end of the piece before, and as much of this one as that may need
  auto scan = [&](std::string_view bytes, size_t end) {
    Scanner scanner(bytes, false);
    if (scanner.Twice(end)) packing_ = Packing::kTwice;
    if (packing_ == Packing::kOnce && scanner.is_open()) packing_ = Packing::kUnknown;
  };
  if (piece.size() <= kKept) {
    rest_ += piece;
    if (rest_.size() <= kKept) return;
    joined.swap(rest_);
    scan(joined, joined.size() - kKept);
    rest_ = joined.substr(joined.size() - kKept);
    return;
  }
  const size_t before = rest_.size();
  joined = rest_ + std::string(piece.substr(0, kKept));
  scan(joined, before);
  scan(piece, piece.size() - kKept);
  rest_ = piece.substr(piece.size() - kKept);
}

PackingScan::Packing PackingScan::Finish() {
  if (packing_ != Packing::kOnce) return packing_;
  Scanner scanner(rest_, false);
  if (scanner.Twice()) return Packing::kTwice;
  return scanner.is_open() ? Packing::kUnknown : Packing::kOnce;
}

}  // namespace tabularium
