// A file is a sequence of blocks: an unindented line with one of five words, and the indented lines
// below it. The lines of `form` and `picture` are read here; those of `fields`, `words` and
// `checks` wait until all slots are known. Tested by compile_test.cc and tests/grammar/.

#include <algorithm>

#include "compile/draft.h"

namespace tabularium {
namespace {

constexpr std::string_view kRowLetters = "|?+*";

class Outline {
 public:
  Outline(std::string_view file, Complaints* complaints) : file_(file), complaints_(complaints) {}

  std::vector<DraftForm> Parse() {
    uint32_t at = file_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < file_.size() && !complaints_->Full()) {
      SourceLine line = LineFrom(file_, at);
      at = Next(line.place);
      if (line.kind == SourceLine::kHead) Head(line.place);
      if (line.kind != SourceLine::kBody) continue;
      if (indent_ == 0) indent_ = line.indent;
      line.place.begin += line.indent;
      while (block_ != kPicture && block_ != kForm) {
        const SourceLine more = NextBody(at);
        if (more.kind != SourceLine::kBody || more.indent <= indent_) break;
        line.place.end = more.place.end;
        at = Next(more.place);
      }
      Body(line.place);
    }
    return std::move(forms_);
  }

 private:
  enum Block { kNone, kForm, kPicture, kFields, kWords, kChecks, kSkipped };

  uint32_t Next(DraftPlace line) const {
    return static_cast<uint32_t>(std::min<size_t>(file_.size(), size_t{line.end} + 1));
  }

  // The first line from there that is neither empty nor a comment; an empty one at the end of the
  // file.
  SourceLine NextBody(uint32_t at) const {
    SourceLine line;
    while (at < file_.size()) {
      line = LineFrom(file_, at);
      if (line.kind == SourceLine::kBody || line.kind == SourceLine::kHead) break;
      at = Next(line.place);
    }
    return line;
  }

  void Bad(DraftPlace place, std::string message, std::string hint = {}) {
    complaints_->Add(Code::kBadLine, place, std::move(message), std::move(hint));
  }

  void Head(DraftPlace place) {
    indent_ = 0;
    Scanner line(file_, place);
    const Phrase word = line.TakeName();
    if (word.text == "form") return FormHead(&line, place);
    static constexpr struct {
      std::string_view word;
      Block block;
    } kBlocks[] = {
        {"picture", kPicture}, {"fields", kFields}, {"words", kWords}, {"checks", kChecks}};
    block_ = kSkipped;
    for (const auto& [name, block] : kBlocks) {
      if (word.text != name) continue;
      if (forms_.empty()) return Bad(place, "a file begins with a form", "form NAME EDITION");
      block_ = block;
      if (block == kPicture) return PictureHead(&line);
      if (!line.AtEnd())
        Bad(line.Rest(), "nothing follows here", "put it on an indented line below");
      return;
    }
    Bad(place, "a line at the margin begins a block: form, picture, fields, words or checks",
        "indent what belongs to a block");
  }

  void FormHead(Scanner* line, DraftPlace place) {
    block_ = kForm;
    DraftForm form;
    form.place = place;
    form.id = line->TakePhrase(kBlanks);
    form.edition = line->TakePhrase(kBlanks);
    if (form.id.text.empty() || form.edition.text.empty() || !line->AtEnd())
      Bad(place, "a form has a name and an edition, of one word each",
          "form cn-project-target 2023");
    forms_.push_back(std::move(form));
  }

  void PictureHead(Scanner* line) {
    DraftPicture picture;
    picture.name = line->TakeName();
    if (picture.name.text.empty() || picture.name.text.find_first_of(".*{") != std::string::npos) {
      Bad(line->Rest(), "a picture has a name", "picture funds");
      block_ = kSkipped;
      return;
    }
    if (line->TakeSign(",")) {
      picture.optional = line->Take("optional");
      if (!picture.optional) Bad(line->Rest(), "a picture may be `optional`, nothing else");
    } else if (!line->AtEnd()) {
      Bad(line->Rest(), "nothing follows the name of a picture but `, optional`");
    }
    forms_.back().pictures.push_back(std::move(picture));
  }

  void Body(DraftPlace place) {
    switch (block_) {
      case kNone:
        return Bad(place, "a file begins with a form", "form NAME EDITION");
      case kForm:
        return FormLine(place);
      case kPicture:
        return PictureLine(place);
      case kFields:
        return forms_.back().fields.push_back(place);
      case kWords:
        return forms_.back().words.push_back(place);
      case kChecks:
        return forms_.back().checks.push_back(place);
      case kSkipped:
        return;
    }
  }

