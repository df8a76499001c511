#ifndef TABULARIUM_READ_INK_SHAPES_H_
#define TABULARIUM_READ_INK_SHAPES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/limits.h"
#include "read/guard.h"
#include "read/ink.h"

namespace tabularium {

// A point of an outline as displayed; `curved`: no straight line leads to it.
struct OutlinePoint {
  float x = 0, y = 0;
  bool curved = false;
};

// Of an area: what is drawn on dark ones may show its edges, what is white shows on others only.
enum class Tone : uint8_t { kWhite, kLight, kDark };

inline constexpr int kMostOutline = 64;  // points of an outline that is looked at; more make no rule

// What is drawn on a page, told apart: lines, areas, dots that lines are made of, and images. Points, origin top left.
class InkShapes {
 public:
  InkShapes(PageInk* ink, const Limits& limits, Guard* guard) : ink_(ink), limits_(limits), guard_(guard) {}

  // A straight stroke, `half` of its width to each side.
  void AddStroke(OutlinePoint from, OutlinePoint to, float half, const Box& clip, bool broken);
  // The box of an area that is drawn as one, or as one with `inner` cut out of it: then as the four sides of a frame. False: `inner`
  // is no hole in it, nothing was added.
  bool AddFrame(Box outer, Box inner, const Box& clip);
  void AddFilled(Box box, const Box& clip, Tone tone);
  // Light areas on a dark one that leave no more of it than a rule to the next, or on all sides, are cells: what shows of it are their rules.
  // Once for a page, behind all areas.
  void AddRulesOfBackgrounds();
  void AddArea(const Box& box);  // already clipped
  void AddImage(Box box, const Box& clip);

 private:
  void AddLine(Box box, const Box& clip, bool broken);
  bool Count(size_t have);
  bool IsOnPaper(const Box& box) const;
  const Box* DarkUnder(const Box& box) const;

  PageInk* ink_;
  std::vector<Box> dark_;  // areas
  struct Cell {
    Box box, background;
  };
  std::vector<Cell> cells_;  // light areas on dark ones
  const Limits& limits_;
  Guard* guard_;
};

// Of an outline with four straight sides along the axes, or one thin enough that its shape doesn't matter; else nothing.
std::optional<Box> BoxOf(std::span<const OutlinePoint> outline);

}  // namespace tabularium

#endif  // TABULARIUM_READ_INK_SHAPES_H_
