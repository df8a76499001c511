"""Sheets drawn by Pango, rasterised by Poppler and sent as a fax would be: bilevel pages in a TIFF, small enough for a repository."""
import pathlib, random, subprocess, sys, tempfile

import numpy
from PIL import Image

import pango

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "scanning"))
import classes, scan_set  # noqa: E402

CLASS = "fax"


def print_to(path, blocks, seed, **how):
    """Stands beside `path`, as .tif."""
    rng, dots, pictures = random.Random(seed), classes.CLASSES[CLASS][0], []
    with tempfile.TemporaryDirectory() as folder:
        pango.print_to(f"{folder}/sheet.pdf", blocks, **how)
        subprocess.run(["pdftoppm", "-gray", "-r", str(dots), f"{folder}/sheet.pdf", f"{folder}/page"], check=True)
        for page in sorted(pathlib.Path(folder).glob("page*")):
            pictures.append(classes.damaged(rng, numpy.array(Image.open(page)), [], CLASS)[0])
    scan_set.save(rng, pictures, path.with_suffix(""), dots, CLASS)
