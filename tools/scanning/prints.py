"""Forged papers as printed pages: one declaration a page, of varied layout, and where their cells stand."""
import html
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path += [str(ROOT / "tests" / "forged"), str(ROOT / "tools" / "printing")]

import paper as papers  # noqa: E402
import sheet  # noqa: E402
import web  # noqa: E402

FONTS = ["WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Sans CJK SC", "Noto Serif CJK SC", "AR PL UMing CN"]
UPRIGHT = ("绩效指标", "项目绩效目标")
PIXELS_PER_INCH = 96  # of CSS

# Shrinks what does not fit its sheet, and says where cells stand (CSS pixels within their sheet).
MEASURE = """<script>
document.fonts.ready.then(() => {
  const out = [...document.querySelectorAll('.sheet')].map(s => {
    const inner = s.firstElementChild;
    for (let k = 1; inner.getBoundingClientRect().bottom > s.getBoundingClientRect().bottom - 30 && k > .5; k -= .04)
      inner.style.fontSize = k + 'em';
    const o = s.getBoundingClientRect();
    s.querySelectorAll('tr').forEach(r => r.style.height = r.getBoundingClientRect().height + 'px');
    return [...s.querySelectorAll('td')].map(d => d.getBoundingClientRect()).map(r =>
        [r.left - o.left, r.top - o.top, r.right - o.left, r.bottom - o.top]);
  });
  const note = document.createElement('pre'); note.id = 'cells'; note.textContent = JSON.stringify(out);
  note.style.display = 'none'; document.body.append(note);
});</script>"""


def clean_paper(rng):
    """A paper nobody harmed, whose lines are drawn out as far as printing needs."""
    while True:
        paper = papers.paper(rng)
        if len(paper.truth) <= 3 and (paper.edition != "2026" or any(r.kind == "name" and len(r.cells) == 8 for r in paper.rows)):
            return paper


def looks(rng):
    """The CSS of one sheet: font, size, margins, width of the first column, height of rows."""
    return {"font": rng.choice(FONTS), "size": rng.uniform(9, 12), "side": rng.uniform(12, 24), "top": rng.uniform(12, 25),
            "pad": rng.uniform(1, 6), "upright": rng.random() < .5, "first": rng.uniform(.6, 1.1), "spread": rng.uniform(0, .25),
            "centred": rng.random() < .5}


def sheet_of(rng, rows, number):
    look = looks(rng)
    text = "\n".join("\t".join(cell.text for cell in row.cells) for row in rows)
    blocks = sheet.of_text("cn-project-target", text, upright=UPRIGHT if look["upright"] else ())
    for block in blocks:
        if isinstance(block, sheet.Table):
            widths = block.widths or [1] * block.columns
            block.widths = [w * rng.uniform(1 - look["spread"], 1 + look["spread"]) for w in widths]
            block.widths[0] *= look["first"]
            block.rules = "none"
    body = web.body(blocks, f"s{number}")
    return (f'<style>#s{number}{{padding:{look["top"]:.1f}mm {look["side"]:.1f}mm;font:{look["size"]:.2f}pt/1.35 "{look["font"]}"}}'
            f'#s{number} td{{padding:{look["pad"]:.1f}px 4px;text-align:{"center" if look["centred"] else "left"}}}</style>'
            f'<section class=sheet id=s{number}><div>{body}</div></section>')


def declarations_of(paper):
    return [[row for row in paper.rows if row.decl == d] for d in range(len(paper.truth))]


def chromium(folder, *how):
    return subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-pdf-tagging",
                           "--virtual-time-budget=4000", f"--user-data-dir={folder}/profile", *how, pathlib.Path(folder, "a.html").as_uri()],
                          check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def print_sheets(sheets, rules, folder):
    """Prints sheets into folder/a.pdf, one a page; the cells of each, CSS pixels: x0 y0 x1 y1."""
    pathlib.Path(folder, "a.html").write_text(
        "<!doctype html><meta charset=utf-8><style>@page{size:A4;margin:0}body{margin:0;text-rendering:geometricPrecision}"
        ".sheet{width:210mm;height:297mm;box-sizing:border-box;overflow:hidden;break-after:page;position:relative}"
        f"table{{border-collapse:collapse;width:100%;margin:0 0 1em;font-size:inherit}}td{{border:{rules}!important;vertical-align:middle}}"
        "p{margin:.5em 0;text-align:center}</style>" + "\n".join(sheets) + MEASURE, encoding="utf-8")
    dom = chromium(folder, "--dump-dom")
    cells = json.loads(html.unescape(re.search(r'<pre id="cells"[^>]*>(.*?)</pre>', dom, re.S).group(1)))
    chromium(folder, f"--print-to-pdf={folder}/a.pdf")
    return cells


def printed(seed, count, rules, dots, wanted=lambda paper: True):
    """Papers as (truth, [(grey picture of a page, its cells in pixels)]), printed in batches, since starting Chromium is dear."""
    import numpy
    from PIL import Image
    batch = 16
    for start in range(0, count, batch):
        drawn, sheets = [], []
        for index in range(start, min(start + batch, count)):
            rng = random.Random(f"{seed}/{index}")
            paper = clean_paper(rng)
            while not wanted(paper):
                paper = clean_paper(rng)
            pages = [sheet_of(rng, rows, len(sheets) + i) for i, rows in enumerate(declarations_of(paper))]
            drawn.append((paper.truth, range(len(sheets), len(sheets) + len(pages))))
            sheets += pages
        with tempfile.TemporaryDirectory() as folder:
            cells = print_sheets(sheets, rules, folder)
            for truth, numbers in drawn:
                pages = []
                for n in numbers:
                    subprocess.run(["pdftoppm", "-gray", "-r", str(dots), "-f", str(n + 1), "-l", str(n + 1), "-singlefile",
                                    f"{folder}/a.pdf", f"{folder}/page"], check=True)
                    picture = numpy.array(Image.open(f"{folder}/page.pgm"))
                    pages.append((picture, [[v * dots / PIXELS_PER_INCH for v in cell] for cell in cells[n]]))
                yield truth, pages
