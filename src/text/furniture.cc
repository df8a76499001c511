// Wordings in tables, tests on keys. Tested by furniture_test.cc.
#include "text/furniture.h"

#include <algorithm>
#include <string>
#include <vector>

#include "model/unit.h"
#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kLongestLine = 120;  // bytes; a longer line is no page number or stamp

constexpr std::string_view kStampBeginnings[] = {
    "打印时间", "打印日期", "打印人", "制表时间", "制表日期", "制表人", "导出时间", "导出日期", "生成时间", "生成日期", "下载时间",
    "系统生成", "打印机构", "printedon", "printdate", "generatedon", "续表", "接上页", "转下页", "见下页", "ombapproval", "页码",
    "扫描全能王", "此页无正文", "以下空白", "以下无正文",
};
constexpr std::string_view kWholeLines[] = {"续", "续上页", "续前页", "接前页", "上接", "下转", "continued", "cont"};
constexpr std::string_view kNoteBeginnings[] = {"注", "备注", "说明", "填报说明", "填表说明", "附注", "附件", "note", "instructions"};
constexpr std::string_view kPageWords[] = {"第", "页", "共", "page", "of", "/", "-", "~", "—", "–", "－", "·"};
constexpr std::string_view kCaptionBeginnings[] = {"金额单位", "计量单位", "货币单位", "资金单位", "单位", "unit"};

}  // namespace

bool LooksLikeFurniture(std::string_view text) {
  if (text.size() > kLongestLine) return false;
  std::string key = Key(text);
  for (std::string_view beginning : kStampBeginnings)
    if (key.starts_with(beginning)) return true;
  for (std::string_view line : kWholeLines)
    if (key == line) return true;
  std::string_view rest = key;
  bool digits = false, words = false;
  while (!rest.empty()) {
    if (rest[0] >= '0' && rest[0] <= '9') {
      digits = true;
      rest.remove_prefix(1);
      continue;
    }
    bool found = false;
    for (std::string_view word : kPageWords) {
      if (!rest.starts_with(word)) continue;
      rest.remove_prefix(word.size());
      found = words = true;
      break;
    }
    if (!found) return false;
  }
  return digits && words;
}

bool LooksLikeNote(std::string_view text) {
  std::string key = Key(text.substr(0, std::min(text.size(), kLongestLine)));
  for (std::string_view beginning : kNoteBeginnings)
    if (key.starts_with(beginning)) return true;
  return false;
}

CaptionUnit UnitOfCaption(std::string_view text) {
  if (text.size() > kLongestLine) return {};
  std::string key;
  std::vector<uint32_t> places;
  KeyWithPlaces(text, &key, &places);
  for (std::string_view beginning : kCaptionBeginnings) {
    if (!key.starts_with(beginning)) continue;
    std::string_view unit = std::string_view(key).substr(beginning.size());
    if (FindMoneyUnit(unit)) return {places[beginning.size()], places.back()};
  }
  return {};
}

}  // namespace tabularium
