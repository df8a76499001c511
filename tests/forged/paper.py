"""An invented declaration of the form cn-project-target: what it says (truth) and the rows it is printed as.

Tags tell harms what a cell is: "L:name" a printed label, a path such as "project.name" or "indicators.target"
a value, "" an empty square. Tags travel with their cells.
"""
import random
from dataclasses import dataclass, field

import subjects as S

TITLE = "财政项目支出绩效目标申报表"


@dataclass
class Cell:
    text: str
    tag: str = ""


@dataclass
class Row:
    kind: str  # title, year, name, department, dates, fund1..fund4, goalhead, goaltext, indhead, ind, comphead, ...
    cells: list
    decl: int
    record: int = -1  # of its table
    touched: bool = False  # a harm was done here; others keep away


@dataclass
class Paper:
    rows: list
    truth: list  # one {fields, indicators, components} a declaration
    rng: random.Random
    edition: str = "2023"
    harm: list = field(default_factory=list)
    must_review: bool = False
    separator: str = "\t"
    aligned: bool = False
    bars: bool = False
    line_end: str = "\n"
    final_line_end: bool = False
    encoding: str = "utf-8"
    mark: bytes = b""
    on_text: list = field(default_factory=list)  # functions text -> text, run last
    on_bytes: list = field(default_factory=list)  # functions bytes -> bytes, run very last

    def find(self, tag):
        """All (row, place) whose cell bears the tag."""
        return [(r, i) for r in self.rows for i, c in enumerate(r.cells) if c.tag == tag]

    def of(self, *kinds):
        return [r for r in self.rows if r.kind in kinds]


def grouped(cents):
    return f"{cents // 100:,}.{cents % 100:02d}"


def plain(cents):
    return f"{cents // 100}.{cents % 100:02d}"


def target(rng, kind, unit, year):
    """(as printed, as score.py compares it) of one target."""
    n = rng.choice([rng.randint(2, 30), rng.randint(10, 400), rng.randint(3, 90) * 100])
    if kind == "number":
        op = rng.choice(["≥"] * 6 + ["=", ">", ""])
        text = f"{n:,}" if rng.random() < .5 else str(n)
        return f"{op}{text}{unit}", f"{op}{n}{unit}"
    if kind == "plain":
        n = rng.randint(1, 40)
        return f"{n}{unit}", f"{n}{unit}"
    if kind == "scaled":
        v = f"{rng.randint(1, 60)}.{rng.randint(1, 99)}"
        return f"≥{v}{unit}", f"≥{v}{unit}"
    if kind == "approx":
        n = rng.randint(2, 30) * 10
        return rng.choice([f"约{n}{unit}", f"{n}{unit}左右"]), f"≈{n}{unit}"
    if kind == "percent":
        v = rng.choice([85, 90, 92, 95, 98, 100])
        op = "=" if v == 100 else rng.choice(["≥", "≥", "≥", ">"])
        return f"{op}{v}%", f"{op}{v}%"
    if kind == "equal":
        op = rng.choice(["=", "=", ""])
        return f"{op}100%", f"{op}100%"
    if kind == "decimal":
        v = rng.choice(["99.9", "99.99", "98.5"])
        return f"≥{v}%", f"≥{v}%"
    if kind == "below":
        v = rng.choice(["0.1", "0.5", "1", "2"])
        op = rng.choice(["<", "≤"])
        return f"{op}{v}%", f"{op}{v}%"
    if kind == "atmost":
        v = rng.choice(["3.5", "4", "4.5"])
        return f"≤{v}%", f"≤{v}%"
    if kind == "range":
        a = rng.randint(60, 85)
        b = a + rng.randint(3, 12)
        return rng.choice([f"{a}-{b}%", f"{a}%-{b}%", f"{a}～{b}%", f"{a}%~{b}%"]), f"{a}-{b}%"
    if kind == "within":
        v = rng.choice([1, 2, 3, 5, 7, 15, 24, 30])
        op = rng.choice(["≤", "≤", "<"])
        return f"{op}{v}{unit}", f"{op}{v}{unit}"
    if kind == "money":
        v = rng.randint(1, 900)
        u = rng.choice(["万元", "元"])
        v = v * 100 if u == "元" else v
        op = rng.choice(["≥", "≤"])
        return f"{op}{v}{u}", f"{op}{v}{u}"
    if kind in ("per", "plusminus", "zero", "bare"):
        v = {"per": str(rng.randint(2, 12)), "plusminus": "±0.5", "zero": rng.choice(["0", "=0", "≤0"]),
             "bare": rng.choice(["100", "≥95"])}[kind]
        return v + unit, v + unit
    if kind == "word":
        return unit, unit
    text = rng.choice({"often": S.OFTEN, "deadline": S.DEADLINES, "months": S.MONTHS, "grade": S.GRADES}[kind])
    text = text.format(y=year)
    loose = {"每季度不少于1次", "每年110项左右", "1-12月"}  # readings that may differ in good faith
    return text, "*" if text in loose else text


