"""Digital paintings: large soft strokes over simplified form, glow, colour grading; no canvas and no relief."""

import numpy as np

from colours import hsv
from flow import directions, smear
from generators.photo_brush_strokes import paint
from kuwahara import kuwahara
from noise import clouds
from raster import as_image, blur, luma, mix, saturate, stretch

LABEL, SOURCE, COUNT = "digital_painting", "photo_soft_paint", 170
LONG_SIDE = (240, 560)


def grade(rng, picture):
    """Shadows towards one hue, lights towards another."""
    tone = luma(picture)[..., None]
    dark, light = (np.array(hsv(rng.random(), rng.uniform(0.3, 0.8), 1), np.float32) for _ in range(2))
    picture = mix(picture, picture * (0.55 + dark), (1 - tone) * rng.uniform(0.1, 0.6))
    return np.clip(mix(picture, picture * (0.6 + 0.5 * light), tone * rng.uniform(0, 0.4)), 0, 1)


def spotlight(rng, picture):
    """Dark surroundings and a soft pool of light, as concept art has."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    far = np.hypot(x - rng.uniform(-0.4, 0.4), y - rng.uniform(-0.4, 0.4))
    return picture * np.clip(rng.uniform(1.0, 1.4) - rng.uniform(0.4, 0.8) * far, 0.15, 1.4)[..., None]


def make(rng, photo):
    height, width = photo.shape[:2]
    scale = max(width, height) / 400
    calm = kuwahara(photo, int(5 * scale) + 2)
    angle, sure = directions(luma(calm), 4)
    angle = np.where(sure > 0.3, angle, clouds(rng, width, height, 90) * 3)
    calm = smear(calm, angle, rng.uniform(3, 7) * scale, 4)
    if rng.random() < 0.8:
        strokes, _ = paint(rng, calm, rng.uniform(4, 9) * scale)
        calm = mix(calm, strokes, rng.uniform(0.4, 0.8) + 0.3 * clouds(rng, width, height, 70))
    detail = photo - blur(photo, 1.5)
    picture = np.clip(calm + detail * rng.uniform(0, 0.2), 0, 1)
    picture = grade(rng, saturate(stretch(picture, 0.5, 99.5), rng.uniform(0.9, 1.6)))
    if rng.random() < 0.5:
        picture = spotlight(rng, picture)
    glow = np.clip(blur(picture, 9 * scale) - rng.uniform(0.3, 0.6), 0, 1)
    return as_image(1 - (1 - np.clip(picture, 0, 1)) * (1 - glow * rng.uniform(0.2, 0.9)))
