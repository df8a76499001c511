"""Harms that lose nothing: habits of exporters and of people who fill in forms, as real files show them."""
import re

from paper import TITLE, Cell, Row
from registry import FILE, FIRST, GRID, LABELS, ROWS, VALUES, forget, free, harm, labels, take, values

NUMBERS = "一二三四五六七八九十"


@harm("labels-numbered", LABELS, group="labels")
def labels_numbered(p):
    """numbers before labels: 一、项目名称"""
    style = p.rng.choice(["{h}、{t}", "{n}.{t}", "（{h}）{t}", "{n}、{t}", "({n}) {t}"])
    for d in range(len(p.truth)):
        names = ("L:项目名称", "L:主管部门", "L:实施单位", "L:计划开始日期", "L:计划完成日期", "L:项目类别")
        for n, (row, cell) in enumerate([(r, c) for r, c in values(p, *names) if r.decl == d], 1):
            cell.text = style.format(h=NUMBERS[n - 1], n=n, t=cell.text)
    return True


@harm("labels-starred", LABELS, group="labels")
def labels_starred(p):
    """marks of required squares: *项目名称"""
    style = p.rng.choice(["*{}", "{}*", "＊{}", "* {}", "{} *", "★{}"])
    for row, cell in values(p, "L:项目名称", "L:主管部门", "L:实施单位", "L:计划开始日期", "L:计划完成日期", "L:项目资金总额"):
        cell.text = style.format(cell.text)
    return True


@harm("labels-with-colon", LABELS, group="labels")
def labels_with_colon(p):
    """a colon behind every label"""
    mark = p.rng.choice(["：", ":"])
    for row, cell in labels(p):
        if not cell.text.endswith(("：", "）", ")")):
            cell.text += mark
    return True


@harm("labels-wrapped", GRID, group="torn")
def labels_wrapped(p):
    """line breaks within cells of labels and levels, in quotes"""
    done, p.bars = False, None
    for row in p.rows:
        for cell in row.cells:
            short = cell.tag.startswith("L:") or cell.tag in ("indicators.level1", "indicators.level2")
            if short and row.kind != "title" and len(row.cells) > 1 and len(cell.text) >= 4 and p.rng.random() < .3:
                at = len(cell.text) // 2
                cell.text, done = f'"{cell.text[:at]}\n{cell.text[at:]}"', True
    return done


@harm("year-in-title", LABELS, group="title")
def year_in_title(p):
    """the year before the title instead of below it"""
    style = p.rng.choice(["{}年{}", "{}年度{}", "（{}年度）{}"])
    found = []
    for d in range(len(p.truth)):
        title = next((r for r in p.of("title") if r.decl == d), None)
        year = next((r for r in p.of("year") if r.decl == d), None)
        value = p.truth[d]["fields"]["project.year"]
        if not title or not year or not isinstance(value, int):
            return False
        found.append((title, year, value))
    for title, year, value in found:
        title.cells[0].text = style.format(value, TITLE)
        p.rows = [r for r in p.rows if r is not year]
    return True


@harm("place-in-title", LABELS, group="title")
def place_in_title(p):
    """a place before the title"""
    for row in p.of("title"):
        row.cells[0].text = p.rng.choice(["临澜县", "云汀市", "望川新区", "省级", "市本级"]) + row.cells[0].text
    return True


@harm("title-across", GRID, group="title-cells")
def title_across(p):
    """merged titles and years given again in every column, or with empty cells behind them"""
    again = p.rng.random() < .5
    for row in p.rows:
        if row.kind in ("title", "year") and len(row.cells) == 1:
            row.cells = [row.cells[0]] + [Cell(row.cells[0].text if again else "") for _ in range(4)]
    return True


SIGNATURES = ["填报人：周某", "填报人：周某    联系电话：0000-5550101", "填报日期：2024年3月5日", "单位负责人（签字）：          年   月   日", "（盖章）",
              "经办人：何某  审核人：吴某", "单位公章", "制表人：何某", "报送日期：2024-03-05", "联系人：周某"]
NOTES = ["注：1.本表由项目单位填写，一式三份。", "2.绩效指标值应当量化，不能量化的应当可衡量。", "3.项目资金以预算批复为准。",
         "填报说明：", "说明：本表所称项目资金包括财政资金和其他资金。", "备注：无"]


@harm("signatures", ROWS, group="ends")
def signatures(p):
    """who filled it in, below the last row"""
    for d in range(len(p.truth)):
        last = max(i for i, r in enumerate(p.rows) if r.decl == d and r.kind != "junk")
        lines = p.rng.sample(SIGNATURES, p.rng.randint(1, 3))
        p.rows[last + 1:last + 1] = [Row("junk", [Cell(line)], d) for line in lines]
    return True


@harm("notes-below", ROWS, group="ends")
def notes_below(p):
    """notes of several lines below the last row"""
    last = len(p.rows) - 1
    d = p.rows[last].decl
    first = p.rng.randint(0, 3)
    p.rows += [Row("junk", [Cell(line)], d) for line in NOTES[first:first + p.rng.randint(1, 4)]]
    return True


@harm("unit-caption", ROWS)
def unit_caption(p):
    """单位：元 above the table, as its labels say"""
    if any("万元" in c.text for r, c in labels(p)):
        return False
    for row in p.of("name"):
        at = next(i for i, r in enumerate(p.rows) if r is row)
        p.rows.insert(at, Row("junk", [Cell(p.rng.choice(["单位：元", "金额单位：元", "（单位：元）", "单位:元"]))], row.decl))
    return True


