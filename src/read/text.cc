// From bytes to a document: decide the encoding, decode where the bytes are no UTF-8, then say
// everything that is not as it should be. Tested by text_test.cc, detect_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

#include "read/detect.h"
#include "read/ocr.h"
#include "read/pdf.h"
#include "read/read.h"
#include "read/sha256.h"
#include "text/encoding.h"
#include "text/mojibake.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kNamed = 50;  // places of one kind of trouble that are named one by one
constexpr uint64_t kAddressable =
    std::numeric_limits<uint32_t>::max() / 3;  // a damaged byte becomes three of text

// The troubles of one kind; those beyond kNamed are counted in the last.
class Named {
 public:
  explicit Named(Document* document) : document_(document) {}
  void Add(Severity severity, std::string message, Range range) {
    if (++count_ <= kNamed)
      document_->troubles.push_back(
          {FlagCode::kEncodingDamaged, severity, std::move(message), range});
  }
  ~Named() {
    if (count_ > kNamed)
      document_->troubles.back().message +=
          fmt::format("; and {} more such places", count_ - kNamed);
  }

 private:
  Document* document_;
  size_t count_ = 0;
};

std::string Hexadecimal(std::string_view bytes) {
  constexpr size_t kShown = 8;
  std::string out;
  for (char c : bytes.substr(0, kShown))
    out += fmt::format("{}{:02X}", out.empty() ? "" : " ", static_cast<unsigned char>(c));
  return bytes.size() > kShown ? out + " …" : out;
}

void NameDamages(const std::vector<Damage>& damages, Document* document) {
  Named named(document);
  std::string_view encoding = kEncodingNames[static_cast<size_t>(document->encoding)];
  for (const Damage& damage : damages) {
    std::string_view bytes =
        std::string_view(document->stored)
            .substr(damage.stored.begin, damage.stored.end - damage.stored.begin);
    named.Add(Severity::kWrong,
              fmt::format("{} at byte {} ({}) {} no letter in {}; U+FFFD stands in {} place",
                          bytes.size() == 1 ? "the byte" : fmt::format("{} bytes", bytes.size()),
                          damage.stored.begin, Hexadecimal(bytes), bytes.size() == 1 ? "is" : "are",
                          encoding, bytes.size() == 1 ? "its" : "their"),
              damage.text);
  }
}

