"""What is to be printed: paragraphs and tables whose cells have spans. Every printer draws the same sheets."""
import pathlib, re
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


@dataclass
class Cell:
    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    upright: bool = False  # letters one below the other
    fill: bool = False     # a background of its own


@dataclass
class Table:
    columns: int
    cells: list = field(default_factory=list)  # row-major
    widths: list = None                        # relative; None: all the same
    heads: int = 0                             # rows printed again on every page
    rules: str = "all"                         # all, inner, rows, head, none, dotted, dashed, double, frame

    @property
    def rows(self):
        return max((c.row + c.rows for c in self.cells), default=0)


@dataclass
class Paragraph:
    text: str
    size: float = 1  # times the usual size
    centred: bool = False
    break_before: bool = False
    mono: bool = False


def grid(rows, **options):
    """A table of rows of texts. "<" goes on with the cell to the left, "^" with the one above."""
    table = Table(columns=max(len(row) for row in rows), **options)
    at = {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text == "<":
                cell = at[r, c - 1]
                cell.columns = max(cell.columns, c - cell.column + 1)
            elif text == "^":
                cell = at[r - 1, c]
                cell.rows = max(cell.rows, r - cell.row + 1)
            else:
                cell = Cell(text, r, c)
                table.cells.append(cell)
            at[r, c] = cell
    return table


# How a line of a text case is drawn: the first pattern that it matches says which of its cells stand in which columns.
# "0:1^ 1:2" is the text's cell 0 in one column, going on with the cell above where it is empty, and cell 1 in two columns.
PROJECT = [
    (r"(项目名称|主管部门|计划开始日期)\t", "0:1 1:1 2:1 3:2"),
    (r"\t\t\t上年结转", "0:1^ 1:1^ 2:1^ 3:1 4:1"),
    (r"(项目资金[^投\t]*)?\t(项目资金总额|其中|其他)", "0:1^ 1:1 2:1 3:1 4:1"),
    (r"\t项目总目标", "0:1^ 1:2 3:2"), (r"项目绩效目标\t", "0:1^ 1:2 3:2"),
    (r"项目投入资金构成", "0:3"), (r"(年度|\d{4})\t[^\t]*\t[^\t]*$", "0:1 1:1 2:1"),
    (r"", "0:1^ 1:1^ 2:1^ 3:1 4:1"),
]
PROJECT_2026 = [
    (r"项目名称\t", "0:2 2:2 4:1 5:1 6:1 7:1"), (r"(主管部门|计划开始日期)\t", "0:2 2:2 4:1 5:3"),
    (r"\t\t\t\t\t上年结转", "0:2^ 2:2^ 4:1^ 5:2 7:1"), (r"(项目资金[^\t]*)?\t\t(项目资金总额|其中|其他)", "0:2^ 2:2 4:1 5:2 7:1"),
    (r"\t项目总体目标", "0:1^ 1:4 5:3"), (r"项目绩效目标\t", "0:1^ 1:4 5:3"),
    (r"", "0:1^ 1:1^ 2:1^ 3:3 6:2"),
]
SELF = [
    (r"项目名称\t", "0:1 1:8"), (r"主管部门\t", "0:1 1:4 5:1 6:3"),
    (r"(项目资金[^\t]*)?\t(\t年初|年度资金|其中|上年结转|其他资金)", "0:1^ 1:1 2:1 3:1 4:1 5:1 6:1 7:2"),
    (r"年度总体目标\t", "0:1 1:4 5:4"), (r"\t[^\t]+\t\t\t\t[^\t]+\t\t\t$", "0:1^ 1:4 5:4"), (r"总分\t", "0:6 6:1 7:1 8:1"),
    (r"", "0:1^ 1:1^ 2:1^ 3:1 4:1 5:1 6:1 7:1 8:1"),
]
CENTRAL = [
    (r"项目名称\t", "0:1 1:7"), (r"(主管部门|项目属性)", "0:1 1:3 2:1 3:3"),
    (r"(项目资金[^\t]*)?\t(中期资金|其中|其他资金)", "0:1^ 1:2 2:1 3:2 4:2"),
    (r"总体目标\t", "0:1 1:4 3:3"), (r"\t[^\t]{30,}\t\t", "0:1^ 1:4 3:3"),
    (r"", "0:1^ 1:1^ 2:1^ 3:1 4:1 5:1 6:1 7:1"),
]
BUDGET = [
    (r"BUDGET INFORMATION", "0:6 1:2"), (r"SECTION", "0:7"),
    (r"Grant Program Function", "0:1 1:1 2:2 4:3"),
    (r"6\. Object", "0:1 1:4 5:1"), (r"\t\(1\)", "0:1^ 1:1 2:1 3:1 4:1 5:1"),
    (r"\(a\) Grant Program\tFUTURE", "0:1 1:4"), (r"\t\(b\) First", "0:1^ 1:1 2:1 3:1 4:1"),
    (r"23\.", "0:1 1:3"), (r"", None),
]
FORMS = {"cn-project-target": PROJECT, "cn-self-evaluation": SELF, "cn-central-target": CENTRAL, "us-sf-424a": BUDGET}
WIDTHS = {"cn-project-target": [13, 20, 20, 24, 23], "cn-self-evaluation": [8, 12, 12, 15, 11, 11, 8, 8, 15],
          "cn-central-target": [9, 12, 12, 17, 12, 12, 14, 12]}


def _row(table, line, patterns):
    """Adds a line of a text case to a table."""
    texts = [re.sub(r"<br/?>|</p><p>", "\n", t) for t in line.split("\t")]
    texts = [re.sub(r"</?p>", "", t).strip() for t in texts]
    template = next(t for p, t in patterns if re.match(p, line))
    if template is None:
        template = " ".join(f"{i}:1" for i in range(len(texts)))
    row, column = table.rows, 0
    for token in template.split():
        index, width = token.rstrip("^").split(":")
        text = texts[int(index)] if int(index) < len(texts) else ""
        above = next((c for c in table.cells if c.column == column and c.row + c.rows == row), None)
        if token.endswith("^") and not text and above and above.row >= table.heads and row > 0:
            above.rows += 1
        else:
            table.cells.append(Cell(text, row, column, 1, int(width)))
        column += int(width)
    table.columns = max(table.columns, column)


def _label_first(lines):
    """Texts name the goals' rows in the second; on paper the label stands in the first of the merged rows."""
    for i in range(len(lines) - 1):
        if lines[i].startswith("\t") and re.match(r"(项目绩效目标)\t", lines[i + 1]):
            label = lines[i + 1].split("\t")[0]
            lines[i], lines[i + 1] = label + lines[i], lines[i + 1][len(label):]
    return lines


def of_case(case, heads_again=False, upright=()):
    """The sheets of a text case of corpus/, as its form is printed: a list of paragraphs and tables."""
    return of_text(case.split("/")[0], (ROOT / "corpus" / case / "source.txt").read_text(encoding="utf-8"), heads_again, upright)


def of_text(form, text, heads_again=False, upright=()):
    """The same for a text that declares what `form` asks for."""
    patterns = PROJECT_2026 if form == "cn-project-target" and "项目性质" in text else FORMS[form]
    if form == "cn-project-target":  # where the label has moved up, its row is known by what follows
        patterns = [(r"项目绩效目标\t项目总", patterns[-3][1] if patterns is PROJECT_2026 else "0:1^ 1:2 3:2"),
                    (r"\t[^\t]{30,}\t", "0:1^ 1:4 5:3" if patterns is PROJECT_2026 else "0:1^ 1:2 3:2")] + patterns
    blocks, table = [], None
    for line in _label_first(text.split("\n")):
        if not line.strip():
            table = None
            continue
        alone = "\t" not in line.rstrip("\t") and not (form == "us-sf-424a" or line.startswith("项目投入"))
        if alone or form == "us-sf-424a" and line.startswith("BUDGET INFORMATION"):
            blocks.append(Paragraph(line.replace("\t", "    ").strip(), 1.5 if not re.match(r"[（(]", line) else 1, True))
            table = None
            continue
        again = heads_again and re.match(r"绩效指标\t", line)
        section = form == "us-sf-424a" and line.startswith("SECTION")
        if table is None or again or section:
            table = Table(0, heads=1 if again else 0)
            blocks.append(table)
        if section:  # as wide as the rows below it
            table.cells.append(Cell(line, 0, 0, 1, 0))
            continue
        _row(table, line, patterns)
    for t in (b for b in blocks if isinstance(b, Table)):
        for c in t.cells:
            c.columns = c.columns or t.columns
            c.upright = c.text in upright
        t.widths = WIDTHS.get(form) if t.columns == len(WIDTHS.get(form, [])) else None
        t.cells.sort(key=lambda c: (c.row, c.column))
    return blocks
