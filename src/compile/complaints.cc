// Complaints: gathered with byte places, told with lines, columns and a mark under the spot by
// display width. Tested by complaints_test.cc and tests/grammar/.

#include "compile/complaints.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "text/key.h"
#include "text/width.h"

namespace tabularium {

static_assert(std::size(kCodes) == static_cast<size_t>(Code::kNoParts) + 1);

namespace {

constexpr size_t kMostComplaints = 100;  // of one file: nobody reads more at a time

std::string_view LineAt(std::string_view source, int line) {
  size_t begin = 0;
  for (int n = 1; n < line; ++n) {
    begin = source.find('\n', begin);
    if (begin == std::string_view::npos) return {};
    ++begin;
  }
  std::string_view text = source.substr(begin, source.find('\n', begin) - begin);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

// The first `letters` letters of the text.
std::string_view FirstLetters(std::string_view text, int letters) {
  size_t i = 0;
  for (; letters > 0 && i < text.size(); --letters) {
    ++i;
    while (i < text.size() && (text[i] & 0xC0) == 0x80) ++i;
  }
  return text.substr(0, i);
}

}  // namespace

Complaints::Complaints(const GrammarFile& file, std::vector<Complaint>* out)
    : file_(file), lines_{0}, out_(out), before_(out->size()) {
  for (size_t i = 0; i < file.text.size(); ++i)
    if (file.text[i] == '\n') lines_.push_back(static_cast<uint32_t>(i + 1));
}

int Complaints::LineOf(DraftPlace place) const {
  return static_cast<int>(std::upper_bound(lines_.begin(), lines_.end(), place.begin) -
                          lines_.begin());
}

bool Complaints::Full() const { return out_->size() - before_ >= kMostComplaints; }

void Complaints::Add(Code code, DraftPlace place, std::string message, std::string hint) {
  if (Full()) return;
  const std::string_view text = file_.text;
  const int line = LineOf(place);
  const uint32_t start = lines_[static_cast<size_t>(line - 1)];
  uint32_t end = std::max(place.begin, place.end);
  end = static_cast<uint32_t>(
      std::min<size_t>(end, std::min(text.find('\n', place.begin), text.size())));
  while (end > place.begin && (text[end - 1] == '\r' || text[end - 1] == ' ')) --end;
  Complaint complaint;
  complaint.code = kCodes[static_cast<size_t>(code)].name;
  complaint.file = file_.name;
  complaint.message = std::move(message);
  complaint.hint = std::move(hint);
  complaint.line = line;
  complaint.column = static_cast<int>(CountLetters(text.substr(start, place.begin - start))) + 1;
  complaint.width =
      std::max(1, static_cast<int>(CountLetters(text.substr(place.begin, end - place.begin))));
  out_->push_back(std::move(complaint));
}

std::string DidYouMean(std::string_view name, const std::vector<std::string_view>& known) {
  if (name.size() > 100) return {};
  const int limit = std::max(1, static_cast<int>(CountLetters(name)) / 3);
  std::string_view best;
  int least = limit + 1;
  for (std::string_view candidate : known) {
    const int distance = KeyDistance(name, candidate, limit);
    if (distance < least) least = distance, best = candidate;
  }
  return best.empty() ? std::string() : fmt::format("did you mean {}?", best);
}

std::string Print(const Complaint& complaint, std::string_view source) {
  std::string out = fmt::format("{}:{}:{}: error[{}]: {}\n", complaint.file, complaint.line,
                                complaint.column, complaint.code, complaint.message);
  const std::string_view line = LineAt(source, complaint.line);
  const std::string_view before = FirstLetters(line, complaint.column - 1);
  const std::string_view marked = FirstLetters(line.substr(before.size()), complaint.width);
  if (!line.empty()) {
    out += fmt::format("{:>4} | {}\n", complaint.line, line);
    out += fmt::format("     | {}{}\n", std::string(static_cast<size_t>(DisplayWidth(before)), ' '),
                       std::string(static_cast<size_t>(std::max(1, DisplayWidth(marked))), '^'));
  }
  std::string_view hint = complaint.hint;
  while (!hint.empty()) {
    const std::string_view first = hint.substr(0, hint.find('\n'));
    out += fmt::format("     = {}\n", first);
    hint.remove_prefix(std::min(hint.size(), first.size() + 1));
  }
  return out;
}

}  // namespace tabularium
