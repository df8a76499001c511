// Wordings in tables, tests on keys. Tested by furniture_test.cc.
#include "text/furniture.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "model/grid.h"
#include "model/unit.h"
#include "text/key.h"
#include "text/shape.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kLongestLine = 120;  // bytes; a longer line is no page number or stamp

constexpr std::string_view kStampBeginnings[] = {
    "打印时间", "打印日期", "打印人", "制表时间", "制表日期", "制表人", "导出时间", "导出日期", "生成时间", "生成日期", "下载时间",
    "系统生成", "打印机构", "printedon", "printdate", "generatedon", "续表", "续上表", "接上页", "转下页", "见下页", "ombapproval", "ombnumber",
    "standardform", "previousedition", "prescribedbyomb", "authorizedforlocalreproduction", "页码",
    "扫描全能王", "此页无正文", "以下空白", "以下无正文",
};
constexpr std::string_view kSignatureBeginnings[] = {
    "填报人", "填表人", "经办人", "审核人", "复核人", "联系人", "联系电话", "填报日期", "填表日期", "报送日期", "单位负责人", "部门负责人",
    "财务负责人", "负责人签字", "单位盖章", "单位公章",
};
constexpr std::string_view kWholeLines[] = {"盖章", "公章", "签章", "签字盖章", "续", "续上页", "续前页", "接前页", "上接", "下转", "continued", "cont"};
constexpr std::string_view kNoteBeginnings[] = {"注", "备注", "说明", "填报说明", "填表说明", "附注", "附件", "note", "instructions"};
constexpr std::string_view kPageWords[] = {"第", "页", "共", "page", "of", "/", "-", "~", "—", "–", "－", "·"};
constexpr std::string_view kYearCaptions[] = {"预算年度", "申报年度", "填报年度", "财政年度", "会计年度", "项目年度", "所属年度", "年度", "年份"};
// Keys of remarks for the applicant; a number of letters is told by HintOfLength.
constexpr std::string_view kHints[] = {
    "必填", "必填项", "选填", "全称", "填全称", "填写全称", "单位全称", "公章", "盖章", "签章", "签字", "签名", "加盖公章", "单位公章",
    "含单位", "逐条填写", "年/月/日", "年月日", "格式年月日", "请填写", "请选择", "请注明", "单选", "多选", "可多选", "下拉选择",
    "大写", "小写", "自动生成", "系统生成", "不可修改", "与预算一致", "与批复一致", "见填报说明",
};
constexpr size_t kLongestHint = 48;  // bytes between the brackets
constexpr std::string_view kCaptionBeginnings[] = {"金额单位", "计量单位", "货币单位", "资金单位", "单位", "unit"};

}  // namespace

