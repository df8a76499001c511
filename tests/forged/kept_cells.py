"""Harms within cells that lose nothing: spellings of values and labels, markup, letters."""
import html
import re

from registry import LABELS, VALUES, free, harm, labels, take, values

WIDE = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})
DIGITS_WIDE = str.maketrans("0123456789,.-", "０１２３４５６７８９，．－")
CAPITAL = "零壹贰叁肆伍陆柒捌玖"
SMALL = "〇一二三四五六七八九"

RELATIONS = {"≥": [">=", "≧", "＞＝", "不低于", "不少于", "大于等于", ">=", "＞=", "=>", "≥ ", "》"],
             "≤": ["<=", "≦", "＜＝", "不超过", "小于等于", "不高于", "<=", "≤ "],
             "=": ["＝", "等于", "= "], ">": ["＞", "大于", "> "], "<": ["＜", "小于", "< "]}


@harm("relation-spelling", VALUES)
def relation_spelling(p):
    """≥ written >=, ＞＝, 不低于 …"""
    done = False
    for row, cell in values(p, "indicators.target"):
        op = cell.text[:1]
        if op in RELATIONS and not re.match(r"<[a-z/]", cell.text) and p.rng.random() < .7:
            after = {"≥": "以上", "≤": "以内"}.get(op)
            if after and p.rng.random() < .1:
                cell.text = cell.text[1:] + after
            else:
                cell.text = p.rng.choice(RELATIONS[op]) + cell.text[1:]
            done = True
    return done


@harm("percent-width", VALUES)
def percent_width(p):
    """％ for %, full-width digits in targets"""
    done = False
    for row, cell in values(p, "indicators.target"):
        if re.search(r"[0-9]", cell.text):
            cell.text = cell.text.replace("%", "％") if p.rng.random() < .5 else cell.text.translate(DIGITS_WIDE)
            done = True
    return done


@harm("target-spaced", VALUES)
def target_spaced(p):
    """spaces within a target: ≥ 16 次"""
    done = False
    for row, cell in values(p, "indicators.target"):
        found = re.fullmatch(r"([≥≤=<>]?)([0-9.,]+)(.*)", cell.text)
        if found:
            cell.text = " ".join(g for g in found.groups() if g)
            done = True
    return done


@harm("digits-wide", VALUES, group="money-text")
def digits_wide(p):
    """full-width digits in amounts and dates"""
    for row, cell in values(p, "funds.", "components.budget", "project.start", "project.end", "components.year"):
        cell.text = cell.text.translate(DIGITS_WIDE)
    return True


def chinese(n, zero):
    return "".join(zero[int(d)] for d in str(n))


def small_number(n):
    """1–31 in words."""
    tens, ones = divmod(n, 10)
    return ("" if tens < 2 else SMALL[tens]) + ("十" if tens else "") + (SMALL[ones] if ones else "")


DATES = [lambda y, m, d: f"{y}年{m}月{d}日", lambda y, m, d: f"{y}年{m:02d}月{d:02d}日", lambda y, m, d: f"{y}/{m}/{d}",
         lambda y, m, d: f"{y}.{m}.{d}", lambda y, m, d: f"{y}{m:02d}{d:02d}", lambda y, m, d: f"{y}/{m:02d}/{d:02d}",
         lambda y, m, d: f"{y} 年 {m} 月 {d} 日", lambda y, m, d: f"{y}－{m:02d}－{d:02d}", lambda y, m, d: f"{y}—{m}—{d}",
         lambda y, m, d: f"{y}-{m}-{d}", lambda y, m, d: f"{y} - {m:02d} - {d:02d}", lambda y, m, d: f"{y}.{m:02d}.{d:02d}",
         lambda y, m, d: f"{chinese(y, SMALL)}年{small_number(m)}月{small_number(d)}日",
         lambda y, m, d: f"{y}-{m:02d}-{d:02d} 00:00:00"]


@harm("date-spelling", VALUES, group="date-text")
def date_spelling(p):
    """dates in all spellings"""
    style = p.rng.choice(DATES)
    for row, cell in values(p, "project.start", "project.end"):
        found = re.findall(r"\d+", cell.text)
        if len(found) == 3:
            cell.text = style(*map(int, found))
    return True


