// A sheet a table. The library writes files only, and its workbook is closed whatever happens. It is loaded for the first one: it
// brings a library of ciphers with it, which took a fifth of the time in which one page is read. Tested by tables_xlsx_test.cc.
#include <dlfcn.h>
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <vector>

#include "text/width.h"
#include "write/tables.h"

namespace tabularium {
namespace {

constexpr uint32_t kMostRows = LXW_ROW_MAX, kMostColumns = LXW_COL_MAX;
constexpr size_t kMostUnits = 32767;  // UTF-16 units that a cell of a workbook can hold
constexpr time_t kMade = 946684800;  // 2000-01-01: the same tables give the same bytes, at any time
constexpr int kNarrowest = 4, kBroadest = 60;  // letters, of a column

// What is called of the library.
class Library {
 public:
  static const Library& Get() {
    static const Library library;
    return library;
  }
  bool is_whole() const { return whole_; }

 private:
  template <class Function>
  Function* Find(const char* name) {
    void* found = handle_ ? dlsym(handle_, name) : nullptr;
    whole_ = whole_ && found;
    return reinterpret_cast<Function*>(found);
  }

  void* handle_ = dlopen(TABULARIUM_XLSXWRITER, RTLD_NOW | RTLD_LOCAL);  // never closed
  bool whole_ = true;

 public:
  decltype(&::format_set_align) format_set_align = Find<decltype(::format_set_align)>("format_set_align");
  decltype(&::format_set_bold) format_set_bold = Find<decltype(::format_set_bold)>("format_set_bold");
  decltype(&::format_set_border) format_set_border = Find<decltype(::format_set_border)>("format_set_border");
  decltype(&::format_set_num_format_index) format_set_num_format_index = Find<decltype(::format_set_num_format_index)>("format_set_num_format_index");
  decltype(&::format_set_text_wrap) format_set_text_wrap = Find<decltype(::format_set_text_wrap)>("format_set_text_wrap");
  decltype(&::lxw_strerror) lxw_strerror = Find<decltype(::lxw_strerror)>("lxw_strerror");
  decltype(&::workbook_add_format) workbook_add_format = Find<decltype(::workbook_add_format)>("workbook_add_format");
  decltype(&::workbook_add_worksheet) workbook_add_worksheet = Find<decltype(::workbook_add_worksheet)>("workbook_add_worksheet");
  decltype(&::workbook_close) workbook_close = Find<decltype(::workbook_close)>("workbook_close");
  decltype(&::workbook_new) workbook_new = Find<decltype(::workbook_new)>("workbook_new");
  decltype(&::workbook_set_properties) workbook_set_properties = Find<decltype(::workbook_set_properties)>("workbook_set_properties");
  decltype(&::worksheet_ignore_errors) worksheet_ignore_errors = Find<decltype(::worksheet_ignore_errors)>("worksheet_ignore_errors");
  decltype(&::worksheet_merge_range) worksheet_merge_range = Find<decltype(::worksheet_merge_range)>("worksheet_merge_range");
  decltype(&::worksheet_set_column) worksheet_set_column = Find<decltype(::worksheet_set_column)>("worksheet_set_column");
  decltype(&::worksheet_write_string) worksheet_write_string = Find<decltype(::worksheet_write_string)>("worksheet_write_string");
};

struct Look {
  lxw_format* plain;
  lxw_format* head;
};

size_t Units(std::string_view utf8) {
  size_t units = 0;
  for (char c : utf8) units += (c & 0xC0) != 0x80, units += (c & 0xF8) == 0xF0;
  return units;
}

bool Fits(const Table& table) {
  return table.rows <= kMostRows && table.columns <= kMostColumns &&
         std::all_of(table.cells.begin(), table.cells.end(),
                     [](const TableCell& cell) { return Units(cell.text) <= kMostUnits; });
}

void SetWidths(const Library& xlsx, const Table& table, lxw_worksheet* sheet) {
  std::vector<int> widths(table.columns, kNarrowest);
  for (const TableCell& cell : table.cells) {
    if (cell.columns > 1 || cell.column >= table.columns) continue;
    for (std::string_view rest = cell.text; !rest.empty();) {
      size_t end = std::min(rest.find('\n'), rest.size());
      widths[cell.column] =
          std::max(widths[cell.column], std::min(kBroadest, DisplayWidth(rest.substr(0, end)) + 2));
      rest.remove_prefix(std::min(rest.size(), end + 1));
    }
  }
  for (uint32_t c = 0; c < table.columns; ++c)
    xlsx.worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), widths[c],
                         nullptr);
}

