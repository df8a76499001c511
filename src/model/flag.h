#ifndef TABULARIUM_MODEL_FLAG_H_
#define TABULARIUM_MODEL_FLAG_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace tabularium {

// How much a flag asks of a person.
enum class Severity : uint8_t {
  kNote,        // said; no person needed
  kSuspicious,  // a person looks, and will mostly let it stand
  kWrong,       // a person must decide
};

// The closed list of flags: X(enumerator, code, usual severity, meaning, example).
// The manual's table is made from this list; a flag may be raised with another severity where its meaning says so.
// clang-format off
#define TABULARIUM_FLAGS(X) \
  /* file */ \
  X(kUnreadable, "unreadable", kWrong, "the file could not be read at all", "no permission") \
  X(kEmpty, "empty", kWrong, "the file holds nothing but white space", "0 bytes") \
  X(kBinary, "binary", kWrong, "the file is not text in any encoding known here", "an executable") \
  X(kPassword, "password", kWrong, "the file is locked by a password", "an encrypted PDF") \
  X(kLimitReached, "limit-reached", kWrong, "a limit of model/limits.h ended the reading", "1 GiB of tabs") \
  X(kPageFailed, "page-failed", kWrong, "one page could not be read; the others were", "a damaged page") \
  X(kAudit, "audit", kSuspicious, "nothing speaks against the file: it was drawn so that a person checks what is accepted", "`--audit 1%`") \
  X(kTableJoined, "table-joined", kNote, "a table that runs over pages was joined", "a repeated header") \
  /* structure */ \
  X(kRowShifted, "row-shifted", kNote, "a row's cells stood in other columns and were moved, losing nothing", "a dropped leading empty cell") \
  X(kRowAmbiguous, "row-ambiguous", kSuspicious, "two readings of a row cost nearly the same; it stays as it stands", "one text in a row of five columns") \
  X(kRowUnknown, "row-unknown", kSuspicious, "a row of several cells, or text inside a picture, fits nowhere in the form", "an extra row") \
  X(kRowMissing, "row-missing", kWrong, "a row that the form prints is not there; suspicious if it held no required slot", "no row 主管部门") \
  X(kRowRepeated, "row-repeated", kNote, "a row stands twice with the same content", "a row printed again after a page break") \
  X(kRowsOutOfOrder, "rows-out-of-order", kNote, "a row stands elsewhere than in the picture", "dates before names") \
  X(kLabelDiffers, "label-differs", kNote, "a label is misspelt or missing, and was known all the same", "项目名秤") \
  X(kLeftover, "leftover", kNote, "a line outside the pictures that belongs to no slot", "— 12 —") \
  X(kFormUnknown, "form-unknown", kWrong, "no known form fits", "an invoice") \
  X(kFormNearTie, "form-near-tie", kSuspicious, "two forms fit nearly as well", "an edition without its year") \
  X(kTruncated, "truncated", kWrong, "the end of the form is cut off", "the last line stops inside a row") \
  /* letters */ \
  X(kEncodingGuessed, "encoding-guessed", kNote, "the encoding was inferred, not declared", "GB18030 without a mark") \
  X(kEncodingDamaged, "encoding-damaged", kWrong, "bytes or letters that no encoding explains", "a truncated sequence, 锟斤拷") \
  X(kLettersFolded, "letters-folded", kNote, "radicals or compatibility letters were replaced by equivalent ideographs", "⽬ for 目") \
  X(kMarkupDropped, "markup-dropped", kNote, "markup was removed from a value; suspicious for script", "<span style=…>") \
  X(kIllegible, "illegible", kWrong, "letters that could not be read", "a smudge") \
  X(kLowLegibility, "low-legibility", kSuspicious, "letters read with little certainty", "a faint copy") \
  X(kUnderSeal, "under-seal", kSuspicious, "a seal covers the value", "a red stamp over a date") \
  X(kTextLayerUntrusted, "text-layer-untrusted", kSuspicious, "the text layer disagrees with the picture", "a broken font map") \
  X(kResolutionLow, "resolution-low", kNote, "the scan has fewer dots than advised", "150 dpi") \
  /* values */ \
  X(kMissingRequired, "missing-required", kWrong, "a required value is blank, missing or not applicable", "no start date") \
  X(kValueUnread, "value-unread", kWrong, "the cell holds letters that are no value of its type", "金额 = 见附件") \
  X(kOutOfDomain, "out-of-domain", kSuspicious, "a value outside what the form allows", "项目类别 = 其它") \
  X(kUnitConflict, "unit-conflict", kWrong, "two places name different units for one value", "万元 and 元") \
  X(kTemplateResidue, "template-residue", kNote, "the form's own hint was left in the cell", "目标1: ……") \
  X(kValueUnsure, "value-unsure", kSuspicious, "a value is less sure than the threshold, and no other flag says why", "a row without labels that was moved") \
  X(kTypeMismatch, "type-mismatch", kNote, "a wording where the name asks for a number", "增长率 = 提升") \
  /* checks */ \
  X(kCheckFailed, "check-failed", kWrong, "a check of the grammar fails; suspicious where the grammar says so", "total ≠ sum of parts") \
  X(kCheckUntestable, "check-untestable", kNote, "a check could not be tested", "a date is blank") \
  /* wording */ \
  X(kForeignToken, "foreign-token", kSuspicious, "a foreign word inside Chinese prose", "思想 and 精神") \
  X(kProbableSlip, "probable-slip", kSuspicious, "a word that sounds like a fixed term but is written otherwise", "基层自理 for 基层治理") \
  X(kNearDuplicate, "near-duplicate", kSuspicious, "two texts that should agree differ in a letter or two", "党建服务站, 党群服务站")
// clang-format on

enum class FlagCode : uint8_t {
#define TABULARIUM_FLAG_ENUM(name, code, severity, meaning, example) name,
  TABULARIUM_FLAGS(TABULARIUM_FLAG_ENUM)
#undef TABULARIUM_FLAG_ENUM
};

struct FlagKind {
  std::string_view code;
  Severity severity;
  std::string_view meaning;
  std::string_view example;
};

inline constexpr FlagKind kFlagKinds[] = {
#define TABULARIUM_FLAG_ROW(name, code, severity, meaning, example) \
  {code, Severity::severity, meaning, example},
    TABULARIUM_FLAGS(TABULARIUM_FLAG_ROW)
#undef TABULARIUM_FLAG_ROW
};

constexpr const FlagKind& Kind(FlagCode code) { return kFlagKinds[static_cast<size_t>(code)]; }

inline constexpr std::array<std::string_view, 3> kSeverityNames = {"note", "suspicious", "wrong"};
constexpr std::string_view Name(Severity severity) {
  return kSeverityNames[static_cast<size_t>(severity)];
}

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_FLAG_H_
