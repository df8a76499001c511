// Plain tags are dropped in one scan; a cell with a table, a script or an unknown construct goes to
// gumbo, whose tree is walked into the same writer. Tested by markup_test.cc.
#include "text/markup.h"

#include <gumbo.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include "text/blocks.h"
#include "text/entities.h"
#include "text/tags.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// The next byte at or behind i that is as asked for, or the end. `among`: which of sixteen bytes are so.
template <class Among, class Is>
size_t NextOf(std::string_view s, size_t i, const Among& among, const Is& is) {
  for (; i + kBlockBytes <= s.size(); i += kBlockBytes)
    if (const size_t at = FirstOf(among(BlockAt(s, i))); at < kBlockBytes) return i + at;
  while (i < s.size() && !is(static_cast<unsigned char>(s[i]))) ++i;
  return i;
}

// The next '<' or '&' at or behind i, or the end. (find_first_of calls memchr for every byte.)
size_t NextMark(std::string_view s, size_t i) {
  return NextOf(s, i, [](Block b) { return Equal(b, '<') | Equal(b, '&'); }, [](unsigned char c) { return c == '<' || c == '&'; });
}

// The next byte at or behind i that is not shown as it is: white space (U+00A0 begins with C2), or what begins a tag or an entity.
size_t NextNotShown(std::string_view s, size_t i) {
  auto among = [](Block b) { return reinterpret_cast<Block>(b <= Every(' ')) | Equal(b, '<') | Equal(b, '&') | Equal(b, 0xC2); };
  return NextOf(s, i, among, [](unsigned char c) { return c <= ' ' || c == '<' || c == '&' || c == 0xC2; });
}

// Writes text as browsers show it.
class Shown {
 public:
  explicit Shown(size_t most_bytes) { out_.reserve(most_bytes); }
  // REQUIRES: c is a Unicode scalar value.
  void Put(char32_t c) {
    if (c == ' ' || (c >= 9 && c <= 13)) {
      space_ = true;
      wrap_ |= c == '\n' || c == '\r';
      return;
    }
    if (c == 0xA0) c = ' ';
    if (space_ && !begins_) {
      bool han = wrap_ && IsWide(last_) && IsWide(c);
      if (!han) out_.push_back(' ');
    }
    space_ = wrap_ = false;
    if (begins_ && c == ' ') return;  // indentation
    begins_ = false;
    last_ = c;
    AppendLetter(c, &out_);
  }
  // A run of bytes that are shown as they are.
  void PutRun(std::string_view run) {
    size_t i = 0;
    if (space_ || begins_) Put(NextLetter(run, i));
    if (i == run.size()) return;
    out_.append(run, i);
    size_t at = run.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(run[at]) & 0xC0) == 0x80) --at;
    last_ = NextLetter(run, at);
  }
  void Break() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    if (!out_.empty() && out_.back() != '\n') out_.push_back('\n');
    begins_ = true;
    space_ = wrap_ = false;
  }
  std::string Take() {
    while (!out_.empty() && (out_.back() == '\n' || out_.back() == ' ')) out_.pop_back();
    return std::move(out_);
  }

 private:
  static bool IsWide(char32_t c) {
    return IsHan(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
  }
  std::string out_;
  char32_t last_ = 0;
  bool begins_ = true, space_ = false, wrap_ = false;
};

struct Survey {
  bool tags = false, complex = false, script = false, styled = false, entities = false;
  int depth = 0;  // most elements open at once, void ones counted too
};

Survey Look(std::string_view s) {
  Survey survey;
  int open = 0;
  Tag tag;
  for (size_t i = 0; (i = NextMark(s, i)) < s.size();) {
    char32_t letter;
    if (s[i] == '&') {
      size_t bytes = ScanEntity(s, i, &letter);
      survey.entities |= bytes != 0;
      i += bytes ? bytes : 1;
    } else if (ScanTag(s, i, &tag)) {
      survey.tags = true;
      survey.complex |= tag.kind == TagKind::kComplex || tag.kind == TagKind::kDropped;
      survey.script |= tag.kind == TagKind::kDropped;
      survey.styled |= !tag.paragraph;
      open += tag.closing ? -(open > 0) : tag.kind != TagKind::kBreak && !tag.name.empty();
      survey.depth = std::max(survey.depth, open);
      i = tag.end;
    } else {
      ++i;
    }
  }
  return survey;
}

// Behind the closing tag of a script or style, or the end.
size_t SkipContent(std::string_view s, const Tag& opening) {
  Tag tag;
  for (size_t i = opening.end; (i = s.find("</", i)) != std::string_view::npos; ++i)
    if (ScanTag(s, i, &tag) && tag.closing && tag.kind == TagKind::kDropped &&
        tag.name.size() == opening.name.size())
      return tag.end;
  return s.size();
}

