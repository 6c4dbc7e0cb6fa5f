"""Black and white photos: filtered conversion, tone curve, grain, vignette, fading, prints with a border."""

import numpy as np

from noise import clouds, grain
from raster import as_image, blur, stretch

LABEL, SOURCE, COUNT = "bw_photo", "photo_black_and_white", 220
LONG_SIDE = (200, 640)


def convert(rng, photo):
    weights = rng.dirichlet([1.6, 2.4, 1.2])
    plane = photo @ weights.astype(np.float32)
    return stretch(plane, rng.uniform(0, 2), rng.uniform(97, 100))


def curve(rng, plane):
    plane = plane ** rng.uniform(0.6, 1.7)
    contrast = rng.uniform(-0.2, 0.9)
    return plane + contrast * (plane * plane * (3 - 2 * plane) - plane)


def vignette(rng, plane):
    height, width = plane.shape
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return plane * (1 - rng.uniform(0.1, 0.6) * np.clip(x * x + y * y - 0.4, 0, 1.6) / 1.6)


def age(rng, plane):
    """Faded blacks, dust, a white or black border."""
    height, width = plane.shape
    plane = rng.uniform(0.05, 0.25) + plane * rng.uniform(0.55, 0.8) + 0.06 * clouds(rng, width, height, 120)
    for _ in range(rng.integers(0, 12)):
        y, x = rng.integers(height), rng.integers(width)
        plane[y : y + rng.integers(1, 4), x : x + rng.integers(1, 4)] = rng.uniform(0.7, 1)
    if rng.random() < 0.5:
        edge, tone = int(rng.integers(3, max(4, width // 18))), rng.choice([0.03, 0.92])
        plane[:edge] = plane[-edge:] = plane[:, :edge] = plane[:, -edge:] = tone
    return plane


def make(rng, photo):
    plane = curve(rng, convert(rng, photo))
    height, width = plane.shape
    if rng.random() < 0.4:
        plane = vignette(rng, plane)
    if rng.random() < 0.25:
        plane = blur(plane, rng.uniform(0.5, 1.2))
    if rng.random() < 0.25:
        plane = age(rng, plane)
    if rng.random() < 0.6:
        size = rng.uniform(0, 1.0)
        plane = plane + grain(rng, width, height, size) * rng.uniform(0.01, 0.09) * (1.2 - plane)
    warmth = rng.normal(0, 0.008) if rng.random() < 0.3 else 0.0
    return as_image(plane[..., None] * np.array([1 + warmth, 1, 1 - warmth], np.float32))
