"""draw [--damage CLASS[=SHARE]]… FOLDER: draws forged sheets by Pango and Cairo, each paper in a layout of its own; as a scan, its
pages are damaged by tools/scanning, as one of the classes named (without any: those of SCANS) by its share, or as all alike.

The same seed gives the same bytes with the same versions of Pango, Poppler and Pillow. Knows no form: what a cell spans is said
by the sheets."""
import argparse, json, pathlib, random, re, subprocess, sys, tempfile, unicodedata

sys.dont_write_bytecode = True
TOOLS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOOLS / "printing"), str(TOOLS / "scanning")]

import pango  # noqa: E402
import sheet  # noqa: E402

# layout: share of papers. What is not said here (fonts, sizes, widths of columns, padding, gaps) differs within a layout too.
LAYOUTS = {"plain": .4, "narrow": .15, "upright": .15, "short-pages": .15, "open-sides": .1, "wide": .05}
FONTS = ["WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Sans CJK SC", "Noto Serif CJK SC", "AR PL UMing CN"]
LATIN_FONTS = ["Liberation Sans", "Liberation Serif", "DejaVu Sans", "Noto Sans CJK SC"]
# Class of tools/scanning/classes: share of an archive's scans.
SCANS = {"clean300": .15, "light300": .4, "moderate300": .15, "seal-red": .05, "light200": .15, "heavy300": .1}
POINTS_PER_INCH = 72
LONGEST_UPRIGHT = 8  # letters of a label that may stand upright


def pick(rng, shares):
    return rng.choices(list(shares), list(shares.values()))[0]


def wide(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def widths(rng, table):
    """Of columns, relative: by what stands in them, with room for their figures, and by chance."""
    out = []
    for c in range(table.columns):
        texts = [cell.text for cell in table.cells if cell.column == c and cell.columns == 1]
        longest = max((min(wide(t), 40) for t in texts), default=4)
        figures = max((len(run) for t in texts for run in re.findall("[!-~]+", t)), default=0)
        out.append(max((4 + longest) ** .7, figures + 2) * rng.uniform(.9, 1.2))
    return out


def blocks_of(rng, sheets, layout):
    """Rows of one cell are paragraphs; rows of as many cells as the one before go on with its table."""
    blocks = []
    for number, rows in enumerate(sheets):
        run, first = [], True

        def close():
            if run:
                table = sheet.grid(run, rules="inner" if layout == "open-sides" else "all")
                table.widths = widths(rng, table)
                for cell in table.cells:
                    cell.upright = layout == "upright" and cell.rows > 1 and len(cell.text) <= LONGEST_UPRIGHT
                blocks.append(table)
                run.clear()

        for row in rows:
            cells = [c if isinstance(c, str) else c[0] for c in row["cells"]]
            if len(cells) == 1:
                close()
                blocks.append(sheet.Paragraph(cells[0], 1.5 if row["title"] else 1, True, first and number > 0))
            else:
                if run and len(run[-1]) != len(cells):
                    close()
                run.append(cells)
            first = False
        close()
    return blocks


def looks(rng, layout, latin):
    look = {"font": rng.choice(LATIN_FONTS if latin else FONTS), "size": rng.uniform(8, 10.5), "margin": rng.uniform(34, 62),
            "pad": rng.uniform(2, 5), "gap": rng.choice([0, 0, 8, 12]), "centred": rng.random() < .4}
    if layout == "narrow":
        look.update(size=rng.uniform(9.5, 11.5), margin=rng.uniform(70, 100))
    if layout == "short-pages":
        look.update(height=rng.uniform(380, 520))
    if layout == "wide":
        look.update(width=842, height=595)
    return look


def scan(rng, pdf, cells, stem, shares):
    """The pages of a PDF as a damaged picture file: (its name, its class and what happened besides). `cells` in points, by page."""
    import classes, numpy, scan_set
    from PIL import Image
    name = pick(rng, shares)
    dots, _, always, _ = classes.CLASSES[name]
    usual = {step.__name__.replace("_", "-") for step, _ in always} | {name}
    pictures, harm = [], [name]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-gray", "-r", str(dots), str(pdf), f"{folder}/page"], check=True)
        for page, boxes in zip(sorted(pathlib.Path(folder).glob("page*")), cells):
            pixels = [[v * dots / POINTS_PER_INCH for v in box] for box in boxes]
            picture, done = classes.damaged(rng, numpy.array(Image.open(page)), pixels, name)
            pictures.append(picture)
            harm += [d for d in done if d not in usual and d not in harm]
    pdf.unlink()
    return scan_set.save(rng, pictures, stem, dots, name), harm


def shares_of(wishes):
    """{class: share} of --damage; refuses what this printer cannot draw."""
    import classes
    shares = {name: float(share or 1) for name, _, share in (wish.partition("=") for wish in wishes)} or SCANS
    for name in shares:
        if name not in classes.CLASSES or classes.CLASSES[name][1] != classes.SOUND or name == "two-up":
            sys.exit(f"draw: there is no class of damage {name} for drawn papers; tools/scanning/scan_set --list names the classes")
    return shares


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--damage", action="append", default=[], metavar="CLASS[=SHARE]")
    ap.add_argument("folder", type=pathlib.Path)
    options = ap.parse_args()
    folder, shares = options.folder, shares_of(options.damage)
    with open(folder / "sheets.jsonl", encoding="utf-8") as lines, open(folder / "truth.jsonl", "w", encoding="utf-8") as out:
        for index, line in enumerate(lines):
            paper = json.loads(line)
            truth, rng = paper["truth"], random.Random(f"{paper['seed']}/{index}")
            layout = pick(rng, LAYOUTS)
            latin = all(ord(c) < 0x2E80 for c in json.dumps(paper["sheets"], ensure_ascii=False))
            pdf = folder / (truth["file"] + ".pdf")
            cells = pango.print_to(pdf, blocks_of(rng, paper["sheets"], layout), **looks(rng, layout, latin))
            truth["layout"], truth["file"] = layout, pdf.name
            if truth["kind"] == "scan":
                truth["file"], harm = scan(rng, pdf, cells, pdf.with_suffix(""), shares)
                truth["harm"] += harm
            print(json.dumps(truth, ensure_ascii=False), file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
