"""Harms that lose or falsify information: a person must see the paper. Each says in the truth what the paper still says."""
import re

from paper import Cell, Row, grouped
from registry import FILE, FIRST, GRID, HARMS, ROWS, forget, free, harm, take, values

REQUIRED = ["project.name", "project.department", "project.unit", "project.start", "project.end", "funds.total", "funds.annual_total", "project.year"]
SLIPS = {"治理": "自理", "保障": "保章", "服务": "服物", "监督": "监都", "落实": "落石", "绩效": "积效", "资金": "资今", "建设": "建社",
         "群众": "群种", "规范": "归范", "质量": "质亮", "管理": "管里"}


def indexed(p, row):
    return next(i for i, r in enumerate(p.rows) if r is row)


def remove(p, row):
    if any("万元" in c.text and c.tag.startswith("L:") for c in row.cells):  # nothing tells the unit any more
        for other, cell in values(p, "funds."):
            if other.decl == row.decl and cell.text:
                forget(p, other, cell, "*")
    for cell in list(row.cells):
        forget(p, row, cell, None)
    p.rows = [r for r in p.rows if r is not row]


def register_lost_row(kind):
    def do(p):
        row = take(p, [r for r in p.rows if r.kind == kind and not r.touched])
        if row:
            remove(p, row)
        return bool(row)
    do.__doc__ = f"the row {kind} is not there"
    harm(f"row-lost-{kind}", ROWS, group="lost", review=True)(do)


for _kind in ("year", "name", "department", "dates", "fund1", "fund2", "goaltext"):
    register_lost_row(_kind)


@harm("value-lost", FIRST, group="lost", review=True)
def value_lost(p):
    """a required cell is blank"""
    found = [(r, c) for r, c in values(p, *REQUIRED) if c.text and not r.touched and r.kind != "year"]
    row, cell = p.rng.choice(found)
    forget(p, row, cell, None)
    cell.text, row.touched = "", True
    return True


@harm("year-blank", FIRST, group="lost", review=True)
def year_blank(p):
    """（ 年度）with no year in it"""
    row, cell = p.rng.choice(values(p, "project.year"))
    forget(p, row, cell, None)
    cell.text = p.rng.choice(["（    年度）", "( 年度)", "（年度）"])
    return True


@harm("label-and-value-lost", ROWS, group="lost", review=True)
def label_and_value_lost(p):
    """label and value of a required slot are both blank"""
    row = take(p, free(p, "name", "department", "dates"))
    if not row:
        return False
    tags = [i for i, c in enumerate(row.cells) if c.tag in REQUIRED]
    at = p.rng.choice(tags)
    forget(p, row, row.cells[at], None)
    for i in range(at, -1, -1):
        done = row.cells[i].tag.startswith("L:")
        row.cells[i] = Cell("")
        if done:
            break
    return True


@harm("target-lost", FIRST, group="lost", review=True)
def target_lost(p):
    """an indicator's target is blank"""
    row, cell = p.rng.choice(values(p, "indicators.target"))
    forget(p, row, cell, None)
    cell.text, row.touched = "", True
    return True


@harm("addend-lost", FIRST, group="lost", review=True)
def addend_lost(p):
    """an amount that the total needs is blank"""
    others = {"funds.fiscal": ("funds.other",), "funds.annual_fiscal": ("funds.annual_carryover", "funds.annual_other")}
    found = [(r, c) for r, c in values(p, *others) if c.text and any(p.truth[r.decl]["fields"][o] is not None for o in others[c.tag])]
    if not found:
        return False
    row, cell = p.rng.choice(found)
    forget(p, row, cell, None)
    cell.text, row.touched = "", True
    return True


def falsified(rng, text):
    """The same amount with one digit changed."""
    digits = [i for i, c in enumerate(text[:-3]) if c.isdigit()]
    at = rng.choice(digits)
    new = rng.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + new + text[at + 1:]


@harm("amount-falsified", FIRST, group="lost", review=True)
def amount_falsified(p):
    """a digit of an amount changed, so that sums fail"""
    found = [(r, c) for r, c in values(p, "funds.total", "funds.fiscal", "funds.annual_total", "funds.annual_fiscal") if c.text]
    row, cell = p.rng.choice(found)
    cell.text = falsified(p.rng, cell.text)
    forget(p, row, cell, cell.text.replace(",", ""))
    return True