std::string ScanByHand(std::string_view s) {
  Shown shown(s.size());
  Tag tag;
  for (size_t i = 0; i < s.size();) {
    char32_t letter;
    if (s[i] == '<' && ScanTag(s, i, &tag)) {
      bool parts = tag.kind == TagKind::kBlock || tag.kind == TagKind::kBreak ||
                   tag.kind == TagKind::kComplex;
      if (parts) shown.Break();
      i = tag.kind == TagKind::kDropped && !tag.closing ? SkipContent(s, tag) : tag.end;
    } else if (size_t bytes = s[i] == '&' ? ScanEntity(s, i, &letter) : 0; bytes != 0) {
      shown.Put(letter);
      i += bytes;
    } else {
      size_t begin = i;
      i = NextNotShown(s, i);
      if (i > begin) {
        shown.PutRun(s.substr(begin, i - begin));
      } else {
        shown.Put(NextLetter(s, i));
      }
    }
  }
  return shown.Take();
}

// Entities only: everything else stays as written.
std::string Decode(std::string_view s) {
  std::string out;
  for (size_t i = 0; i < s.size();) {
    char32_t letter;
    if (size_t bytes = s[i] == '&' ? ScanEntity(s, i, &letter) : 0; bytes != 0) {
      AppendLetter(letter == 0xA0 ? U' ' : letter, &out);
      i += bytes;
    } else {
      out.push_back(s[i++]);
    }
  }
  return out;
}

bool PartsParagraphs(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_OPTION:
      return true;
    default:
      return false;
  }
}

void PutText(std::string_view text, Shown* shown) {
  for (size_t i = 0; i < text.size();) shown->Put(NextLetter(text, i));
}

// Without recursion: markup that gumbo mends may nest deeper than it was written.
void Walk(const GumboNode* root, Shown* shown) {
  struct Step {
    const GumboNode* node;
    unsigned next;  // child
  };
  std::vector<Step> path{{root, 0}};
  while (!path.empty()) {
    Step& step = path.back();
    const GumboElement& element = step.node->v.element;
    bool parts = PartsParagraphs(element.tag);
    if (step.next == 0 && parts) shown->Break();
    if (step.next == element.children.length) {
      if (parts) shown->Break();
      if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH) shown->Put(' ');
      path.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(element.children.data[step.next++]);
    if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
      GumboTag tag = child->v.element.tag;
      if (tag != GUMBO_TAG_SCRIPT && tag != GUMBO_TAG_STYLE && tag != GUMBO_TAG_HEAD)
        path.push_back({child, 0});
    } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE ||
               child->type == GUMBO_NODE_CDATA) {
      PutText(child->v.text.text, shown);
    }
  }
}

// What gumbo would take for tags but is text (`<A级>`) is escaped for it.
std::string ForGumbo(std::string_view s) {
  std::string out;
  Tag tag;
  for (size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '<' && !ScanTag(s, i, &tag)) {
      out += "&lt;";
    } else if (s[i] != '\0') {
      out.push_back(s[i]);
    }
  }
  return out;
}

std::string ParseByGumbo(std::string_view written) {
  std::string s = ForGumbo(written);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  auto destroy = [&options](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, s.data(), s.size()), destroy);
  Shown shown(s.size());
  Walk(output->root, &shown);
  return shown.Take();
}

Plain StripOnce(std::string_view text, size_t max_bytes, int max_depth) {
  Survey survey = Look(text);
  Plain plain;
  plain.markup = survey.tags || survey.entities;
  plain.script = survey.script;
  plain.styled = survey.styled;
  if (!survey.tags) {
    plain.text = survey.entities ? Decode(text) : std::string(text);
  } else if (!survey.complex) {
    plain.text = ScanByHand(text);
  } else if (text.size() <= max_bytes && survey.depth <= max_depth) {
    plain.text = ParseByGumbo(text);
  } else {
    plain.text = ScanByHand(text);
    plain.damaged = true;
  }
  return plain;
}

}  // namespace

bool HasMarkup(std::string_view text) {
  Tag tag;
  char32_t letter;
  if (text.empty()) return false;
  if (!std::memchr(text.data(), '<', text.size()) && !std::memchr(text.data(), '&', text.size()))
    return false;
  for (size_t i = 0; (i = NextMark(text, i)) < text.size(); ++i)
    if (text[i] == '<' ? ScanTag(text, i, &tag) : ScanEntity(text, i, &letter) != 0) return true;
  return false;
}

Plain StripMarkup(std::string_view text, size_t max_bytes, int max_depth) {
  Plain plain = StripOnce(text, max_bytes, max_depth);
  if (!plain.markup || !HasMarkup(plain.text)) return plain;
  Plain again = StripOnce(plain.text, max_bytes, max_depth);  // what was escaped
  again.markup = true;
  again.script |= plain.script;
  again.styled |= plain.styled;
  again.damaged |= plain.damaged;
  return again;
}

}  // namespace tabularium
