"""Box covers and posters: a big styled title over cartoon figures, with logos, badges, frames and small print."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from colours import harmony, in_bytes, pick, shade
from lettering import fitted, font, word, words
from stage import Brush, landscape, layout, sky

LABEL, SOURCE, COUNT = "boxart_with_text", "poster_figures", 130
SHAPES = [(400, 400), (400, 390), (300, 420), (280, 400), (420, 300), (360, 500), (320, 450)]


def rays(rng, width, height):
    """Wedges of two colours from a point."""
    y, x = np.mgrid[0:height, 0:width]
    turn = np.arctan2(y - height * rng.uniform(0.3, 0.8), x - width * rng.uniform(0.3, 0.7))
    pair = np.array(harmony(rng, 2, (0.5, 1), (0.6, 1)))
    return Image.fromarray((pair[(np.floor(turn / np.pi * rng.integers(6, 16)) % 2).astype(int)] * 255).astype(np.uint8))


def lettered(rng, image, text, box, heavy=True):
    """The text filling a box: gradient or plain face, one or two rims, at times a hard shadow and a slant."""
    x, y, width, height = (int(part) for part in box)
    face, (left, top, right, bottom) = fitted(rng, text, width * 0.94, height * 0.8, heavy)
    thick = max(1, int(height * rng.uniform(0.02, 0.07)))
    at = (x + (width - right + left) // 2 - left, y + (height - bottom + top) // 2 - top)
    inner, outer = harmony(rng, 2, (0.6, 1), (0.6, 1))
    rim = pick(rng, [(0.05, 0.05, 0.1), (1, 1, 1), shade(outer, 0.4)])
    def mask(stroke, dx=0, dy=0):
        plane = Image.new("L", image.size)
        ImageDraw.Draw(plane).text((at[0] + dx, at[1] + dy), text, fill=255, font=face, stroke_width=stroke)
        return plane
    if rng.random() < 0.5:
        image.paste(in_bytes(shade(rim, 0.3)), (0, 0), mask(thick * 2, thick * 2, thick * 2))
    if rng.random() < 0.5:
        image.paste(in_bytes(outer), (0, 0), mask(thick * 2))
    image.paste(in_bytes(rim), (0, 0), mask(thick))
    ramp = np.clip((np.arange(image.height) - y) / max(height, 1), 0, 1)[:, None, None]
    pair = (inner, shade(inner, 2.2)) if rng.random() < 0.6 else (inner, inner)
    plane = np.asarray(pair[0]) * ramp + np.asarray(pair[1]) * (1 - ramp)
    fill = Image.fromarray((np.broadcast_to(plane, (image.height, image.width, 3)) * 255).astype(np.uint8))
    image.paste(fill, (0, 0), mask(0))


def badge(rng, image, x, y, size):
    """A rating box, a seal or a maker's mark."""
    draw, colour = ImageDraw.Draw(image), in_bytes(harmony(rng, 1, (0.5, 1), (0.3, 1))[0])
    style = rng.integers(3)
    if style == 0:
        draw.rectangle((x, y, x + size * 0.75, y + size), "white", "black", 2)
        draw.text((x + size * 0.12, y + size * 0.05), pick(rng, ["E", "T", "M", "A", "12", "7"]), "black", font(rng, size * 0.62, True))
        draw.rectangle((x, y + size * 0.8, x + size * 0.75, y + size), "black")
    elif style == 1:
        draw.ellipse((x, y, x + size, y + size), colour, "white", 2)
        draw.text((x + size * 0.2, y + size * 0.35), word(rng, 1)[:4].upper(), "white", font(rng, size * 0.26, True))
    else:
        draw.rounded_rectangle((x, y, x + size * 1.6, y + size * 0.55), size * 0.15, colour)
        draw.text((x + size * 0.15, y + size * 0.1), word(rng, 2)[:7].upper(), "white", font(rng, size * 0.3, True))


def strip(rng, image):
    """A band along an edge with the maker's or system's name."""
    draw, high = ImageDraw.Draw(image), int(image.height * rng.uniform(0.06, 0.13))
    colour = pick(rng, [(1, 1, 1), (0.03, 0.03, 0.05), harmony(rng, 1)[0]])
    y = 0 if rng.random() < 0.4 else image.height - high
    draw.rectangle((0, y, image.width, y + high), in_bytes(colour))
    ink = "black" if sum(colour) > 1.6 else "white"
    draw.text((image.width * rng.uniform(0.03, 0.3), y + high * 0.15), words(rng, 1, 3).upper(), ink, font(rng, high * 0.55, True))


def dress(rng, image):
    """Title, subtitle, small print, badges, strip and frame, over a picture."""
    width, height = image.size
    if rng.random() < 0.6:
        strip(rng, image)
    high = height * rng.uniform(0.14, 0.3)
    y = pick(rng, [height * 0.1, height * 0.12, height * 0.4, height * 0.66])
    name = pick(rng, [str.upper, str.title])(word(rng, int(rng.integers(1, 4))))
    lettered(rng, image, name, (width * 0.04, y, width * 0.92, high))
    if rng.random() < 0.6:
        lettered(rng, image, words(rng, 1, 2).upper(), (width * 0.12, y + high, width * 0.76, high * rng.uniform(0.35, 0.8)))
    draw = ImageDraw.Draw(image)
    for _ in range(rng.integers(0, 3)):
        spot = (width * rng.uniform(0.04, 0.5), height * pick(rng, [0.03, 0.88, 0.93]))
        draw.text(spot, words(rng, 2, 5), pick(rng, ["white", "black", "yellow"]), font(rng, height * rng.uniform(0.022, 0.04)))
    for _ in range(rng.integers(0, 4)):
        side = width * rng.uniform(0.09, 0.16)
        badge(rng, image, *(int(part) for part in (pick(rng, [0.03, 0.84]) * width, pick(rng, [0.04, 0.84]) * height)), int(side))
    if rng.random() < 0.3:
        draw.rectangle((0, 0, width - 1, height - 1), None, in_bytes(harmony(rng, 1)[0]), int(width * rng.uniform(0.01, 0.03)))
    return image


def illustration(rng, width, height):
    style = rng.random()
    image = rays(rng, width, height) if style < 0.3 else sky(rng, width, height)
    brush = Brush(image)
    if style > 0.5:
        for group in landscape(rng, width, height):
            brush.group(group, None, 0)
    ink, thick = pick(rng, [(0.05, 0.05, 0.08), (0.05, 0.05, 0.08), (1, 1, 1)]), width * rng.uniform(0.003, 0.01)
    for _ in range(rng.integers(1, 4)):
        for group in layout(rng, width, height, 0.8):
            brush.group(group, ink, thick)
    done = brush.done()
    return done.filter(ImageFilter.GaussianBlur(rng.uniform(1, 3))) if rng.random() < 0.1 else done


def make(rng):
    shape = pick(rng, SHAPES)
    scale = rng.uniform(0.6, 1.3)
    width, height = (round(side * scale) for side in shape)
    return dress(rng, illustration(rng, width, height))