@harm("budget-falsified", FIRST, group="lost", review=True)
def budget_falsified(p):
    """a component's budget changed"""
    found = values(p, "components.budget")
    if not found:
        return False
    row, cell = p.rng.choice(found)
    cell.text = falsified(p.rng, cell.text)
    forget(p, row, cell, cell.text.replace(",", ""))
    return True


@harm("component-lost", ROWS, group="lost", review=True)
def component_lost(p):
    """one of several component rows is not there"""
    rows = [r for r in p.of("comp") if len(p.truth[r.decl]["components"]) > 1]
    if not rows:
        return False
    row = p.rng.choice(rows)
    del p.truth[row.decl]["components"][row.record]
    for other in p.of("comp"):
        if other.decl == row.decl and other.record > row.record:
            other.record -= 1
    p.rows = [r for r in p.rows if r is not row]
    return True


def drop_after(p, row):
    """Forgets all rows after this one, which must be of the last declaration."""
    at = indexed(p, row)
    for later in p.rows[at + 1:]:
        for cell in later.cells:
            forget(p, later, cell, None)
    kept = {(r.kind, r.record) for r in p.rows[:at + 1] if r.decl == row.decl}
    truth = p.truth[row.decl]
    truth["indicators"] = [t for i, t in enumerate(truth["indicators"]) if ("ind", i) in kept]
    truth["components"] = [t for i, t in enumerate(truth["components"]) if ("comp", i) in kept]
    p.rows = p.rows[:at + 1]


def outputs_only(p):
    """The rows of the last declaration's indicators that stand before any benefit or satisfaction."""
    last = len(p.truth) - 1
    rows = []
    for row in p.of("ind"):
        if row.decl == last:
            if p.truth[last]["indicators"][row.record][0] in ("效益指标", "满意度指标"):
                break
            rows.append(row)
    return rows


