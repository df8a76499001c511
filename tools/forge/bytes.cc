// From rows of cells to the bytes of a file, and the line of truth. Tested by forge_test.
#include <iconv.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "paper.h"
#include "text/width.h"

namespace tabularium {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kWidestColumn = 40;  // of aligned text; what is longer pushes the rest

// Widths of the columns of all rows that have as many cells, so that each kind of row lines up.
std::vector<int> Widths(const Paper& paper, const PaperRow& like) {
  std::vector<int> widths(like.cells.size(), 0);
  for (const PaperRow& row : paper.rows)
    if (row.cells.size() == widths.size() && row.declaration == like.declaration)
      for (size_t i = 0; i < widths.size(); ++i)
        widths[i] =
            std::max(widths[i], std::min(kWidestColumn, DisplayWidth(row.cells[i].text())) + 2);
  return widths;
}

std::string Aligned(const Paper& paper, const PaperRow& row) {
  std::vector<int> widths = Widths(paper, row);
  std::string out;
  int at = 0;
  for (size_t i = 0; i < row.cells.size(); ++i) {
    if (int width = DisplayWidth(out); width < at)
      out.append(static_cast<size_t>(at - width), ' ');
    else if (!out.empty() && !row.cells[i].text().empty())
      out += "  ";
    out += row.cells[i].text();
    at += widths[i];
  }
  out.resize(out.find_last_not_of(' ') + 1);
  return out;
}

std::string Line(const Paper& paper, const PaperRow& row) {
  if (row.cells.size() == 1) return row.cells[0].text();
  if (paper.layout == PaperLayout::kAligned) return Aligned(paper, row);
  bool bars = paper.layout == PaperLayout::kBars;
  std::string out = bars ? "| " : "";
  for (size_t i = 0; i < row.cells.size(); ++i) {
    if (i > 0) out += bars ? " | " : "\t";
    out += row.cells[i].text();
  }
  return bars ? out + " |" : out;
}

void Spoil(size_t bytes, Dice* dice, std::string* text) {
  for (; bytes > 0 && !text->empty(); --bytes)
    (*text)[dice->Below(text->size())] = static_cast<char>(0xFF);
}

// UTF-8 in another encoding; empty where it has no such letter.
std::string Encoded(std::string_view text, Encoding encoding) {
  iconv_t to =
      iconv_open(std::string(kEncodingNames[static_cast<size_t>(encoding)]).c_str(), "UTF-8");
  std::string in(text), out(text.size() * 4, '\0');
  char *from = in.data(), *into = out.data();
  size_t left = in.size(), room = out.size();
  bool good = iconv(to, &from, &left, &into, &room) != static_cast<size_t>(-1);
  iconv_close(to);
  out.resize(good ? out.size() - room : 0);
  return out;
}

Json TruthOf(const Paper& paper, const Filled& filled, int index, int record) {
  const Slot& slot = paper.form->slots[static_cast<size_t>(index)];
  const Answer& answer = filled.at(index, record);
  if (answer.known == Answer::kNobodyKnows) return "*";
  if (answer.blank) return nullptr;
  if (slot.type == Type::kYear) return answer.number / kOne;
  return Truth(slot, answer);
}

// Whether a square that goes on with the one above has it in the row just above.
bool FollowsInPicture(const PaperRow* above, const PaperRow& row) {
  return above && above->kind == PaperRow::kOfForm && above->declaration == row.declaration &&
         above->cells.size() == row.cells.size() && above->form_row <= row.form_row &&
         row.form_row <= above->form_row + 1;
}

}  // namespace

std::string Bytes(const Paper& paper, Dice* dice) {
  std::string text;
  for (const PaperRow& row : paper.rows) {
    text += Line(paper, row);
    text += paper.crlf ? "\r\n" : "\n";
  }
  std::string mark = paper.encoding == Encoding::kUtf16Le   ? "\xFF\xFE"
                     : paper.encoding == Encoding::kUtf16Be ? "\xFE\xFF"
                                                            : "\xEF\xBB\xBF";
  std::string stored = paper.encoding == Encoding::kUtf8 ? text : Encoded(text, paper.encoding);
  stored.resize(stored.size() - std::min(stored.size(), paper.cut));
  Spoil(paper.spoilt, dice, &stored);
  return (paper.mark ? mark : "") + stored;
}

std::string SheetLine(const Paper& paper, const std::string& file, const std::string& medium,
                      const std::string& seed) {
  Json sheets = Json::array();
  const PaperRow* above = nullptr;
  for (const PaperRow& row : paper.rows) {
    while (sheets.size() <= static_cast<size_t>(row.declaration)) sheets.push_back(Json::array());
    if (row.kind == PaperRow::kSpace) continue;
    Json cells = Json::array();
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const PaperCell& cell = row.cells[i];
      bool empty = cell.text().empty() && cell.square;
      if (empty && cell.square->kind == Square::kLeft && i > 0)
        cells.push_back(Json::array({"<"}));
      else if (empty && cell.square->kind == Square::kUp && FollowsInPicture(above, row))
        cells.push_back(Json::array({"^"}));
      else
        cells.push_back(cell.text());
    }
    sheets[static_cast<size_t>(row.declaration)].push_back(
        {{"title", row.kind == PaperRow::kTitle}, {"cells", std::move(cells)}});
    above = &row;
  }
  Json line = {{"seed", seed},
               {"truth", Json::parse(TruthLine(paper, file, medium))},
               {"sheets", std::move(sheets)}};
  return line.dump() + "\n";
}

std::string TruthLine(const Paper& paper, const std::string& file, const std::string& medium) {
  Json line = {{"file", file},
               {"kind", medium},
               {"harm", paper.defects},
               {"must_review", paper.must_review},
               {"form", paper.form->id + " " + paper.form->edition},
               {"layout", kPaperLayoutNames[static_cast<size_t>(paper.layout)]}};
  Json declarations = Json::array();
  for (const Filled& filled : paper.filled) {
    Json fields = Json::object(), out;
    for (int slot : paper.form->fields)
      if (paper.form->slots[static_cast<size_t>(slot)].part == TargetPart::kWhole &&
          paper.form->slots[static_cast<size_t>(slot)].constant.empty() &&
          paper.form->slots[static_cast<size_t>(slot)].type != Type::kUnit)
        fields[paper.form->slots[static_cast<size_t>(slot)].path] =
            TruthOf(paper, filled, slot, -1);
    out["fields"] = std::move(fields);
    for (size_t t = 0; t < filled.tables.size(); ++t) {
      Json records = Json::array();
      for (size_t r = 0; r < filled.tables[t].size(); ++r) {
        Json record = Json::array();
        for (int slot : paper.form->tables[t].slots)
          if (paper.form->slots[static_cast<size_t>(slot)].part == TargetPart::kWhole)
            record.push_back(TruthOf(paper, filled, slot, static_cast<int>(r)));
        records.push_back(std::move(record));
      }
      out[paper.form->tables[t].name] = std::move(records);
    }
    declarations.push_back(std::move(out));
  }
  line["declarations"] = std::move(declarations);
  return line.dump() + "\n";
}

}  // namespace tabularium
