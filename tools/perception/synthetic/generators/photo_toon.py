"""Cartoons from photos: calm colour areas in a few steps, thick dark outlines, lively colours."""

import numpy as np

from colours import INKS, pick
from generators.photo_ink import flow_lines
from kuwahara import kuwahara
from raster import as_image, blur, luma, saturate, stretch

LABEL, SOURCE, COUNT = "cartoon", "photo_toon", 80
LONG_SIDE = (220, 560)
NEEDS_FORM = True


def steps(plane, count, soft):
    """Tone in `count` steps whose ramps take the part `soft` of a step."""
    level = plane * count
    whole = np.floor(level)
    return (whole + np.clip((level - whole - 0.5) / soft + 0.5, 0, 1)) / count


def make(rng, photo):
    scale = max(photo.shape) / 400
    calm = stretch(photo, 2, 98)
    for _ in range(3):
        calm = kuwahara(calm, int(rng.integers(4, 8) * scale) + 2)
    calm = blur(calm, 0.6)
    tone = np.maximum(luma(calm), 0.02)
    stepped = np.clip(steps(tone, int(rng.integers(3, 7)), rng.uniform(0.08, 0.3)), 0.08, 1)
    picture = np.clip(calm * (stepped / tone)[..., None], 0, 1) ** rng.uniform(0.65, 0.9)
    picture = saturate(picture, rng.uniform(1.4, 2.2))
    lines = flow_lines(rng, luma(blur(calm, 1.0 * scale)), 0.0)[..., None]
    return as_image(picture * lines + np.array(pick(rng, INKS), np.float32) * (1 - lines))
