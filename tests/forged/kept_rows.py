"""Harms to rows that lose nothing: shifted, torn, joined, repeated, out of order, with junk between them."""
import copy

from paper import TITLE, Cell, Row
from registry import GRID, LABELS, ROWS, free, harm, rich_rows, take

JUNK = ["— {n} —", "第 {n} 页 共 9 页", "第{n}页", "打印时间：2024-03-0{n} 10:2{n}:33", "注：本表一式三份。", "- {n} -", "{n}/9",
        "注：金额单位为元，保留两位小数。", "填报人：周某   联系电话：0000-555010{n}", "（盖章）", "内部资料 注意保存", "Page {n} of 9"]


@harm("row-shifted-left", ROWS)
def row_shifted_left(p):
    """leading empty cell dropped, an empty one added behind"""
    rows = [r for r in free(p, "fund2", "fund4", "goalhead", "ind") if not r.cells[0].text]
    for row in p.rng.sample(rows, min(len(rows), p.rng.randint(1, 3))):
        row.cells = row.cells[1:] + [Cell("")]
        row.touched = True
    return bool(rows)


@harm("row-shifted-right", ROWS)
def row_shifted_right(p):
    """an empty cell too many in front"""
    rows = free(p, "name", "department", "dates", "fund1", "fund2", "fund4", "goaltext", "ind", "comp")
    for row in p.rng.sample(rows, min(len(rows), p.rng.randint(1, 2))):
        row.cells.insert(0, Cell(""))
        if not row.cells[-1].text:
            row.cells.pop()
        row.touched = True
    return bool(rows)


@harm("all-indicators-shifted", ROWS)
def all_indicators_shifted(p):
    """the whole indicator block one column to the left"""
    for row in free(p, "ind"):
        if not row.cells[0].text:
            row.cells = row.cells[1:] + [Cell("")]
            row.touched = True
    return True


@harm("filler-dropped", ROWS)
def filler_dropped(p):
    """an empty cell lost in the middle of the goals' rows"""
    rows = [r for r in free(p, "goalhead", "goaltext") if len(r.cells) > 2 and not r.cells[2].text]
    row = take(p, rows)
    if row:
        del row.cells[2]
        if p.rng.random() < .5:
            row.cells.append(Cell(""))
    return bool(row)


@harm("cell-extra", ROWS)
def cell_extra(p):
    """an empty cell too many within a row"""
    row = take(p, free(p, "name", "department", "dates", "fund1", "fund2", "fund4", "ind"))
    if row:
        row.cells.insert(p.rng.randint(1, len(row.cells) - 1), Cell(""))
    return bool(row)


@harm("row-by-spaces", GRID, group="torn")
def row_by_spaces(p):
    """one row whose tabs became runs of spaces"""
    row = take(p, [r for r in free(p, "name", "department", "dates", "fund1", "ind") if all(c.text for c in r.cells[:4])])
    if row:
        row.cells = [Cell((" " * p.rng.randint(2, 4)).join(c.text for c in row.cells if c.text))]
    return bool(row)


@harm("trailing-empties-missing", GRID, group="columns")
def trailing_empties_missing(p):
    """empty cells at the ends of lines are gone"""
    share = p.rng.choice([1, .5])
    for row in p.rows:
        while len(row.cells) > 1 and not row.cells[-1].text and p.rng.random() < share:
            row.cells.pop()
    return True


@harm("extra-column-left", GRID, group="columns")
def extra_column_left(p):
    """an empty column before all others"""
    for row in p.rows:
        if row.kind not in ("blank", "junk") and (len(row.cells) > 1 or p.edition == "2026"):
            row.cells.insert(0, Cell(""))
    return True


@harm("extra-column-middle", GRID, group="columns")
def extra_column_middle(p):
    """an empty column between two others"""
    at = p.rng.randint(1, 4)
    for row in p.rows:
        if len(row.cells) > at:
            row.cells.insert(at, Cell(""))
    return True


@harm("extra-column-right", GRID, group="columns")
def extra_column_right(p):
    """empty columns behind all others"""
    for row in p.rows:
        if len(row.cells) > 1:
            row.cells += [Cell("") for _ in range(p.rng.randint(1, 4))]
    return True