@harm("filer-above", ROWS)
def filer_above(p):
    """填报单位 and 填报日期 above the table"""
    for row in p.of("title"):
        unit = p.truth[row.decl]["fields"]["project.unit"]
        if not unit or unit == "*":
            return False
        at = next(i for i, r in enumerate(p.rows) if r is row)
        style = p.rng.choice(["填报单位：{}", "填报单位（盖章）：{}", "填报单位：{}    填报日期：2024-03-05"])
        p.rows.insert(at + 1, Row("junk", [Cell(style.format(unit))], row.decl))
    return True


@harm("pairs-exchanged", GRID, group="columns")
def pairs_exchanged(p):
    """the right pair of a row before the left one: 项目类别 before 项目名称"""
    rows = [r for r in free(p, "name", "department", "dates") if p.edition == "2023" and len(r.cells) >= 4]
    row = take(p, rows)
    if row:
        row.cells[:4] = row.cells[2:4] + row.cells[:2]
    return bool(row)


@harm("indicator-columns-exchanged", GRID, group="columns")
def indicator_columns_exchanged(p):
    """年度指标值 before 三级指标, in header and rows"""
    rows = p.of("indhead", "ind")
    if p.edition != "2023" or any(r.touched or len(r.cells) != 5 for r in rows):
        return False
    for row in rows:
        row.cells[3], row.cells[4] = row.cells[4], row.cells[3]
        row.touched = True
    return True


@harm("level1-points", VALUES)
def level1_points(p):
    """points behind a level: 产出指标（50分）"""
    points = {"产出指标": 50, "效益指标": 30, "满意度指标": 10, "成本指标": 20}
    style = p.rng.choice(["{}（{}分）", "{}({}分)", "{}（{} 分）"])
    for row, cell in values(p, "indicators.level1"):
        if cell.text in points:
            cell.text = style.format(cell.text, points[cell.text])
    return True


@harm("levels-short", VALUES)
def levels_short(p):
    """产出, 数量 for 产出指标, 数量指标"""
    done = False
    for row, cell in values(p, "indicators.level1", "indicators.level2"):
        if cell.text.endswith("指标") and "公众" not in cell.text:
            cell.text, done = cell.text[:-2], True
    return done


@harm("floats", VALUES, group="money-text")
def floats(p):
    """numbers as a data frame prints them: 380000.0"""
    for row, cell in values(p, "funds.", "components.budget"):
        if re.fullmatch(r"[0-9,]+\.[0-9]{2}", cell.text):
            cell.text = f"{float(cell.text.replace(',', '')):.10g}"
            cell.text += "" if "." in cell.text else ".0"
    return True


@harm("apostrophes", VALUES, group="date-text")
def apostrophes(p):
    """what a spreadsheet puts before texts that look like numbers: '2023-01-01"""
    for row, cell in values(p, "project.start", "project.end"):
        cell.text = "'" + cell.text
    return True


@harm("dates-with-words", VALUES, group="date-text")
def dates_with_words(p):
    """2023年01月01日起 and the like"""
    style = p.rng.choice([("{}起", "{}止"), ("自{}", "至{}"), ("{}开始", "{}完成"), ("{}前", "{}前")][:3])
    for row, cell in values(p, "project.start", "project.end"):
        found = re.findall(r"\d+", cell.text)
        if len(found) == 3:
            cell.text = style[cell.tag == "project.end"].format("{}年{}月{}日".format(*map(int, found)))
    return True


@harm("percent-in-brackets", VALUES)
def percent_in_brackets(p):
    """≥90(%)"""
    done = False
    for row, cell in values(p, "indicators.target"):
        if re.fullmatch(r"[≥≤=<>]?[0-9.]+%", cell.text):
            cell.text, done = cell.text.replace("%", p.rng.choice(["(%)", "（%）"])), True
    return done


@harm("indented", VALUES)
def indented(p):
    """goals that begin with two wide blanks, as a letter does"""
    for row, cell in values(p, "goals.overall", "goals.annual"):
        if cell.text and not cell.text.startswith("<"):
            cell.text = "\u3000\u3000" + cell.text
    return True


@harm("blank-entities", VALUES)
def blank_entities(p):
    """empty cells of a page: &nbsp;"""
    for row in p.rows:
        if len(row.cells) > 1:
            for cell in row.cells:
                cell.text = cell.text or "&nbsp;"
    return True


@harm("commas", FILE, group="separator")
def commas(p):
    """a,b with quotes where RFC 4180 wants them"""
    if p.bars is None:
        return False
    for row in p.rows:
        for cell in row.cells:
            if any(c in cell.text for c in ',"\n'):
                cell.text = '"' + cell.text.replace('"', '""') + '"'
    p.separator = ","
    return True


@harm("box-drawing", FILE, group="separator")
def box_drawing(p):
    """bars and rulers of box drawing"""
    if p.bars is None:
        return False
    p.bars = True
    p.on_text.append(lambda text: "\n".join(
        line.replace("| ", "│ ").replace(" |", " │") + ("\n├────┼────┤" if line.startswith("| ") else "") for line in text.split("\n")))
    return True


@harm("wide-blanks", FILE, group="separator")
def wide_blanks(p):
    """columns of wide blanks (U+3000) instead of tabs"""
    p.aligned = True
    p.on_text.append(lambda text: re.sub(r"(?<=\S)((?:  )+)(?=\S)", lambda m: "\u3000" * (len(m.group()) // 2), text))
    return True
