#ifndef TABULARIUM_TEXT_FURNITURE_H_
#define TABULARIUM_TEXT_FURNITURE_H_

#include <cstdint>
#include <string_view>

namespace tabularium {

// What stands on a page besides its content, in any form: page numbers ("— 12 —", "第 2 页 共 5 页", "Page 3 of 7"), printing
// stamps ("打印时间：2023-01-05 10:22"), "续表". Short lines only.
bool LooksLikeFurniture(std::string_view text);

// A note to the form: "注：…", "备注", "填报说明".
bool LooksLikeNote(std::string_view text);

// The unit that a caption names for the amounts below it: "单位：万元", "(金额单位：元)". `end` 0: it is no such caption.
struct CaptionUnit { uint32_t begin = 0, end = 0; };  // bytes of the text
CaptionUnit UnitOfCaption(std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_FURNITURE_H_
