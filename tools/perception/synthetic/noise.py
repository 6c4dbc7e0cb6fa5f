"""Seeded textures, single planes 0..1 unless said otherwise."""

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

from raster import flat, stretch


def clouds(rng, width, height, cell):
    """Smooth noise whose lumps are about `cell` pixels wide."""
    rows, columns = int(height / cell) + 3, int(width / cell) + 3
    grid = rng.random((rows, columns), np.float32)
    box = (0.5, 0.5, 0.5 + width / cell, 0.5 + height / cell)
    big = Image.fromarray(grid).resize((width, height), Image.Resampling.BICUBIC, box=box)
    return np.clip(np.asarray(big), 0, 1)


def fractal(rng, width, height, cell, octaves=4, fall=0.5):
    """Clouds of halving size and falling strength, stretched to the whole range."""
    total, weight = np.zeros((height, width), np.float32), 1.0
    for _ in range(octaves):
        total += weight * clouds(rng, width, height, max(cell, 1.0))
        weight, cell = weight * fall, cell / 2
    return stretch(total, 0.5, 99.5)


def grain(rng, width, height, sigma=0.0):
    """Zero-mean, unit-deviation noise, softened by sigma pixels."""
    plane = rng.standard_normal((height, width)).astype(np.float32)
    if sigma > 0:
        plane = gaussian_filter(plane, sigma)
    return plane / max(float(plane.std()), 1e-6)


def paper(rng, width, height, colour, tooth=0.02, stain=0.03):
    """A sheet: its colour, fine tooth and uneven yellowing or lighting, as colour picture."""
    sheet = flat(width, height, colour)
    fine = grain(rng, width, height, rng.uniform(0.4, 1.2)) * tooth
    uneven = (clouds(rng, width, height, max(width, height) / rng.uniform(1.5, 5)) - 0.5) * 2 * stain
    tilt = np.linspace(-1, 1, width)[None, :] * rng.uniform(-stain, stain)
    return np.clip(sheet + (fine + uneven + tilt)[..., None], 0, 1)


def weave(rng, width, height, pitch):
    """Canvas threads, zero-mean, about -1..1."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    wander = clouds(rng, width, height, 40) * pitch
    over = np.sin(2 * np.pi * (x + wander) / pitch) * np.sin(2 * np.pi * (y + wander) / pitch)
    return over * (0.6 + 0.4 * clouds(rng, width, height, 12))
