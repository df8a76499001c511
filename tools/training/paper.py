"""Draws short lines with Debian's fonts and damages them as printing, scanning and faxing do. Everything follows the seed."""
import functools
import io

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = "/usr/share/fonts/"
HAN_FONTS = {  # name: file, index in it
    "sans": ("opentype/noto/NotoSansCJK-Regular.ttc", 2), "sans-bold": ("opentype/noto/NotoSansCJK-Bold.ttc", 2),
    "serif": ("opentype/noto/NotoSerifCJK-Regular.ttc", 2), "serif-bold": ("opentype/noto/NotoSerifCJK-Bold.ttc", 2),
    "ming": ("truetype/arphic/uming.ttc", 0), "kai": ("truetype/arphic/ukai.ttc", 0),
    "zenhei": ("truetype/wqy/wqy-zenhei.ttc", 0), "microhei": ("truetype/wqy/wqy-microhei.ttc", 0)}
LATIN_FONTS = {
    "times": ("truetype/liberation/LiberationSerif-Regular.ttf", 0), "times-bold": ("truetype/liberation/LiberationSerif-Bold.ttf", 0),
    "arial": ("truetype/liberation/LiberationSans-Regular.ttf", 0), "arial-bold": ("truetype/liberation/LiberationSans-Bold.ttf", 0),
    "narrow": ("truetype/liberation/LiberationSansNarrow-Regular.ttf", 0), "courier": ("truetype/liberation/LiberationMono-Regular.ttf", 0),
    "dejavu": ("truetype/dejavu/DejaVuSans.ttf", 0), "dejavu-serif": ("truetype/dejavu/DejaVuSerif.ttf", 0),
    "dejavu-narrow": ("truetype/dejavu/DejaVuSansCondensed.ttf", 0), "dejavu-mono": ("truetype/dejavu/DejaVuSansMono.ttf", 0)}
# What each model learns from; its unseen fonts are the others.
SETS = {"one": (["sans", "sans-bold", "serif", "ming", "zenhei", "serif-bold"],
                ["times", "arial", "dejavu", "courier", "times-bold", "dejavu-serif"]),
        "two": (["sans", "kai", "microhei", "ming", "serif", "sans-bold"],
                ["times", "arial-bold", "dejavu-narrow", "narrow", "arial", "dejavu-mono"])}


@functools.lru_cache(maxsize=400)
def font(name, size):
    path, index = {**HAN_FONTS, **LATIN_FONTS}[name]
    return ImageFont.truetype(FONTS + path, size, index=index, layout_engine=ImageFont.Layout.BASIC)


@functools.lru_cache(maxsize=None)
def has(name, letter):
    draw = lambda c: font(name, 24).getmask(c).getbbox() and bytes(font(name, 24).getmask(c))
    return letter == " " or (draw(letter) is not None and draw(letter) != draw("\uffff"))


class Pen:
    """Which font draws which letter: Latin ones first where the form mixes them, as word processors do."""

    def __init__(self, rng, han, latin, size):
        self.han, self.size = rng.choice(han), size
        self.latin = rng.choice(latin) if rng.random() < .6 else None
        self.signs = rng.random() < .5  # relations and boxes from the Latin font too

    def name(self, letter):
        own = [self.latin] if self.latin and (letter < "\x7f" or self.signs) else []
        return next((n for n in own + [self.han, "sans", "dejavu"] if has(n, letter)), None)


def drawn(rng, pen, text):
    """A clean grey picture, tight around the letters, or None where no font has one of them."""
    return drawn_letters(rng, pen, text)[0]


