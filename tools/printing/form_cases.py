"""Which filings of corpus/ are printed how. The values of a print are those of the texts it was printed from."""
from functools import partial
import odf, pango, scans, sheet, web
from sheet import Paragraph

NARROW = "@page{size:A4;margin:12mm 30mm}body{font-size:12pt}"
SHORT = "@page{size:210mm 128mm}"
LABELS = ("绩效指标", "项目绩效目标", "项目资金（万元）", "年度总体目标", "总体目标", "项目资金 (元)")


def sheets(*cases, rules="all", apart=True, **how):
    blocks = []
    for case in cases:
        more = sheet.of_case(case, **how)
        more[0].break_before = bool(blocks) and apart
        blocks += more
    for block in blocks:
        if isinstance(block, sheet.Table):
            block.rules = rules
    return blocks


# case: what it shows, the texts it prints, the program, how
CASES = {
    "cn-project-target/pdf-chromium": ("a plain print", ["cn-project-target/clean"], "Chromium", {}, {}),
    "cn-project-target/pdf-chromium-2026": ("the layout of 2026, whose cells are merged over columns", ["cn-project-target/clean-2026"], "Chromium", {}, {}),
    "cn-project-target/pdf-labels-wrapped": ("narrow columns: labels and values run over several lines", ["cn-project-target/clean"], "Chromium", {}, {"css": NARROW}),
    "cn-project-target/pdf-labels-upright": ("labels of merged cells stand upright, letter below letter", ["cn-project-target/clean"], "Chromium", {"upright": LABELS}, {}),
    "cn-project-target/pdf-page-break": ("the form runs over pages, which end in the middle of merged cells", ["cn-project-target/clean"], "Chromium", {}, {"css": SHORT}),
    "cn-project-target/pdf-turned": ("the page is turned by its reader (/Rotate)", ["cn-project-target/clean"], "Chromium", {}, {"css": "@page{page-orientation:rotate-left}", "turned": 90}),
    "cn-project-target/pdf-sideways": ("the page is lettered sideways", ["cn-project-target/clean"], "Chromium", {}, {"css": "@page{page-orientation:rotate-left}"}),
    "cn-project-target/pdf-no-outer-rules": ("no rules around the table", ["cn-project-target/clean"], "Chromium", {"rules": "inner"}, {}),
    "cn-project-target/pdf-dotted": ("dotted rules", ["cn-project-target/clean"], "Chromium", {"rules": "dotted"}, {}),
    "cn-project-target/pdf-double": ("double rules", ["cn-project-target/clean"], "Chromium", {"rules": "double"}, {}),
    "cn-project-target/pdf-value-lost": ("a value is missing: a person must see it", ["cn-project-target/value-lost"], "Chromium", {}, {}),
    "cn-project-target/pdf-amount-falsified": ("amounts don't add up: a person must see it", ["cn-project-target/amount-falsified"], "Writer", {}, {}),
    "cn-project-target/pdf-writer": ("a plain print", ["cn-project-target/clean"], "Writer", {}, {}),
    "cn-project-target/pdf-writer-main-and-part": ("two forms in a file, each on its page, and a table of components", ["cn-project-target/clean-main-and-part"], "Writer", {}, {}),
    "cn-project-target/pdf-writer-upright": ("labels of merged cells stand upright", ["cn-project-target/clean"], "Writer", {"upright": LABELS}, {}),
    "cn-project-target/pdf-calc": ("a plain print", ["cn-project-target/clean"], "Calc", {}, {}),
    "cn-project-target/pdf-calc-2026": ("the layout of 2026; a line is full where a sentence ends", ["cn-project-target/clean-2026"], "Calc", {}, {}),
    "cn-project-target/pdf-pango": ("a plain print", ["cn-project-target/clean"], "Pango", {}, {}),
    "cn-project-target/pdf-pango-no-outer-rules": ("no rules around the table", ["cn-project-target/clean-2026"], "Pango", {"rules": "inner"}, {}),
    "cn-project-target/pdf-pango-page-break": ("the form runs over short pages", ["cn-project-target/clean"], "Pango", {}, {"height": 340}),
    "cn-project-target/pdf-several-forms": ("three forms of three kinds in a file", ["cn-project-target/clean", "cn-self-evaluation/clean", "cn-central-target/clean"], "Pango", {}, {}),
    "cn-project-target/scan-fax": ("a faxed page, 200 dots an inch, black and white, askew", ["cn-project-target/clean"], "Scan", {}, {"seed": "fax", "size": 10.5}),
    "cn-project-target/scan-fax-no-outer-rules": ("the same without rules around the table", ["cn-project-target/clean"], "Scan", {"rules": "inner"}, {"seed": "fax", "size": 10.5}),
    "cn-central-target/pdf-chromium-cff": ("CFF fonts, which Chromium turns into Type 3", ["cn-central-target/clean"], "Chromium", {}, {"css": "body{font-family:'Noto Sans CJK SC'}"}),
    "cn-central-target/pdf-two-on-a-page": ("two forms on one page", ["cn-central-target/clean", "cn-project-target/clean"], "Chromium", {"apart": False}, {"css": "@page{size:A3}body{font-size:10pt}"}),
    "cn-central-target/pdf-label-synonyms": ("other wordings of labels", ["cn-central-target/label-synonyms"], "Writer", {}, {}),
    "cn-central-target/pdf-calc": ("a plain print", ["cn-central-target/clean"], "Calc", {}, {}),
    "cn-central-target/pdf-pango": ("a date runs over two lines", ["cn-central-target/clean"], "Pango", {}, {}),
    "cn-self-evaluation/pdf-chromium": ("a plain print", ["cn-self-evaluation/clean"], "Chromium", {}, {}),
    "cn-self-evaluation/pdf-header-again": ("the form runs over pages, and the head of the indicators is printed again", ["cn-self-evaluation/clean"], "Chromium", {"heads_again": True}, {"css": SHORT}),
    "cn-self-evaluation/pdf-writer": ("a plain print", ["cn-self-evaluation/clean"], "Writer", {}, {}),
    "cn-self-evaluation/pdf-calc": ("a plain print", ["cn-self-evaluation/clean"], "Calc", {}, {}),
    "cn-self-evaluation/pdf-pango-upright": ("labels of merged cells, letter below letter", ["cn-self-evaluation/clean"], "Pango", {"upright": LABELS}, {}),
    "cn-self-evaluation/pdf-points-fail": ("points don't add up: a person must see it", ["cn-self-evaluation/points-fail"], "Chromium", {}, {}),
    "us-sf-424a/pdf-chromium": ("merged headings; dollar signs without an amount", ["us-sf-424a/clean"], "Chromium", {}, {}),
    "us-sf-424a/pdf-chromium-cff": ("CFF fonts, which Chromium turns into Type 3", ["us-sf-424a/clean"], "Chromium", {}, {"css": "body{font-family:'Noto Sans CJK SC'}"}),
    "us-sf-424a/pdf-writer": ("a plain print", ["us-sf-424a/clean"], "Writer", {}, {}),
    "us-sf-424a/pdf-calc": ("all sections below one another in one sheet", ["us-sf-424a/clean"], "Calc", {}, {}),
    "us-sf-424a/pdf-pango-quarters-fail": ("quarters don't add up: a person must see it", ["us-sf-424a/quarters-fail"], "Pango", {}, {}),
}
PROGRAMS = {"Chromium": web.print_to, "Writer": odf.print_by_writer, "Calc": odf.print_by_calc, "Pango": pango.print_to, "Scan": scans.print_to}


def print_all(wanted):
    for case, (shows, texts, program, how, options) in CASES.items():
        if not wanted(case):
            continue
        folder = sheet.ROOT / "corpus" / case
        folder.mkdir(parents=True, exist_ok=True)
        PROGRAMS[program](folder / "source.pdf", sheets(*texts, **how), **options)
        (folder / "origin.md").write_text(
            f"Shows: {shows}.\n\nPrints: {', '.join(texts)}\n\n{'Drawn by Pango and scanned' if program == 'Scan' else f'Printed by {program}'}, by tools/print_cases, from "
            "texts with invented people, places and figures.\nLicence: Apache-2.0.\n", encoding="utf-8")
        print(case)
