// What the `form` block says of slots: where a declaration begins and ends, and how parts are tied
// to a main one. Tested by compile_test.cc.

#include <fmt/format.h>

#include "compile/build.h"

namespace tabularium {
namespace {

void ReadParts(Build* build) {
  const DraftForm& draft = *build->draft;
  if (draft.parts_row.text.empty() || draft.parts_name.text.empty()) return;
  Form& form = build->form;
  form.parts_row = FindSlot(build, draft.parts_row);
  form.parts_name = FindSlot(build, draft.parts_name);
  if (form.parts_row >= 0 && build->SlotAt(form.parts_row).table < 0)
    build->Complain(Code::kNotATable, draft.parts_row.place,
                    fmt::format("{} is no column of a repeating row", draft.parts_row.text),
                    "parts components.name = project.name");
  if (form.parts_name >= 0 && build->SlotAt(form.parts_name).table >= 0)
    build->Complain(Code::kNotATable, draft.parts_name.place,
                    fmt::format("{} is written more than once: it names no declaration",
                                draft.parts_name.text));
}

// The last row of the picture that every declaration has.
void ReadEnd(Build* build) {
  const Phrase& name = build->draft->ends;
  if (name.text.empty()) return;
  for (const Picture& picture : build->form.pictures) {
    if (picture.name != name.text) continue;
    for (int row = picture.first_row; row < picture.first_row + picture.rows; ++row) {
      const Row::Repeat repeat = build->form.rows[static_cast<size_t>(row)].repeat;
      if (repeat == Row::kOnce || repeat == Row::kMany) build->form.end_row = row;
    }
    if (build->form.end_row < 0 || picture.optional)
      build->Complain(Code::kUnknownPicture, name.place,
                      fmt::format("no row of {} is required, so nothing tells the end", name.text));
    return;
  }
  std::vector<std::string_view> known;
  for (const Picture& picture : build->form.pictures) known.push_back(picture.name);
  build->Complain(Code::kUnknownPicture, name.place,
                  fmt::format("there is no picture {}", name.text), DidYouMean(name.text, known));
}

}  // namespace

void ReadHead(Build* build) {
  const DraftForm& draft = *build->draft;
  Form& form = build->form;
  form.id = draft.id.text;
  form.edition = draft.edition.text;
  form.title = draft.titles.empty() ? std::string() : draft.titles[0].text;
  form.line = build->complaints->LineOf(draft.place);
  form.begins = draft.begins;
  if (draft.titles.empty() || form.title.empty())
    build->Complain(Code::kMissingTitle, draft.place, "a form has a title",
                    "title 财政项目支出绩效目标申报表");
  if (draft.pictures.empty())
    build->Complain(Code::kMissingTitle, draft.place, "a form has a picture");
  if (draft.begins == Form::kWhereSlotChanges)
    form.begins_slot = FindSlot(build, draft.begins_slot);
  ReadParts(build);
  ReadEnd(build);
}

}  // namespace tabularium