lxw_error Fill(const Library& xlsx, const Table& table, const Look& look, lxw_worksheet* sheet) {
  SetWidths(xlsx, table, sheet);
  for (const TableCell& cell : table.cells) {
    auto row = static_cast<lxw_row_t>(cell.row);
    auto column = static_cast<lxw_col_t>(cell.column);
    lxw_format* format = cell.header ? look.head : look.plain;
    lxw_error error = LXW_NO_ERROR;
    if (cell.rows > 1 || cell.columns > 1)
      error = xlsx.worksheet_merge_range(sheet, row, column, row + cell.rows - 1,
                                    static_cast<lxw_col_t>(column + cell.columns - 1),
                                    cell.text.c_str(), format);
    else if (!cell.text.empty())
      error = xlsx.worksheet_write_string(sheet, row, column, cell.text.c_str(), format);
    if (error != LXW_NO_ERROR) return error;
  }
  std::string all = fmt::format("A1:XFD{}", std::max(table.rows, 1u));
  xlsx.worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str());
  return LXW_NO_ERROR;
}

lxw_format* MakeFormat(const Library& xlsx, lxw_workbook* book) {
  lxw_format* format = xlsx.workbook_add_format(book);
  xlsx.format_set_text_wrap(format);
  xlsx.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  xlsx.format_set_border(format, LXW_BORDER_THIN);
  xlsx.format_set_num_format_index(format, 49);  // "@": text
  return format;
}

lxw_error Fill(const Library& xlsx, std::span<const TablesFinding> findings, lxw_workbook* book) {
  lxw_doc_properties properties{};
  properties.created = kMade;
  xlsx.workbook_set_properties(book, &properties);
  Look look{MakeFormat(xlsx, book), MakeFormat(xlsx, book)};
  xlsx.format_set_bold(look.head);
  size_t number = 0;
  for (const TablesFinding& finding : findings)
    for (const Table& table : finding.tables) {
      std::string pages = PagesOf(table);
      std::string name = fmt::format("{}{}{}", ++number, pages.empty() ? "" : " ", pages);
      lxw_worksheet* sheet = xlsx.workbook_add_worksheet(book, name.c_str());
      if (!sheet) return LXW_ERROR_MEMORY_MALLOC_FAILED;
      if (lxw_error error = Fill(xlsx, table, look, sheet); error != LXW_NO_ERROR) return error;
    }
  if (number == 0) xlsx.workbook_add_worksheet(book, nullptr);
  return LXW_NO_ERROR;
}

}  // namespace

std::optional<Error> WriteTablesXlsx(std::span<const TablesFinding> findings,
                                     const std::string& path) {
  for (const TablesFinding& finding : findings)
    for (const Table& table : finding.tables)
      if (!Fits(table))
        return Error{"limit-reached",
                     fmt::format("{}: a table of {} rows and {} columns is more than a workbook "
                                 "can hold (or one of its "
                                 "cells is); take --format csv",
                                 finding.source.path, table.rows, table.columns),
                     path};
  const Library& xlsx = Library::Get();
  if (!xlsx.is_whole())
    return Error{"unreadable", fmt::format("cannot be written without {} (install it, or take --format csv)", TABULARIUM_XLSXWRITER), path};
  // Asked first, since the library prints a message of its own.
  if (!std::ofstream(path, std::ios::binary))
    return Error{"unreadable",
                 fmt::format("cannot be written: {}; name another place with --out",
                             std::generic_category().message(errno)),
                 path};
  lxw_workbook* book = xlsx.workbook_new(path.c_str());
  if (!book) return Error{"unreadable", "there is no memory for a workbook", path};
  lxw_error filled = Fill(xlsx, findings, book), closed = xlsx.workbook_close(book);
  lxw_error error = filled != LXW_NO_ERROR ? filled : closed;
  if (error == LXW_NO_ERROR) return std::nullopt;
  return Error{
      "unreadable",
      fmt::format("cannot be written ({}); name another place with --out", xlsx.lxw_strerror(error)),
      path};
}

}  // namespace tabularium