@harm("truncated-in-row", GRID, group="truncated", review=True)
def truncated_in_row(p):
    """the file stops in the middle of a row"""
    last = len(p.truth) - 1
    rows = [r for r in p.rows if r.decl == last and not r.touched and (r.kind in ("fund4", "goaltext") or r in outputs_only(p))]
    row = take(p, rows)
    if not row:
        return False
    drop_after(p, row)
    filled = [i for i, c in enumerate(row.cells) if c.text]
    at = p.rng.choice(filled)
    for cell in row.cells[at + 1:]:
        forget(p, row, cell, None)
    cell = row.cells[at]
    forget(p, row, cell, "*")
    if row.kind == "ind" and at < len(row.cells) - 1:  # a record of which too little is left to be one
        p.truth[last]["indicators"][row.record] = ["*"] * 4
    cell.text = cell.text[:max(1, len(cell.text) // 2)]
    row.cells = row.cells[:at + 1]
    p.final_line_end = False
    return True


@harm("truncated-after-row", GRID, group="truncated", review=True)
def truncated_after_row(p):
    """the file ends after a row, before any benefit or satisfaction"""
    last = len(p.truth) - 1
    rows = [r for r in p.rows if r.decl == last and (r.kind in ("dates", "fund4", "goaltext", "indhead") or r in outputs_only(p))]
    row = p.rng.choice(rows)
    drop_after(p, row)
    return True


def mark_letter(p, letter, tags=("project.name", "project.department", "project.unit", "goals.overall", "goals.annual", "indicators.indicator")):
    """Replaces a letter of a value, which the truth can't know any more."""
    found = [(r, c) for r, c in values(p, *tags) if len(c.text) > 4 and "<" not in c.text[3:5] and not r.touched]
    if not found:
        return False
    row, cell = p.rng.choice(found)
    at = p.rng.randrange(4, len(cell.text)) if "<" not in cell.text else len(cell.text) // 2
    cell.text = cell.text[:at] + letter + cell.text[at + 1:]
    forget(p, row, cell, "*")
    return True


@harm("replacement-letter", FIRST, group="damage", review=True)
def replacement_letter(p):
    """U+FFFD in a value"""
    return mark_letter(p, p.rng.choice(["\ufffd", "\ufffd\ufffd"]))


@harm("mojibake-residue", FIRST, group="damage", review=True)
def mojibake_residue(p):
    """锟斤拷 in a value"""
    return mark_letter(p, p.rng.choice(["锟斤拷", "锟斤拷锟斤拷"]))


@harm("nul-letters", FIRST, group="damage", review=True)
def nul_letters(p):
    """NUL in a value"""
    return mark_letter(p, "\0")


@harm("bytes-damaged", FILE, group="encoding", review=True)
def bytes_damaged(p):
    """bytes that are no letter in the file's encoding"""
    if not mark_letter(p, "\U000f1234"):
        return False
    p.encoding = p.rng.choice(["utf-8", "utf-8", "gb18030"])
    bad = p.rng.choice([b"\xff", b"\xe5\x85", b"\x80\x80", b"\xc0\xaf"] if p.encoding == "utf-8" else [b"\xff\xff", b"\x81\x30"])
    hole = "\U000f1234".encode(p.encoding)
    p.on_bytes.append(lambda data: data.replace(hole, bad))
    return True


@harm("date-impossible", FIRST, group="date-text", review=True)
def date_impossible(p):
    """2023-02-30"""
    row, cell = p.rng.choice(values(p, "project.start", "project.end"))
    year = cell.text[:4]
    cell.text = p.rng.choice(["{}-02-30", "{}-13-01", "{}-04-31", "{}-00-10", "{}年2月30日"]).format(year)
    forget(p, row, cell, "*")
    return True


@harm("date-words", FIRST, group="date-text", review=True)
def date_words(p):
    """待定 for a date"""
    row, cell = p.rng.choice(values(p, "project.start", "project.end"))
    cell.text = p.rng.choice(["待定", "见附件", "按合同约定", "2023-01-0l"])
    forget(p, row, cell, "*")
    return True


@harm("dates-reversed", FIRST, group="date-text", review=True)
def dates_reversed(p):
    """the start after the end"""
    d = p.rng.randrange(len(p.truth))
    cells = {c.tag: c for r, c in values(p, "project.start", "project.end") if r.decl == d}
    a, b, fields = cells["project.start"], cells["project.end"], p.truth[d]["fields"]
    a.text, b.text = b.text, a.text
    fields["project.start"], fields["project.end"] = fields["project.end"], fields["project.start"]
    return True


@harm("year-outside-goals", FIRST, group="lost", review=True)
def year_outside_goals(p):
    """the year is none of the goals' years"""
    row, cell = p.rng.choice(values(p, "project.year"))
    year = p.truth[row.decl]["fields"]["project.year"]
    new = p.truth[row.decl]["fields"]["goals.to"] + p.rng.randint(1, 3)
    cell.text = cell.text.replace(str(year), str(new))
    forget(p, row, cell, new)
    return True


@harm("junk-row", ROWS, group="lost", review=True)
def junk_row(p):
    """a row of several cells that the form does not know"""
    row = take(p, free(p, "department", "dates", "fund2", "goalhead"))
    if not row:
        return False
    texts = p.rng.choice([["备用字段甲", "其他说明内容", "附加信息", "一二三四"], ["内部编号", "XJ-0417", "经办科室", "综合科"], ["联系人", "何某", "电话", "0000-5550100"]])
    p.rows.insert(indexed(p, row), Row("junk", [Cell(t) for t in texts] + [Cell("")], row.decl, touched=True))
    return True


@harm("unit-conflict", ROWS, group="money-text", review=True)
def unit_conflict(p):
    """单位：万元 above, （元） in the label"""
    if not p.of("fund1"):
        return False
    row = p.rng.choice(p.of("fund1"))
    p.rows.insert(indexed(p, row), Row("junk", [Cell(p.rng.choice(["单位：万元", "金额单位：万元", "（单位：万元）"]))], row.decl))
    for r, cell in values(p, "funds.", "components.budget"):
        if r.decl == row.decl and cell.text:
            forget(p, r, cell, "*")
    return True


@harm("amount-words", FIRST, group="lost", review=True)
def amount_words(p):
    """见附件 for an amount"""
    row, cell = p.rng.choice([(r, c) for r, c in values(p, "funds.total", "funds.fiscal", "funds.annual_total", "funds.annual_fiscal") if c.text])
    cell.text = p.rng.choice(["见附件", "待核定", cell.text.replace("0", "O", 1) if "0" in cell.text[:-3] else "另附", "按实际", "3.8.0"])
    forget(p, row, cell, "*")
    return True


@harm("category-outside", FIRST, group="lost", review=True)
def category_outside(p):
    """a category that the form does not offer"""
    row, cell = p.rng.choice(values(p, "project.category"))
    cell.text = p.rng.choice(["临时性活动", "其它", "甲类"])
    forget(p, row, cell, cell.text)
    return True


def parts(p):
    """Declarations named by a component of an earlier one."""
    found = []
    for d, truth in enumerate(p.truth):
        for main in range(d):
            if any(c[1] == truth["fields"]["project.name"] for c in p.truth[main]["components"]):
                found.append((main, d))
    return found


@harm("part-disagrees", FIRST, group="lost", review=True)
def part_disagrees(p):
    """department or unit of a part is another than the main declaration's"""
    found = parts(p)
    if not found:
        return False
    main, d = p.rng.choice(found)
    tag = p.rng.choice(["project.department", "project.unit"])
    row, cell = next((r, c) for r, c in values(p, tag) if r.decl == d)
    cell.text = "岚庭县" + cell.text[-5:]
    forget(p, row, cell, cell.text)
    return True


@harm("part-amount-disagrees", FIRST, group="lost", review=True)
def part_amount_disagrees(p):
    """a part's total is another than its component's budget"""
    found = parts(p)
    if not found:
        return False
    main, d = p.rng.choice(found)
    money = {c.tag: (r, c) for r, c in values(p, "funds.") if r.decl == d}
    total = int(money["funds.total"][1].text.replace(",", "").replace(".", "")) + 120000
    fiscal = int(money["funds.fiscal"][1].text.replace(",", "").replace(".", "")) + 120000
    for tag, cents in (("funds.total", total), ("funds.fiscal", fiscal)):
        row, cell = money[tag]
        cell.text = grouped(cents)
        forget(p, row, cell, cell.text.replace(",", ""))
    return True


@harm("foreign-token", FIRST, group="wording", review=True)
def foreign_token(p):
    """and between Han letters"""
    between = re.compile(r"(?<=[\u4e00-\u9fff])、(?=[\u4e00-\u9fff])")
    found = [(r, c) for r, c in values(p, "goals.overall", "goals.annual") if between.search(c.text)]
    if not found:
        return False
    row, cell = p.rng.choice(found)
    word = p.rng.choice([" and ", " of ", " the ", " with "])
    cell.text = between.sub(word, cell.text, count=1)
    old = p.truth[row.decl]["fields"][cell.tag]
    forget(p, row, cell, old if old == "*" else between.sub(word, old, count=1))
    return True


@harm("slip-by-sound", FIRST, group="wording", review=True)
def slip_by_sound(p):
    """自理 for 治理"""
    found = [(r, c, a) for r, c in values(p, "goals.overall", "goals.annual") for a in SLIPS if a in c.text]
    if not found:
        return False
    row, cell, word = p.rng.choice(found)
    cell.text = cell.text.replace(word, SLIPS[word], 1)
    old = p.truth[row.decl]["fields"][cell.tag]
    forget(p, row, cell, old if old == "*" else old.replace(word, SLIPS[word], 1))
    return True


@harm("near-duplicate", FIRST, group="wording", review=True)
def near_duplicate(p):
    """a part's goal differs from the main one's in one letter"""
    for main, d in parts(p):
        fields = p.truth[d]["fields"]
        if fields["goals.overall"] == p.truth[main]["fields"]["goals.overall"] and len(fields["goals.overall"]) >= 110:
            row, cell = next((r, c) for r, c in values(p, "goals.overall") if r.decl == d)
            at = len(cell.text) // 2
            letter = "丙" if cell.text[at] != "丙" else "丁"
            text = fields["goals.overall"]
            shift = at - (3 if cell.text.startswith("<p>") else 0)
            cell.text = cell.text[:at] + letter + cell.text[at + 1:]
            forget(p, row, cell, text[:shift] + letter + text[shift + 1:])
            return True
    return False


@harm("level2-misplaced", FIRST, group="lost", review=True)
def level2_misplaced(p):
    """数量指标 under 效益指标"""
    found = [(r, c) for r, c in values(p, "indicators.level2") if c.text.endswith("效益指标")]
    if not found:
        return False
    row, cell = p.rng.choice(found)
    cell.text = "质量指标"
    forget(p, row, cell, cell.text)
    return True


@harm("script-in-cell", FIRST, group="markup", review=True)
def script_in_cell(p):
    """a <script> in a goal"""
    row, cell = p.rng.choice(values(p, "goals.overall", "goals.annual"))
    if not cell.text:
        return False
    cell.text += "<script>var file_appendix='';</script>"
    return True
