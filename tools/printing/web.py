"""Sheets as HTML, printed by Chromium."""
import html, pathlib, subprocess, tempfile
import rotate
from sheet import Paragraph, Table

RULES = {"all": "td{border:1px solid #000}", "dotted": "td{border:1px dotted #000}", "dashed": "td{border:1px dashed #000}",
         "double": "td{border:3px double #000}", "frame": "table{border:2.5px solid #000}td{border:.5px solid #000}",
         "rows": "td{border-bottom:1px solid #000}", "none": "",
         "inner": "td{border:1px solid #000}table{border-style:hidden}",
         "head": "table{border-top:1.5px solid #000;border-bottom:1.5px solid #000}tr.h td{border-bottom:1px solid #000}"}


def _cell(cell):
    span = "".join(f' {name}="{n}"' for name, n in (("rowspan", cell.rows), ("colspan", cell.columns)) if n > 1)
    look = ("writing-mode:vertical-rl;text-orientation:upright;text-align:center;letter-spacing:.1em;" if cell.upright else "") + (
        "background:#dde6f0;" if cell.fill else "")
    return f'<td{span}{f" style={chr(34)}{look}{chr(34)}" if look else ""}>{html.escape(cell.text).replace(chr(10), "<br>")}</td>'


def _table(table, number):
    rows = ["".join(_cell(c) for c in table.cells if c.row == r) for r in range(table.rows)]
    widths = table.widths or [1] * table.columns
    columns = "".join(f'<col style="width:{100 * w / sum(widths):.2f}%">' for w in widths)
    marked = [f'<tr{" class=h" if r == max(table.heads, 1) - 1 else ""}>{row}</tr>' for r, row in enumerate(rows)]
    body = f"<thead>{''.join(marked[:table.heads])}</thead>" * (table.heads > 0) + f"<tbody>{''.join(marked[table.heads:])}</tbody>"
    fixed = "table-layout:fixed;" if table.widths else ""
    rules = RULES[table.rules].replace("td{", f"#t{number} td{{").replace("table{", f"#t{number}{{").replace("tr.h #", "#").replace(
        f"tr.h #t{number} td", f"#t{number} tr.h td")
    rules = rules.replace(f"tr.h #t{number}", f"#t{number} tr.h")
    return f'<style>{rules}</style><table id=t{number} style="{fixed}"><colgroup>{columns}</colgroup>{body}</table>'


def body(blocks, name=""):
    """The blocks as HTML; `name` tells the tables of several bodies apart."""
    out = []
    for number, block in enumerate(blocks):
        if isinstance(block, str):
            out.append(block)
        elif isinstance(block, Table):
            out.append(_table(block, f"{name}{number}"))
        else:
            look = f"font-size:{block.size}em;" + "text-align:center;" * block.centred + "break-before:page;" * block.break_before
            if block.mono:
                out.append(f'<pre style="{look}">{html.escape(block.text)}</pre>')
            else:
                out.append(f'<p style="{look}">{html.escape(block.text)}</p>')
    return "\n".join(out)


def page(blocks, css=""):
    return ("<!doctype html><meta charset=utf-8><style>@page{size:A4;margin:18mm 16mm}body{margin:0;font:10.5pt/1.4 'WenQuanYi Micro Hei'}"
            "table{border-collapse:collapse;width:100%;margin:0 0 1em}td{padding:2px 5px;vertical-align:middle}p{margin:.5em 0}"
            "pre{font:9pt/1.25 'DejaVu Sans Mono'}" + css + "</style>" + body(blocks))


def print_to(path, blocks, css="", turned=0):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "a.html")
        source.write_text(page(blocks, css), encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-pdf-tagging", "--virtual-time-budget=2000",
                        f"--user-data-dir={folder}/profile", f"--print-to-pdf={path}", source.as_uri()], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if turned:
        rotate.turn(path, turned)
