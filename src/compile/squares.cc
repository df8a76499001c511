// Squares as the aligner wants them: folded letters with their synonyms, words of the vocabulary,
// slots. Tested by compile_test.cc.

#include <algorithm>

#include "compile/build.h"
#include "compile/vocabulary.h"
#include "text/key.h"

namespace tabularium {
namespace {

class Squares {
 public:
  explicit Squares(Build* build) : build_(build) {}

  void Draw() {
    size_t row = 0;
    for (const DraftPicture& picture : build_->draft->pictures)
      for (const DraftRow& draft : picture.rows) {
        Row& out = build_->form.rows[row++];
        for (const DraftSquare& square : draft.squares)
          out.squares.push_back(Make(picture, square));
      }
  }

 private:
  Square Make(const DraftPicture& picture, const DraftSquare& draft) {
    Square square;
    square.kind = draft.kind;
    if (draft.kind == Square::kUp || draft.kind == Square::kLeft) return square;
    for (const DraftPart& part : draft.parts) AddPart(picture, part, &square);
    GlueMarks(&square);
    if (square.kind == Square::kPrinted) AddLabel(&square);
    if (square.kind == Square::kMixed) AddLeading(&square);
    if (square.kind == Square::kSlot && !square.parts.empty()) square.slot = square.parts[0].slot;
    return square;
  }

  void AddPart(const DraftPicture& picture, const DraftPart& draft, Square* square) {
    Part part;
    part.optional = draft.optional;
    part.text = draft.text;
    if (!draft.slots.empty()) {
      const std::string& name = draft.slots[0].text;
      const auto found = build_->slots.find(
          name.find('.') == std::string::npos ? picture.name.text + "." + name : name);
      if (found == build_->slots.end()) return;  // complained about already
      part.slot = found->second;
      part.text = "{" + name + "}";
    } else {
      for (const std::string& wording : Wordings(build_, draft.text))
        if (std::string key = Key(wording);
            !key.empty() && std::find(part.keys.begin(), part.keys.end(), key) == part.keys.end())
          part.keys.push_back(std::move(key));
    }
    square->parts.push_back(std::move(part));
  }

  // Marks without a key join the part before or after them, but for those between two slots.
  static void GlueMarks(Square* square) {
    std::vector<Part>& parts = square->parts;
    for (size_t i = 0; i < parts.size();) {
      const bool marks = parts[i].slot < 0 && parts[i].keys.empty();
      const bool between =
          i > 0 && i + 1 < parts.size() && parts[i - 1].slot >= 0 && parts[i + 1].slot >= 0;
      if (!marks || between || parts.size() == 1) {
        ++i;
        continue;
      }
      if (i > 0) {
        parts[i - 1].text += parts[i].text;
      } else {
        parts[1].text = parts[0].text + parts[1].text;
      }
      parts.erase(parts.begin() + static_cast<ptrdiff_t>(i));
    }
  }

  WordId Add(std::string_view text) {
    return AddWord(text, kIsLabel, build_->index, build_->vocabulary);
  }

  void AddWordOnce(std::string_view text, Square* square) {
    const WordId word = Add(text);
    for (WordId known : square->words)
      if (known == word) return;
    if (word != kNoWord) square->words.push_back(word);
  }

  // Every wording of the label, without and with its hints.
  void AddLabel(Square* square) {
    std::string whole, bare, hints;
    for (const Part& part : square->parts) {
      whole += part.text;
      (part.optional ? hints : bare) += part.text;
    }
    for (const std::string& wording : Wordings(build_, bare)) {
      AddWordOnce(wording, square);
      if (!hints.empty()) AddWordOnce(wording + hints, square);
    }
    AddWordOnce(whole, square);
    for (const std::string& wording : Wordings(build_, whole)) AddWordOnce(wording, square);
  }

  // Letters before the first slot tell a square apart, if they are two at least.
  void AddLeading(Square* square) {
    if (square->parts.empty() || square->parts[0].slot >= 0 || square->parts[0].optional) return;
    if (square->parts[0].keys.empty() || CountLetters(square->parts[0].keys[0]) < 2) return;
    for (const std::string& key : square->parts[0].keys) AddWordOnce(key, square);
    // The vocabulary shows words as they are drawn, not folded.
    KnownWord& word = build_->vocabulary->words[static_cast<size_t>(square->words[0])];
    if (word.text == word.key) word.text = square->parts[0].text;
  }

  Build* build_;
};

void AddChoices(Build* build) {
  for (Slot& slot : build->form.slots)
    for (Choice& choice : slot.choices) {
      for (const std::string& wording : Wordings(build, choice.text)) {
        const WordId word = AddWord(wording, kIsChoice, build->index, build->vocabulary);
        if (choice.word == kNoWord) {
          choice.word = word;
        } else if (word != kNoWord && word != choice.word) {
          choice.also.push_back(word);
        }
      }
    }
}

}  // namespace

void DrawSquares(Build* build) {
  for (const Phrase& title : build->draft->titles)
    for (const std::string& wording : Wordings(build, title.text)) {
      const WordId word = AddWord(wording, kIsTitle, build->index, build->vocabulary);
      if (word != kNoWord) build->form.titles.push_back(word);
    }
  Squares(build).Draw();
  AddChoices(build);
}

}  // namespace tabularium