void NameNuls(Document* document) {
  Named named(document);
  std::string_view text = document->text;
  for (size_t at = text.find('\0'); at != std::string_view::npos; at = text.find('\0', at)) {
    size_t end = std::min(text.find_first_not_of('\0', at), text.size());
    named.Add(
        Severity::kWrong,
        fmt::format(
            "{} NUL (U+0000) inside the text: the file was cut or damaged when it was written",
            end - at),
        {static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end;
  }
}

std::string Describe(const Mojibake& found, std::string_view letters) {
  constexpr size_t kShown = 40;  // bytes
  size_t cut = std::min(letters.size(), kShown);
  while (cut < letters.size() && (static_cast<unsigned char>(letters[cut]) & 0xC0) == 0x80) ++cut;
  std::string_view shown = letters.substr(0, cut), dots = cut < letters.size() ? "…" : "";
  std::string_view how[] = {"", "UTF-8 that was read as GBK", "UTF-8 that was read as Latin-1",
                            "GBK that was read as Latin-1"};
  if (found.kind == Misreading::kReplaced)
    return fmt::format("“{}{}” stands for letters that were lost before the file was saved", shown,
                       dots);
  std::string undone =
      found.once.empty() ? "" : fmt::format("; undone it would be “{}{}”", found.once, dots);
  return fmt::format("“{}{}” looks like {}{}; it stays as it stands", shown, dots,
                     how[static_cast<size_t>(found.kind)], undone);
}

void NameMojibake(const std::vector<Damage>& damages, Document* document) {
  Named named(document);
  for (const Mojibake& found : FindMojibake(document->text)) {
    auto behind = std::upper_bound(damages.begin(), damages.end(), found.range.begin,
                                   [](uint32_t at, const Damage& d) { return at < d.text.begin; });
    bool ours = behind != damages.begin() && (behind - 1)->text.end >= found.range.end;
    if (!ours)
      named.Add(Severity::kWrong,
                Describe(found, document->text.substr(found.range.begin,
                                                      found.range.end - found.range.begin)),
                found.range);
  }
}

void NameDoubt(const Detected& detected, Document* document) {
  constexpr float kDoubtful = 0.9f;  // fewer than four clear letters speak for the encoding
  if (detected.certainty >= kDoubtful) return;
  document->troubles.push_back(
      {FlagCode::kEncodingGuessed,
       detected.only_symbols ? Severity::kNote : Severity::kSuspicious,
       fmt::format("read as {}, but it might be {}: name the encoding with --encoding",
                   kEncodingNames[static_cast<size_t>(detected.encoding)], detected.rival),
       {}});
}

// Most lines that are not empty have tabs: two looks a line tell. False where lines may end with CR, too.
bool MostHaveTabs(std::string_view text) {
  size_t lines = 0, tabs = 0;
  if (text.find('\r') != text.npos) return false;
  for (size_t begin = 0, end; begin < text.size(); begin = end + 1) {
    end = std::min(text.find('\n', begin), text.size());
    if (begin == end) continue;
    ++lines;
    tabs += text.substr(begin, end - begin).find('\t') != text.npos;
  }
  return 2 * tabs > lines;
}

// What lines say: tabs in most, or the same number of commas in most.
class LineKinds {
 public:
  explicit LineKinds(std::string_view text) {
    for (size_t i = BehindHan(text, 0); i < text.size(); i = BehindHan(text, i + 8))
      for (uint64_t low = LowBytes(text, i); low != 0; low &= low - 1)
        Take(text, i + static_cast<size_t>(std::countr_zero(low)) / 8);
    EndLine(text.size());
  }
  std::string MediaType() const {
    if (2 * tabs_ > lines_) return "text/tab-separated-values";
    return 2 * commas_ > lines_ ? "text/csv" : "text/plain";
  }

 private:
  // Behind the blocks of sixteen bytes from i on that hold no ASCII.
  static size_t BehindHan(std::string_view text, size_t i) {
    for (uint64_t x[2]; i + sizeof x <= text.size(); i += sizeof x) {
      std::memcpy(x, text.data() + i, sizeof x);
      if (~(x[0] & x[1]) & 0x8080808080808080) break;
    }
    return i;
  }

  // The highest bit of each of the eight bytes from text[i] on that ends a line, or is a tab or a comma, or another byte up to ','.
  static uint64_t LowBytes(std::string_view text, size_t i) {
    constexpr uint64_t kOnes = 0x0101010101010101, kHighs = kOnes * 0x80;
    static_assert(std::endian::native == std::endian::little);
    uint64_t x = kHighs;
    if (text.size() - i >= sizeof x) std::memcpy(&x, text.data() + i, sizeof x);
    else std::memcpy(&x, text.data() + i, text.size() - i);
    return ~(((x & ~kHighs) + kOnes * (0x7F - ',')) | x) & kHighs;
  }

  void Take(std::string_view text, size_t at) {
    const char c = text[at];
    here_tabs_ += c == '\t';
    here_commas_ += c == ',';
    if (c != '\n' && c != '\r') return;
    EndLine(at);
    begin_ = at + 1;
  }

  void EndLine(size_t end) {
    if (begin_ == end) return;
    commas_ += here_commas_ > 0 && (here_commas_ == before_ || lines_ == 0);
    tabs_ += here_tabs_ > 0;
    before_ = here_commas_;
    ++lines_;
    here_tabs_ = here_commas_ = 0;
  }

  size_t lines_ = 0, tabs_ = 0,
         commas_ = 0;  // lines that are not empty; with tabs; with as many commas as the one before
  size_t here_tabs_ = 0, here_commas_ = 0, before_ = 0;
  size_t begin_ = 0;  // of the line
};

// By the first 8 KB.
std::string MediaTypeOf(std::string_view text) {
  text = text.substr(0, 8 << 10);
  return MostHaveTabs(text) ? "text/tab-separated-values" : LineKinds(text).MediaType();
}

bool IsBlank(std::string_view text) {
  for (size_t i = 0; i < text.size();)
    if (char32_t c = NextLetter(text, i); !IsSpace(c) && !IsInvisible(c)) return false;
  return true;
}

}  // namespace

Result<std::unique_ptr<Document>> ReadBytes(std::string name, std::string bytes,
                                                  const ReadOptions& options) {
  if (bytes.empty()) return Error{"empty", "holds nothing: 0 bytes; was it saved?", name};
  if (IsPdf(bytes)) {
    auto pdf = ReadPdf(name, bytes, options);
    bool first = bytes.starts_with("%PDF-");  // else a text may only speak of PDFs
    if (pdf.has_value() || first || pdf.error().code != "unreadable") return pdf;
  }
  if (std::string_view picture = PictureMediaType(bytes); !picture.empty() && !options.encoding)
    return ReadPicture(picture, name, bytes, options.limits);
  if (std::string_view recognised = OcrMediaType(bytes); !recognised.empty() && !options.encoding)
    return ReadOcr(recognised, name, bytes, options.limits);
  if (uint64_t limit = std::min(options.limits.text_bytes, kAddressable); bytes.size() > limit)
    return Error{
        "limit-reached",
        fmt::format("is longer than {} bytes; split it, or raise --limit text_bytes", limit), name};
  Detected detected = Detect(bytes, options.encoding);
  if (!detected.binary.empty()) return Error{"binary", std::move(detected.binary), name};

  auto document = std::make_unique<Document>();
  document->path = std::move(name);
  document->bytes = bytes.size();
  document->stored = std::move(bytes);
  document->encoding = detected.encoding;
  document->encoding_certainty = detected.certainty;
  Decoded decoded;
  if (detected.clean) {
    document->text = std::string_view(document->stored).substr(detected.from);
    document->marks = {{0, false, detected.from}};
  } else {
    decoded = Decode(document->stored, detected.from, detected.encoding);
    document->decoded = std::move(decoded.text);
    document->text = document->decoded;
    document->marks = std::move(decoded.marks);
  }
  if (IsBlank(document->text))
    return Error{"empty", "holds nothing but white space", document->path};
  NameDoubt(detected, document.get());
  NameDamages(decoded.damages, document.get());
  const Utf8Scan& scan = detected.clean ? detected.scan : decoded.scan;
  if (scan.nul) NameNuls(document.get());
  if (scan.odd) NameMojibake(decoded.damages, document.get());
  document->sha256 = Sha256(document->stored);
  document->media_type = MediaTypeOf(document->text);
  return document;
}

}  // namespace tabularium
