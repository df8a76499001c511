#ifndef TABULARIUM_COMPILE_EXPRESSION_H_
#define TABULARIUM_COMPILE_EXPRESSION_H_

#include <string>
#include <string_view>

#include "compile/build.h"

namespace tabularium {

// What an expression yields, as far as comparing goes.
enum class Yield : uint8_t { kAmount, kDate, kText, kAny };

struct Term {
  Expr expr;
  Yield yield = Yield::kAny;
  DraftPlace place;
};

// Reads the sides of one claim, with what they share: names filled in, the table they go through,
// whether all is well. After the first complaint it reads on without another.
class Expressions {
 public:
  // `letter` and `value`: what {letter} in names stands for; empty: nothing. All must outlive it.
  Expressions(Build* build, Scanner* line, std::string_view letter, std::string_view value)
      : build_(build), line_(line), letter_(letter), value_(value) {}

  Term Side() { return Sum(0); }
  // After `each record of`: the table, within whose records names without a dot are its columns.
  void ReadTable();
  // With {n} filled in.
  std::string Filled(std::string_view text) const;
  void Complain(Code code, DraftPlace place, std::string message, std::string hint = {});

  bool good() const { return good_; }
  int table() const { return table_; }  // whose records the claim is about, each by itself; or -1

 private:
  Phrase Name();
  Term Sum(int depth);
  Term Product(int depth);
  Term Factor(int depth);
  Term Join(Expr::Op op, Term left, Term right);
  void ReadOwner(Expr* expr);
  int FindOrFail(const Phrase& name, std::string_view prefix);
  void ReadField(Term* term);
  void ReadYear(Term* term);
  void ReadNumber(const Phrase& number, Term* term);
  void ReadAggregate(Expr::Op op, Term* term);
  int Identity(int table);
  void ReadCondition(const Slot& counted, Expr* expr);
  void TestChoice(const Slot& slot, const Phrase& value, const std::string& key);

  Build* build_;
  Scanner* line_;
  std::string_view letter_, value_;
  std::string scope_;  // "funds." within `each record of funds:`
  int table_ = -1;
  size_t terms_ = 0;
  bool good_ = true;
};

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_EXPRESSION_H_
