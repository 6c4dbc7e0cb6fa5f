"""Charcoal and crayon illustrations as printed in old books: few tones, coarse dark strokes, open white edges."""

import numpy as np

from colours import pick
from flow import directions, smear
from generators.photo_pencil_dodge import fade_out
from noise import grain, paper
from raster import as_image, blur, luma, stretch

LABEL, SOURCE, COUNT = "pencil_sketch", "photo_charcoal", 110
LONG_SIDE = (260, 640)
NEEDS_FORM = True
SHEETS = [(1, 1, 1), (1, 1, 1), (0.98, 0.98, 0.97), (0.95, 0.92, 0.85), (0.84, 0.78, 0.68)]


def strokes(rng, width, height, angle, length):
    """Thresholds 0..1 whose level lines are long chalky strokes."""
    return stretch(smear(grain(rng, width, height, rng.uniform(0.6, 1.1)), angle, length, 7), 2, 98)


def tone(rng, plane):
    """Darkness 0..1: half of it of the whole picture, half against the surroundings, the lights left bare."""
    soft = blur(plane, rng.uniform(0.8, 1.8))
    around = blur(plane, max(plane.shape) / 9)
    dark = stretch(1 - soft, 30, 99) * 0.5 + stretch(around - soft, 35, 99) * 0.6
    return np.clip(dark, 0, 1) * rng.uniform(0.75, 1.05)


def make(rng, photo):
    plane = stretch(luma(photo), 2, 97) ** rng.uniform(0.5, 0.85)
    height, width = plane.shape
    form, sure = directions(blur(plane, 1.0), rng.uniform(2, 5))
    hand = rng.uniform(-1.4, 1.4)
    along = hand + np.sin(form - hand) * sure
    dark = tone(rng, plane)
    first = dark - 0.12 - strokes(rng, width, height, along, rng.uniform(4, 11))
    second = dark - 0.3 - strokes(rng, width, height, along + rng.uniform(0.5, 1.4), rng.uniform(4, 11))
    ridge = blur(plane, 2.2) - blur(plane, 0.9)
    contour = ridge / max(float(np.abs(ridge).mean()) * 3, 0.01) - 0.15 - 0.6 * strokes(rng, width, height, form, 4)
    hard = rng.uniform(2, 6)
    ink = np.clip(np.maximum(np.maximum(first, second), contour) * hard, 0, 1)
    ink = ink * np.clip(0.95 + 0.18 * grain(rng, width, height, 0.5), 0, 1)
    if rng.random() < 0.8:
        ink = ink * fade_out(rng, width, height)
    sheet = paper(rng, width, height, pick(rng, SHEETS), 0.008, 0.015)
    black = rng.uniform(0.0, 0.18)
    return as_image(sheet * (1 - ink[..., None] * (1 - black)))