def narrative(rng, subject, place, low, high):
    """Sentences of 80–400 letters without a wording defect."""
    parts = [s.format(p=place) for s in subject["goals"]] + S.GENERIC
    rng.shuffle(parts)
    text, want = "", rng.randint(low, high)
    for part in parts:
        if len(text) >= want:
            break
        text += part
    return text


def indicators(rng, subject, year):
    """Printed and true records, grouped by level 1 and level 2 in the form's order."""
    pool = subject["indicators"] + rng.sample(S.ANYWHERE, rng.randint(0, 4))
    pool.sort(key=lambda i: LEVEL2.index(i[0]))
    outputs = [i for i in pool if S.L1_OF[i[0]] == "产出指标"]
    benefits = [i for i in pool if S.L1_OF[i[0]] == "效益指标"]
    pleased = [i for i in pool if S.L1_OF[i[0]] == "满意度指标"]
    chosen = rng.sample(outputs, rng.randint(2, len(outputs))) + rng.sample(benefits, rng.randint(1, len(benefits)))
    if rng.random() < .9:
        chosen += pleased
    chosen.sort(key=pool.index)
    chosen.sort(key=lambda i: ["产出指标", "效益指标", "满意度指标"].index(S.L1_OF[i[0]]))
    records = [(S.L1_OF[l2], l2, name, *target(rng, kind, unit, year)) for l2, name, kind, unit in chosen]
    if year >= 2022 and rng.random() < .25:
        name = rng.choice(COST_NAMES)
        records.append(("成本指标", "经济成本指标", name, *target(rng, "money", "", year)))
        if rng.random() < .5:
            records.sort(key=lambda r: ["产出指标", "成本指标", "效益指标", "满意度指标"].index(r[0]))
    return records[:14]


COST_NAMES = S.COST
LEVEL2 = list(S.L1_OF)


def cents(rng):
    """A total that a clerk would write."""
    return rng.choice([rng.randint(3, 900) * 1000000, rng.randint(20, 9999) * 100000, rng.randint(100000, 99999999)])


