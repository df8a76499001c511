// Dumps of compiled forms, one short line a thing.

#include "dump.h"

#include <fmt/format.h>

namespace tabularium {
namespace {

constexpr std::string_view kOwners[] = {"", " of the part", " of the main"};
constexpr std::string_view kRepeats[] = {"once", "optional", "any", "many"};

const Slot& At(const Form& form, int slot) { return form.slots[static_cast<size_t>(slot)]; }

std::string Path(const Form& form, int slot) { return slot < 0 ? "-" : At(form, slot).path; }

std::string DumpSquare(const Square& square, const Form& form, const Vocabulary& vocabulary) {
  static constexpr std::string_view kKinds[] = {"blank", "label", "slot", "mixed", "^", "<"};
  std::string out(kKinds[square.kind]);
  if (square.kind == Square::kSlot) return out + "(" + Path(form, square.slot) + ")";
  if (square.parts.empty()) return out;
  out += "(";
  for (const Part& part : square.parts) {
    if (out.back() != '(') out += " ";
    if (part.optional) out += "?";
    out += part.slot >= 0 ? "{" + Path(form, part.slot) + "}"
                          : fmt::format("{}", fmt::join(part.keys, "/"));
  }
  out += ")";
  for (WordId word : square.words) out += "=" + vocabulary.words[static_cast<size_t>(word)].key;
  return out;
}

std::string DumpSlot(const Slot& slot, const Form& form) {
  std::string out = fmt::format("{} {}", slot.path, kTypeNames[static_cast<size_t>(slot.type)]);
  if (slot.table >= 0)
    out += fmt::format(" in {}", form.tables[static_cast<size_t>(slot.table)].name);
  out += fmt::format("[{}]", slot.column);
  static constexpr std::string_view kParts[] = {"", " relation", " number", " unit"};
  out += kParts[static_cast<size_t>(slot.part)];
  if (slot.part_of >= 0) out += " of " + Path(form, slot.part_of);
  if (slot.required) out += " required";
  if (slot.carries_down) out += " carries-down";
  if (slot.several) out += " several";
  if (slot.open) out += " open";
  if (!slot.unit.empty()) out += " unit=" + slot.unit;
  if (slot.unit_slot >= 0) out += " unit=" + Path(form, slot.unit_slot);
  if (!slot.constant.empty()) out += " always=" + slot.constant;
  if (slot.same_as >= 0) out += " same-as=" + Path(form, slot.same_as);
  for (const Choice& choice : slot.choices) {
    out += " " + choice.text;
    if (choice.under >= 0)
      out += "<" + At(form, slot.choices_under).choices[static_cast<size_t>(choice.under)].text;
  }
  return out;
}

}  // namespace

std::string Dump(const Expr& expr, const Form& form) {
  const std::string_view owner = kOwners[expr.of];
  auto two = [&](char sign) {
    return fmt::format("({} {} {})", Dump(expr.operands[0], form), sign,
                       Dump(expr.operands[1], form));
  };
  std::string where;
  for (const Condition& condition : expr.where)
    where += fmt::format(
        " where {} is {}", Path(form, condition.slot),
        condition.texts.empty() ? "filled" : fmt::format("{}", fmt::join(condition.texts, "/")));
  switch (expr.op) {
    case Expr::kNumber:
      return Print(expr.number);
    case Expr::kText:
      return '"' + expr.text + '"';
    case Expr::kField:
      return fmt::format("{}{}", Path(form, expr.slot), owner);
    case Expr::kSumOf:
      return fmt::format("sum[{}{}{}]", Path(form, expr.slot), owner, where);
    case Expr::kCountOf:
      return fmt::format("count[{}{}{}]", Path(form, expr.slot), owner, where);
    case Expr::kYearOf:
      return fmt::format("year[{}{}]", Path(form, expr.slot), owner);
    case Expr::kAdd:
      return two('+');
    case Expr::kSubtract:
      return two('-');
    case Expr::kMultiply:
      return two('*');
    case Expr::kDivide:
      return two('/');
  }
  return "?";
}

std::string Dump(const Form& form, const Vocabulary& vocabulary) {
  std::string out = fmt::format("form {} {} titles", form.id, form.edition);
  for (WordId title : form.titles) out += " " + vocabulary.words[static_cast<size_t>(title)].key;
  static constexpr std::string_view kBegins[] = {"at title", "at page", "once", "where "};
  out += fmt::format("\nbegins {}{} parts {}={} end {}\n", kBegins[form.begins],
                     form.begins_slot < 0 ? "" : Path(form, form.begins_slot),
                     Path(form, form.parts_row), Path(form, form.parts_name), form.end_row);
  for (const Picture& picture : form.pictures) {
    out += fmt::format("picture {}{}\n", picture.name, picture.optional ? " optional" : "");
    for (int r = picture.first_row; r < picture.first_row + picture.rows; ++r) {
      const Row& row = form.rows[static_cast<size_t>(r)];
      out += fmt::format("  {}", kRepeats[row.repeat]);
      if (row.table >= 0) out += ":" + form.tables[static_cast<size_t>(row.table)].name;
      for (int table : row.also_tables) out += "," + form.tables[static_cast<size_t>(table)].name;
      for (const Square& square : row.squares) out += " | " + DumpSquare(square, form, vocabulary);
      out += "\n";
    }
  }
  for (const Slot& slot : form.slots) out += "slot " + DumpSlot(slot, form) + "\n";
  for (const Check& check : form.checks) {
    out += fmt::format("check {}: {}", check.name, Dump(check.sides[0], form));
    for (size_t i = 0; i < check.relations.size(); ++i)
      out += fmt::format(" {} {}", kRelationSigns[static_cast<size_t>(check.relations[i])],
                         Dump(check.sides[i + 1], form));
    if (check.tolerance) out += " within " + Print(*check.tolerance);
    if (check.table >= 0) out += " each " + form.tables[static_cast<size_t>(check.table)].name;
    out += check.suspicious ? " suspicious\n" : "\n";
  }
  for (const std::string& residue : form.residues) out += "residue " + residue + "\n";
  return out;
}

}  // namespace tabularium
