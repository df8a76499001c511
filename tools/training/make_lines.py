#!/usr/bin/env python3
"""make_lines.py MODEL SEED COUNT OUT [--unseen] [--clean]: pictures of lines and what stands in them.

Writes OUT/lines-NNN.tif (400 pages each) and .box for Tesseract's training, or with --unseen OUT/N.png of fonts that MODEL does not
learn from, and OUT/truth.tsv. MODEL is a name in paper.SETS."""
import pathlib
import random
import sys

import lines
import paper

PAGES = 400  # a file; Tesseract slows down with more


def strange_letters():
    """Frequent Han letters outside the alphabet: every third of the block's letters that the first font can draw in GB 2312."""
    rows = [bytes([row, cell]).decode("gb2312", "ignore") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
    return [c for c in rows if c and c not in lines.ALPHABET]


def printed(rng, text):
    """As a printer may write it: full-width forms for some signs, the same all over one text."""
    form = {c: rng.choice(forms) for c, forms in lines.PRINTED.items()}
    return "".join(form.get(c, c) for c in text)


def known(text):
    return "".join(c if c in lines.ALPHABET or c == " " else lines.REJECT for c in text)


def samples(model, seed, count, unseen, clean):
    rng, strange = random.Random(f"{model} {seed} {unseen}"), strange_letters()
    han, latin = paper.SETS[model]
    if unseen:
        han, latin = sorted(set(paper.HAN_FONTS) - set(han)), sorted(set(paper.LATIN_FONTS) - set(latin))
    while count:
        kind, text = lines.line(rng, strange)
        pen = paper.Pen(rng, han, latin, rng.randint(17, 58))
        picture = paper.drawn(rng, pen, printed(rng, text))
        if picture is None or len(text) > 26 or picture.size[0] > 24 * picture.size[1]:
            continue
        count -= 1
        dose = 0 if clean or rng.random() < .12 else rng.uniform(.2, 1)
        yield kind, " ".join(known(text).split()), paper.damaged(rng, picture, dose)


def main(model, seed, count, out, *options):
    out, unseen = pathlib.Path(out), "--unseen" in options
    out.mkdir(parents=True, exist_ok=True)
    made = samples(model, int(seed), int(count), unseen, "--clean" in options)
    if unseen:
        truth = open(out / "truth.tsv", "w", encoding="utf-8")
        for number, (kind, text, picture) in enumerate(made):
            picture.save(out / f"{number}.png")
            truth.write(f"{number}\t{kind}\t{text}\n")
        return
    batch = []
    for number, sample in enumerate(made, 1):
        batch.append(sample)
        if len(batch) == PAGES or number == int(count):
            name = out / f"lines-{(number - 1) // PAGES:03}"
            batch[0][2].save(f"{name}.tif", save_all=True, append_images=[s[2] for s in batch[1:]])
            with open(f"{name}.box", "w", encoding="utf-8") as boxes:
                for page, (_, text, picture) in enumerate(batch):
                    w, h = picture.size
                    boxes.write(f"WordStr 0 0 {w} {h} {page} #{text}\n\t {w} 0 {w + 1} {h} {page}\n")
            batch = []


if __name__ == "__main__":
    main(*sys.argv[1:])
