// Every table is a range of bytes that is written and viewed by the same list. Tested by lexicon_test.cc.
#include "compile/lexicon_image.h"

#include <cstring>
#include <type_traits>

namespace tabularium {
namespace {

constexpr size_t kAligned = 8;

// Each table of a lexicon, in the order of the image.
template <class Lexicon, class Visit>
void ForEachTable(Lexicon& lexicon, Visit visit) {
  visit(lexicon.terms);
  visit(lexicon.nodes);
  visit(lexicon.pairs);
  visit(lexicon.pair_bits);
  visit(lexicon.triple_bits);
  visit(lexicon.misspellings);
  visit(lexicon.misspelt_begins);
  visit(lexicon.known_begins);
  visit(lexicon.known);
  visit(lexicon.variants);
  visit(lexicon.allowed);
  visit(lexicon.meanings);
  visit(lexicon.letters);
  visit(lexicon.alone);
  visit(lexicon.latin);
}
constexpr size_t kTables = 15;

struct Head {
  struct Table {
    uint64_t begin = 0, count = 0;  // bytes of the image; elements
  } tables[kTables];
  uint32_t sounds = 0, longest_known = 0;
};

}  // namespace

std::string PackLexicon(const Lexicon& lexicon) {
  Head head;
  head.sounds = lexicon.sounds;
  head.longest_known = lexicon.longest_known;
  std::string image(sizeof(Head), '\0');
  size_t i = 0;
  ForEachTable(lexicon, [&](const auto& table) {
    static_assert(std::has_unique_object_representations_v<std::remove_cvref_t<decltype(table[0])>>);  // no bytes between members
    head.tables[i++] = {image.size(), table.size()};
    image.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(table[0]));
    image.resize((image.size() + kAligned - 1) / kAligned * kAligned);
  });
  std::memcpy(image.data(), &head, sizeof head);
  return image;
}

Lexicon ViewLexicon(std::string_view image) {
  Head head;
  std::memcpy(&head, image.data(), sizeof head);
  Lexicon lexicon;
  lexicon.sounds = head.sounds;
  lexicon.longest_known = head.longest_known;
  size_t i = 0;
  ForEachTable(lexicon, [&](auto& table) {
    using Element = std::remove_cvref_t<decltype(table[0])>;
    const Head::Table& at = head.tables[i++];
    table = {reinterpret_cast<const Element*>(image.data() + at.begin), static_cast<size_t>(at.count)};
  });
  return lexicon;
}

}  // namespace tabularium
