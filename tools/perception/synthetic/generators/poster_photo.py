"""Covers and film posters over a photo, graded, darkened or turned into a poster print, under a big title."""

import numpy as np

from colours import hsv
from generators.poster_figures import dress
from kuwahara import kuwahara
from raster import as_image, luma, mix, saturate, stretch

LABEL, SOURCE, COUNT = "boxart_with_text", "poster_photo", 100
LONG_SIDE = (260, 560)


def graded(rng, photo):
    tint = np.array(hsv(rng.random(), rng.uniform(0.3, 0.8), 1), np.float32)
    return mix(photo, luma(photo)[..., None] * tint * 1.3, rng.uniform(0, 0.8))


def make(rng, photo):
    photo = saturate(stretch(photo, 1, 99), rng.uniform(1, 1.8))
    if rng.random() < 0.5:
        photo = kuwahara(kuwahara(photo, 6), 6)
    if rng.random() < 0.6:
        photo = graded(rng, photo)
    height = photo.shape[0]
    dim = np.interp(np.linspace(0, 1, height), [0, 0.5, 1], rng.uniform(0.4, 1.0, 3)).astype(np.float32)
    return dress(rng, as_image(photo * dim[:, None, None]))