@harm("year-spelling", VALUES)
def year_spelling(p):
    """the year line in other spellings"""
    style = p.rng.choice(["（{}年度）", "{}年度", "( {} 年度 )", "（{}年）", "年度：{}年", "（ {}  年度）", "{}年"])
    for row, cell in values(p, "project.year"):
        found = re.search(r"\d+", cell.text)
        if not found:
            continue
        year = found.group()
        cell.text = style.format(p.rng.choice([year, year, year.translate(DIGITS_WIDE)]))
    return True


@harm("period-spelling", VALUES)
def period_spelling(p):
    """the years inside the goal label in other spellings"""
    style = p.rng.choice(["（{}年-{}年）", "({}年—{}年)", "（{}年至{}年）", "({} 年 - {} 年)", " ({}年-{}年)", "（{}年～{}年）", "（{}-{}年）", "({}-{})"])
    for row, cell in values(p, "goals.from"):
        a, b = re.findall(r"\d+", cell.text)[:2]
        cell.text = re.match(r"[^ (（]+", cell.text).group() + style.format(a, b)
    return True


MONEY = [lambda t: "¥" + t, lambda t: "￥" + t, lambda t: t + "元", lambda t: t.replace(",", ""), lambda t: t.replace(",", "，"),
         lambda t: "人民币" + t + "元", lambda t: "¥ " + t, lambda t: t.replace(",", " "), lambda t: t.removesuffix(".00"),
         lambda t: t.replace(",", "").removesuffix(".00"), lambda t: t.replace(",", ", "), lambda t: "CNY " + t,
         lambda t: " " + t + " "]


@harm("money-spelling", VALUES, group="money-text")
def money_spelling(p):
    """amounts with ¥, 元, without separators"""
    style = p.rng.choice(MONEY)
    for cell in amounts(p, "funds.", "components.budget"):
        cell.text = style(cell.text)
    return True


def amounts(p, *tags):
    """The cells that hold an amount as clean papers print it."""
    return [c for r, c in values(p, *tags) if re.fullmatch(r"[0-9,]+\.[0-9]{2}", c.text)]


def capitals(amount):
    """An amount of whole cents in the capitals of cheques."""
    cents = int(amount.replace(",", "").replace(".", ""))
    yuan, rest = divmod(cents, 100)
    groups, out, zero = [], "", False
    while yuan:
        yuan, low = divmod(yuan, 10000)
        groups.append(low)
    for at in range(len(groups) - 1, -1, -1):
        word, need_zero = "", False
        for power, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
            digit = groups[at] // power % 10
            if digit:
                word += ("零" if need_zero and (word or out) else "") + CAPITAL[digit] + name
                need_zero = False
            else:
                need_zero = True
        if word:
            out += ("零" if zero and not word.startswith("零") else "") + word + ("", "万", "亿")[at]
            zero = groups[at] % 10 == 0
        elif groups[at] == 0 and out:
            zero = True
    out = (out or "零") + "元"
    jiao, fen = divmod(rest, 10)
    if not rest:
        return out + "整"
    return out + (CAPITAL[jiao] + "角" if jiao else "零") + (CAPITAL[fen] + "分" if fen else "")


@harm("money-capitals", VALUES, group="money-text")
def money_capitals(p):
    """totals in capitals: 叁拾捌万元整"""
    prefix = p.rng.choice(["", "人民币", "人民币"])
    for cell in amounts(p, *p.rng.choice([("funds.total",), ("funds.total", "funds.annual_total"), ("funds.",)])):
        if cell.text.strip("0.,"):
            cell.text = prefix + capitals(cell.text)
    return True


@harm("money-ten-thousand", VALUES, group="money-text")
def money_ten_thousand(p):
    """the whole paper in 万元, as its labels say"""
    suffix = p.rng.choice(["", "", "万元"])
    for row, cell in values(p, "L:项目资金", "L:预算金额"):
        cell.text = cell.text.replace("元", "万元")
    for cell in amounts(p, "funds.", "components.budget"):
        digits = cell.text.replace(",", "").replace(".", "").rjust(7, "0")
        low = digits[-6:].rstrip("0").ljust(2, "0")
        cell.text = f"{int(digits[:-6]):,}.{low}{suffix}"
    return True


@harm("nothing-signs", VALUES)
def nothing_signs(p):
    """/, —, 无 in amounts that are not there"""
    sign = p.rng.choice(["/", "—", "——", "无", "-", "*"])
    done = False
    for row, cell in values(p, "funds.other", "funds.annual_other", "funds.annual_carryover"):
        if not cell.text:
            cell.text, done = sign, True
    return done


