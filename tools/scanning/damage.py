"""What happens to a sheet between a printer and a file: seeded damages of pictures, each in a dose.

A picture is a numpy array of bytes, height × width (grey) or height × width × 3. Lengths are given for 300 dots an inch
and scaled to the picture's own.
"""
import io
import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

SEAL_FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"


def coloured(picture):
    return picture if picture.ndim == 3 else np.repeat(picture[:, :, None], 3, axis=2)


def filtered(picture, what):
    return np.asarray(Image.fromarray(picture).filter(what))


def smooth_field(rng, height, width, knots):
    """A smooth surface of -1..1: where the light falls, how ink fades."""
    field = Image.fromarray(np.array([[rng.uniform(-1, 1) for _ in range(knots)] for _ in range(knots)], dtype=np.float32))
    return np.asarray(field.resize((width, height), Image.BICUBIC))


def scaled(picture, factor):
    """Brightness times `factor`, one number a pixel."""
    factor = factor if picture.ndim == 2 else factor[:, :, None]
    return np.clip(picture * factor, 0, 255).astype(np.uint8)


def warped(picture, corners):
    """The picture with its four corners moved to `corners` (from the top left, clockwise), white around."""
    height, width = picture.shape[:2]
    rows, right = [], []
    for (x, y), (u, v) in zip(corners, ((0, 0), (width, 0), (width, height), (0, height))):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    plan = np.linalg.solve(np.array(rows, dtype=float), np.array(right, dtype=float))
    white = 255 if picture.ndim == 2 else (255, 255, 255)
    return np.asarray(Image.fromarray(picture).transform((width, height), Image.PERSPECTIVE, plan, Image.BICUBIC, fillcolor=white))


def skew(rng, picture, dots, dose):
    """turned by up to `dose` degrees"""
    angle = math.radians(rng.choice([-1, 1]) * rng.uniform(dose / 3, dose))
    height, width = picture.shape[:2]
    turned = [(width / 2 + (x - width / 2) * math.cos(angle) - (y - height / 2) * math.sin(angle),
               height / 2 + (x - width / 2) * math.sin(angle) + (y - height / 2) * math.cos(angle))
              for x, y in ((0, 0), (width, 0), (width, height), (0, height))]
    return warped(picture, turned)


def perspective(rng, picture, dots, dose):
    """photographed askew: corners moved by up to `dose` of the width"""
    height, width = picture.shape[:2]
    corners = [(x + sx * rng.uniform(0, dose) * width, y + sy * rng.uniform(0, dose) * width)
               for x, y, sx, sy in ((0, 0, 1, 1), (width, 0, -1, 1), (width, height, -1, -1), (0, height, 1, -1))]
    return warped(picture, corners)


def blur(rng, picture, dots, dose):
    """out of focus by `dose` pixels"""
    return filtered(picture, ImageFilter.GaussianBlur(rng.uniform(.6, 1) * dose * dots / 300))


def noise(rng, picture, dots, dose):
    """grain of `dose` grey levels, and specks"""
    source = np.random.default_rng(rng.getrandbits(32))
    height, width = picture.shape[:2]
    grain = source.standard_normal((height, width), dtype=np.float32) * (rng.uniform(.6, 1) * dose)
    out = np.clip(picture + (grain if picture.ndim == 2 else grain[:, :, None]), 0, 255).astype(np.uint8)
    for _ in range(int(dose * rng.uniform(2, 10))):
        y, x, size = source.integers(height), source.integers(width), max(1, round(rng.choice([1, 1, 2, 3]) * dots / 300))
        out[y:y + size, x:x + size] = source.integers(0, 160)
    return out


def jpeg(rng, picture, dots, dose):
    """stored as JPEG of quality `dose`"""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "JPEG", quality=round(dose + rng.uniform(-5, 5)))
    return np.asarray(Image.open(file))


def light(rng, picture, dots, dose):
    """lit unevenly, down to 1 - `dose`"""
    return scaled(picture, 1 - dose * (.5 + .5 * smooth_field(rng, *picture.shape[:2], 3)))


