// Tested by compare_test.cc.
#include "evaluate/compare.h"

#include <algorithm>
#include <unordered_map>

#include "model/field_name.h"
#include "text/comparable.h"
#include "text/key.h"

namespace tabularium {
namespace {

std::string Digits(int n, size_t width) {
  std::string digits = std::to_string(n);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string Print(const Date& date) {
  std::string out = Digits(date.year, 4);
  if (date.month > 0) out += "-" + Digits(date.month, 2);
  if (date.month > 0 && date.day > 0) out += "-" + Digits(date.day, 2);
  return out;
}

std::string Print(const Target& target) {
  if (!target.low.empty()) return target.low + "-" + target.high + target.unit;
  if (!target.number.empty()) return target.relation + target.number + target.unit;
  return target.text;
}

// A value as truth.jsonl would write it; empty: nothing.
struct Spelling {
  std::string operator()(Nothing) const { return {}; }
  std::string operator()(const Text& v) const { return v.text; }
  std::string operator()(const Number& v) const { return tabularium::Print(v.number); }
  std::string operator()(const Percent& v) const { return tabularium::Print(v.percent); }
  std::string operator()(const Year& v) const { return std::to_string(v.year); }
  std::string operator()(const Date& v) const { return Print(v); }
  std::string operator()(const Money& v) const { return tabularium::Print(v.amount); }
  std::string operator()(const Ticks& v) const {
    std::string out;
    for (const std::string& text : v.texts) out += text;
    return out;
  }
  std::string operator()(const Apart<Target>& v) const { return Print(*v); }
};

bool IsNumeric(Type type) {
  return type == Type::kMoney || type == Type::kNumber || type == Type::kPercent;
}

// In a spelling in which equal things are equal strings.
std::string Normal(Type type, const std::string& text) {
  if (IsNumeric(type))
    if (auto number = ParseDecimal(text)) {
      std::string plain = Print(*number);
      if (plain.find('.') != std::string::npos) plain.resize(plain.find_last_not_of('0') + 1);
      if (plain.ends_with('.')) plain.pop_back();
      return plain;
    }
  return Comparable(text);
}

std::string Normal(const Slot& slot, const Field& field) {
  return Normal(slot.type, std::visit(Spelling{}, field.value));
}

Judged JudgedAs(bool right, const Slot& slot, const Field& field, const Opinion& opinion) {
  Judged judged;
  judged.slot = &slot;
  judged.path = slot.path;
  judged.right = right;
  judged.found = true;
  judged.confidence = opinion.confidence;
  judged.signs = field.signs;
  for (const Evidence& each : opinion.evidence)
    judged.sums[static_cast<size_t>(GroupOf(each.code))] += each.weight;
  if (auto nothing = std::get_if<Nothing>(&field.value))
    judged.holds = static_cast<uint8_t>(1 + static_cast<int>(*nothing));
  return judged;
}

class Comparer {
 public:
  Comparer(const TrueFile& truth, const Finding& finding, Comparison* out)
      : truth_(truth), finding_(finding), out_(*out) {}

  void Run() {
    for (size_t d = 0; d < truth_.declarations.size(); ++d) {
      const TrueDeclaration& truth = truth_.declarations[d];
      if (d < finding_.declarations.size())
        One(truth, finding_.declarations[d]);
      else
        Lost(truth);
    }
    if (finding_.declarations.size() > truth_.declarations.size())
      out_.extra += finding_.declarations.size() - truth_.declarations.size();
  }

 private:
  void Judge(const std::string& path, const TrueValue& truth, const Slot* slot) {
    if (truth.kind == TrueValue::kNobodyKnows) return;
    Judged judged;
    judged.slot = slot;
    judged.path = path;
    judged.right = truth.kind == TrueValue::kNothing;
    out_.values.push_back(std::move(judged));
  }

  void Judge(const TrueValue& truth, const Slot& slot, const Field& field,
             const Opinion& opinion) {
    if (truth.kind == TrueValue::kNobodyKnows) return;
    out_.values.push_back(JudgedAs(IsRight(slot, Normal(slot, field), Normal(slot.type, truth.text)), slot, field, opinion));
  }

  // Of prose on a scan one letter in fifty may be another.
  bool IsRight(const Slot& slot, const std::string& found, const std::string& wanted) const {
    if (found == wanted) return true;
    if (slot.type != Type::kRichText || truth_.medium != "scan" || found.empty()) return false;
    const int most = static_cast<int>(CountLetters(wanted) / 50);
    return KeyDistance(found, wanted, most) <= most;
  }

  void Lost(const TrueDeclaration& truth) {
    for (auto& [path, value] : truth.fields) Judge(path, value, nullptr);
    for (auto& [name, records] : truth.tables)
      for (auto& record : records)
        for (const TrueValue& value : record) Judge(name, value, nullptr);
  }

  void One(const TrueDeclaration& truth, const DeclarationFinding& found) {
    const Form& form = *found.record.form;
    std::unordered_map<std::string_view, const TrueValue*> by_path;
    for (auto& [path, value] : truth.fields) by_path[path] = &value;
    for (size_t i = 0; i < found.record.fields.size(); ++i) {
      const Field& field = found.record.fields[i];
      const Slot& slot = form.slots[static_cast<size_t>(field.slot)];
      auto known = by_path.find(slot.path);
      if (known != by_path.end()) {
        Judge(*known->second, slot, field, found.opinions[i]);
        by_path.erase(known);
      } else if (slot.constant.empty() && slot.type != Type::kUnit &&
                 slot.part == TargetPart::kWhole) {
        out_.extra += !std::holds_alternative<Nothing>(field.value);
      }
    }
    for (auto& [path, value] : by_path) Judge(std::string(path), *value, nullptr);
    for (size_t t = 0; t < form.tables.size(); ++t) {
      const std::vector<std::vector<TrueValue>>* records = nullptr;
      for (auto& [name, rows] : truth.tables)
        if (name == form.tables[t].name) records = &rows;
      if (records)
        Table(*records, found, t);
      else
        out_.extra += found.record.records(t);
    }
  }

  void Table(const std::vector<std::vector<TrueValue>>& truth, const DeclarationFinding& found,
             size_t t) {
    const Form& form = *found.record.form;
    std::vector<int> slots;
    for (int slot : form.tables[t].slots)
      if (form.slots[static_cast<size_t>(slot)].part == TargetPart::kWhole) slots.push_back(slot);
    size_t records = found.record.records(t);
    std::vector<std::vector<std::string>> said(records);
    for (size_t r = 0; r < records; ++r)
      for (int slot : slots)
        said[r].push_back(Normal(form.slots[static_cast<size_t>(slot)],
                                 found.record.at(slot, static_cast<int>(r))));
    std::vector<bool> used(records);
    for (size_t i = 0; i < truth.size(); ++i) {
      int match = Match(truth[i], form, slots, said, used, i);
      out_.missing_records += match < 0 && IsKnown(truth[i]);
      if (match >= 0) used[static_cast<size_t>(match)] = true;
      for (size_t c = 0; c < std::min(slots.size(), truth[i].size()); ++c) {
        const Slot& slot = form.slots[static_cast<size_t>(slots[c])];
        if (match < 0) {
          Judge(slot.path, truth[i][c], &slot);
          continue;
        }
        size_t at = static_cast<size_t>(match) * form.tables[t].slots.size() +
                    static_cast<size_t>(slot.column);
        Judge(truth[i][c], slot, found.record.tables[t][at], found.table_opinions[t][at]);
      }
    }
    if (!truth.empty() && !IsKnown(truth.back())) return;
    auto left = static_cast<uint64_t>(std::count(used.begin(), used.end(), false));
    out_.extra += left;
    out_.extra_records += left;
  }

  static bool IsKnown(const std::vector<TrueValue>& record) {
    return std::any_of(record.begin(), record.end(), [](const TrueValue& v) {
      return v.kind != TrueValue::kNobodyKnows;
    });
  }

  // The unused record that says most of the same, at least half of it; of equals the one nearest to
  // place i.
  static int Match(const std::vector<TrueValue>& truth, const Form& form,
                   const std::vector<int>& slots, const std::vector<std::vector<std::string>>& said,
                   const std::vector<bool>& used, size_t i) {
    std::vector<std::string> wanted;
    for (size_t c = 0; c < std::min(slots.size(), truth.size()); ++c)
      wanted.push_back(Normal(form.slots[static_cast<size_t>(slots[c])].type, truth[c].text));
    int best = -1;
    size_t most = (wanted.size() + 1) / 2;
    auto distance = [&](int r) {
      return static_cast<size_t>(r) > i ? static_cast<size_t>(r) - i : i - static_cast<size_t>(r);
    };
    for (size_t r = 0; r < said.size(); ++r) {
      if (used[r]) continue;
      size_t equal = 0;
      for (size_t c = 0; c < wanted.size(); ++c)
        equal += truth[c].kind == TrueValue::kNobodyKnows || wanted[c] == said[r][c];
      bool nearer = best >= 0 && equal == most && distance(static_cast<int>(r)) < distance(best);
      if (equal > most || (equal == most && (best < 0 || nearer))) {
        most = equal;
        best = static_cast<int>(r);
      }
    }
    return best;
  }

  const TrueFile& truth_;
  const Finding& finding_;
  Comparison& out_;
};

}  // namespace

uint64_t Comparison::wrong() const {
  return static_cast<uint64_t>(
      std::count_if(values.begin(), values.end(), [](const Judged& v) { return !v.right; }));
}

namespace {

// What the finding itself says of the file.
void AddFinding(const Finding& finding, Comparison* out) {
  out->verdict = finding.verdict;
  out->risk = finding.expected_wrong();
  if (out->form.empty() && !finding.declarations.empty())
    out->form = finding.declarations[0].record.form->id + " " +
                finding.declarations[0].record.form->edition;
  for (const Flag& flag : finding.flags) {
    if (flag.severity == Severity::kNote) continue;
    if (std::find(out->flags.begin(), out->flags.end(), flag.code) == out->flags.end())
      out->flags.push_back(flag.code);
    out->by_flags = out->by_flags || flag.code != FlagCode::kValueUnsure;
  }
}

}  // namespace

Comparison Compare(const TrueFile& truth, const Finding& finding) {
  Comparison out;
  out.file = truth.file;
  out.medium = truth.medium;
  out.form = truth.form;
  out.layout = truth.layout;
  out.defects = truth.defects;
  out.must_review = truth.must_review;
  AddFinding(finding, &out);
  Comparer(truth, finding, &out).Run();
  return out;
}

Result<Comparison> CompareAudited(const AuditedFile& audited, const Finding& finding) {
  Comparison out;
  out.file = audited.file;
  out.medium = "audited";
  AddFinding(finding, &out);
  auto wrong = audited.wrong;
  int number = 0;
  auto add = [&](const Form& form, const std::vector<Field>& fields,
                 const std::vector<Opinion>& opinions) {
    for (size_t i = 0; i < fields.size(); ++i) {
      const Slot& slot = form.slots[static_cast<size_t>(fields[i].slot)];
      if (slot.part != TargetPart::kWhole || !slot.constant.empty()) continue;
      auto named = std::find(wrong.begin(), wrong.end(),
                             std::pair(number, FieldName(form, fields[i].slot, fields[i].record)));
      out.values.push_back(JudgedAs(named == wrong.end(), slot, fields[i], opinions[i]));
      if (named != wrong.end()) wrong.erase(named);
    }
  };
  for (const DeclarationFinding& each : finding.declarations) {
    const Form& form = *each.record.form;
    add(form, each.record.fields, each.opinions);
    for (size_t t = 0; t < each.record.tables.size(); ++t)
      add(form, each.record.tables[t], each.table_opinions[t]);
    ++number;
  }
  if (!wrong.empty())
    return Error{"bad-truth", "names no value of the file: " + wrong[0].second, audited.file};
  Judged missing;
  missing.path = "missing";
  out.values.insert(out.values.end(), audited.missing, missing);
  return out;
}

}  // namespace tabularium
