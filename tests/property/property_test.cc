// Properties that hold for every case of corpus/, clean or not. Choices are seeded by the case's
// name, so that a failure comes again.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <random>
#include <sstream>

#include "model/places.h"
#include "walk/gold.h"
#include "walk/walk.h"
#include "write/write.h"

namespace tabularium::walk {
namespace {

using Json = nlohmann::ordered_json;

class PropertyTest : public testing::TestWithParam<Case> {
 protected:
  PropertyTest() : bytes_(Slurp(GetParam().source)), before_(Walk("x", bytes_)) {}

  // Whether cells are wrapped over lines side by side: the columns of such a file are its widths, and a page may break within a row.
  bool HasWrappedRows() const {
    return std::any_of(before_.grid->cells.begin(), before_.grid->cells.end(), [](const Cell& cell) { return cell.lines; });
  }
  bool IsPlainUtf8() const {
    return before_.document && before_.document->stored == before_.document->text;
  }
  std::mt19937 Seeded() const {
    return std::mt19937(static_cast<unsigned>(std::hash<std::string>()(GetParam().name)));
  }

  const std::string bytes_;
  const Extraction before_;
};

Json GoldOf(const Extraction& extraction) {
  std::string json;
  WriteJson(extraction.finding, &json);
  return Gold(json);
}

// The values alone: no verdicts, flags or leftovers.
Json ValuesOf(const Extraction& extraction) {
  Json out = Json::array();
  const Json gold = GoldOf(extraction);
  for (const Json& declaration : gold["declarations"])
    out.push_back(
        {declaration["form"], declaration["fields"], declaration.value("tables", Json())});
  return out;
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::string Replaced(std::string text,
                     const std::vector<std::pair<std::string, std::string>>& swaps) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    auto swap = std::find_if(swaps.begin(), swaps.end(), [&](const auto& s) {
      return text.compare(i, s.first.size(), s.first) == 0;
    });
    out += swap == swaps.end() ? text.substr(i, 1) : swap->second;
    i += swap == swaps.end() ? 1 : swap->first.size();
  }
  return out;
}

using Visit = std::function<void(const Field&, const Opinion&, FieldId)>;
void ForEachField(const Finding& finding, const Visit& visit) {
  for (size_t d = 0; d < finding.declarations.size(); ++d) {
    const DeclarationFinding& declaration = finding.declarations[d];
    const auto id = [&](const Field& field) {
      return FieldId{static_cast<int32_t>(d), field.slot, field.record};
    };
    for (size_t i = 0; i < declaration.record.fields.size(); ++i)
      visit(declaration.record.fields[i], declaration.opinions[i],
            id(declaration.record.fields[i]));
    for (size_t t = 0; t < declaration.record.tables.size(); ++t)
      for (size_t i = 0; i < declaration.record.tables[t].size(); ++i)
        visit(declaration.record.tables[t][i], declaration.table_opinions[t][i],
              id(declaration.record.tables[t][i]));
  }
}

// ── Provenance ──

// What a quoted cell (RFC 4180) says; other letters as they are.
std::string Unquoted(std::string stored) {
  if (stored.size() < 2 || stored.front() != '"' || stored.back() != '"') return stored;
  return Replaced(stored.substr(1, stored.size() - 2), {{"\"\"", "\""}});
}

void ExpectRawsAtTheirSource(const Extraction& walked) {
  const Document& document = *walked.document;
  const char* encoding = kEncodingNames[static_cast<size_t>(document.encoding)].data();
  const auto letters = [&](const Place& place) {
    if (document.stored.empty())  // pages: their letters are those laid out
      return std::string(
          document.text.substr(place.range.begin, place.range.end - place.range.begin));
    return Reencode(document.stored.substr(place.bytes.begin, place.bytes.end - place.bytes.begin),
                    encoding, "UTF-8");
  };
  ForEachField(walked.finding, [&](const Field& field, const Opinion&, FieldId id) {
    if (field.place.line == 0) return;
    if (document.stored.empty() && !field.raw.empty()) {
      EXPECT_GT(field.place.box.page, 0);
    }
    std::string found = letters(field.place);
    for (const Place& place : field.more) found += "\n" + letters(place);
    EXPECT_TRUE(found == field.raw || Unquoted(found) == field.raw)
        << found << " is not " << field.raw << ": declaration " << id.declaration << ", slot "
        << id.slot << ", record " << id.record;
  });
}

bool IsDamaged(const Extraction& walked) {
  const auto& flags = walked.finding.flags;
  return std::any_of(flags.begin(), flags.end(),
                     [](const Flag& f) { return f.code == FlagCode::kEncodingDamaged; });
}

TEST_P(PropertyTest, EveryRawStandsAtItsSource) {
  if (before_.document && !IsDamaged(before_)) ExpectRawsAtTheirSource(before_);
}

TEST_P(PropertyTest, EveryEncodingSaysTheSame) {
  if (!IsPlainUtf8()) return;
  struct Stored {
    const char* iconv_name;
    std::string mark;
  };
  for (const auto& [name, mark] : {Stored{"GB18030", ""},
                                   {"UTF-16LE", "\xFF\xFE"},
                                   {"UTF-16BE", "\xFE\xFF"},
                                   {"UTF-16LE", ""}}) {
    SCOPED_TRACE(name + std::string(mark.empty() ? "" : " with mark"));
    const Extraction after = Walk("x", mark + Reencode(bytes_, "UTF-8", name));
    ASSERT_TRUE(after.document);
    EXPECT_EQ(ValuesOf(before_), ValuesOf(after));
    ExpectRawsAtTheirSource(after);
  }
}

TEST_P(PropertyTest, EveryLineEndSaysTheSame) {
  if (!IsPlainUtf8() || bytes_.find('\r') != std::string::npos) return;
  for (const char* end : {"\r\n", "\r"})
    EXPECT_EQ(ValuesOf(before_), ValuesOf(Walk("x", Replaced(bytes_, {{"\n", end}}))))
        << (end[1] ? "CRLF" : "CR");
}

// ── Harmless changes ──

TEST_P(PropertyTest, BlankColumnsChangeNoValue) {
  if (!IsPlainUtf8() || bytes_.find('\t') == std::string::npos ||
      bytes_.find('"') != std::string::npos)
    return;
  std::vector<std::string> behind = Lines(bytes_), before = behind;
  for (const std::string& line : before)  // the rest of a torn cell would begin a cell of its own
    if (line.find("</p>") < line.find("<p>")) return;
  for (std::string& line : behind)
    if (line.find('\t') != std::string::npos) line += "\t";
  for (std::string& line : before)
    if (line.find('\t') != std::string::npos) line = "\t" + line;
  EXPECT_EQ(ValuesOf(before_), ValuesOf(Walk("x", Joined(behind)))) << "a column behind";
  EXPECT_EQ(ValuesOf(before_), ValuesOf(Walk("x", Joined(before)))) << "a column in front";
}

// Marks and digits of the other width, here and in the values that are compared.
TEST_P(PropertyTest, LetterWidthsChangeNoValue) {
  bool marks = bytes_.find("<o:") != std::string::npos || bytes_.find("&#") != std::string::npos;  // would be no markup any more
  if (!IsPlainUtf8() || marks || HasWrappedRows()) return;
  const std::vector<std::pair<std::string, std::string>> narrow = {
      {"：", ":"}, {"（", "("}, {"）", ")"}, {"，", ","}, {"０", "0"}, {"１", "1"},
      {"２", "2"}, {"３", "3"}, {"４", "4"}, {"５", "5"}, {"６", "6"}, {"７", "7"},
      {"８", "8"}, {"９", "9"}, {"％", "%"}, {"．", "."}};
  std::vector<std::pair<std::string, std::string>> wide;
  for (const auto& [w, n] : narrow)
    if (n != "," && n != ".") wide.emplace_back(n, w);
  const auto folded = [&](const Extraction& e) { return Replaced(ValuesOf(e).dump(), narrow); };
  EXPECT_EQ(folded(before_), folded(Walk("x", Replaced(bytes_, narrow)))) << "narrow";
  EXPECT_EQ(folded(before_), folded(Walk("x", Replaced(bytes_, wide)))) << "wide";
}

TEST_P(PropertyTest, APageBreakBetweenRowsChangesNoValue) {
  if (!IsPlainUtf8() || before_.finding.verdict != Verdict::kAccept || HasWrappedRows() ||
      bytes_.find('"') != std::string::npos)
    return;
  const std::vector<std::string> lines = Lines(bytes_);
  if (lines.size() < 2) return;
  std::mt19937 random = Seeded();
  for (int round = 0; round < 6; ++round) {
    std::vector<std::string> broken = lines;
    const size_t at = 1 + random() % (lines.size() - 1);
    broken.insert(broken.begin() + static_cast<ptrdiff_t>(at),
                  "\f— " + std::to_string(round + 1) + " —");
    EXPECT_EQ(ValuesOf(before_), ValuesOf(Walk("x", Joined(broken)))) << "before line " << at + 1;
  }
}

// ── Confidence and checks ──

// Where nothing speaks against what stands in it; else an empty cell may well be the surer reading.
// Of cells that nothing speaks against. Where something does, the property must not hold: an amount against which a sum fails,
// a word that is odd, a letter that no encoding explains is doubted for what it says, and once it is gone so is the reason.
// That the cell is blank is then another claim, and a surer one: "3.8.0" is hardly what the paper says, an empty cell is what
// an empty cell says. (A blank that is required still costs: kBaseOfRequiredNothing.)
TEST_P(PropertyTest, EmptyingACellNeverRaisesItsConfidence) {
  if (!IsPlainUtf8()) return;
  std::vector<std::pair<Place, std::pair<FieldId, float>>> filled;
  ForEachField(before_.finding, [&](const Field& field, const Opinion& opinion, FieldId id) {
    const bool undoubted = std::none_of(opinion.evidence.begin(), opinion.evidence.end(),
                                        [](const Evidence& e) { return e.weight < 0; });
    if (undoubted && field.place.line && field.more.empty() && !field.inherited &&
        !field.raw.empty())
      filled.push_back({field.place, {id, opinion.confidence}});
  });
  std::mt19937 random = Seeded();
  std::shuffle(filled.begin(), filled.end(), random);
  filled.resize(std::min<size_t>(filled.size(), 12));
  for (const auto& [place, was] : filled) {
    std::string emptied = bytes_;
    emptied.erase(place.bytes.begin, place.bytes.end - place.bytes.begin);
    const Extraction after = Walk("x", emptied);
    ForEachField(after.finding, [&](const Field& field, const Opinion& opinion, FieldId id) {
      if (id != was.first || !std::holds_alternative<Nothing>(field.value)) return;
      EXPECT_LE(opinion.confidence, was.second)
          << "slot " << id.slot << ", record " << id.record << ", line " << place.line;
    });
  }
}

// "380,000.00" → "3800000.00"; empty where the letters are no plain amount.
std::string TenTimes(const std::string& raw) {
  std::string digits;
  size_t end = 0;
  for (char c : raw) {
    if (std::isdigit(static_cast<unsigned char>(c)) || c == '.')
      digits += c;
    else if (c != ',')
      return {};
  }
  end = std::min(digits.find('.'), digits.size());
  if (end == 0) return {};
  return digits.insert(end, "0");
}

TEST_P(PropertyTest, TenTimesAllAmountsChangesNoVerdict) {
  if (!IsPlainUtf8()) return;
  std::vector<std::pair<StoredRange, std::string>> amounts;
  bool all = true;
  ForEachField(before_.finding, [&](const Field& field, const Opinion&, FieldId) {
    if (!std::holds_alternative<Money>(field.value) || field.place.line == 0) return;
    if (std::get<Money>(field.value).amount.digits == 0) return;
    amounts.emplace_back(field.place.bytes, TenTimes(field.raw));
    all = all && field.more.empty() && !amounts.back().second.empty();
  });
  if (!all || amounts.empty()) return;
  std::sort(amounts.begin(), amounts.end(),
            [](const auto& a, const auto& b) { return a.first.begin > b.first.begin; });
  std::string more = bytes_;
  for (const auto& [range, amount] : amounts)
    more.replace(range.begin, range.end - range.begin, amount);
  const Finding after = Walk("x", more).finding;
  ASSERT_EQ(after.declarations.size(), before_.finding.declarations.size());
  for (size_t i = 0; i < after.declarations.size(); ++i)
    EXPECT_EQ(after.declarations[i].verdict, before_.finding.declarations[i].verdict)
        << "declaration " << i;
}

std::string TestName(const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Corpus, PropertyTest, testing::ValuesIn(Corpus()), TestName);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PropertyTest);

}  // namespace
}  // namespace tabularium::walk