namespace {

// 2024/03/01 14:22 in a short line: when it was printed, whatever words stand beside it.
bool HasDateAndTime(std::string_view text) {
  constexpr size_t kLongestStamp = 90, kDateDigits = 8;  // bytes; of date and time together at least
  if (text.size() > kLongestStamp) return false;
  auto digit = [&](size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  size_t digits = 0;
  bool time = false;
  for (size_t i = 0; i < text.size(); ++i) {
    digits += digit(i);
    time |= text[i] == ':' && i > 0 && digit(i - 1) && digit(i + 1) && digit(i + 2);
  }
  return time && digits >= kDateDigits + 3;
}

}  // namespace

bool LooksLikePageNumber(std::string_view text) {
  constexpr size_t kMostDigits = 3;
  return !text.empty() && text.size() <= kMostDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool BeginsSignature(std::string_view text) {
  if (text.size() > kLongestLine) return false;
  const std::string key = Key(text);
  const bool colon = text.find(':') != text.npos || text.find("：") != text.npos;
  return std::any_of(std::begin(kSignatureBeginnings), std::end(kSignatureBeginnings), [&](std::string_view beginning) {
    return key == beginning || (colon && key.starts_with(beginning));
  });
}

bool LooksLikeFurniture(std::string_view text) {
  if (text.size() > kLongestLine) return false;
  if (HasDateAndTime(text)) return true;
  std::string key = Key(text);
  auto begins = [&](std::string_view beginning) { return key.starts_with(beginning); };
  if (std::any_of(std::begin(kStampBeginnings), std::end(kStampBeginnings), begins)) return true;
  if (std::any_of(std::begin(kSignatureBeginnings), std::end(kSignatureBeginnings), begins)) return true;
  for (std::string_view line : kWholeLines)
    if (key == line) return true;
  if (ShapesOf(text) & kLooksDate) return false;
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

namespace {

// 500字内, 不超过300字, 限450字以内
bool HintOfLength(std::string_view key) {
  bool digits = false;
  for (char c : key) digits |= c >= '0' && c <= '9';
  for (std::string_view end : {"字", "字内", "字以内", "字之内", "字左右", "个字", "个字以内"})
    if (digits && key.ends_with(end)) return true;
  return false;
}

size_t SkipBlanks(std::string_view text, size_t at, bool* colon) {
  while (at < text.size()) {
    size_t next = at;
    char32_t c = NextLetter(text, next);
    bool is_colon = !*colon && (c == ':' || c == 0xFF1A);
    if (!is_colon && !IsSpace(c) && !IsInvisible(c)) break;
    *colon |= is_colon;
    at = next;
  }
  return at;
}

}  // namespace

size_t HintAtFront(std::string_view text) {
  if (text.empty() || (text[0] != '(' && text[0] != '[' && text[0] != '\xEF' && text[0] != '\xE3')) return 0;
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}};
  for (auto [open, close] : kBrackets) {
    if (!text.starts_with(open)) continue;
    std::string_view rest = text.substr(open.size(), kLongestHint);
    size_t end = std::string_view::npos, width = 0;
    for (auto [other, closing] : kBrackets)
      if (size_t at = rest.find(closing); at < end) end = at, width = closing.size();
    if (end == std::string_view::npos) return 0;
    const std::string key = Key(rest.substr(0, end));
    bool hint = HintOfLength(key);
    for (std::string_view known : kHints) hint |= key == known;
    bool colon = false;
    return hint ? SkipBlanks(text, open.size() + end + width, &colon) : 0;
  }
  return 0;
}

size_t YearCaptionOf(std::string_view key) {
  for (std::string_view caption : kYearCaptions)
    if (key.starts_with(caption)) return caption.size();
  return 0;
}

bool LooksLikeYearLine(std::string_view text) {
  if (text.size() > kLongestLine) return false;
  std::string key = Key(text);
  size_t caption = YearCaptionOf(key);
  std::string_view rest = std::string_view(key).substr(caption);
  size_t digits = 0;
  while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
  if (digits != 4 || (rest.substr(0, 2) != "19" && rest.substr(0, 2) != "20")) return false;
  rest.remove_prefix(digits);
  return rest == "年" || rest == "年度" || (rest.empty() && caption > 0);
}

size_t YearAtEnd(std::string_view text) {
  constexpr size_t kLongestYear = 40;  // bytes
  const size_t first = text.size() > kLongestYear ? text.size() - kLongestYear : 0;
  size_t begin = std::string_view::npos;
  for (size_t at = text.size(); at-- > first;) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    if (LooksLikeYearLine(text.substr(at))) begin = at;
  }
  return begin;
}

bool LooksLikeNote(std::string_view text) {
  std::string key = Key(text.substr(0, std::min(text.size(), kLongestLine)));
  for (std::string_view beginning : kNoteBeginnings)
    if (key.starts_with(beginning)) return true;
  return false;
}

bool IsNoteHeading(std::string_view text) {
  constexpr size_t kLongestHeading = 24;  // bytes
  if (text.size() > kLongestHeading) return false;
  std::string key = Key(text);
  return std::find(std::begin(kNoteBeginnings), std::end(kNoteBeginnings), key) != std::end(kNoteBeginnings);
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
