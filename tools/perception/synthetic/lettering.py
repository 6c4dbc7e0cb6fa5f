"""Words without meaning, fonts of the machine, and a pixel font."""

import subprocess
from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from colours import pick

ONSETS = ["b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "sh", "st", "t", "tr", "v", "w", "z"]
HEARTS = ["a", "e", "i", "o", "u", "ai", "ea", "oo", "ou", "y"]
CODAS = ["", "", "n", "r", "s", "t", "l", "nd", "st", "ck", "m", "x"]
FAMILIES = ["Inter", "DejaVu", "Liberation", "NotoSans-", "NotoSerif-", "texgyre"]


def word(rng, syllables=None):
    count = syllables or int(rng.integers(1, 4))
    return "".join(pick(rng, ONSETS) + pick(rng, HEARTS) + pick(rng, CODAS) for _ in range(count))


def words(rng, low, high):
    return " ".join(word(rng) for _ in range(rng.integers(low, high + 1)))


@cache
def font_files():
    """Latin text faces that the machine has, in order of name."""
    listed = subprocess.run(["fc-list", ":lang=en", "file"], capture_output=True, text=True, check=True).stdout
    files = sorted({line.split(":")[0] for line in listed.splitlines()})
    return [file for file in files if any(family in file for family in FAMILIES) and "Math" not in file]


def font(rng, size, heavy=False):
    files = [file for file in font_files() if not heavy or any(mark in file for mark in ("Bold", "Black", "Heavy"))]
    return ImageFont.truetype(pick(rng, files), max(4, round(size)))


def pixel_text(text):
    """Text in a bitmap font as a mask of 0 and 255, cropped to its ink."""
    face = ImageFont.load_default_imagefont()
    left, top, right, bottom = face.getbbox(text)
    mask = Image.new("1", (right, bottom))
    ImageDraw.Draw(mask).text((0, 0), text, fill=1, font=face)
    mask = mask.convert("L")
    return mask.crop(mask.getbbox() or (0, 0, 1, 1))


def fitted(rng, text, width, height, heavy=True):
    """A font in which the text fills the box without leaving it, and the text's extent."""
    face = font(rng, height, heavy)
    left, top, right, bottom = face.getbbox(text)
    scale = min(width / max(right - left, 1), height / max(bottom - top, 1))
    face = face.font_variant(size=max(4, int(face.size * scale)))
    return face, np.array(face.getbbox(text))
