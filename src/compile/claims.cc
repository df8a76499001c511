// The lines of `checks`: a name, a claim, how bad it is. Tested by claims_test.cc.

#include <fmt/format.h>

#include "compile/build.h"
#include "compile/expression.h"

namespace tabularium {
namespace {

// Reads one claim. A claim with a complaint is read to where it fails, and dropped.
class Claim {
 public:
  // `letter` and `value`: what {letter} in names stands for; empty: nothing.
  Claim(Build* build, Scanner* line, std::string_view letter, std::string_view value)
      : build_(build), line_(line), sides_(build, line, letter, value) {}

  // False after a complaint.
  bool Read(Check* check) {
    if (!ReadScope()) return false;
    const DraftPlace begin = line_->Rest();
    Term left = sides_.Side();
    while (sides_.good() && !line_->AtEnd()) {
      Relation relation;
      if (!TakeRelation(&relation)) break;
      Term right = sides_.Side();
      if (!sides_.good()) return false;
      TestRelation(relation, left, right);
      check->sides.push_back(std::move(left.expr));
      check->relations.push_back(relation);
      left = std::move(right);
    }
    if (sides_.good() && check->relations.empty())
      sides_.Complain(Code::kBadLine, begin,
                      "a claim compares two sides: =, <, <=, >, >= or `belongs to`");
    check->sides.push_back(std::move(left.expr));
    if (sides_.good() && line_->Take("within")) ReadTolerance(check);
    const uint32_t end = line_->at();
    if (line_->Take("else suspicious")) {
      check->suspicious = true;
    } else if (line_->Take("else wrong")) {
      check->suspicious = false;
    }
    if (sides_.good() && !line_->AtEnd())
      sides_.Complain(Code::kBadLine, line_->Rest(), "the claim should end here",
                      "a claim may end with `within 0.01`, then `else suspicious`");
    check->table = sides_.table();
    check->claim = Written({begin.begin, end});
    return sides_.good();
  }

 private:
  // The claim in one line, with {n} filled in.
  std::string Written(DraftPlace place) const {
    std::string out;
    Scanner words(build_->file, place);
    const std::string_view text = build_->file.substr(0, place.end);
    while (!words.AtEnd()) {
      const uint32_t at = words.at();
      uint32_t end = at;
      while (end < text.size() && !IsBlank(text[end])) ++end;
      if (!out.empty()) out += ' ';
      out += sides_.Filled(text.substr(at, end - at));
      words.JumpTo(end == at ? at + 1 : end);
    }
    return out;
  }

  // each record of funds:
  bool ReadScope() {
    if (!line_->Take("each record of")) return true;
    sides_.ReadTable();
    if (sides_.good() && !line_->TakeSign(":"))
      sides_.Complain(Code::kBadLine, line_->Rest(), "a colon is missing here");
    return sides_.good();
  }

  bool TakeRelation(Relation* relation) {
    static constexpr struct {
      std::string_view sign;
      Relation relation;
    } kSigns[] = {{"<=", Relation::kLessEqual}, {">=", Relation::kGreaterEqual},
                  {"≤", Relation::kLessEqual},  {"≥", Relation::kGreaterEqual},
                  {"=", Relation::kEqual},      {"<", Relation::kLess},
                  {">", Relation::kGreater}};
    if (line_->Take("belongs to")) return *relation = Relation::kBelongs, true;
    for (const auto& [sign, meaning] : kSigns)
      if (line_->TakeSign(sign)) return *relation = meaning, true;
    return false;
  }

  void TestRelation(Relation relation, const Term& left, const Term& right) {
    const DraftPlace both{left.place.begin, right.place.end};
    if (relation == Relation::kBelongs) {
      const bool slots = left.expr.op == Expr::kField && right.expr.op == Expr::kField;
      if (!slots || build_->SlotAt(left.expr.slot).choices_under != right.expr.slot)
        sides_.Complain(Code::kCheckOnText, both,
                        "these are no choices of which one belongs under the other",
                        "say it in fields: one of 数量指标, 质量指标 under 产出指标; …");
      return;
    }
    if (left.yield == Yield::kAny || right.yield == Yield::kAny) return;
    if (left.yield != right.yield) {
      const bool dates = left.yield == Yield::kDate || right.yield == Yield::kDate;
      return sides_.Complain(Code::kCheckOnText, both, "the two sides are not of one kind",
                             dates ? "`year of` makes a year of a date"
                                   : "only amounts, only dates or only texts compare");
    }
    if (left.yield == Yield::kText && relation != Relation::kEqual)
      sides_.Complain(Code::kCheckOnText, both, "texts are equal or not: neither is less",
                      "give the slots a stricter type");
  }

  void ReadTolerance(Check* check) {
    const Phrase number = line_->TakeNumber();
    check->tolerance = ParseDecimal(number.text);
    if (!check->tolerance)
      sides_.Complain(Code::kBadLine, number.place, "within what?", "within 0.01");
  }

  Build* build_;
  Scanner* line_;
  Expressions sides_;
};

// Reads one line; `each {n} of 1, 2, 3:` makes a check for each.
void ReadLine(Build* build, DraftPlace place, std::unordered_map<std::string, int>* names) {
  Scanner line(build->file, place);
  const Phrase name = line.TakePhrase(kBlanks);
  const int number = build->complaints->LineOf(place);
  if (const auto [found, added] = names->try_emplace(name.text, number); !added)
    build->Complain(Code::kDuplicateName, name.place,
                    fmt::format("line {} has a check {} already", found->second, name.text));
  std::string letter;
  std::vector<Phrase> values;
  Scanner ahead = line;
  if (ahead.Take("each") && ahead.Peek() == '{') {
    letter = ahead.TakeName().text;
    const bool good = letter.size() > 2 && letter.back() == '}' && ahead.Take("of");
    if (good) letter = letter.substr(1, letter.size() - 2);
    do values.push_back(ahead.TakePhrase(",:"));
    while (ahead.TakeSign(","));
    if (!good || !ahead.TakeSign(":"))
      return build->Complain(Code::kBadLine, line.Rest(),
                             "several claims in one are: each {n} of 1, 2, 3: CLAIM",
                             "each {n} of 1, 2, total: budget.direct_{n} = budget.travel_{n}");
    line = ahead;
  } else {
    values.emplace_back();
  }
  const uint32_t begin = line.at();
  for (const Phrase& value : values) {
    Check check;
    check.name = letter.empty() ? name.text : name.text + "-" + value.text;
    check.line = number;
    line.JumpTo(begin);
    if (build->form.checks.size() >= kMostChecks)
      return build->Complain(Code::kTooLarge, place, "more checks than a form may have");
    if (!Claim(build, &line, letter, value.text).Read(&check)) return;
    build->form.checks.push_back(std::move(check));
  }
}

}  // namespace

void ReadClaims(Build* build) {
  std::unordered_map<std::string, int> names;
  for (DraftPlace place : build->draft->checks) ReadLine(build, place, &names);
}

}  // namespace tabularium
