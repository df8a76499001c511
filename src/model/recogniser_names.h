#ifndef TABULARIUM_MODEL_RECOGNISER_NAMES_H_
#define TABULARIUM_MODEL_RECOGNISER_NAMES_H_

#include <string_view>

#include "model/document.h"

namespace tabularium {

// What recognisers are called in files, by Recogniser.
inline constexpr std::string_view kRecogniserNames[] = {"chi_sim", "HanS", "eng", "small-one", "small-two", "vocabulary", "shapes"};

static_assert(sizeof(kRecogniserNames) / sizeof(kRecogniserNames[0]) == static_cast<size_t>(Recogniser::kShapes) + 1);

constexpr std::string_view NameOf(Recogniser by) { return kRecogniserNames[static_cast<size_t>(by)]; }

// A name that is none of these is some other recogniser's.
constexpr Recogniser RecogniserNamed(std::string_view name) {
  for (size_t i = 0; i < sizeof(kRecogniserNames) / sizeof(kRecogniserNames[0]); ++i)
    if (kRecogniserNames[i] == name) return static_cast<Recogniser>(i);
  return Recogniser::kChinese;
}

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_RECOGNISER_NAMES_H_
