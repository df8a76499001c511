// A table of names, and a scan that forgives what browsers forgive. Tested by markup_test.cc.
#include "text/tags.h"

#include <algorithm>

namespace tabularium {
namespace {

struct TagName {
  std::string_view name;
  TagKind kind;
};

constexpr TagName kTags[] = {
    {"p", TagKind::kBlock},          {"br", TagKind::kBreak},
    {"span", TagKind::kInline},      {"div", TagKind::kBlock},
    {"li", TagKind::kBlock},         {"ul", TagKind::kBlock},
    {"ol", TagKind::kBlock},         {"b", TagKind::kInline},
    {"strong", TagKind::kInline},    {"i", TagKind::kInline},
    {"em", TagKind::kInline},        {"u", TagKind::kInline},
    {"s", TagKind::kInline},         {"font", TagKind::kInline},
    {"sub", TagKind::kInline},       {"sup", TagKind::kInline},
    {"a", TagKind::kInline},         {"h1", TagKind::kBlock},
    {"h2", TagKind::kBlock},         {"h3", TagKind::kBlock},
    {"h4", TagKind::kBlock},         {"h5", TagKind::kBlock},
    {"h6", TagKind::kBlock},         {"hr", TagKind::kBreak},
    {"wbr", TagKind::kInline},       {"del", TagKind::kInline},
    {"ins", TagKind::kInline},       {"small", TagKind::kInline},
    {"big", TagKind::kInline},       {"mark", TagKind::kInline},
    {"strike", TagKind::kInline},    {"label", TagKind::kInline},
    {"code", TagKind::kInline},      {"section", TagKind::kBlock},
    {"article", TagKind::kBlock},    {"center", TagKind::kBlock},
    {"blockquote", TagKind::kBlock}, {"script", TagKind::kDropped},
    {"style", TagKind::kDropped},    {"head", TagKind::kComplex},
    {"html", TagKind::kComplex},     {"body", TagKind::kComplex},
    {"title", TagKind::kComplex},    {"meta", TagKind::kComplex},
    {"link", TagKind::kComplex},     {"table", TagKind::kComplex},
    {"thead", TagKind::kComplex},    {"tbody", TagKind::kComplex},
    {"tfoot", TagKind::kComplex},    {"tr", TagKind::kComplex},
    {"td", TagKind::kComplex},       {"th", TagKind::kComplex},
    {"caption", TagKind::kComplex},  {"colgroup", TagKind::kComplex},
    {"col", TagKind::kComplex},      {"img", TagKind::kComplex},
    {"pre", TagKind::kComplex},      {"textarea", TagKind::kComplex},
    {"input", TagKind::kComplex},    {"select", TagKind::kComplex},
    {"option", TagKind::kComplex},   {"button", TagKind::kComplex},
    {"form", TagKind::kComplex},     {"iframe", TagKind::kComplex},
    {"object", TagKind::kComplex},   {"noscript", TagKind::kComplex},
    {"svg", TagKind::kComplex},      {"math", TagKind::kComplex},
    {"xml", TagKind::kComplex},      {"dl", TagKind::kComplex},
    {"dt", TagKind::kComplex},       {"dd", TagKind::kComplex},
    {"template", TagKind::kComplex}, {"video", TagKind::kComplex},
    {"audio", TagKind::kComplex},
};

bool IsLetter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
bool IsBlank(char c) { return c == ' ' || (c >= 9 && c <= 13); }
bool IsNameByte(char c) { return IsLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-'; }

bool SameName(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() &&
         std::equal(name.begin(), name.end(), lower.begin(),
                    [](char a, char b) { return (IsLetter(a) ? a | 32 : a) == b; });
}

// Names of other name spaces (<o:p>, <st1:place>) are dropped like inline tags.
TagKind KindOf(std::string_view name) {
  for (const TagName& tag : kTags)
    if (SameName(name, tag.name)) return tag.kind;
  return name.find(':') != std::string_view::npos ? TagKind::kInline : TagKind::kUnknown;
}

// "<!-- … -->", "<!DOCTYPE …>", "<![endif]-->", "<?xml … ?>".
bool ScanDeclaration(std::string_view s, size_t i, Tag* tag) {
  if (i + 2 >= s.size()) return false;
  if (s[i + 1] == '?' && !IsLetter(s[i + 2])) return false;
  bool comment = s.substr(i, 4) == "<!--";
  bool known = comment || s[i + 1] == '?' || s[i + 2] == '[' || IsLetter(s[i + 2]);
  if (!known) return false;
  std::string_view end = comment ? "-->" : ">", again = comment ? "<!--" : "<";
  size_t close =
      i + 2;  // to its end, or to where another one begins: scans of unclosed ones stay linear
  while (close < s.size() && s.substr(close, end.size()) != end) {
    if (s.substr(close, again.size()) == again) return false;
    ++close;
  }
  if (close >= s.size()) return false;
  tag->kind = TagKind::kInline;
  tag->end = close + end.size();
  return true;
}

// From the end of a tag's name to behind its '>'. False where Han letters stand outside an
// attribute's value: prose.
bool ScanAttributes(std::string_view s, size_t i, Tag* tag) {
  char quote = 0;
  bool value = false;
  size_t lone = std::string_view::npos;  // an opening quotation mark without its partner
  for (; i < s.size() && (quote || s[i] != '>'); ++i) {
    if (quote) {
      if (s[i] == quote) quote = 0;
      continue;
    }
    if (s[i] == '<') break;  // never closed: what follows is another tag
    if (static_cast<signed char>(s[i]) < 0 && !value) return false;
    if (s[i] == '"' || s[i] == '\'') quote = s[i], lone = i;
    value = s[i] == '=' || (value && !IsBlank(s[i]));
    tag->paragraph &= s[i] == '/' || IsBlank(s[i]);
  }
  if (quote) i = std::min(s.find('>', lone), s.size());
  tag->end = i < s.size() && s[i] == '>' ? i + 1 : i;
  return true;
}

}  // namespace

bool ScanTag(std::string_view s, size_t i, Tag* tag) {
  *tag = Tag();
  if (i + 1 >= s.size()) return false;
  if (s[i + 1] == '!' || s[i + 1] == '?') return ScanDeclaration(s, i, tag);
  tag->closing = s[i + 1] == '/';
  size_t begin = i + 1 + tag->closing, end = begin;
  if (begin >= s.size() || !IsLetter(s[begin])) return false;
  while (end < s.size() && IsNameByte(s[end])) ++end;
  tag->name = s.substr(begin, end - begin);
  bool ends = end == s.size() || s[end] == '>' || s[end] == '/' || IsBlank(s[end]);
  if (!ends) return false;
  tag->kind = KindOf(tag->name);
  if (tag->kind == TagKind::kUnknown) return false;
  tag->paragraph = SameName(tag->name, "p") || SameName(tag->name, "br");
  return ScanAttributes(s, end, tag);
}

}  // namespace tabularium
