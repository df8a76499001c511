// Tested by pdf_test.cc.
#include "read/page_troubles.h"

#include <fmt/format.h>

#include <algorithm>

namespace tabularium {

void Say(FlagCode code, Severity severity, std::string message, Page* page) {
  page->troubles.push_back({code, severity, fmt::format("page {}: {}", page->number, message), {}});
}

void SayWhatLettersLack(const PageInk& ink, bool no_language, Page* page) {
  size_t letters = ink.glyphs.size();
  float area = page->width * page->height, pictures = 0;
  for (const Box& image : page->images) pictures += (image.x1 - image.x0) * (image.y1 - image.y0);
  constexpr float kPicture = 0.3f, kScanned = 0.6f;  // of the page
  if (no_language)
    Say(FlagCode::kIllegible, Severity::kWrong,
        "a font names letters by a table that is not installed (package poppler-data); they are not read", page);
  page->only_seen = letters == 0 && pictures > kPicture * area;
  const bool hidden = std::all_of(page->glyphs.begin(), page->glyphs.end(), [](const Glyph& g) { return g.invisible; });
  page->only_seen |= letters > 0 && hidden && pictures > kScanned * area;
  if (page->only_seen && letters == 0)
    Say(FlagCode::kIllegible, Severity::kWrong, "it is an image without a text layer; nothing was read", page);
  constexpr uint32_t kTolerated = 20;  // one letter in so many may be a bullet that no font explains
  page->only_seen |= ink.unreadable * kTolerated > letters;
  if (ink.unreadable * kTolerated > letters)
    Say(FlagCode::kTextLayerUntrusted, Severity::kWrong,
        fmt::format("{} of {} letters are in fonts that don't say what they mean; U+FFFD stands for them",
                    ink.unreadable, letters),
        page);
  else if (ink.guessed * kTolerated > letters)
    Say(FlagCode::kTextLayerUntrusted, Severity::kSuspicious,
        fmt::format("{} of {} letters are in fonts that don't say what they mean; they are guessed", ink.guessed, letters),
        page);
  else if (ink.private_use * kTolerated > letters)
    Say(FlagCode::kTextLayerUntrusted, Severity::kSuspicious,
        fmt::format("{} of {} letters have no public meaning", ink.private_use, letters), page);
  if (ink.aslant_letters > 0)
    Say(FlagCode::kLeftover, Severity::kNote, fmt::format("set aslant and left out: “{}”", ink.aslant), page);
}

}  // namespace tabularium
