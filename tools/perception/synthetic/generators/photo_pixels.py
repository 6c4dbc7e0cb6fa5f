"""Pixel art from photos: few pixels, few colours, at times dithered, at 1x to 8x."""

import numpy as np
from PIL import Image

from pixels import BAYER, HANDHELD, enlarge
from raster import as_image, saturate, stretch

LABEL, SOURCE, COUNT = "pixel_art", "photo_pixels", 70
LONG_SIDE = (260, 420)
NEEDS_FORM = True


def limit(rng, small, colours, dither):
    """Fewer colours: the picture's own, or the four greens of an early handheld."""
    if dither:
        height, width = small.shape[:2]
        threshold = np.tile(BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width]
        small = np.clip(small + threshold[..., None] * rng.uniform(0.1, 0.3), 0, 1)
    if rng.random() < 0.08:
        level = np.clip((small.mean(2) * 4).astype(int), 0, 3)
        return Image.fromarray(HANDHELD[level])
    image = as_image(small).quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return image.convert("RGB")


def make(rng, photo):
    long_side = round(float(np.exp(rng.uniform(np.log(36), np.log(128)))))
    image = as_image(saturate(stretch(photo, 2, 98), rng.uniform(1.2, 2.2)))
    factor = long_side / max(image.size)
    size = [max(8, round(side * factor)) for side in image.size]
    small = np.asarray(image.resize(size, Image.Resampling.BOX), np.float32) / 255
    flatter = limit(rng, small, int(rng.integers(5, 28)), rng.random() < 0.45)
    return enlarge(flatter, max(1, int(rng.uniform(180, 520) / long_side)))