  void PictureLine(DraftPlace place) {
    DraftForm& form = forms_.back();
    Scanner line(file_, place);
    if (kRowLetters.find(line.Peek()) == std::string_view::npos)
      return Bad(line.Rest(), "a row of a picture is squares between bars",
                 "| 项目名称 | {name} |");
    if (++rows_ > kMostRows)
      return complaints_->Add(Code::kTooLarge, place, "more rows than a form may have");
    form.pictures.back().rows.push_back(ParseRow(file_, {line.at(), place.end}, complaints_));
  }

  void FormLine(DraftPlace place) {
    DraftForm& form = forms_.back();
    Scanner line(file_, place);
    if (line.Take("title")) {
      form.titles.insert(form.titles.begin(), line.TakePhrase(""));
    } else if (line.Take("also")) {
      do form.titles.push_back(line.TakePhrase(","));
      while (line.TakeSign(","));
    } else if (line.Take("begins")) {
      Begins(&line, &form);
    } else if (line.Take("parts")) {
      form.parts_row = line.TakeName();
      const bool equal = line.TakeSign("=");
      form.parts_name = line.TakeName();
      if (!equal || form.parts_row.text.empty() || form.parts_name.text.empty())
        Bad(place, "`parts` ties a column of the main declaration to a field of the part",
            "parts components.name = project.name");
    } else if (line.Take("ends with")) {
      form.ends = line.TakeName();
    } else {
      return Bad(line.Rest(), "a form says its title, also, begins, parts, ends with");
    }
    if (!line.AtEnd()) Bad(line.Rest(), "the line should end here");
  }

  void Begins(Scanner* line, DraftForm* form) {
    if (line->Take("at title")) {
      form->begins = Form::kAtTitle;
    } else if (line->Take("at page")) {
      form->begins = Form::kAtPage;
    } else if (line->Take("once")) {
      form->begins = Form::kOnce;
    } else if (line->Take("where")) {
      form->begins = Form::kWhereSlotChanges;
      form->begins_slot = line->TakeName();
      if (!line->Take("changes"))
        Bad(line->Rest(), "a declaration begins where a slot changes",
            "begins where project.name changes");
    } else {
      Bad(line->Rest(), "a declaration begins at title, at page, once, or where a slot changes");
      line->JumpTo(line->Rest().end);
    }
  }

  std::string_view file_;
  Complaints* complaints_;
  std::vector<DraftForm> forms_;
  Block block_ = kNone;
  uint32_t indent_ = 0;  // of the block's first line; deeper ones go on from the line above
  size_t rows_ = 0;      // of the whole file
};

}  // namespace

SourceLine LineFrom(std::string_view file, uint32_t begin) {
  SourceLine line;
  line.place = {begin, static_cast<uint32_t>(std::min(file.find('\n', begin), file.size()))};
  uint32_t at = begin;
  while (at < line.place.end && IsBlank(file[at])) ++at;
  line.indent = at - begin;
  if (at == line.place.end) return line;
  line.kind = file[at] == '#' ? SourceLine::kComment
              : at > begin || kRowLetters.find(file[at]) != std::string_view::npos
                  ? SourceLine::kBody
                  : SourceLine::kHead;
  return line;
}

uint32_t CommentOf(std::string_view file, DraftPlace line) {
  Scanner scanner(file, line);
  const bool row =
      kRowLetters.find(scanner.Peek()) != std::string_view::npos && scanner.Peek() != '\0';
  uint32_t bar = line.begin;
  for (uint32_t i = line.begin; i < line.end; ++i) {
    if (file[i] == '\\') {
      ++i;
    } else if (file[i] == '|') {
      bar = i;
    } else if (file[i] == '"' && !row && (i == line.begin || IsBlank(file[i - 1]))) {
      const size_t close = file.substr(0, line.end).find('"', i + 1);
      if (close != std::string_view::npos) i = static_cast<uint32_t>(close);
    } else if (file[i] == '#' && row) {
      const std::string_view since = file.substr(bar + 1, i - bar - 1);
      if (since.find_first_not_of(kBlanks) == std::string_view::npos) return i;
    } else if (file[i] == '#' && (i == line.begin || IsBlank(file[i - 1]))) {
      return i;
    }
  }
  return line.end;
}

std::vector<DraftForm> ParseOutline(std::string_view file, Complaints* complaints) {
  return Outline(file, complaints).Parse();
}

}  // namespace tabularium
