"""Logos: marks of circles, bars, letters and turned copies, alone or beside a name."""

import numpy as np
from PIL import Image, ImageDraw

from colours import harmony, hsv, in_bytes, pick
from figures.shapes import Group, box, ellipse, rounded
from lettering import fitted, word
from stage import OVER, Brush

LABEL, SOURCE, COUNT = "flat_vector_logo", "logo_mark", 90


def turned(outline, angle, centre):
    c, s = np.cos(angle), np.sin(angle)
    return (outline - centre) @ np.array([[c, s], [-s, c]]) + centre


def petals(rng, side):
    """One shape repeated round the centre, in one to three colours."""
    count, centre = int(rng.integers(3, 9)), np.array([side / 2, side / 2])
    tall, wide, out = rng.uniform(0.1, 0.2) * side, rng.uniform(0.05, 0.14) * side, rng.uniform(0.12, 0.26) * side
    base = ellipse(side / 2, side / 2 - out, wide, tall) if rng.random() < 0.5 else box(side / 2 - wide, side / 2 - out - tall, side / 2 + wide * rng.uniform(0, 1), side / 2 - out + tall)
    palette = harmony(rng, int(rng.integers(1, 4)), (0.5, 1), (0.4, 1))
    return [Group([turned(base, 2 * np.pi * i / count, centre)], palette[i % len(palette)], False) for i in range(count)]


def bars(rng, side):
    """Parallel bars of changing length."""
    count, colour = int(rng.integers(3, 7)), harmony(rng, 2, (0.5, 1), (0.4, 1))
    step, lean = side * 0.8 / count, rng.uniform(-0.2, 0.2) * side
    groups = []
    for i in range(count):
        x, high = side * 0.1 + i * step, rng.uniform(0.2, 0.8) * side
        corners = np.array([[x + lean * 0.3, side * 0.9 - high], [x + step * 0.7 + lean * 0.3, side * 0.9 - high], [x + step * 0.7, side * 0.9], [x, side * 0.9]])
        groups.append(Group([corners], colour[i % 2], False))
    return groups


def overlap(rng, side):
    """Two to four discs, rings or polygons over one another."""
    groups = []
    for colour in harmony(rng, int(rng.integers(2, 5)), (0.4, 1), (0.4, 1)):
        x, y, r = *rng.uniform(0.3, 0.7, 2) * side, rng.uniform(0.14, 0.3) * side
        corners = int(pick(rng, [3, 4, 6, 60]))
        outline = turned(ellipse(x, y, r, r, count=corners), rng.choice([0, np.pi / 4, np.pi / 6]), np.array([x, y]))
        groups.append(Group([rounded(outline, 2) if rng.random() < 0.3 else outline], colour, False))
        if rng.random() < 0.4:
            groups.append(Group([ellipse(x, y, r * 0.5, r * 0.5)], (1, 1, 1), False))
    return groups


def initial(rng, side):
    """A plate for a letter; the letter is drawn by `make`."""
    colour = harmony(rng, 1, (0.5, 1), (0.2, 0.9))[0]
    outline = ellipse(side / 2, side / 2, side * 0.46, side * 0.46, count=80) if rng.random() < 0.4 else box(side * 0.04, side * 0.04, side * 0.96, side * 0.96)
    return [Group([outline], colour, False)]


def write(image, face, extent, text, box_of, colour):
    """The text in the middle of a box: left, top, width, height."""
    x, y, width, height = box_of
    left, top, right, bottom = extent
    at = (x + (width - right + left) / 2 - left, y + (height - bottom + top) / 2 - top)
    ImageDraw.Draw(image).text(at, text, fill=in_bytes(colour), font=face)


def make(rng):
    side = int(rng.integers(150, 340))
    named = rng.random() < 0.45
    size = (round(side * rng.uniform(2.2, 3.8)), side) if named else (side, side)
    ground = pick(rng, [(1, 1, 1)] * 4 + [hsv(rng.random(), 0.8, 0.3), (0.08, 0.08, 0.1)])
    brush = Brush(Image.new("RGB", size, in_bytes(ground)))
    mark = pick(rng, [petals, bars, overlap, initial])
    for group in mark(rng, side):
        brush.group(group, None, 0)
    image = brush.image
    if mark is initial:
        letter = word(rng, 1)[: rng.integers(1, 3)].upper()
        face, extent = fitted(rng, letter, side * OVER * 0.6, side * OVER * 0.6)
        write(image, face, extent, letter, (0, 0, side * OVER, side * OVER), (1, 1, 1))
    if named:
        name = pick(rng, [str.title, str.lower, str.upper])(word(rng, 2))
        room = (side * OVER * 1.05, 0, (size[0] - side * 1.1) * OVER, side * OVER)
        face, extent = fitted(rng, name, room[2] * 0.95, side * OVER * 0.6, rng.random() < 0.6)
        write(image, face, extent, name, room, (0.1, 0.1, 0.12) if sum(ground) > 1.5 else (1, 1, 1))
    picture = brush.done()
    return picture.resize([max(1, round(part * min(1, 640 / max(size)))) for part in size], Image.Resampling.LANCZOS)
