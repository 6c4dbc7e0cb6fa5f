"""Graphite drawings: dodged tone, contour lines and hatching that follows the form, on a sheet with tooth."""

import numpy as np

from colours import pick
from flow import directions, smear
from noise import clouds, fractal, grain, paper
from raster import as_image, blur, gradient, luma, stretch

LABEL, SOURCE, COUNT = "pencil_sketch", "photo_pencil_dodge", 130
LONG_SIDE = (220, 560)
NEEDS_FORM = True
SHEETS = [(1, 1, 1), (0.97, 0.97, 0.96), (0.96, 0.93, 0.86), (0.93, 0.88, 0.77), (0.98, 0.96, 0.88), (0.88, 0.88, 0.87)]
LEADS = [(0.12, 0.12, 0.13), (0.2, 0.2, 0.22), (0.28, 0.27, 0.27), (0.24, 0.16, 0.12)]


def lines(rng, plane):
    """Darkness of the contours, from dodging the plane with its own blur and from its slope."""
    soft = blur(plane, rng.uniform(1.5, 6))
    dodge = 1 - np.clip(plane / np.maximum(soft, 0.05), 0, 1)
    slope = np.hypot(*gradient(blur(plane, rng.uniform(0.6, 1.4))))
    return np.clip(dodge * rng.uniform(1.5, 3.5) + slope / max(np.percentile(slope, 98), 0.02) * rng.uniform(0.2, 0.8), 0, 1)


def hatching(rng, plane):
    """Strokes at one hand angle, wandering with the form, that fill the dark."""
    height, width = plane.shape
    form, sure = directions(plane, 4)
    hand = rng.uniform(0.3, 1.3) * rng.choice([-1, 1])
    angle = hand + np.sin(form - hand) * sure * rng.uniform(0, 0.8)
    strokes = stretch(smear(grain(rng, width, height, 0.5), angle, rng.uniform(5, 11), 6), 3, 97)
    tone = stretch(1 - blur(plane, 1.2), 15, 99) ** rng.uniform(0.9, 1.6)
    return np.clip(tone * (1.15 - strokes * rng.uniform(0.5, 0.9)), 0, 1)


def fade_out(rng, width, height):
    """The drawing thins out towards an uneven border."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    edge = np.maximum(np.abs(x), np.abs(y)) + (fractal(rng, width, height, width / 4) - 0.5) * 0.5
    return np.clip((rng.uniform(0.75, 0.95) - edge) * 6, 0, 1)


def make(rng, photo):
    plane = stretch(blur(luma(photo), rng.uniform(0.5, 1.2))) ** rng.uniform(0.5, 0.9)
    height, width = plane.shape
    dark = lines(rng, plane)
    style = rng.random()
    if style < 0.75:
        dark = 1 - (1 - dark) * (1 - hatching(rng, plane) * rng.uniform(0.5, 0.95))
    if style > 0.55:
        dark = 1 - (1 - dark) * (1 - 0.35 * blur(1 - plane, 1) ** 1.5)
    tooth = np.clip(0.75 + 0.25 * grain(rng, width, height, 0.6), 0.3, 1.2)
    dark = np.clip(dark * tooth * (0.8 + 0.4 * clouds(rng, width, height, 60)), 0, 0.97)
    if rng.random() < 0.55:
        dark = dark * fade_out(rng, width, height)
    sheet = paper(rng, width, height, pick(rng, SHEETS), rng.uniform(0.003, 0.02), rng.uniform(0, 0.04))
    lead = np.array(pick(rng, LEADS), np.float32)
    return as_image(sheet * (1 - dark[..., None] * (1 - lead)))