def seal(rng, picture, dots, ink):
    """a round seal with a star over the page"""
    height, width = picture.shape[:2]
    radius = round(rng.uniform(17, 22) / 25.4 * dots)
    side = 2 * radius + 8
    stamp = Image.new("L", (side, side), 0)
    draw, middle, edge = ImageDraw.Draw(stamp), side // 2, max(2, radius // 16)
    draw.ellipse((4, 4, side - 4, side - 4), outline=255, width=edge)
    star = [(middle + radius * s * math.sin(math.pi * k / 5), middle - radius * s * math.cos(math.pi * k / 5))
            for k, s in ((k, .3 if k % 2 == 0 else .12) for k in range(10))]
    draw.polygon(star, fill=255)
    name = rng.choice(["青山市财政局预算专用章", "临江县教育局项目专用章", "云岭区民政局公章", "东湖街道办事处合同专用章"])
    font = ImageFont.truetype(SEAL_FONT, radius // 4)
    for i, letter in enumerate(name):
        turn = (i - (len(name) - 1) / 2) * 300 / len(name)
        tile = Image.new("L", (side, side), 0)
        ImageDraw.Draw(tile).text((middle, middle - radius * .75), letter, 255, font, "mm")
        stamp.paste(255, mask=tile.rotate(-turn, Image.BICUBIC))
    stamp = stamp.rotate(rng.uniform(-25, 25), Image.BICUBIC)
    strength = np.asarray(stamp, dtype=np.float32) / 255 * rng.uniform(.65, .95)
    strength = strength * (.8 + .2 * smooth_field(rng, side, side, 12))
    y, x = round(rng.uniform(.15, .85) * (height - side)), round(rng.uniform(.1, .9) * (width - side))
    out = coloured(picture).copy()
    part = out[y:y + side, x:x + side]
    part[:] = (part * (1 - strength[:, :, None] * (1 - np.array(ink) / 255))).astype(np.uint8)
    return out


def seal_red(rng, picture, dots, dose):
    """a red seal"""
    return seal(rng, picture, dots, (rng.randint(195, 235), rng.randint(20, 70), rng.randint(20, 70)))


def seal_blue(rng, picture, dots, dose):
    """a blue seal"""
    return seal(rng, picture, dots, (rng.randint(30, 70), rng.randint(60, 100), rng.randint(185, 225)))


def fax(rng, picture, dots, dose):
    """black and white only, with `dose` grey levels of grain before"""
    grey = picture if picture.ndim == 2 else picture.min(axis=2)
    return np.where(noise(rng, grey, dots, dose) < rng.randint(120, 165), 0, 255).astype(np.uint8)


def bleed(rng, picture, dots, dose):
    """the reverse side shines through"""
    back = np.roll(picture[:, ::-1], (rng.randint(-90, 90), rng.randint(-90, 90)), axis=(0, 1))
    back = filtered(back, ImageFilter.GaussianBlur(1.5 * dots / 300))
    ghost = 255 - (255 - back.astype(np.float32)) * rng.uniform(.6, 1) * dose
    return np.minimum(picture, ghost).astype(np.uint8)


def border(rng, picture, dots, dose):
    """dark edges of a scanner, and punch holes"""
    out = picture.copy()
    wide = lambda: rng.randint(0, max(1, round(dose * dots)))
    for edge in (out[:wide()], out[out.shape[0] - wide():], out[:, :wide()], out[:, out.shape[1] - wide():]):
        edge[:] = rng.randint(5, 60)
    if rng.random() < .5:
        page = Image.fromarray(out)
        draw, x, r = ImageDraw.Draw(page), round(.45 * dots), round(.11 * dots)
        for y in (out.shape[0] // 2 - 1.57 * dots, out.shape[0] // 2 + 1.57 * dots):
            draw.ellipse((x - r, y - r, x + r, y + r), fill=30 if out.ndim == 2 else (30, 30, 30))
        out = np.asarray(page)
    return out


def turned(rng, picture, dots, dose):
    """turned by `dose` quarters"""
    return np.ascontiguousarray(np.rot90(picture, -dose))


def tint(rng, picture, dots, dose):
    """paper that is not quite white"""
    shade = np.array([1, rng.uniform(.985, 1), rng.uniform(.955, .99)]) * rng.uniform(.94, 1)
    return (coloured(picture) * shade).astype(np.uint8)


def broken_rules(rng, picture, dots, dose, cells=()):
    """a share `dose` of every rule is lost; `cells` are the rectangles between rules, in pixels"""
    out, thick = picture.copy(), round(4 * dots / 300) + 1
    edges = {(min(a, b), c, max(a, b), d) for x0, y0, x1, y1 in cells
             for a, b, c, d in ((x0, x1, y0, 0), (x0, x1, y1, 0), (y0, y1, x0, 1), (y0, y1, x1, 1))}
    for begin, at, end, upright in sorted(edges):
        place = begin
        while place < end:
            gap = rng.uniform(.02, .12) * dots
            place += gap * (1 - dose) / dose * rng.uniform(.5, 1.5)
            a, b, low, high = round(place), round(min(place + gap, end)), round(at) - thick, round(at) + thick
            if a < b and upright:
                out[a:b, low:high] = 255
            elif a < b:
                out[low:high, a:b] = 255
            place += gap
    return out
