"""Watercolours: pale flat washes with dark rims, granulation and blooms, on paper left white in the lights."""

import numpy as np
from scipy.ndimage import map_coordinates

from colours import pick
from kuwahara import kuwahara
from noise import clouds, fractal, grain, paper
from raster import as_image, blur, gradient, luma, saturate, stretch

LABEL, SOURCE, COUNT = "watercolour", "photo_washes", 170
LONG_SIDE = (260, 600)
SHEETS = [(1, 1, 1), (0.99, 0.99, 0.98), (0.98, 0.97, 0.93), (0.96, 0.93, 0.86), (0.94, 0.94, 0.94)]


def wander(rng, picture, reach):
    """Edges that bleed: every point taken from up to `reach` pixels away."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    y = np.clip(y + (fractal(rng, width, height, 24) - 0.5) * 2 * reach, 0, height - 1)
    x = np.clip(x + (fractal(rng, width, height, 24) - 0.5) * 2 * reach, 0, width - 1)
    return np.stack([map_coordinates(picture[..., c], [y, x], order=1) for c in range(3)], 2)


def washes(rng, photo):
    """Pigment density by channel: 0 is bare paper."""
    scale = max(photo.shape) / 400
    calm = kuwahara(blur(photo, 0.8), int(rng.integers(4, 9) * scale) + 2)
    calm = wander(rng, calm, rng.uniform(2, 7) * scale)
    light = np.clip(calm, 0.02, 1) ** rng.uniform(0.45, 0.8)
    light = saturate(light, rng.uniform(1.2, 2.0))
    bare = np.clip((luma(light) - rng.uniform(0.75, 0.9)) * 8, 0, 1)
    return -np.log(np.clip(light, 0.05, 1)) * (1 - 0.85 * bare[..., None])


def pigment(rng, density):
    """Rims, granulation and blooms over the washes."""
    height, width = density.shape[:2]
    plane = luma(density)
    rim = np.hypot(*gradient(blur(plane, 0.9)))
    density = density * (1 + rng.uniform(1, 4) * np.clip(rim, 0, 0.25))[..., None]
    bloom = fractal(rng, width, height, max(width, height) / 5, 5)
    ring = np.exp(-(((bloom - 0.55) / 0.02) ** 2)) * rng.uniform(0, 0.25)
    grains = rng.uniform(0.02, 0.12) * grain(rng, width, height, rng.uniform(0.5, 1.1))
    flood = 1 + rng.uniform(0.3, 0.9) * (bloom - 0.5)
    return density * np.clip(flood + ring + grains, 0.1, 2)[..., None]


def margin(rng, width, height):
    """Where there is paint: the whole sheet, a taped rectangle, or a loose vignette."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    style = rng.random()
    if style < 0.3:
        return np.ones((height, width), np.float32)
    if style < 0.5:
        edge = np.maximum(np.abs(x), np.abs(y)) + (clouds(rng, width, height, 9) - 0.5) * 0.02
        return np.clip((rng.uniform(0.85, 0.95) - edge) * 60, 0, 1)
    edge = (np.abs(x) ** 2.5 + np.abs(y) ** 2.5) ** 0.4 + (fractal(rng, width, height, width / 3, 6) - 0.5) * 0.7
    return np.clip((rng.uniform(0.75, 1.0) - edge) * rng.uniform(8, 40), 0, 1)


def pen(rng, photo):
    """Loose ink or pencil contours, darkness 0..1."""
    plane = blur(luma(photo), 1.4)
    edge = blur(plane, 1) - blur(plane, 1.8)
    return np.clip(-edge * rng.uniform(14, 30) - 0.15, 0, 0.9)


def make(rng, photo):
    height, width = photo.shape[:2]
    photo = stretch(photo, 1, 99)
    density = pigment(rng, washes(rng, photo)) * margin(rng, width, height)[..., None] * rng.uniform(0.7, 1.15)
    sheet = paper(rng, width, height, pick(rng, SHEETS), 0, rng.uniform(0, 0.04))
    tooth = grain(rng, width, height, rng.uniform(0.6, 1.5))[..., None] * rng.uniform(0.003, 0.018)
    picture = sheet * np.exp(-density) + tooth
    if rng.random() < 0.3:
        picture = picture * (1 - pen(rng, photo)[..., None] * rng.uniform(0.5, 0.9))
    return as_image(picture)