def rich(p):
    return [(r, c) for r, c in values(p, "goals.overall", "goals.annual") if c.text]


def bare(text):
    return text.removeprefix("<p>").removesuffix("</p>")


def sentences(text):
    return [s for s in re.split(r"(?<=。)", bare(text)) if s]


MARKUPS = {
    "markup-paragraphs": ("several <p>", lambda t: "".join(f"<p>{s}</p>" for s in sentences(t))),
    "markup-break": ("<br/> between sentences", lambda t: "<br/>".join(sentences(t))),
    "markup-span": ("<span style=…> around the text", lambda t: f'<p><span style="font-family:宋体;font-size:14px">{bare(t)}</span></p>'),
    "markup-word": ("what Word pastes", lambda t: '<p class="MsoNormal" style="text-indent:24.0pt;mso-char-indent-count:2.0"><span style="font-size:12.0pt;font-family:仿宋_GB2312;mso-bidi-font-family:\'Times New Roman\'">'
                    + "<o:p></o:p></span></p><p class=MsoNormal><span lang=EN-US>".join(sentences(t)) + "<o:p>&nbsp;</o:p></span></p>"),
    "markup-entities": ("entities", lambda t: bare(t).replace("“", "&ldquo;").replace("”", "&rdquo;").replace("，", "&#65292;", 2).replace("、", "&#x3001;", 1).replace("。", "。&nbsp;")),
    "markup-escaped": ("escaped markup &lt;p&gt;", lambda t: html.escape("".join(f"<p>{s}</p>" for s in sentences(t)), quote=False)),
    "markup-unclosed": ("<p> never closed", lambda t: "<p>" + "<p>".join(sentences(t))),
    "markup-misnested": ("<b><i></b></i> crossed", lambda t: f"<div><b>{bare(t)[:20]}<i>{bare(t)[20:40]}</b>{bare(t)[40:]}</i>"),
    "markup-upper": ("<P> and <BR>", lambda t: "<P>" + "<BR>".join(sentences(t)) + "</P>"),
    "markup-list": ("<ul><li>", lambda t: "<ul>" + "".join(f"<li>{s}</li>" for s in sentences(t)) + "</ul>"),
}


def register_markup(name, words, change):
    def do(p):
        for row, cell in rich(p):
            cell.text = change(cell.text)
        return bool(rich(p))
    do.__doc__ = words
    harm(name, VALUES, group="markup")(do)


for _name, (_words, _change) in MARKUPS.items():
    register_markup(_name, _words, _change)


@harm("markup-short-cells", VALUES)
def markup_short_cells(p):
    """markup and entities in short cells"""
    for row, cell in values(p, "project.name", "project.unit", "indicators.target", "indicators.indicator"):
        if cell.text and p.rng.random() < .5:
            style = p.rng.choice(["<p>{}</p>", "<span>{}</span>", "{}<br>", "&nbsp;{}", "<p>{}<br/></p>"])
            text = cell.text
            if p.rng.random() < .5:
                text = text.replace("≥", "&ge;").replace("≤", "&le;").replace("<", "&lt;")
            cell.text = style.format(text)
    return True


@harm("less-than", VALUES)
def less_than(p):
    """<3天 and <90% beside markup"""
    done = False
    for row, cell in values(p, "indicators.target"):
        if cell.text[:1] in "≤<" and len(cell.text) > 1 and cell.text[1].isdigit():
            rest = cell.text[1:]
            cell.text = "<" + rest
            p.truth[row.decl]["indicators"][row.record][3] = "<" + rest.replace(",", "")
            done = True
    for row, cell in rich(p):
        if "。" in cell.text and p.rng.random() < .5:
            text = cell.text.replace("。", "，响应时间<3天。", 1)
            old = p.truth[row.decl]["fields"][cell.tag]
            if old != "*":
                p.truth[row.decl]["fields"][cell.tag] = old.replace("。", "，响应时间<3天。", 1)
                cell.text, done = text, True
    return done


RADICALS = dict(zip("一人力口土大小山工心文方日月水目立行高老生用自里止比长门民见车页风马",
                    "⼀⼈⼒⼝⼟⼤⼩⼭⼯⼼⽂⽅⽇⽉⽔⽬⽴⾏⾼⽼⽣⽤⾃⾥⽌⽐⻓⻔⺠⻅⻋⻚⻛⻢"))