@harm("row-repeated", ROWS)
def row_repeated(p):
    """rows printed twice, one below the other"""
    rows = free(p, "name", "department", "dates", "fund1", "ind", "comp")
    rows = [r for r in rows if r.kind != "comp" and (r.kind != "ind" or len([c for c in r.cells if c.text]) > 1)]
    for row in p.rng.sample(rows, min(len(rows), p.rng.randint(1, 2))):
        twin = copy.deepcopy(row)
        twin.touched = row.touched = True
        p.rows.insert(index_of(p, row) + 1, twin)
    return bool(rows)


def index_of(p, row):
    return next(i for i, r in enumerate(p.rows) if r is row)


def exchange(p, a, b):
    i, j = index_of(p, a), index_of(p, b)
    p.rows[i], p.rows[j] = p.rows[j], p.rows[i]
    a.touched = b.touched = True


@harm("rows-out-of-order", ROWS)
def rows_out_of_order(p):
    """rows of one block exchanged"""
    decl = p.rng.randrange(len(p.truth))
    head = [r for r in free(p, "name", "department", "dates") if r.decl == decl]
    if len(head) < 2:
        return False
    exchange(p, *p.rng.sample(head, 2))
    return True


@harm("funds-out-of-order", ROWS)
def funds_out_of_order(p):
    """其他资金 before 其中：财政资金"""
    decl = p.rng.randrange(len(p.truth))
    rows = {r.kind: r for r in free(p, "fund2", "fund4") if r.decl == decl}
    if len(rows) < 2:
        return False
    exchange(p, rows["fund2"], rows["fund4"])
    return True


@harm("junk-between-blocks", ROWS)
def junk_between_blocks(p):
    """page numbers, stamps and notes between blocks"""
    for _ in range(p.rng.randint(1, 4)):
        at = p.rng.choice([i for i, r in enumerate(p.rows) if r.kind in ("title", "name", "fund1", "indhead", "compcaption", "blank")])
        line = p.rng.choice(JUNK).format(n=p.rng.randint(1, 9))
        p.rows.insert(at, Row("junk", [Cell(line)], p.rows[at].decl))
    return True


@harm("junk-within-blocks", ROWS)
def junk_within_blocks(p):
    """page numbers and stamps between the rows of a block"""
    for _ in range(p.rng.randint(1, 3)):
        at = p.rng.choice([i for i, r in enumerate(p.rows) if r.kind in ("department", "fund3", "goalhead", "ind")])
        line = p.rng.choice(JUNK[:4] + JUNK[5:7]).format(n=p.rng.randint(1, 9))
        p.rows.insert(at, Row("junk", [Cell(line)], p.rows[at].decl))
    return True


@harm("junk-at-ends", ROWS)
def junk_at_ends(p):
    """lines before the first title and after the last row"""
    p.rows.insert(0, Row("junk", [Cell(p.rng.choice(["附件2", "附件：", "2024年部门预算公开", JUNK[2].format(n=1)]))], 0))
    if p.rows[-1].cells[0].text or len(p.rows[-1].cells) > 1:
        p.rows.append(Row("junk", [Cell(p.rng.choice(JUNK).format(n=2))], p.rows[-1].decl))
    return True


@harm("page-break", ROWS, group="page-break")
def page_break(p):
    """footer, title again and the header again amid the indicators"""
    rows = [r for r in free(p, "ind") if r.record > 1]
    row = take(p, rows)
    if not row:
        return False
    at, d = index_of(p, row), row.decl
    header = next(r for r in p.rows if r.kind == "indhead" and r.decl == d)
    lines = [Row("junk", [Cell("第 1 页 共 2 页")], d)] if p.rng.random() < .6 else []
    if p.rng.random() < .6:
        lines.append(Row("junk", [Cell("")], d))
    if p.rng.random() < .6:
        lines.append(Row("junk", [Cell(TITLE + p.rng.choice(["", "（续表）", "（续）", "(续)"]))], d))
    else:
        lines.append(Row("junk", [Cell(p.rng.choice(["续表", "（续表）", "续上页"]))], d))
    if p.rng.random() < .6:
        lines.append(copy.deepcopy(header))
        lines[-1].touched = True
    p.rows[at:at] = lines
    return True


@harm("page-break-funds", ROWS, group="page-break")
def page_break_funds(p):
    """a page ends between the goals and the funds"""
    row = take(p, free(p, "goalhead"))
    if not row:
        return False
    at = index_of(p, row)
    p.rows[at:at] = [Row("junk", [Cell("— 1 —")], row.decl), Row("junk", [Cell("续表")], row.decl)]
    return True


