"""Tables of every kind, and what only looks like tables, with the grids that are printed."""
import json, re
import odf, pango, sheet, web
from sheet import Paragraph, Table, grid

CROPS = [["District", "Farms", "Barley (t)", "Oats (t)", "Share"],
         ["Nordmoor", "112", "4,310.5", "1,208.0", "31 %"],
         ["Hallund", "87", "2,945.0", "980.2", "22 %"],
         ["Vestby", "203", "5,112.8", "2,377.9", "40 %"],
         ["Oster Vale", "45", "871.3", "", "7 %"],
         ["All", "447", "13,239.6", "4,566.1", "100 %"]]
SPANS = [["Region", "2021", "<", "2022", "<"],
         ["^", "Births", "Deaths", "Births", "Deaths"],
         ["North", "1,204", "998", "1,187", "1,011"],
         ["South", "2,330", "1,870", "2,290", "1,902"],
         ["Islands", "77", "81", "69", "90"]]
MERGED = [["Group", "Station", "Reading", "<"],
          ["^", "^", "Morning", "Evening"],
          ["River", "Alder bridge", "4.2", "4.9"],
          ["^", "Mill weir", "3.8", "4.0"],
          ["^", "Old ferry", "5.1", "<"],
          ["Lake", "West jetty", "11.0", "11.4"],
          ["^", "Boat house", "10.7", "11.2"],
          ["Notes", "Readings in metres above the gauge", "<", "<"]]
LONG = [["Term", "Meaning", "Since"],
        ["Commons", "Land that the whole parish may use for grazing, for turf and for wood that has fallen, but not for wood that stands", "1604"],
        ["Heriot", "The best beast, due to the lord when a tenant dies", "1287"],
        ["Pannage", "Leave to let pigs eat acorns in the forest in autumn, paid for by the head", "1319"]]
HAN = [["项目", "单位", "数量", "金额（元）"], ["图书", "册", "1,200", "36,000.00"], ["书架", "个", "24", "19,200.00"], ["桌椅", "套", "16", "8,640.00"]]
HEBREW = [["עיר", "בתי ספר", "תלמידים (אלף)"], ["תל ארזים", "12", "4,310"], ["באר גנים", "7", "2,945"], ["רמת אלון הישנה", "19", "5,112"], ["סך הכול", "38", "12,367"]]
RAISED = [["Field", "Area (km²)", "Yield¹", "Change²"], ["Long acre", "4.2", "1,208³", "+3"], ["Mill piece", "3.8", "987", "−1⁴"], ["Far end", "11.0", "2,377", "+12"]]
PROSE = ("The ferry left the island shortly before six, as it had done every morning since the pier was rebuilt. Nobody spoke much. "
         "The mailbags lay in the bow, and the two crates of seedlings for the nursery had been tied down with more care than they needed. "
         "When the light on the headland went out, the helmsman nodded, as if somebody had asked him a question, and turned the wheel a little. ")
STYLE = "body{font-family:'Liberation Sans'}"


def counted(rows):
    return [["No", "Parcel", "Owner", "Area"]] + [[str(n), f"{'ABCDEFG'[n % 7]}-{100 + 7 * n}", f"{('Ash', 'Birk', 'Cole', 'Dorn')[n % 4]} & {('Ely', 'Finn', 'Gray')[n % 3]}",
                                                   f"{(n * 37) % 90 + 10}.{n % 10} ha"] for n in range(1, rows + 1)]


def mono(rows):
    lines = ["-" * 58]
    for i, row in enumerate(rows):
        lines.append(f"{row[0]:<12}{row[1]:>8}{row[2]:>14}{row[3]:>12}{row[4]:>9}")
        if i == 0:
            lines.append("-" * 58)
    return "\n".join(lines + ["-" * 58])


def leaders(rows):
    return "\n".join(f"{(name + ' ').ljust(34, '.')} {a:>8} {b:>8}" for name, a, b in rows)


LEADERS = [["Harbour dues", "4,120", "4,388"], ["Market fees", "980", "1,015"], ["Rents of the weigh house", "2,240", "2,240"], ["Fines", "77", "104"]]
CHART = ('<svg width="480" height="240" font-family="Liberation Sans" font-size="10">' + "".join(
    f'<rect x="{50 + 60 * i}" y="{200 - h}" width="36" height="{h}" fill="#4878a8"/><text x="{56 + 60 * i}" y="215">{2016 + i}</text>'
    f'<text x="{58 + 60 * i}" y="{195 - h}">{h}</text>' for i, h in enumerate((80, 120, 95, 150, 170, 60, 110)))
    + "".join(f'<line x1="45" x2="470" y1="{200 - 50 * k}" y2="{200 - 50 * k}" stroke="#bbb"/><text x="20" y="{203 - 50 * k}">{50 * k}</text>' for k in range(4)) + "</svg>")
