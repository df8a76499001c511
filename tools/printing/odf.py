"""Sheets as flat OpenDocument, printed by LibreOffice: Writer's tables, or Calc's."""
import pathlib, shutil, subprocess, tempfile
from xml.sax.saxutils import escape
from sheet import Paragraph, Table

NAMES = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
         'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
         'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
         'office:version="1.3"')
BORDERS = {"all": "0.5pt solid #000000", "none": "none", "dotted": "0.75pt dotted #000000", "dashed": "0.75pt dashed #000000",
           "double": "1.5pt double #000000"}
WIDE = 17.0  # centimetres between the margins


def _lines(text, style):
    return "".join(f'<text:p text:style-name="{style}">{escape(line)}</text:p>' for line in text.split("\n"))


def _rows(table, style):
    starts = {(c.row, c.column): c for c in table.cells}
    covered = {(r, k) for c in table.cells for r in range(c.row, c.row + c.rows) for k in range(c.column, c.column + c.columns)} - set(starts)
    rows = []
    for r in range(table.rows):
        row = ""
        for k in range(table.columns):
            cell = starts.get((r, k))
            if (r, k) in covered:
                row += "<table:covered-table-cell/>"
            elif cell is None:
                row += "<table:table-cell/>"
            else:
                spans = f' table:number-rows-spanned="{cell.rows}" table:number-columns-spanned="{cell.columns}"'
                look = style + ("v" if cell.upright else "f" if cell.fill else "")
                row += (f'<table:table-cell table:style-name="{look}" office:value-type="string"{spans}>'
                        f'{_lines(cell.text, "cell")}</table:table-cell>')
        rows.append(f"<table:table-row>{row}</table:table-row>")
    if table.heads:
        rows[:table.heads] = [f"<table:table-header-rows>{''.join(rows[:table.heads])}</table:table-header-rows>"]
    return "".join(rows)


def _columns(table, number):
    widths = table.widths or [1] * table.columns
    styles = "".join(f'<style:style style:name="c{number}.{i}" style:family="table-column"><style:table-column-properties '
                     f'style:column-width="{WIDE * w / sum(widths):.3f}cm"/></style:style>' for i, w in enumerate(widths))
    return styles, "".join(f'<table:table-column table:style-name="c{number}.{i}"/>' for i in range(table.columns))


def _styles(font, size):
    text = f'fo:font-size="{{}}pt" style:font-name="F" style:font-name-asian="F" style:font-size-asian="{{}}pt"'
    out = [f'<style:style style:name="cell" style:family="paragraph"><style:text-properties {text.format(size, size)}/></style:style>',
           f'<style:style style:name="head" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>'
           f'<style:text-properties {text.format(size * 1.5, size * 1.5)}/></style:style>',
           f'<style:style style:name="newpage" style:family="paragraph"><style:paragraph-properties fo:break-before="page" fo:text-align="center"/>'
           f'<style:text-properties {text.format(size * 1.5, size * 1.5)}/></style:style>',
           f'<style:style style:name="calc" style:family="table" style:master-page-name="Default"/>'
           f'<style:style style:name="tab" style:family="table"><style:table-properties style:width="{WIDE}cm" table:border-model="collapsing"/></style:style>']
    for name, border in BORDERS.items():
        for suffix, more in (("", ""), ("v", ' style:writing-mode="tb-rl"'), ("f", ' fo:background-color="#dde6f0"')):
            out.append(f'<style:style style:name="{name}{suffix}" style:family="table-cell"><style:table-cell-properties fo:border="{border}" '
                       f'fo:padding="0.1cm" fo:wrap-option="wrap" style:vertical-align="middle"{more}/><style:text-properties {text.format(size, size)}/></style:style>')
    return f'<office:font-face-decls><style:font-face style:name="F" svg:font-family="\'{font}\'"/></office:font-face-decls>', "".join(out)


PAGE = ('<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm" '
        'style:scale-to-X="1" style:scale-to-Y="0"/><style:header-style/><style:footer-style/></style:page-layout>')
MASTER = ('<office:master-styles><style:master-page style:name="Default" style:page-layout-name="P"><style:header style:display="false"/>'
          '<style:footer style:display="false"/></style:master-page><style:master-page style:name="Standard" style:page-layout-name="P">'
          '<style:header style:display="false"/><style:footer style:display="false"/></style:master-page></office:master-styles>')


def _convert(path, document, suffix):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "a" + suffix)
        source.write_text(document, encoding="utf-8")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder,
                        str(source)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.copy(pathlib.Path(folder, "a.pdf"), path)


def _document(kind, font, size, automatic, body):
    fonts, styles = _styles(font, size)
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:mimetype="application/vnd.oasis.opendocument.{kind}">'
            f"{fonts}<office:automatic-styles>{PAGE}{styles}{automatic}</office:automatic-styles>{MASTER}"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>")


def print_by_writer(path, blocks, font="WenQuanYi Micro Hei", size=10.5):
    automatic, body = "", ""
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            style = "newpage" if block.break_before else "head" if block.size > 1 or block.centred else "cell"
            body += _lines(block.text, style)
            continue
        styles, columns = _columns(block, number)
        automatic += styles
        body += f'<table:table table:style-name="tab">{columns}{_rows(block, block.rules)}</table:table>' + _lines("", "cell")
    _convert(path, _document("text", font, size, automatic, body), ".fodt")


def print_by_calc(path, blocks, font="WenQuanYi Micro Hei", size=9):
    """One sheet: paragraphs are rows of their own, over all columns."""
    wide = max(b.columns for b in blocks if isinstance(b, Table))
    first = next(b for b in blocks if isinstance(b, Table) and b.columns == wide)
    automatic, columns = _columns(first, 0)
    body = ""
    for block in blocks:
        if isinstance(block, Paragraph):
            body += (f'<table:table-row><table:table-cell table:style-name="none" office:value-type="string" '
                     f'table:number-columns-spanned="{wide}">{_lines(block.text, "head")}</table:table-cell></table:table-row>')
        else:
            body += _rows(block, block.rules)
    _convert(path, _document("spreadsheet", font, size, automatic, f'<table:table table:name="a" table:style-name="calc">{columns}{body}</table:table>'), ".fods")