def titles(p):
    return p.of("title")


@harm("title-missing", LABELS, group="title")
def title_missing(p):
    """no title line"""
    row = p.rng.choice(titles(p))
    p.rows = [r for r in p.rows if r is not row]
    return True


@harm("title-misspelt", LABELS, group="title")
def title_misspelt(p):
    """a letter of the title wrong or missing"""
    for row in titles(p):
        row.cells[0].text = p.rng.choice([TITLE.replace("申报", "申抱"), TITLE.replace("绩效", "积效"), TITLE[1:], TITLE[:-1], TITLE.replace("支出", "")])
    return True


@harm("title-spaced", LABELS, group="title")
def title_spaced(p):
    """the title spaced out, or with words around it"""
    style = p.rng.choice(["spaced", "annex", "year", "wrapped"])
    for row in titles(p):
        year = p.truth[row.decl]["fields"]["project.year"]
        row.cells[0].text = {"spaced": " ".join(TITLE), "annex": "附件1：" + TITLE, "year": TITLE, "wrapped": "《" + TITLE + "》"}[style]
        if style == "year" and isinstance(year, int):
            at = index_of(p, row)
            below = next((r for r in p.rows[at:] if r.kind == "year" and r.decl == row.decl), None)
            if below:
                row.cells.append(Cell(below.cells[0].text, "project.year"))
                p.rows = [r for r in p.rows if r is not below]
    return True


@harm("blank-lines", GRID, group="blank-lines")
def blank_lines(p):
    """blank lines everywhere"""
    out = []
    for row in p.rows:
        out.append(row)
        if p.rng.random() < .4:
            out.append(Row("blank", [Cell("")], row.decl))
    p.rows = out
    return True


@harm("blank-lines-none", GRID, group="blank-lines")
def blank_lines_none(p):
    """no blank line at all"""
    p.rows = [r for r in p.rows if r.kind != "blank"]
    return True


@harm("blank-rows", GRID, group="blank-lines")
def blank_rows(p):
    """rows of empty cells between rows"""
    out = []
    for row in p.rows:
        out.append(row)
        if len(row.cells) > 1 and p.rng.random() < .3:
            out.append(Row("blank", [Cell("") for _ in row.cells], row.decl))
    p.rows = out
    return True


@harm("torn-in-narrative", GRID, group="torn")
def torn_in_narrative(p):
    """a line break inside a goal's text"""
    row = take(p, rich_rows(p))
    if not row:
        return False
    cell = p.rng.choice([c for c in row.cells if c.tag in ("goals.overall", "goals.annual") and len(c.text) > 20])
    for _ in range(p.rng.randint(1, 2)):
        at = p.rng.randrange(8, len(cell.text) - 8)
        if "<" not in cell.text[at - 8:at + 8] and "&" not in cell.text[at - 8:at + 8]:
            cell.text = cell.text[:at] + "\n" + cell.text[at:]
    return True


@harm("torn-between-cells", GRID, group="torn")
def torn_between_cells(p):
    """a line break in place of a tab"""
    row = take(p, [r for r in free(p, "name", "department", "dates", "fund1", "goaltext", "ind")
                   if sum(1 for c in r.cells if c.text) >= 2])
    if not row:
        return False
    filled = [i for i, c in enumerate(row.cells) if c.text]
    at = p.rng.choice(filled[1:])
    rest = copy.copy(row)
    row.cells, rest.cells = row.cells[:at], row.cells[at:]
    p.rows.insert(index_of(p, row) + 1, rest)
    return True


@harm("two-rows-one-line", GRID, group="torn")
def two_rows_one_line(p):
    """a line break lost between two rows"""
    pairs = [(a, b) for a, b in zip(p.rows, p.rows[1:]) if not a.touched and not b.touched
             and (a.kind, b.kind) in (("name", "department"), ("department", "dates"), ("dates", "fund1"), ("fund1", "fund2"), ("fund2", "fund3"),
                                      ("ind", "ind"), ("goaltext", "indhead"))]
    if not pairs:
        return False
    a, b = p.rng.choice(pairs)
    a.cells, a.touched = a.cells + b.cells, True
    p.rows = [r for r in p.rows if r is not b]
    return True


