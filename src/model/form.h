#ifndef TABULARIUM_MODEL_FORM_H_
#define TABULARIUM_MODEL_FORM_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/decimal.h"
#include "model/letter_mask.h"
#include "model/vocabulary.h"

// A compiled .form file: what compile/ makes of grammar/*.form. Immutable, shared by all documents and threads, and
// outlives them: alignments, records and findings point into it.

namespace tabularium {

enum class Type : uint8_t {
  kText,      // verbatim, wraps undone
  kRichText,  // paragraphs; markup is dropped
  kNumber,
  kPercent,
  kCode,      // letters and digits, verbatim: 219001, 16.123
  kYear,
  kDate,
  kMoney,
  kUnit,      // a unit of money, declared by the applicant or printed: 元, 万元; its value is an ISO 4217 code
  kChoice,    // one of a list, or some of it
  kTarget,    // ≥16次, 每月一次, 及时
};
inline constexpr std::string_view kTypeNames[] = {"text", "rich-text", "number", "percent", "code", "year",
                                                  "date", "money", "unit", "choice", "target"};

// Which part of a target a slot holds, where the form writes it over several columns (relation, number, unit apart).
// The parts are joined into one value: that of the slot named by Slot::part_of.
enum class TargetPart : uint8_t { kWhole, kRelation, kNumber, kUnit };

struct Choice {
  std::string text;           // canonical
  WordId word = kNoWord;      // its key in the vocabulary
  std::vector<WordId> also;   // synonyms
  int under = -1;             // index, in the choices of the slot this one depends on, of the choice it belongs to
  std::string key = {};       // of `word`, in letters; made by IndexForm
  LetterMask mask = 0;        // of `key`; made by IndexForm
};

struct Slot {
  std::string path;  // "project.name"; in a table "indicators.level1"
  std::string name;  // "name", "level1": the key in a table's record
  int table = -1;    // index into Form::tables; -1: a field of the declaration
  int column = -1;   // its place among the table's slots (tables), or among Form::fields
  Type type = Type::kText;
  TargetPart part = TargetPart::kWhole;
  int part_of = -1;         // slot whose value this part goes into (kRelation, kNumber, kUnit)
  bool required = false;
  bool carries_down = false;
  bool several = false;     // `some of`: the value is a list
  bool open = false;        // choices are usual, not closed: another wording is kept without complaint
  std::vector<Choice> choices;
  int choices_under = -1;   // slot that Choice::under refers to
  std::string unit;         // fixed money unit as drawn ("元", "万元"); empty: see unit_slot
  int unit_slot = -1;       // slot of Type::kUnit that names it
  std::string constant;     // a value that every declaration has without printing it, e.g. a currency; empty: none
  int same_as = -1;         // slot of another table whose square fills this one too (one printed level over two tables)
};

// One of the slot's choices, or a synonym of one.
inline bool IsChoiceOf(const Slot& slot, WordId word) {
  if (word == kNoWord) return false;
  for (const Choice& choice : slot.choices)
    if (choice.word == word || std::find(choice.also.begin(), choice.also.end(), word) != choice.also.end()) return true;
  return false;
}

// A part of a square: printed letters, or a slot. Marks without a key are no part of their own but between two slots,
// where `keys` is empty and `slot` -1: {a}（{b}）.
struct Part {
  std::string text;               // as drawn, with such marks: all texts of a square together draw it
  std::vector<std::string> keys;  // folded letters, the drawn ones first, then synonyms; empty for a slot
  int slot = -1;
  bool optional = false;          // a printed hint that may be left out: 450字内
  std::vector<LetterMask> masks = {};  // of `keys`; made by IndexForm
};

struct Square {
  enum Kind : uint8_t {
    kBlank,    // nothing printed, nothing written
    kPrinted,  // letters only
    kSlot,     // one slot only
    kMixed,    // letters and slots
    kUp,       // ^ continues the square above
    kLeft,     // < continues the square to the left
  } kind = kBlank;
  std::vector<Part> parts;
  std::vector<WordId> words;  // kPrinted: the wordings accepted as this label; kMixed: those of its leading letters
  int slot = -1;              // kSlot
  int anchor_row = -1;        // kUp: index into Form::rows of the square that it continues; see model/form_index.h
  bool continued = false;     // a square below continues it
  uint16_t letters = 0;       // of its longest wording; made by IndexForm
  LetterMask printed = 0;     // letters of all its wordings; made by IndexForm
};

struct Row {
  enum Repeat : uint8_t { kOnce, kOptional, kAny, kMany } repeat = kOnce;  // "", "?", "*", "+"
  std::vector<Square> squares;
  int picture = 0;  // index into Form::pictures
  int table = -1;   // the table its repeats fill, or -1
  std::vector<int> also_tables;  // further tables, side by side in this row; a repeat is a record of each table of which
                                 // a square of its own (Slot::same_as < 0, not carried down) holds something
  int line = 0;     // in the .form file, from 1
};

struct Picture {
  std::string name;
  bool optional = false;
  int first_row = 0, rows = 0;  // range of Form::rows
};

struct FormTable {
  std::string name;
  std::vector<int> slots;  // in the order of their columns
};

// ── Checks ──

struct Condition {  // of `count of` and `sum of … where`
  int slot = -1;
  std::vector<std::string> texts;  // its value is one of these (folded keys); empty: it is filled in
};

// An expression over the values of one declaration, of its main declaration, or of its parts.
struct Expr {
  enum Op : uint8_t {
    kNumber,    // `number`
    kText,      // `text`, compared folded
    kField,     // the value of `slot`
    kSumOf,     // over all records of slot's table
    kCountOf,   // records of slot's table in which slot is filled and all `where` hold
    kYearOf,    // the year of a date
    kAdd, kSubtract, kMultiply, kDivide,  // operands[0], operands[1]
  } op = kNumber;
  enum Of : uint8_t { kSelf, kPart, kMain } of = kSelf;  // whose: its own, `of the part`, `of the main`
  Decimal number;
  std::string text;
  int slot = -1;
  std::vector<Condition> where;
  std::vector<Expr> operands;
};

enum class Relation : uint8_t { kEqual, kLess, kLessEqual, kGreater, kGreaterEqual, kBelongs };
inline constexpr std::string_view kRelationSigns[] = {"=", "<", "<=", ">", ">=", "belongs to"};

struct Check {
  std::string name;   // "funds-add-up"
  std::string claim;  // as written, for messages
  std::vector<Expr> sides;          // n + 1
  std::vector<Relation> relations;  // n; a <= b <= c has two
  std::optional<Decimal> tolerance; // absolute, in the unit of the values
  bool suspicious = false;          // `else suspicious`
  int table = -1;                   // each record of this table is tested by itself; -1: once a declaration
  int line = 0;
};

struct Form {
  std::string id;       // "cn-project-target"
  std::string edition;  // "2023"
  std::string title;    // canonical
  std::vector<WordId> titles;  // all wordings
  std::string title_key;       // of the canonical one; made by IndexForm
  LetterMask title_mask = 0;   // of title_key
  enum Begins : uint8_t { kAtTitle, kAtPage, kOnce, kWhereSlotChanges } begins = kAtTitle;
  int begins_slot = -1;  // kWhereSlotChanges
  int parts_row = -1;    // `parts components.name = project.name`: slot in the main declaration's table …
  int parts_name = -1;   // … and the slot in the part that bears the same value
  std::vector<Row> rows;          // of all pictures, in order
  std::vector<Picture> pictures;
  std::vector<Slot> slots;
  std::vector<int> fields;        // slots that are in no table, in order of the picture
  std::vector<FormTable> tables;
  std::vector<Check> checks;
  std::vector<std::string> residues;  // folded hints that people leave in cells (`words`: … is a hint)
  int end_row = -1;                   // the row without which the form is truncated; -1: none
  // Made by IndexForm (model/form_index.h):
  std::vector<std::vector<uint16_t>> rows_of_word;  // by WordId: the rows that print it, or offer it as a choice
  std::vector<LetterMask> word_letters;  // by WordId: of its key
  std::vector<uint16_t> prints;       // by WordId: 0, or the number of the label that it is; synonyms share one
  uint16_t labels = 0;                // labels 1..labels stand in pictures that are not optional, the others follow
  std::vector<std::vector<int>> copies;  // by slot: the slots that are the same as it
  std::vector<uint16_t> open_rows;    // rows that can stand without any known wording: slots only
  std::string source_path;            // the .form file
  int line = 0;                       // of its `form` line
};

// Everything known about forms: the compiled grammar folder.
struct Grammar {
  std::vector<Form> forms;
  Vocabulary vocabulary;
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_FORM_H_
