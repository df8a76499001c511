// Nearly every run of bytes is valid in several of these encodings, so validity alone decides only
// for UTF-8; between the others the letters that come out decide. Tested by detect_test.cc.
#include "read/detect.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "text/encoding.h"

namespace tabularium {
namespace {

struct Magic {
  std::string_view bytes, name, remedy;
};
using namespace std::string_view_literals;
constexpr std::string_view kPrintAsText = "export it as text first"sv;
constexpr Magic kMagics[] = {
    // from the formats' own specifications
    {"PK\x03\x04"sv, "a ZIP archive, or a DOCX, XLSX or OFD document",
     "unpack it, or export it as text"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "a document of old Word or Excel", kPrintAsText},
    {"{\\rtf"sv, "a rich text (RTF) document", kPrintAsText},
    {"GIF8"sv, "a GIF image", "recognise its text first"},
    {"\x7F"
     "ELF"sv,
     "an executable program", "take it out of the input"},
    {"MZ\x90\0"sv, "an executable program", "take it out of the input"},
    {"\x1F\x8B"sv, "a gzip archive", "unpack it first"},
    {"BZh9"sv, "a bzip2 archive", "unpack it first"},
    {"\xFD"
     "7zXZ"sv,
     "an xz archive", "unpack it first"},
    {"7z\xBC\xAF"sv, "a 7-Zip archive", "unpack it first"},
    {"Rar!\x1A"sv, "a RAR archive", "unpack it first"},
    {"SQLite format 3"sv, "an SQLite database", "export its tables as text"},
    {"\xFF\xFE\0\0"sv, "text in UTF-32", "save it as UTF-8"},
    {"\0\0\xFE\xFF"sv, "text in UTF-32", "save it as UTF-8"},
};

constexpr size_t kSamples[] = {96, 512, 64 << 10};  // bytes; the next where one leaves a doubt
constexpr double kDecided = 40;                 // bytes of margin: 30 clear letters
constexpr double kEvidence =
    2;  // bytes of margin that divide the doubt by e: 0.9 for four clear letters
constexpr float kMostCertain = 0.999f;  // of a guess
constexpr double kLeastPlausible =
    0.3;  // mean weight of foreign letters; right readings 0.6–0.9, wrong ones 0.1–0.25

// A piece of the file that tells encodings apart: from the line of the first byte that is not plain
// ASCII.
std::string_view Sample(std::string_view bytes, size_t first_foreign, size_t size, size_t even) {
  size_t line = first_foreign == 0 ? std::string_view::npos : bytes.rfind('\n', first_foreign - 1);
  size_t begin =
      line == std::string_view::npos || first_foreign - line > size / 4 ? first_foreign : line + 1;
  if (line == std::string_view::npos && first_foreign <= size / 4) begin = 0;
  std::string_view sample = bytes.substr(begin - begin % even, size);
  size_t last = sample.find_last_not_of('\0');  // a tail of NULs says nothing
  return sample.substr(0,
                       last == std::string_view::npos ? 0 : std::min(sample.size(), last + even));
}

std::string_view SampleFor(Encoding encoding, std::string_view bytes, size_t first_foreign, size_t size) {
  const bool wide = encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be;
  return Sample(bytes, first_foreign, size, wide ? 2 : 1);
}

size_t FirstForeign(std::string_view bytes) {
  auto plain = [](char c) { return static_cast<signed char>(c) > 0; };
  return static_cast<size_t>(std::find_if_not(bytes.begin(), bytes.end(), plain) - bytes.begin());
}

struct Candidate {
  Encoding encoding;
  size_t sample;  // bytes
  Plausibility weight;
};

bool IsPlausible(const Candidate& c) {
  return c.weight.letters == 0 ||
         c.weight.foreign / static_cast<double>(c.weight.letters) >= kLeastPlausible;
}

// Broken at one place in ten, or a third of it lost: no letters of people.
bool IsText(const Candidate& c) {
  return !(c.weight.broken >= 8 && c.weight.broken * 10 > c.sample) &&
         !(c.weight.lost * 3 > c.sample);
}

// The encodings by what a sample says, the most plausible first. Those that fall behind further than decides are not weighed to
// their end: weighed first is what is no UTF-8 most often.
std::vector<Candidate> WeighAll(std::string_view bytes, size_t foreign, size_t size) {
  constexpr Encoding kOrder[] = {Encoding::kGb18030, Encoding::kUtf8, Encoding::kBig5, Encoding::kUtf16Le, Encoding::kUtf16Be};
  std::vector<Candidate> candidates;
  candidates.reserve(std::size(kOrder));
  double best = -std::numeric_limits<double>::infinity();
  for (Encoding encoding : kOrder) {
    const std::string_view sample = SampleFor(encoding, bytes, foreign, size);
    candidates.push_back({encoding, sample.size(), Weigh(sample, encoding, best - kDecided)});
    best = std::max(best, candidates.back().weight.total);
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.weight.total != b.weight.total ? a.weight.total > b.weight.total : a.encoding < b.encoding;
  });
  return candidates;
}

Detected Guess(std::string_view bytes) {
  size_t foreign = FirstForeign(bytes);
  std::vector<Candidate> candidates;
  double margin = 0;
  for (size_t size : kSamples) {
    candidates = WeighAll(bytes, foreign, size);
    margin = candidates[0].weight.total - candidates[1].weight.total;
    if (margin >= kDecided && IsPlausible(candidates[0]) && IsText(candidates[0])) break;
  }
  Candidate best = candidates[0], rival = candidates[1];
  if (!IsPlausible(best)) {
    rival = best;
    const std::string_view sample = SampleFor(Encoding::kUtf8, bytes, foreign, kSamples[std::size(kSamples) - 1]);
    best = {Encoding::kUtf8, sample.size(), Weigh(sample, Encoding::kUtf8)};
    margin = 0;
  }
  Detected out;
  out.encoding = best.encoding;
  out.rival = kEncodingNames[static_cast<size_t>(rival.encoding)];
  out.certainty =
      std::min(kMostCertain, static_cast<float>(1 - 0.5 * std::exp(-margin / kEvidence)));
  out.only_symbols = best.weight.broken == 0 && best.weight.symbols == best.weight.letters;
  if (!IsText(best))
    out.binary =
        "is no text in any encoding known here; if it is text, name its encoding with --encoding";
  return out;
}

}  // namespace

Detected Detect(std::string_view bytes, std::optional<Encoding> declared) {
  Detected out;
  for (const Magic& magic : kMagics) {
    if (!bytes.starts_with(magic.bytes)) continue;
    out.binary = "looks like " + std::string(magic.name) + ", and only text can be read; " +
                 std::string(magic.remedy);
    return out;
  }
  std::optional<ByteOrderMark> mark = FindByteOrderMark(bytes);
  if (mark && (!declared || *declared == mark->encoding)) {
    declared = mark->encoding;
    out.from = mark->length;
  }
  out.encoding = declared.value_or(Encoding::kUtf8);
  if (out.encoding == Encoding::kUtf8) {
    Utf8Scan scan = ScanUtf8(bytes.substr(out.from));
    out.clean = scan.valid == bytes.size() - out.from;
    if (!declared && (!out.clean || scan.nul)) {
      Detected guess = Guess(bytes);
      guess.clean = out.clean && guess.encoding == Encoding::kUtf8;
      out = std::move(guess);
    }
    out.scan = scan;
  }
  return out;
}

}  // namespace tabularium