COMPATIBLE = {"金": "\uf90a", "年": "\uf98e", "老": "\uf934", "不": "\uf967", "行": "\ufa08", "里": "\uf9e9", "立": "\uf9f7",
              "路": "\uf937", "理": "\uf9e4", "度": "\ufa01"}


def fold_out(p, table, share):
    done = False
    for row in p.rows:
        for cell in row.cells:
            if row.kind in ("title",) or cell.tag in ("indicators.target", "project.category"):
                continue
            new = "".join(table[c] if c in table and p.rng.random() < share else c for c in cell.text)
            done, cell.text = done or new != cell.text, new
    return done


@harm("radicals", VALUES, group="letters")
def radicals(p):
    """Kangxi and supplement radicals for ideographs: ⽬ ⻓ ⺠"""
    return fold_out(p, RADICALS, .8)


@harm("compatibility-letters", VALUES, group="letters")
def compatibility_letters(p):
    """compatibility ideographs U+F900–FAFF"""
    return fold_out(p, COMPATIBLE, .8)


@harm("zero-width", VALUES, group="letters")
def zero_width(p):
    """zero-width letters in labels and values"""
    for row in p.rows:
        for cell in row.cells:
            if len(cell.text) > 1 and p.rng.random() < .3:
                at = p.rng.randint(0, len(cell.text))
                if cell.text.rfind("<", 0, at) > cell.text.rfind(">", 0, at) or cell.text.rfind("&", 0, at) > cell.text.rfind(";", 0, at):
                    continue  # not within markup
                if "&lt;" in cell.text:
                    continue
                cell.text = cell.text[:at] + p.rng.choice("\u200b\u200c\ufeff\u2060\u200d") + cell.text[at:]
    return True


@harm("spaces-around", VALUES)
def spaces_around(p):
    """white space of all kinds at the ends of cells"""
    for row in p.rows:
        for cell in row.cells:
            if cell.text and p.rng.random() < .4:
                cell.text = p.rng.choice([" {}", "{} ", "\u3000{}", "{}\u3000", "\u00a0{}", "{}  "]).format(cell.text)
    return True


@harm("label-spaced", LABELS, group="labels")
def label_spaced(p):
    """labels spaced out: 项　目　名　称"""
    gap = p.rng.choice([" ", "\u3000", "\u2003"])
    for row, cell in labels(p):
        if p.rng.random() < .6:
            cell.text = gap.join(cell.text.replace(" ", ""))
    return True


SYNONYMS = {"主管部门": ["预算主管部门", "项目主管部门", "主管单位"], "实施单位": ["项目实施单位", "项目单位", "实施单位（盖章）"],
            "计划开始日期": ["项目开始日期", "开始时间"], "计划完成日期": ["项目完成日期", "结束时间"], "项目类别": ["项目类型"],
            "年度总目标": ["年度总体目标", "年度目标"], "年度指标值": ["指标值", "目标值"], "上年结转资金": ["上年结转"],
            "其中：财政资金": ["其中：财政拨款"], "其中：当年财政拨款": ["其中：本年财政拨款"], "项目资金总额": ["资金总额"],
            "年度资金申请总额": ["年度资金总额"]}


@harm("label-synonym", LABELS, group="labels")
def label_synonym(p):
    """other words for a label"""
    chosen = p.rng.sample(sorted(SYNONYMS), p.rng.randint(1, 4))
    done = False
    for row, cell in labels(p):
        if cell.text in chosen:
            cell.text, done = p.rng.choice(SYNONYMS[cell.text]), True
    return done


@harm("label-width", LABELS, group="labels")
def label_width(p):
    """half- and full-width marks in labels"""
    wide, done = p.rng.random() < .5, False
    for row, cell in labels(p) + values(p, "project.year", "goals.from"):
        new = cell.text.translate(WIDE) if wide else cell.text.replace("：", ":").replace("（", "(").replace("）", ")")
        done, cell.text = done or new != cell.text, new
    return done


SLIPS = dict(zip("称门单位期额金标值资源总管施目财政", "秤们箪伩朝颁全示直姿原恕菅旋日材攻"))


