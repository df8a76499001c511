// Says of every page of every picture what MakeSheet finds, one JSON object a line, for tools/scanning/score_cells:
// sheet_cells PICTURE… ; with --draw FOLDER before them it writes each sheet with its spots too.
#include <ctime>
#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <leptonica/allheaders.h>

#include "read/scan/sheet.h"

namespace {

using namespace tabularium;

void Draw(const ScanSheet& sheet, const std::string& path) {
  PixPtr page(pixConvertTo32(sheet.grey.get()));
  const float scale = sheet.dots / 72;
  for (const Ruling& r : sheet.rulings)
    pixRenderLineArb(page.get(), static_cast<int>(r.box.x0 * scale), static_cast<int>(r.box.y0 * scale), static_cast<int>(r.box.x1 * scale),
                     static_cast<int>(r.box.y1 * scale), 3, 0, 160, 0);
  for (const SheetSpot& s : sheet.spots) {
    BOX* box = boxCreate(s.box.x, s.box.y, s.box.width, s.box.height);
    pixRenderBoxArb(page.get(), box, 2, s.cell ? 230 : 0, s.empty ? 180 : 0, s.upright ? 60 : 255);
    boxDestroy(&box);
  }
  for (const Seal& seal : sheet.seals) {
    const PixelBox& s = seal.box;
    BOX* box = boxCreate(s.x, s.y, s.width, s.height);
    pixRenderBoxArb(page.get(), box, 4, 255, 128, 0);
    boxDestroy(&box);
  }
  pixWrite(path.c_str(), page.get(), IFF_PNG);
}

void Tell(const std::string& file, int number, Pix* picture, const std::string& folder) {
  const clock_t before = clock();
  ScanSheet sheet = MakeSheet(picture, static_cast<float>(pixGetXRes(picture)));
  const double ms = 1000.0 * static_cast<double>(clock() - before) / CLOCKS_PER_SEC;
  std::string cells;
  for (const SheetSpot& s : sheet.spots)
    if (s.cell) cells += fmt::format("{}[{}, {}, {}, {}]", cells.empty() ? "" : ", ", s.box.x, s.box.y, s.box.x + s.box.width, s.box.y + s.box.height);
  fmt::print("{{\"file\": \"{}\", \"page\": {}, \"dots\": {:.1f}, \"turns\": {}, \"spots\": {}, \"seals\": {}, \"ms\": {:.1f}, \"cells\": [{}]}}\n", file,
             number, sheet.dots, sheet.turns, sheet.spots.size(), sheet.seals.size(), ms, cells);
  if (!folder.empty()) Draw(sheet, fmt::format("{}/{}_{}.png", folder, file, number));
}

}  // namespace

int main(int argc, char** argv) {
  std::string folder;
  setMsgSeverity(L_SEVERITY_NONE);
  for (int i = 1; i < argc; ++i) {
    const std::string path = argv[i], name = std::filesystem::path(path).filename();
    if (path == "--draw" && i + 1 < argc) {
      folder = argv[++i];
      continue;
    }
    size_t offset = 0;
    const bool many = name.ends_with(".tif");
    for (int number = 1; number == 1 || (many && offset > 0); ++number) {
      PixPtr picture(many ? pixReadFromMultipageTiff(path.c_str(), &offset) : pixRead(path.c_str()));
      if (picture) Tell(name, number, picture.get(), folder);
    }
  }
}
