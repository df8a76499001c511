"""Scans of forged declarations, with the truth about each: printed, rasterised, damaged.

scan_set SEED COUNT CLASS FOLDER   COUNT files, truth.jsonl (as of tests/forged) and cells.jsonl in FOLDER
scan_set --list                    the classes there are

cells.jsonl has for every page where its cells stood before anything was damaged: {"file", "page", "dots", "cells": [[x0, y0, x1, y1]…]}.
The same seed gives the same pictures with the same versions of Chromium, Poppler and Pillow.
"""
import json
import pathlib
import random
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import numpy as np  # noqa: E402
from PIL import Image  # noqa: E402
import classes  # noqa: E402
import prints  # noqa: E402


def two_up(pages):
    """Two pages beside each other on one sheet."""
    (left, left_cells), (right, right_cells) = pages
    return np.concatenate([left, right], axis=1), left_cells + [[x0 + left.shape[1], y0, x1 + left.shape[1], y1] for x0, y0, x1, y1 in right_cells]


def save(rng, pictures, stem, dots, name):
    """Writes the pages of a file in one of the formats that can hold them; its name."""
    images = [Image.fromarray(p) for p in pictures]
    if name == "fax":
        path, how = stem.with_suffix(".tif"), {"compression": "group4"}
        images = [i.convert("1", dither=0) for i in images]
    elif len(images) > 1:
        lossy = {"compression": "jpeg", "quality": 90}
        path, how = stem.with_suffix(".tif"), lossy if rng.random() < .8 else {"compression": "tiff_lzw"}
    elif rng.random() < .25:
        path, how = stem.with_suffix(".png"), {"compress_level": 1}
    else:
        path, how = stem.with_suffix(".jpg"), {"quality": 92}
    more = {"save_all": True, "append_images": images[1:]} if len(images) > 1 else {}
    images[0].save(path, dpi=(dots, dots), **how, **more)
    return path.name


def main(argv):
    if argv == ["--list"]:
        for name, (dots, _, steps, besides) in classes.CLASSES.items():
            print(f"{name:<14} {dots} dpi  {', '.join(s.__name__ for s, _ in steps)}" + (" and more" if besides else ""))
        return 0
    if len(argv) != 4 or argv[2] not in classes.CLASSES:
        print(__doc__, file=sys.stderr)
        return 2
    seed, count, name, folder = argv[0], int(argv[1]), argv[2], pathlib.Path(argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    dots, rules = classes.CLASSES[name][:2]
    wanted = (lambda p: len(p.truth) == 2) if name == "two-up" else (lambda p: True)
    with open(folder / "truth.jsonl", "w", encoding="utf-8") as truths, open(folder / "cells.jsonl", "w", encoding="utf-8") as boxes:
        for index, (truth, pages) in enumerate(prints.printed(seed, count, rules, dots, wanted)):
            rng = random.Random(f"{seed}/{name}/{index}")
            if name == "two-up":
                pages = [two_up(pages)]
            pictures, harm = [], []
            for picture, cells in pages:
                picture, done = classes.damaged(rng, picture, cells, name)
                pictures.append(picture)
                harm += [d for d in done if d not in harm]
            file = save(rng, pictures, folder / f"{index:04d}", dots, name)
            print(json.dumps({"file": file, "kind": "scan", "level": 0, "harm": [name], "damage": harm, "must_review": False,
                              "declarations": truth}, ensure_ascii=False), file=truths)
            for number, (_, cells) in enumerate(pages, 1):
                print(json.dumps({"file": file, "page": number, "dots": dots, "cells": [[round(v, 1) for v in c] for c in cells]}), file=boxes)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