HINTS = {"项目名称": "（必填）", "主管部门": "（全称）", "实施单位": "（公章）", "项目绩效目标": "（500字内）", "计划开始日期": "（年/月/日）",
         "年度指标值": "（含单位）", "年度总目标": "（300字以内）", "三级指标": "（逐条填写）"}


@harm("label-hint", LABELS, group="labels")
def label_hint(p):
    """hints for the applicant inside labels: 项目名称（必填）"""
    done = False
    for row, cell in labels(p):
        if cell.text in HINTS:
            cell.text, done = cell.text + HINTS[cell.text], True
    return done


@harm("label-misspelt", LABELS, group="labels")
def label_misspelt(p):
    """one label with a wrong, missing or doubled letter"""
    long = [(r, c) for r, c in labels(p) if len(c.text) >= 4 and not r.touched]
    if not long:
        return False
    for row, cell in p.rng.sample(long, min(len(long), p.rng.randint(1, 2))):
        last = len(cell.text) - 2 if cell.tag not in ("L:项目资金", "L:预算金额") else 3  # their unit is no mere label
        at = p.rng.randint(1, last)
        wrong = p.rng.choice([SLIPS.get(cell.text[at], "口"), SLIPS.get(cell.text[at], "目"), "", cell.text[at] * 2])
        cell.text, row.touched = cell.text[:at] + wrong + cell.text[at + 1:], True
    return True


@harm("label-dropped", LABELS, group="labels-gone")
def label_dropped(p):
    """one label's cell is empty"""
    row = take(p, free(p, "name", "department", "dates", "fund1", "fund2", "fund4", "goaltext", "indhead"))
    if not row:
        return False
    p.rng.choice([c for c in row.cells if c.tag.startswith("L:") and "万元" not in c.text]).text = ""
    return True


@harm("label-merged", LABELS, group="labels-gone")
def label_merged(p):
    """label and value in one cell: 主管部门：某局"""
    rows = [r for r in free(p, "name", "department", "dates") if p.edition == "2023"]
    if not rows:
        return False
    compact, colon = p.rng.random() < .5, p.rng.choice(["：", "：", ":", "： ", " ", "\u3000"])
    for row in p.rng.sample(rows, p.rng.randint(1, min(3, len(rows)))):
        for at in (2, 0):
            row.cells[at + 1].text = row.cells[at].text + colon + row.cells[at + 1].text
            row.cells[at].text = ""
            row.cells[at], row.cells[at + 1] = row.cells[at + 1], row.cells[at]
        if compact:
            row.cells = [c for c in row.cells if c.text] + [c for c in row.cells if not c.text]
        row.touched = True
    return True


@harm("money-label-merged", LABELS, group="labels-gone")
def money_label_merged(p):
    """label and amount in one cell: 项目资金总额：380,000.00"""
    rows = [r for r in free(p, "fund1", "fund2", "fund4") if p.edition == "2023" and r.cells[2].text]
    if not rows:
        return False
    row = take(p, rows)
    for at in (1, 3):
        if row.cells[at + 1].text:
            row.cells[at + 1].text = row.cells[at].text + "：" + row.cells[at + 1].text
            row.cells[at].text = ""
            row.cells[at], row.cells[at + 1] = row.cells[at + 1], row.cells[at]
    return True


@harm("rare-letters", VALUES, group="letters")
def rare_letters(p):
    """letters beyond the common plane in names: four bytes in UTF-8 and GB18030"""
    letter = p.rng.choice(["\U00020bb7", "\u4dae", "\u3447", "\U0002b5af", "\u9fb4"])
    for d, truth in enumerate(p.truth):
        for tag in ("project.department", "project.unit"):
            old = truth["fields"][tag]
            for row, cell in values(p, tag):
                if row.decl == d and old and old != "*" and cell.text == old:
                    cell.text = truth["fields"][tag] = letter + old
    return True


@harm("money-unit-in-cell", VALUES, group="money-text")
def money_unit_in_cell(p):
    """38万元 under a label that says 元: the cell's own word counts, and the sums agree"""
    for cell in amounts(p, *p.rng.choice([("funds.total",), ("funds.annual_total",), ("funds.total", "funds.fiscal")])):
        cents = int(cell.text.replace(",", "").replace(".", ""))
        if cents and cents % 10000 == 0:
            cell.text = f"{cents / 1000000:g}万元" if cents < 10 ** 12 else cell.text
    return True
