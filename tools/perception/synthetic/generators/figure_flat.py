"""Flat pictograms: figures of plain fills without shading, on white, on a plate or on a colour."""

import numpy as np
from PIL import Image

from colours import harmony, hsv, in_bytes, pick, shade
from figures import any_figure
from figures.shapes import Group, box, ellipse, rounded
from stage import Brush, placed

LABEL, SOURCE, COUNT = "flat_vector_logo", "figure_flat", 110


def plate(rng, side):
    """A disc, a rounded square or a badge behind the figure."""
    colour = harmony(rng, 1, (0.4, 1), (0.4, 1))[0]
    style, low, high = rng.integers(3), side * 0.04, side * 0.96
    if style == 0:
        return Group([ellipse(side / 2, side / 2, side * 0.46, side * 0.46, count=90)], colour, False)
    corners = box(low, low, high, high)
    if style == 1:
        cut = side * rng.uniform(0.08, 0.2)
        along = np.array([[low, low + cut], [low + cut, low], [high - cut, low], [high, low + cut],
                          [high, high - cut], [high - cut, high], [low + cut, high], [low, high - cut]])
        return Group([rounded(along, 2)], colour, False)
    return Group([corners], colour, False)


def recolour(rng, groups, palette):
    """Each group of a colour takes one of the palette: two to five in all."""
    seen = {}
    return [group._replace(colour=seen.setdefault(tuple(group.colour), pick(rng, palette))) for group in groups]


def make(rng):
    side = int(rng.integers(160, 440))
    ground = (1, 1, 1) if rng.random() < 0.65 else harmony(rng, 1, (0.05, 0.9), (0.5, 1))[0]
    brush = Brush(Image.new("RGB", (side, side), in_bytes(ground)))
    plated = rng.random() < 0.4
    if plated:
        brush.group(plate(rng, side), None, 0)
    size = side * (rng.uniform(0.5, 0.7) if plated else rng.uniform(0.75, 0.95))
    groups = placed(any_figure(rng, 0.5), (side - size) / 2, (side - size) / 2, size, rng.random() < 0.5)
    style = rng.random()
    if style < 0.25:
        groups = recolour(rng, groups, harmony(rng, int(rng.integers(2, 5))))
    elif style < 0.4:
        mono = (1, 1, 1) if plated else hsv(rng.random(), rng.choice([0, 0.7]), rng.uniform(0.05, 0.6))
        groups = [g._replace(colour=mono if sum(g.colour) > 0.4 else shade(mono, 0.2)) for g in groups if g.contour]
    ink = pick(rng, [(0.1, 0.1, 0.15), (0.25, 0.15, 0.2)]) if rng.random() < 0.2 else None
    for group in groups:
        brush.group(group, ink, side * 0.006)
    return brush.done()
