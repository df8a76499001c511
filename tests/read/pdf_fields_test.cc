#include "read/pdf_fields.h"

#include <gtest/gtest.h>

#include <string>

#include "read/pdf.h"
#include "read/pdf_maker.h"

namespace tabularium {
namespace {

struct Field {
  std::string more;           // of its dictionary
  std::string drawn = "";     // what its appearance shows; empty: it has none
  const char* rect = "50 190 250 210";
  bool anew = false;          // programs that show it are to draw it
};

std::string Read(const Field& field) {
  PdfMaker maker;
  maker.Page("", "/Annots [12 0 R]");
  const std::string appearance = field.drawn.empty() ? "" : "/AP << /N 13 0 R >>";
  maker.Object("<< /Type /Annot /Subtype /Widget /Rect [" + std::string(field.rect) + "] /F 4 /T (a) /DA (/F1 10 Tf 0 g) /P 10 0 R " + field.more + appearance + " >>");
  const std::string stream = "BT /F1 10 Tf 2 4 Td (" + field.drawn + ") Tj ET";
  maker.Object("<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 4 0 R >> >> /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream +
               "\nendstream");
  maker.Catalog("/AcroForm << /Fields [12 0 R] /DA (/F1 10 Tf 0 g) /DR << /Font << /F1 4 0 R >> >> " + std::string(field.anew ? "/NeedAppearances true" : "") + " >>");
  const std::string bytes = maker.Make();
  auto file = PdfFile::Open(bytes, "a.pdf", {});
  return file.value()->ReadPage(1).text;
}

TEST(PdfFields, SayWhatWasTypedWhereNobodyDrewIt) {
  EXPECT_EQ(Read({"/FT /Tx /V (1,204.00)"}), "1,204.00");
  EXPECT_EQ(Read({"/FT /Tx /V <FEFF9879 76EE>"}), "项目");
  EXPECT_EQ(Read({"/FT /Tx /V <FEFF9879 76EE>", "", "50 190 250 210", true}), "项目") << "no font has its letters";
  EXPECT_EQ(Read({"/FT /Ch /Ff 131072 /Opt [(new) (old)] /V (old)"}), "old");
  EXPECT_EQ(Read({"/FT /Tx"}), "");
}

TEST(PdfFields, WhatWasDrawnCounts) {
  EXPECT_EQ(Read({"/FT /Tx /V (1204)", "1204"}), "1204") << "once";
  EXPECT_EQ(Read({"/FT /Tx /V (1204)", "1,204.00"}), "1,204.00") << "as a program wrote it";
  EXPECT_EQ(Read({"/FT /Tx /V <FEFF9879 0032 0030>", "20"}), "项20") << "its font lacked a letter";
}

TEST(PdfFields, WhatIsNotToBeSeenIsNot) {
  EXPECT_EQ(Read({"/FT /Tx /Ff 8192 /V (secret)"}), "******");
  EXPECT_EQ(Read({"/FT /Tx /V (hidden) /F 2"}), "");
}

TEST(PdfFields, LinesAreWrapped) {
  EXPECT_EQ(Read({"/FT /Tx /Ff 4096 /V <FEFF 9879 76EE 9879 76EE 0031 0032 0033 9879>", "", "50 150 102 210", true}), "项目项目\n123项");
  EXPECT_EQ(Read({"/FT /Tx /Ff 4096 /V (one two\\nthree)", "", "50 150 350 210"}), "one two\nthree");
}

}  // namespace
}  // namespace tabularium