LIST = ("<ol>" + "".join(f"<li>{t}</li>" for t in ("Close the sluice before the tide turns.", "Write the height of the water into the book.",
        "Tell the keeper of the lower gate.", "Look after the lamps, and trim the wicks.")) + "</ol><ul>" + "".join(
        f"<li>{t}</li>" for t in ("Two lanterns, one of them spare", "A rope of twenty fathoms", "The key of the gate house")) + "</ul>")
ZEBRA = "tr:nth-child(even) td{background:#e8eef4}tr:first-child td{background:#355;color:#fff}"
NESTED = "<div style='border:2px solid #333;padding:10px'><p>Return of the harvest</p>"

INTRO = Paragraph(PROSE)


def before(table, css="", **options):
    """The table after a paragraph, and followed by one."""
    return "Chromium", [INTRO, table, INTRO], {"css": STYLE + css, **options}, [table]


def on(program, blocks, **options):
    return program, blocks, options, [b for b in blocks if isinstance(b, Table)]


def hand(program, blocks, tables, **options):
    return program, blocks, options, tables


def filled(rows):
    table = grid(rows, rules="none")
    for c in table.cells:
        c.fill = c.row % 2 == 1
    return table


def raised(table):
    """The table with raised figures set as browsers set them: smaller letters above the line."""
    html = web.body([table])
    for n, figure in enumerate("¹²³⁴", 1):
        html = html.replace(figure, f"<sup>{n}</sup>")
    return html


def lowered(rows):
    """What raised figures are read as: behind a digit a word of its own, behind a letter a part of the word."""
    figures = {"¹": "1", "²": "2", "³": "3", "⁴": "4"}
    return [[re.sub("(.)([¹²³⁴])", lambda m: m[1] + " " * m[1].isdigit() + figures[m[2]], text) for text in row] for row in rows]


