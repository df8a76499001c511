#!/usr/bin/env python3
"""score_lines.py MODEL SEED FOLDER [MODEL2]: how many lines a model reads whole, by what stands in them, on pictures of fonts that it has
not seen; beside eng and chi_sim of Debian. FOLDER holds MODEL.traineddata. With MODEL2 (in the same folder) also how often both say the
same, and how often that is wrong."""
import collections
import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

import make_lines

COUNT = 600
SAME = str.maketrans({"✓": "√", "—": "-", "–": "-", "一": "-", "〇": "○"})


def plain(text):
    return "".join(unicodedata.normalize("NFKC", text).translate(SAME).split())


def read(folder, model, pictures):
    """Each picture's text, in their order."""
    with tempfile.TemporaryDirectory() as place:
        names = pathlib.Path(place) / "names"
        names.write_text("\n".join(map(str, pictures)))
        path = ["--tessdata-dir", str(folder)] if (folder / f"{model}.traineddata").exists() else []
        told = subprocess.run(["tesseract", names, "-", *path, "-l", model, "--psm", "13" if path else "7", "--dpi", "300"],
                              capture_output=True, text=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}).stdout
    return [plain(page) for page in told.split("\f")][:len(pictures)]


def main(model, seed, folder, *others):
    folder, seed = pathlib.Path(folder), int(seed) + 100
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        make_lines.main(model, seed, COUNT, place, "--unseen")
        rows = [line.split("\t") for line in (place / "truth.tsv").read_text(encoding="utf-8").splitlines()]
        kinds, truths = [r[1] for r in rows], [plain(r[2]) for r in rows]
        said = {m: read(folder, m, [place / f"{r[0]}.png" for r in rows]) for m in (model, *others, "eng", "chi_sim")}
    total = collections.Counter(kinds)
    print(f"# {COUNT} lines, seed {seed}, fonts unseen by model {model}: share read whole")
    print("kind", "lines", *said, sep="\t")
    for kind in sorted(total) + ["all"]:
        at = [i for i, k in enumerate(kinds) if kind in (k, "all")]
        print(kind, len(at), *(f"{sum(texts[i] == truths[i] for i in at) / len(at):.3f}" for texts in said.values()), sep="\t")
    for other in others:
        at = [i for i in range(len(rows)) if said[model][i] == said[other][i]]
        wrong = sum(said[model][i] != truths[i] for i in at)
        print(f"# {model} and {other} agree on {len(at) / len(rows):.3f}; {wrong} of these {len(at)} are wrong")


if __name__ == "__main__":
    main(*sys.argv[1:])
