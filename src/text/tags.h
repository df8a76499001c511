#ifndef TABULARIUM_TEXT_TAGS_H_
#define TABULARIUM_TEXT_TAGS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tabularium {

// What becomes of an element's tags. kInline leaves no trace, kBlock and kBreak end a paragraph,
// kDropped goes with its content, kComplex asks for an HTML parser.
enum class TagKind : uint8_t { kUnknown, kInline, kBlock, kBreak, kDropped, kComplex };

// A tag, comment or declaration.
struct Tag {
  TagKind kind = TagKind::kUnknown;
  std::string_view name;  // empty: a comment or declaration
  bool closing = false;
  bool paragraph = false;  // p or br without attributes
  size_t end = 0;          // behind its '>', or the end of the text where it is not closed
};

// Reads the tag that begins at s[i], which is '<'. False where it is text: `<3天`, `<90%`, `<A级`,
// `<项目名称>`, and names that no HTML element bears. Tags may lack their end: one that another tag
// or the end of the text cuts off is a tag all the same, unless Han letters stand in it outside an
// attribute's value.
bool ScanTag(std::string_view s, size_t i, Tag* tag);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_TAGS_H_