def drawn_letters(rng, pen, text):
    """The same, and the middle of each letter's place, in pixels from the left."""
    names = [pen.name(c) for c in text]
    if None in names:
        return None, []
    size, spacing = pen.size, rng.choice([0, 0, 0, 0, .04, .1]) * pen.size
    picture = Image.new("L", (int(len(text) * (size * 1.1 + spacing)) + 3 * size, size * 3), 255)
    pencil, x, middles = ImageDraw.Draw(picture), float(size), []
    for letter, name in zip(text, names):
        pencil.text((round(x), 2 * size), letter, fill=0, font=font(name, size), anchor="ls")
        middles.append(x + font(name, size).getlength(letter) / 2)
        x += font(name, size).getlength(letter) + spacing
    left, top, right, bottom = Image.eval(picture, lambda v: 255 - v).getbbox()
    # A lone dash or dot keeps the height of its line: the reader sees how high it hangs.
    if bottom - top < .7 * size:
        top, bottom = min(top, int(2 * size - .8 * size)), max(bottom, int(2 * size + .08 * size))
    margin = lambda: rng.randint(int(.06 * size), int(.3 * size) + 1)
    left -= margin()
    return picture.crop((left, top - margin(), right + margin(), bottom + margin())), [m - left for m in middles]


def ruled(rng, picture):
    """What a rule that was not wholly erased leaves at an edge."""
    pencil, (w, h) = ImageDraw.Draw(picture), picture.size
    for _ in range(rng.choice([1, 1, 2])):
        side, shade = rng.randint(0, 3), rng.randint(0, 160)
        at, run = rng.random(), rng.choice([.1, .3, 1])
        if side < 2:
            pencil.line([(at * w, side * (h - 1)), ((at + run) * w, side * (h - 1))], fill=shade, width=rng.choice([1, 1, 2]))
        else:
            pencil.line([((side - 2) * (w - 1), at * h), ((side - 2) * (w - 1), (at + run) * h)], fill=shade, width=1)
    return picture


def damaged(rng, picture, dose, rules=True):
    """dose 0..1: how often and how much. One kind after the other, in the order in which paper meets them."""
    grain, size = numpy.random.default_rng(rng.getrandbits(32)), picture.size[1]
    often = lambda share: rng.random() < share * dose
    if often(.5):
        picture = picture.rotate(rng.uniform(-1.6, 1.6) * dose, Image.BICUBIC, fillcolor=255)
    if often(.15):
        picture = picture.transform(picture.size, Image.AFFINE, (1, rng.uniform(-.15, .15), 0, 0, 1, 0), Image.BICUBIC, fillcolor=255)
    if rules and often(.3):
        picture = ruled(rng, picture)
    if size > 34 and often(.25):
        thick = rng.random() < .5  # spreading ink, or ink that fails at edges
        other = picture.filter(ImageFilter.MinFilter(3) if thick else ImageFilter.MaxFilter(3))
        picture = Image.blend(picture, other, rng.uniform(.4, 1) if thick else rng.uniform(.2, .6))
    if often(.7):
        picture = picture.filter(ImageFilter.GaussianBlur(rng.uniform(.2, .03 * size)))
    values = numpy.asarray(picture, dtype=numpy.float32)
    ink = rng.uniform(0, 150) if often(.5) else rng.uniform(0, 40)
    values = ink + values * (255 - ink) / 255
    if often(.2):
        values += numpy.linspace(0, rng.uniform(-60, 60), values.shape[1])[None, :]
    if often(.7):
        values += grain.normal(0, rng.uniform(2, 28), values.shape)
    if often(.2):
        specks = grain.random(values.shape)
        values[specks < rng.uniform(.001, .01)] = 0
        values[specks > 1 - rng.uniform(.001, .02)] = 255
    if often(.3):
        values = numpy.where(values > rng.uniform(100, 200) + .3 * ink, 255, 0)
    picture = Image.fromarray(numpy.clip(values, 0, 255).astype(numpy.uint8))
    if often(.6):
        store = io.BytesIO()
        picture.save(store, "JPEG", quality=rng.randint(18, 85))
        picture = Image.open(store).convert("L")
    if often(.25):
        scale = rng.uniform(.5, .8)
        small = (max(1, int(picture.size[0] * scale)), max(12, int(picture.size[1] * scale)))
        picture = picture.resize(small, Image.BILINEAR)
    return picture