def funds(rng, total, multi_year):
    """Seven amounts in cents or None (blank) that add up."""
    blank = lambda v: v if v or rng.random() < .35 else None
    other = rng.choice([0, 0, 0, total // 5 // 100 * 100])
    annual = rng.choice([total, total // 3 // 100 * 100, total // 2 // 100 * 100]) if multi_year else total
    annual_other = min(annual, other) if other and rng.random() < .8 else 0
    carry = rng.choice([0, 0, 0, (annual - annual_other) // 10 // 100 * 100])
    return dict(total=total, fiscal=total - other, other=blank(other), annual_total=annual,
                annual_fiscal=annual - annual_other - carry, annual_carryover=blank(carry),
                annual_other=blank(annual_other))


@dataclass
class Facts:
    year: int
    name: str
    category: str
    nature: str
    department: str
    unit: str
    start: str
    end: str
    span: tuple
    money: dict
    overall: str
    annual: str
    indicators: list
    components: list  # (year, name, cents)


def place(rng):
    return rng.choice(S.PLACE_A) + rng.choice(S.PLACE_CITY) + rng.choice(S.PLACE_A) + rng.choice(S.PLACE_PART)


def facts(rng, edition, main=None, part=None):
    """A main declaration, or the part (year, name, cents) of `main`."""
    subject = main[1] if main else rng.choice(S.SUBJECTS)
    where = main[2] if main else place(rng)
    short = where[-len(where) // 2:]
    year = main[0].year if main else (rng.choice([2025, 2026]) if edition == "2026" else rng.randint(2019, 2025))
    multi = main[0].span[0] != main[0].span[1] if main else rng.random() < .2
    span = main[0].span if main else ((year, year + rng.randint(1, 2)) if multi else (year, year))
    start = f"{span[0]}-{rng.choice(['01-01', '01-01', '03-01', '02-15'])}"
    end = f"{span[1]}-{rng.choice(['12-31', '12-31', '11-30', '10-31'])}"
    total = part[2] if part else cents(rng)
    name = part[1] if part else rng.choice(["", short]) + rng.choice(subject["projects"]) + rng.choice(["", "项目", "经费", "专项"])
    components = []
    if not main and rng.random() < .6:
        names = rng.sample(subject["projects"], rng.randint(1, 4))
        shares = [total // len(names) // 100 * 100] * len(names)
        shares[0] += total - sum(shares)
        components = [(year, n + rng.choice(["", "子项", "（一期）"]), s) for n, s in zip(names, shares)]
        components = [(y, n if n != name else n + "子项", s) for y, n, s in components]
    fact = Facts(
        year=year, name=name, category=rng.choice(S.CATEGORIES_2026 if edition == "2026" else S.CATEGORIES),
        nature=rng.choice(S.NATURES_2026), department=main[0].department if main else where + subject["office"],
        unit=main[0].unit if main else where + subject["unit"], start=start, end=end, span=span,
        money=funds(rng, total, multi), overall=narrative(rng, subject, short, 80, 300),
        annual=narrative(rng, subject, short, 80, 300), indicators=indicators(rng, subject, year),
        components=components)
    if main and rng.random() < .5:
        fact.overall = main[0].overall
    return fact, subject, where


def truth_of(fact):
    amount = lambda v: None if v is None else plain(v)
    fields = {"project.year": fact.year, "project.name": fact.name, "project.category": fact.category,
              "project.department": fact.department, "project.unit": fact.unit, "project.start": fact.start,
              "project.end": fact.end}
    for key in ("total", "fiscal", "other", "annual_total", "annual_fiscal", "annual_carryover", "annual_other"):
        fields["funds." + key] = amount(fact.money[key])
    fields.update({"goals.from": fact.span[0], "goals.to": fact.span[1], "goals.overall": fact.overall,
                   "goals.annual": fact.annual})
    return {"fields": fields, "indicators": [[a, b, c, t] for a, b, c, _, t in fact.indicators],
            "components": [[y, n, plain(c)] for y, n, c in fact.components]}


def cells(*pairs):
    return [Cell(t, g) for t, g in pairs]


def label(text):
    return (text, "L:" + text)


EMPTY = ("", "")


def body_2023(f, d, money):
    v = lambda key: ("" if f.money[key] is None else money(f.money[key]), "funds." + key)
    yield Row("year", cells((f"({f.year}年度)", "project.year")), d)
    yield None
    yield Row("name", cells(label("项目名称"), (f.name, "project.name"), label("项目类别"), (f.category, "project.category"), EMPTY), d)
    yield Row("department", cells(label("主管部门"), (f.department, "project.department"), label("实施单位"), (f.unit, "project.unit"), EMPTY), d)
    yield Row("dates", cells(label("计划开始日期"), (f.start, "project.start"), label("计划完成日期"), (f.end, "project.end"), EMPTY), d)
    yield Row("fund1", cells(("项目资金 (元)", "L:项目资金"), label("项目资金总额"), v("total"), label("年度资金申请总额"), v("annual_total")), d)
    yield Row("fund2", cells(EMPTY, label("其中：财政资金"), v("fiscal"), label("其中：当年财政拨款"), v("annual_fiscal")), d)
    yield Row("fund3", cells(EMPTY, EMPTY, EMPTY, label("上年结转资金"), v("annual_carryover")), d)
    yield Row("fund4", cells(EMPTY, label("其他资金"), v("other"), label("其他资金"), v("annual_other")), d)
    yield Row("goalhead", cells(EMPTY, (f"项目总目标 ({f.span[0]}年 - {f.span[1]}年)", "goals.from"), EMPTY, label("年度总目标"), EMPTY), d)
    yield Row("goaltext", cells(label("项目绩效目标"), (f.overall, "goals.overall"), EMPTY, (f.annual, "goals.annual"), EMPTY), d)
    yield Row("indhead", cells(label("绩效指标"), label("一级指标"), label("二级指标"), label("三级指标"), label("年度指标值")), d)
    yield from indicator_rows(f, d, lambda a, b, c, t: cells(EMPTY, a, b, c, t))


def body_2026(f, d, money, wide):
    """The edition of 2026: eight columns drawn out (wide), or packed to the left as the exporter of 2023 does."""
    v = lambda key: ("" if f.money[key] is None else money(f.money[key]), "funds." + key)

    def row(kind, *squares):
        out = []
        for text, tag, span in squares:
            out += [Cell(text, tag)] + [Cell("") for _ in range(span - 1 if wide else 0)]
        return Row(kind, out, d)

    l = lambda text, span=1: (*label(text), span)
    slash = lambda iso: "/".join(str(int(p)) for p in iso.split("-"))
    yield row("year", (f"（{f.year}年度）", "project.year", 1))
    yield row("name", l("项目名称", 2), (f.name, "project.name", 2), l("项目性质"), (f.nature, "project.nature", 1),
              l("项目类别"), (f.category, "project.category", 1))
    yield row("department", l("主管部门", 2), (f.department, "project.department", 2), l("实施单位"), (f.unit, "project.unit", 3))
    yield row("dates", l("计划开始日期", 2), (slash(f.start), "project.start", 2), l("计划完成日期"), (slash(f.end), "project.end", 3))
    yield row("fund1", ("项目资金（元）", "L:项目资金", 2), l("项目资金总额", 2), (*v("total"), 1), l("年度资金申请总额", 2), (*v("annual_total"), 1))
    yield row("fund2", ("", "", 2), l("其中：财政资金", 2), (*v("fiscal"), 1), l("其中：当年财政拨款", 2), (*v("annual_fiscal"), 1))
    yield row("fund3", ("", "", 2), ("", "", 2), ("", "", 1), l("上年结转资金", 2), (*v("annual_carryover"), 1))
    yield row("fund4", ("", "", 2), l("其他资金", 2), (*v("other"), 1), l("其他资金", 2), (*v("annual_other"), 1))
    yield row("goalhead", ("", "", 1), (f"项目总体目标 ({f.span[0]} 年-{f.span[1]} 年)", "goals.from", 4), l("年度总体目标", 3))
    yield row("goaltext", l("项目绩效目标"), (f.overall, "goals.overall", 4), (f.annual, "goals.annual", 3))
    yield row("indhead", l("绩效指标"), l("一级指标"), l("二级指标"), l("三级指标", 3), l("年度(/项目)指标值", 2))
    yield from indicator_rows(f, d, lambda a, b, c, t: row("ind", ("", "", 1), (*a, 1), (*b, 1), (*c, 3), (*t, 2)).cells)


def indicator_rows(f, d, arrange):
    above = (None, None)
    for i, (l1, l2, name, text, _) in enumerate(f.indicators):
        a = (l1, "indicators.level1") if l1 != above[0] else EMPTY
        b = (l2, "indicators.level2") if (l1, l2) != above else EMPTY
        above = (l1, l2)
        yield Row("ind", arrange(a, b, (name, "indicators.indicator"), (text, "indicators.target")), d, i)


def component_rows(f, d, money):
    yield None
    yield Row("compcaption", cells(label("项目投入资金构成："), EMPTY, EMPTY), d)
    yield Row("comphead", cells(label("年度"), label("子项目名称"), ("预算金额（元）", "L:预算金额")), d)
    for i, (year, name, amount) in enumerate(f.components):
        yield Row("comp", cells((str(year), "components.year"), (name, "components.name"), (money(amount), "components.budget")), d, i)


def print_rows(f, d, edition, money, wide):
    """The rows of one declaration; None is a blank line."""
    yield from [None] * (2 if d == 0 else 1)
    yield Row("title", cells(label(TITLE)), d)
    yield None
    yield from body_2026(f, d, money, wide) if edition == "2026" else body_2023(f, d, money)
    if f.components:
        yield from component_rows(f, d, money)


def paper(rng):
    """A clean paper of 1–4 declarations."""
    edition = "2026" if rng.random() < .12 else "2023"
    first = facts(rng, edition)
    filed = [first[0]]
    if first[0].components and rng.random() < .6:
        for part in first[0].components[:rng.randint(1, 3)]:
            filed.append(facts(rng, edition, first, part)[0])
    elif rng.random() < .3:
        for _ in range(rng.randint(1, 3)):
            other = facts(rng, edition)[0]
            if other.name not in [f.name for f in filed] + [c[1] for f in filed for c in f.components]:
                filed.append(other)
    rows, wide = [], rng.random() < .6
    p_tags = rng.random() < .7
    for d, f in enumerate(filed):
        for row in print_rows(f, d, edition, grouped, wide):
            rows.append(row or Row("blank", [Cell("")], d))
            for cell in rows[-1].cells:
                if p_tags and edition == "2023" and cell.tag in ("goals.overall", "goals.annual"):
                    cell.text = f"<p>{cell.text}</p>"
    out = Paper(rows, [truth_of(f) for f in filed], rng, edition)
    out.final_line_end = rng.random() < .5
    return out


def columns(text):
    """Display width: letters of the Han world take two columns."""
    return sum(2 if ord(c) >= 0x1100 and c not in "≥≤" else 1 for c in text)


def line_of(row, p, widths):
    texts = [c.text for c in row.cells]
    if p.bars:
        return "| " + " | ".join(texts) + " |" if len(texts) > 1 else texts[0]
    if not p.aligned or len(texts) == 1:
        return p.separator.join(texts)
    out, at = "", 0
    for text, width in zip(texts, widths):
        out += " " * max(at - columns(out), 2 if out.strip() else 0) + text
        at += width
    return out.rstrip(" ")


def written(p):
    """The bytes of the file."""
    widths = {}
    for r in p.rows:
        if len(r.cells) > 1 and r.kind not in ("goaltext", "junk"):
            w = widths.setdefault((r.decl, len(r.cells)), [0] * len(r.cells))
            for i, c in enumerate(r.cells):
                w[i] = max(w[i], columns(c.text) + 2)
    text = "\n".join(line_of(r, p, widths.get((r.decl, len(r.cells)), [4] * len(r.cells))) for r in p.rows)
    if p.final_line_end:
        text += "\n"
    for change in p.on_text:
        text = change(text)
    data = p.mark + text.replace("\n", p.line_end).encode(p.encoding)
    for change in p.on_bytes:
        data = change(data)
    return data