@harm("quoted-cells", GRID, group="torn")
def quoted_cells(p):
    """goals of several lines in quotes (RFC 4180)"""
    done, p.bars = False, None
    for row in p.rows:
        for cell in row.cells:
            if cell.tag in ("goals.overall", "goals.annual") and "。" in cell.text[:-1] and not row.touched:
                cell.text = '"' + cell.text.replace('"', '""').replace("。", "。\n", 1) + '"'
                done = True
    return done


@harm("merged-as-repeats", GRID, group="merges")
def merged_as_repeats(p):
    """merged cells repeat their text instead of standing empty"""
    above = {}
    left = p.rng.random() < .6
    for row in p.rows:
        if row.kind == "indhead" and left:
            above = {0: row.cells[0].text}
        if row.kind != "ind":
            continue
        at = [i for i, c in enumerate(row.cells) if c.tag == "indicators.indicator"]
        if not at or at[0] < 3:
            continue
        for column in (0, at[0] - 2, at[0] - 1):
            if row.cells[column].text:
                above[column] = row.cells[column].text
            elif column in above and (column or left) and not row.touched:
                row.cells[column].text = above[column]
    return True


@harm("merged-across-repeats", GRID, group="merges")
def merged_across_repeats(p):
    """goals repeated over the columns they were merged over"""
    done = False
    for row in p.rows:
        if row.kind in ("goaltext", "goalhead") and not row.touched:
            for i in range(1, len(row.cells)):
                if not row.cells[i].text and row.cells[i - 1].text and i > 1:
                    row.cells[i].text, done = row.cells[i - 1].text, True
            row.touched = True
    return done


@harm("level1-late", ROWS, group="merges")
def level1_late(p):
    """a level 1 stands in a later row of its merge"""
    rows = p.of("ind")
    done = False
    for a, b in zip(rows, rows[1:]):
        tags = lambda r: [c.tag for c in r.cells]
        if "indicators.level1" in tags(a) and "indicators.level1" not in tags(b) and "indicators.level2" in tags(a) and not a.touched and not b.touched and a.decl == b.decl and p.rng.random() < .6:
            i = tags(a).index("indicators.level1")
            if len(a.cells) == len(b.cells) and not b.cells[i].text and "indicators.level2" in tags(b):
                b.cells[i], a.cells[i] = a.cells[i], Cell("")
                a.touched = b.touched = done = True
    return done


@harm("section-late", ROWS)
def section_late(p):
    """the label of a merge (项目资金, 项目绩效目标, 绩效指标) stands in another of its rows"""
    decl = p.rng.randrange(len(p.truth))
    rows = {r.kind: r for r in p.rows if r.decl == decl and r.kind in ("fund1", "fund2", "fund3", "goalhead", "goaltext", "indhead")}
    rows["ind"] = next((r for r in p.rows if r.decl == decl and r.kind == "ind"), None)
    a, b = p.rng.choice([("fund1", "fund2"), ("fund1", "fund3"), ("goaltext", "goalhead"), ("indhead", "ind")])
    if not rows.get(a) or not rows.get(b) or rows[a].touched or rows[b].touched or rows[b].cells[0].text:
        return False
    rows[a].cells[0], rows[b].cells[0] = rows[b].cells[0], rows[a].cells[0]
    rows[a].touched = rows[b].touched = True
    return True


@harm("torn-over-page", GRID, group="torn")
def torn_over_page(p):
    """a goal's text goes on below a page number"""
    row = take(p, rich_rows(p))
    if not row:
        return False
    cell = [c for c in row.cells if c.tag in ("goals.overall", "goals.annual") and len(c.text) > 20][-1]
    at = len(cell.text) // 2
    if "<" in cell.text[at - 60:at + 60] or "&" in cell.text[at - 60:at + 60]:
        return False
    cell.text = cell.text[:at] + "\n" + p.rng.choice(["— 1 —", "第 1 页 共 2 页"]) + "\n" + cell.text[at:]
    return True


@harm("tabs-doubled", GRID, group="columns")
def tabs_doubled(p):
    """every tab typed twice"""
    for row in p.rows:
        row.cells = [c for cell in row.cells for c in (cell, Cell(""))][:-1]
    return True


@harm("quoted-all", GRID, group="torn")
def quoted_all(p):
    """every filled cell in quotes, as some programs export"""
    for row in p.rows:
        for cell in row.cells:
            if cell.text and len(row.cells) > 1:
                cell.text = '"' + cell.text.replace('"', '""') + '"'
    p.bars = None
    return True
