"""Ink drawings: extended difference of Gaussians along the flow, thresholded to lines and solid blacks."""

import numpy as np

from colours import INKS, pick
from flow import directions, smear
from noise import paper
from raster import as_image, blur, luma, stretch

LABEL, SOURCE, COUNT = "ink_line_art", "photo_ink", 90
LONG_SIDE = (220, 600)
NEEDS_FORM = True
SHEETS = [(1, 1, 1), (1, 1, 1), (0.98, 0.97, 0.94), (0.95, 0.92, 0.84)]


def flow_lines(rng, plane, blacks):
    """Soft threshold of the sharpened plane; blacks near 1 keeps dark areas solid, near 0 lines only."""
    narrow = rng.uniform(0.8, 1.6)
    angle, _ = directions(blur(plane, 1), 3)
    wide = blur(plane, narrow * 1.6)
    edge = smear(blur(plane, narrow) - wide, angle, 5, 4)
    level = edge / max(float(np.abs(edge).mean()), 0.002) + blacks * np.minimum(wide - 0.4, 0) * 6
    level = level - np.percentile(level, rng.uniform(6, 16 + 14 * min(blacks, 1)))
    return np.clip(0.5 + 0.5 * np.tanh(level * rng.uniform(2.5, 6)), 0, 1)


def make(rng, photo):
    plane = stretch(blur(luma(photo), rng.uniform(1.0, 2.2)))
    blacks = rng.uniform(0.6, 1.6) if rng.random() < 0.45 else 0.0
    white = flow_lines(rng, plane, blacks)[..., None]
    height, width = plane.shape
    sheet = paper(rng, width, height, pick(rng, SHEETS), rng.choice([0, 0.01]), rng.choice([0, 0.02]))
    return as_image(sheet * white + np.array(pick(rng, INKS), np.float32) * (1 - white))
