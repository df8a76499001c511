#ifndef TABULARIUM_TESTS_READ_PDF_MAKER_H_
#define TABULARIUM_TESTS_READ_PDF_MAKER_H_

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tabularium {

// Makes small PDFs by hand. Pages are 400 × 300 points. Fonts: F1 Helvetica; H1 Han letters by their Unicode numbers
// (<9879 76EE>), V1 the same written downwards; T3 a Type 3 font that doesn't say what its letters are.
class PdfMaker {
 public:
  // A page with these operations; `more` goes into its dictionary ("/Rotate 90").
  PdfMaker& Page(std::string_view content, std::string_view more = "") {
    pages_.push_back({std::string(content), std::string(more)});
    return *this;
  }
  // An object that pages may name as /X1, /X2, … among their XObjects, in the order of these calls.
  PdfMaker& XObject(std::string_view dictionary, std::string_view stream) {
    xobjects_.push_back({std::string(dictionary), std::string(stream)});
    return *this;
  }
  // An object of any kind, numbered from 12 behind those of one page; and something for the catalog.
  PdfMaker& Object(std::string_view object) {
    objects_.emplace_back(object);
    return *this;
  }
  PdfMaker& Catalog(std::string_view more) {
    catalog_ = more;
    return *this;
  }
  // Something for the trailer ("/Encrypt << … >> /ID [<00> <00>]").
  PdfMaker& Trailer(std::string_view more) {
    trailer_ = more;
    return *this;
  }
  // Something for the resources of every page ("/Shading << … >>").
  PdfMaker& Resources(std::string_view more) {
    resources_ = more;
    return *this;
  }

  std::string Make() const {
    std::vector<std::string> objects;
    auto add = [&](std::string object) { objects.push_back(std::move(object)); };
    size_t first_page = 10 + xobjects_.size();
    std::string kids, names;
    for (size_t i = 0; i < pages_.size(); ++i) kids += fmt::format("{} 0 R ", first_page + 2 * i);
    for (size_t i = 0; i < xobjects_.size(); ++i) names += fmt::format("/X{} {} 0 R ", i + 1, 10 + i);
    add(fmt::format("<< /Type /Catalog /Pages 2 0 R {} >>", catalog_));
    add(fmt::format("<< /Type /Pages /Count {} /Kids [{}] /MediaBox [0 0 400 300] /Resources 3 0 R >>", pages_.size(), kids));
    add(fmt::format("<< /Font << /F1 4 0 R /H1 5 0 R /V1 6 0 R /T3 9 0 R >> /XObject << {} >> {} >>", names, resources_));
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 8 0 R >>");
    add(Composite("/Identity-H"));
    add(Composite("/Identity-V"));
    add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Han /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        "/Supplement 0 >> /DW 1000 /W [36164 [0]] /FontDescriptor << /Type /FontDescriptor /FontName /Han /Flags 4 /Ascent 880 "
        "/Descent -120 /FontBBox [0 -120 1000 880] >> >>");
    add(Stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                   "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                   "1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"));
    objects[3] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [1 /fi /ffi] >> >>";
    add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /strange "
        "<< >> >> /Encoding << /Differences [97 /strange] >> /FirstChar 97 /LastChar 97 /Widths [750] >>");
    for (const auto& [dictionary, stream] : xobjects_) add(Stream(dictionary, stream));
    for (size_t i = 0; i < pages_.size(); ++i) {
      add(fmt::format("<< /Type /Page /Parent 2 0 R /Contents {} 0 R {} >>", first_page + 2 * i + 1, pages_[i].second));
      add(Stream("", pages_[i].first));
    }
    for (const std::string& object : objects_) add(object);
    return Assemble(objects);
  }

 private:
  static std::string Composite(std::string_view encoding) {
    return fmt::format("<< /Type /Font /Subtype /Type0 /BaseFont /Han /Encoding {} /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>",
                       encoding);
  }
  static std::string Stream(std::string_view dictionary, std::string_view stream) {
    return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", dictionary, stream.size(), stream);
  }
  std::string Assemble(const std::vector<std::string>& objects) const {
    std::string out = "%PDF-1.7\n", table;
    for (size_t i = 0; i < objects.size(); ++i) {
      table += fmt::format("{:010} 00000 n \n", out.size());
      out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    size_t at = out.size();
    out += fmt::format("xref\n0 {}\n0000000000 65535 f \n{}trailer\n<< /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n",
                       objects.size() + 1, table, objects.size() + 1, trailer_, at);
    return out;
  }

  std::vector<std::pair<std::string, std::string>> pages_, xobjects_;
  std::vector<std::string> objects_;
  std::string trailer_, resources_, catalog_;
};

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_READ_PDF_MAKER_H_
