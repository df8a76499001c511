#ifndef TABULARIUM_FORGE_WORDS_H_
#define TABULARIUM_FORGE_WORDS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dice.h"
#include "model/form.h"

namespace tabularium {

// What invented declarations of one language speak of, read from a .words file:
//   list PLACE                    one entry a line; {place} elsewhere stands for one of them
//   phrases TYPE [NAME…]          what a slot of that type may say, one a line; NAMEs (with * at an
//   end) choose
//                                 sections by the slot's name, a section without names is for all
//                                 others
//   sentences TYPE [NAME…]        the same, but several lines make one value
// In a line, {3-40} is a number of that range, {a|b} one of several wordings. # begins a comment.
class WordLists {
 public:
  // Complaints go to *wrong, one a line; empty: all is well.
  static WordLists Parse(std::string_view text, std::string* wrong);

  // Something that such a slot may say; empty where no section fits.
  std::string Say(Type type, std::string_view name, Dice* dice) const;

 private:
  struct Section {
    std::string type;
    std::vector<std::string> names;
    bool sentences = false;
    std::vector<std::string> lines;
  };
  std::string Fill(std::string_view pattern, Dice* dice, int depth) const;

  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
  std::vector<Section> sections_;
};

}  // namespace tabularium

#endif  // TABULARIUM_FORGE_WORDS_H_