CASES = {
    "rules-all": ("rules around every cell", before(grid(CROPS))),
    "rules-dotted": ("dotted rules", before(grid(CROPS, rules="dotted"))),
    "rules-dashed": ("dashed rules", before(grid(CROPS, rules="dashed"))),
    "rules-double": ("double rules", before(grid(CROPS, rules="double"))),
    "rules-thick-frame": ("a thick frame around thin rules", before(grid(CROPS, rules="frame"))),
    "rules-no-outer": ("rules between cells only", before(grid(CROPS, rules="inner"))),
    "rules-rows": ("rules below the rows only", before(grid(CROPS, rules="rows"))),
    "rules-head": ("rules above and below the head and below all", before(grid(CROPS, rules="head"))),
    "rules-none": ("no rules at all", before(grid(CROPS, rules="none"))),
    "merged": ("cells merged over rows and over columns", before(grid(MERGED))),
    "spanning-heads": ("headings over several columns", before(grid(SPANS))),
    "spanning-heads-no-rules": ("headings over several columns, and a rule below the head only",
                                before(grid(SPANS, rules="head", heads=2), "tr:nth-child(1) td[colspan]{text-align:center}")),
    "lines-in-cells": ("cells of several lines", before(grid(LONG, widths=[2, 6, 1]))),
    "lines-in-cells-rows": ("cells of several lines, and rules below the rows only", before(grid(LONG, widths=[2, 6, 1], rules="rows"), "td{vertical-align:top}")),
    "lines-in-cells-no-rules": ("cells of several lines, set apart by white space", before(
        grid(LONG, widths=[2, 6, 1], rules="none"), "td{vertical-align:top;padding-bottom:9px}")),
    "filled-rows": ("backgrounds of rows, which are no borders", before(grid(CROPS, rules="none"), ZEBRA)),
    "filled-cells": ("every second row filled, cell by cell", before(filled(CROPS))),
    "numbers-right": ("numbers set to the right, no rules", before(grid(CROPS, rules="none"), "td+td{text-align:right}")),
    "han": ("Chinese, all rules", hand("Chromium", [grid(HAN)], [grid(HAN)])),
    "han-no-rules": ("Chinese, no rules", hand("Chromium", [grid(HAN, rules="none")], [grid(HAN)])),
    "hebrew": ("Hebrew, written from right to left, all rules", before(grid(HEBREW), "td,p{font-family:'DejaVu Sans'}")),
    "hebrew-no-rules": ("Hebrew, written from right to left, no rules", hand("Chromium", [grid(HEBREW, rules="none")], [grid(HEBREW)], css="td{font-family:'DejaVu Sans'}")),
    "raised-figures": ("raised figures: notes and units", hand("Chromium", [INTRO, raised(grid(RAISED)), INTRO], [grid(lowered(RAISED))], css=STYLE)),
    "raised-figures-no-rules": ("raised figures, no rules", hand("Chromium", [INTRO, raised(grid(RAISED, rules="none")), INTRO], [grid(lowered(RAISED))], css=STYLE + "td+td{text-align:right}")),
    "turned": ("the page is turned by its reader (/Rotate)", before(grid(CROPS), "@page{page-orientation:rotate-right}", turned=270)),
    "sideways": ("the page is lettered sideways", before(grid(CROPS), "@page{page-orientation:rotate-right}")),
    "nested-frames": ("a ruled table in a frame around text", hand("Chromium", [NESTED, grid(CROPS), "<p>Signed by the reeve.</p></div>"], [grid(CROPS)], css=STYLE)),
    "side-by-side": ("two tables beside each other", hand(
        "Chromium", ["<div style='display:flex;gap:3em;align-items:start'>", grid(HAN), grid([["Port", "Depth"], ["Ister", "4.5 m"], ["Quell", "6.0 m"]]), "</div>"],
        [grid(HAN), grid([["Port", "Depth"], ["Ister", "4.5 m"], ["Quell", "6.0 m"]])])),
    "over-pages": ("a table over three pages, its head printed again", on("Chromium", [grid(counted(40), heads=1)], css=STYLE + "@page{size:A5}")),
    "over-pages-no-head": ("a table over two pages without a head on the second", on("Pango", [INTRO, grid(counted(24))], font="Liberation Sans", height=420)),
    "over-pages-no-rules": ("a table without rules over two pages, its head printed again", on("Chromium", [grid(counted(40), heads=1, rules="head")], css=STYLE + "@page{size:A5}")),
    "over-pages-split-row": ("a row that a page break cuts", hand("Chromium", [Paragraph(PROSE * 2), grid(LONG, widths=[2, 3, 1])], [grid(LONG)],
                                                                   css=STYLE + "@page{size:A6}body{font-size:9pt}td{vertical-align:top}")),
    "mono-dashes": ("monospace, drawn with dashes", hand("Pango", [INTRO, Paragraph(mono(CROPS), mono=True)], [grid(CROPS)], font="Liberation Sans", size=8)),
    "mono-dot-leaders": ("monospace, dot leaders before the figures", hand("Pango", [Paragraph(leaders(LEADERS), mono=True)], [grid(LEADERS)])),
    "writer-rules": ("all rules", on("Writer", [grid(CROPS)], font="Liberation Serif")),
    "writer-merged": ("merged cells", on("Writer", [INTRO, grid(MERGED)], font="Liberation Serif")),
    "writer-no-rules": ("no rules", on("Writer", [INTRO, grid(CROPS, rules="none")], font="Liberation Serif")),
    "writer-over-pages": ("over pages, its head printed again", on("Writer", [grid(counted(70), heads=1)], font="Liberation Serif")),
    "calc-rules": ("all rules", on("Calc", [grid(CROPS)], font="Liberation Sans")),
    "calc-no-rules": ("no rules", on("Calc", [grid(CROPS, rules="none")], font="Liberation Sans")),
    "pango-merged": ("merged cells, rules as strokes", on("Pango", [INTRO, grid(MERGED)], font="Liberation Sans")),
    "pango-rows": ("rules below the rows", on("Pango", [INTRO, grid(CROPS, rules="rows")], font="Liberation Sans")),
    "not-prose-in-columns": ("prose in two columns is no table", hand("Chromium", [f"<div style='columns:2;column-gap:2em'><p>{PROSE * 5}</p></div>"], [], css=STYLE)),
    "not-prose-in-three-columns": ("prose in three columns is no table", hand("Chromium", [f"<div style='columns:3;column-gap:2em;text-align:justify'><p>{PROSE * 6}</p></div>"], [], css=STYLE)),
    "not-list": ("lists are no tables", hand("Chromium", [INTRO, LIST], [], css=STYLE)),
    "not-chart": ("a chart with its scale is no table", hand("Chromium", [INTRO, CHART], [], css=STYLE)),
    "not-prose": ("prose, and a framed note, are no tables", hand("Writer", [Paragraph("A crossing", 1.5, True), INTRO, Paragraph(PROSE * 3)], [], font="Liberation Serif")),
}
KNOWN = {}
PROGRAMS = {"Chromium": web.print_to, "Writer": odf.print_by_writer, "Calc": odf.print_by_calc, "Pango": pango.print_to}


def expected(tables):
    out = [{"rows": t.rows, "columns": t.columns, "cells": [
        {"row": c.row, "column": c.column, "rows": c.rows, "columns": c.columns, "text": c.text} for c in t.cells]} for t in tables]
    lines = json.dumps({"tables": out}, ensure_ascii=False)
    return lines.replace('{"row"', '\n   {"row"').replace('{"rows": ', '\n  {"rows": ') + "\n"


def print_all(wanted):
    for name, (shows, (program, blocks, options, tables)) in CASES.items():
        case = "tables/" + name
        if not wanted(case):
            continue
        folder = sheet.ROOT / "corpus" / case
        folder.mkdir(parents=True, exist_ok=True)
        PROGRAMS[program](folder / "source.pdf", blocks, **options)
        (folder / "expected.json").write_text(expected(tables), encoding="utf-8")
        (folder / "origin.md").write_text(f"Shows: {shows}.\n" + f"\nKnown to be read wrong: {KNOWN.get(name)}.\n" * (name in KNOWN) +
                                          f"\nPrinted by {program}, by tools/print_cases; everything in it is invented.\n"
                                          "Licence: Apache-2.0.\n", encoding="utf-8")
        print(case)
