// The only file that knows Tesseract. Tested by recognise_test.cc.
#include "read/scan/tesseract.h"

#include <fmt/format.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <string>
#include <utility>

extern "C" void omp_set_max_active_levels(int levels);  // of the OpenMP runtime that Tesseract was built with

namespace tabularium {
namespace {

using tesseract::PageSegMode;

constexpr int kDots = 300;  // what Tesseract is told of every crop: it only wants no guess of its own

std::unique_ptr<tesseract::TessBaseAPI> MakeApi() {
  auto api = std::make_unique<tesseract::TessBaseAPI>();
  api->SetVariable("debug_file", "/dev/null");  // what goes wrong is said by us
  return api;
}

PageSegMode ModeOf(TesseractModel::Layout layout) {
  switch (layout) {
    case TesseractModel::Layout::kLine: return tesseract::PSM_SINGLE_LINE;
    case TesseractModel::Layout::kWord: return tesseract::PSM_SINGLE_WORD;
    case TesseractModel::Layout::kBlock: return tesseract::PSM_SINGLE_BLOCK;
    case TesseractModel::Layout::kRaw: return tesseract::PSM_RAW_LINE;
  }
  return tesseract::PSM_SINGLE_BLOCK;
}

}  // namespace

TesseractModel::TesseractModel(std::unique_ptr<tesseract::TessBaseAPI> api, Recogniser by)
    : api_(std::move(api)), by_(by) {}
TesseractModel::~TesseractModel() = default;

Result<std::unique_ptr<TesseractModel>> TesseractModel::Installed(const char* language, const char* package, Recogniser by) {
  auto api = MakeApi();
  if (api->Init(nullptr, language, tesseract::OEM_LSTM_ONLY) == 0)
    return std::unique_ptr<TesseractModel>(new TesseractModel(std::move(api), by));
  return Error{"unreadable", fmt::format("scans are read with Tesseract's model \"{}\", which is missing; install the package "
                                         "tesseract-ocr-{}", language, package), {}};
}

Result<std::unique_ptr<TesseractModel>> TesseractModel::Embedded(std::string_view bytes, const char* language, Recogniser by) {
  if (bytes.empty()) return std::unique_ptr<TesseractModel>();
  auto api = MakeApi();
  if (api->Init(bytes.data(), static_cast<int>(bytes.size()), language, tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr,
                false, nullptr) == 0)
    return std::unique_ptr<TesseractModel>(new TesseractModel(std::move(api), by));
  return Error{"unreadable", fmt::format("Tesseract cannot use our model \"{}\"; build the program again", language), {}};
}

SeenText TesseractModel::Read(Pix* picture, Layout layout) {
  // Threads of its own cost Tesseract five times the work of one (8.7 against 1.7 CPU seconds a page); its pages are parallel
  // already. The variable OMP_THREAD_LIMIT would be read too early for a program to set it. Each thread has its own levels.
  omp_set_max_active_levels(0);
  SeenText seen{by_, {}};
  api_->SetPageSegMode(ModeOf(layout));
  api_->SetImage(picture);
  api_->SetSourceResolution(kDots);
  if (api_->Recognize(nullptr) != 0) return seen;
  std::unique_ptr<tesseract::ResultIterator> it(api_->GetIterator());
  if (!it) return seen;
  int line = -1;
  do {
    if (it->Empty(tesseract::RIL_SYMBOL)) continue;
    if (it->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) ++line;
    std::unique_ptr<char[]> text(it->GetUTF8Text(tesseract::RIL_SYMBOL));
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    if (!text || !*text.get() || !it->BoundingBox(tesseract::RIL_SYMBOL, &x0, &y0, &x1, &y1)) continue;
    const bool blank = it->IsAtBeginningOf(tesseract::RIL_WORD) && !it->IsAtBeginningOf(tesseract::RIL_TEXTLINE);
    seen.letters.push_back({text.get(), {x0, y0, x1 - x0, y1 - y0}, it->Confidence(tesseract::RIL_SYMBOL) / 100, std::max(line, 0), blank});
  } while (it->Next(tesseract::RIL_SYMBOL));
  return seen;
}

}  // namespace tabularium
