// Which slots the pictures have, and which of them are columns of tables: those in repeating rows.
// Tested by compile_test.cc.

#include <fmt/format.h>

#include <algorithm>

#include "compile/build.h"

namespace tabularium {
namespace {

class Drawing {
 public:
  explicit Drawing(Build* build) : build_(build) {}

  void Draw() {
    std::unordered_map<std::string, int> names;
    for (const DraftPicture& picture : build_->draft->pictures) {
      if (!names.try_emplace(picture.name.text, 0).second)
        build_->Complain(Code::kDuplicateName, picture.name.place,
                         fmt::format("there is a picture {} already", picture.name.text));
      if (picture.rows.empty())
        build_->Complain(Code::kEmptyRow, picture.name.place, "a picture without a row");
      Form& form = build_->form;
      form.pictures.push_back({picture.name.text, picture.optional,
                               static_cast<int>(form.rows.size()),
                               static_cast<int>(picture.rows.size())});
      for (const DraftRow& row : picture.rows) DrawRow(picture, row);
    }
  }

 private:
  void DrawRow(const DraftPicture& picture, const DraftRow& draft) {
    Row row;
    row.repeat = draft.repeat;
    row.picture = static_cast<int>(build_->form.pictures.size()) - 1;
    row.line = build_->complaints->LineOf(draft.place);
    const bool repeats = row.repeat == Row::kAny || row.repeat == Row::kMany;
    for (const DraftSquare& square : draft.squares)
      for (const DraftPart& part : square.parts) {
        int first = -1;
        for (const Phrase& name : part.slots) {
          const int slot = AddSlot(picture, name, repeats);
          if (slot < 0) continue;
          if (first >= 0) build_->SlotAt(slot).same_as = first;
          if (first < 0) first = slot;
          const int table = build_->SlotAt(slot).table;
          if (table < 0 || table == row.table) continue;
          if (row.table < 0) {
            row.table = table;
          } else if (std::find(row.also_tables.begin(), row.also_tables.end(), table) ==
                     row.also_tables.end()) {
            row.also_tables.push_back(table);
          }
        }
      }
    build_->form.rows.push_back(std::move(row));
  }

  // -1 after a complaint.
  int AddSlot(const DraftPicture& picture, const Phrase& name, bool repeats) {
    Form& form = build_->form;
    Slot slot;
    const size_t dot = name.text.find('.');
    slot.path = dot == std::string::npos ? picture.name.text + "." + name.text : name.text;
    slot.name = name.text.substr(dot == std::string::npos ? 0 : dot + 1);
    const std::string prefix = slot.path.substr(0, slot.path.find('.'));
    if (slot.name.empty() || prefix.empty() || slot.name.find('.') != std::string::npos) {
      build_->Complain(Code::kBadLine, name.place, "a path is picture.name, with one dot");
      return -1;
    }
    const int index = static_cast<int>(form.slots.size());
    const auto [found, added] = build_->slots.try_emplace(slot.path, index);
    if (!added) {
      const DraftPlace before = build_->slot_places[static_cast<size_t>(found->second)];
      build_->Complain(Code::kDuplicateSlot, name.place,
                       fmt::format("{} is drawn already in line {}", slot.path,
                                   build_->complaints->LineOf(before)),
                       "give one of them another name");
      return -1;
    }
    if (form.slots.size() >= kMostSlots) {
      build_->Complain(Code::kTooLarge, name.place, "more slots than a form may have");
      return -1;
    }
    if (repeats) {
      slot.table = TableOf(prefix);
      std::vector<int>& columns = form.tables[static_cast<size_t>(slot.table)].slots;
      slot.column = static_cast<int>(columns.size());
      columns.push_back(index);
    } else {
      slot.column = static_cast<int>(form.fields.size());
      form.fields.push_back(index);
    }
    form.slots.push_back(std::move(slot));
    build_->slot_places.push_back(name.place);
    return index;
  }

  int TableOf(const std::string& name) {
    Form& form = build_->form;
    const auto [found, added] =
        build_->tables.try_emplace(name, static_cast<int>(form.tables.size()));
    if (added) form.tables.push_back({name, {}});
    return found->second;
  }

  Build* build_;
};

}  // namespace

void DrawSlots(Build* build) { Drawing(build).Draw(); }

int FindSlot(Build* build, const Phrase& name, std::string_view prefix) {
  std::string path = name.text;
  if (path.find('.') == std::string::npos) path = std::string(prefix) + path;
  const auto found = build->slots.find(path);
  if (found != build->slots.end()) return found->second;
  std::vector<std::string_view> known;
  for (const Slot& slot : build->form.slots) known.push_back(slot.path);
  std::string hint = DidYouMean(path, known);
  for (size_t i = 0; i < known.size() && !hint.empty(); ++i)
    if (hint == fmt::format("did you mean {}?", known[i]))
      hint = fmt::format("did you mean {} (line {})?", known[i],
                         build->complaints->LineOf(build->slot_places[i]));
  build->Complain(Code::kUnknownSlot, name.place,
                  path.empty() ? "a slot is missing here" : fmt::format("no picture has {}", path),
                  std::move(hint));
  return -1;
}

}  // namespace tabularium
