"""Oil paintings of smooth blended paint: Kuwahara regions drawn out along the form, fine relief, canvas or board."""

import numpy as np

from flow import directions, relief, smear
from kuwahara import kuwahara
from noise import clouds, grain, weave
from raster import as_image, blur, luma, mix, saturate

LABEL, SOURCE, COUNT = "oil_painting", "photo_impasto", 110
LONG_SIDE = (220, 520)


def make(rng, photo):
    height, width = photo.shape[:2]
    picture = saturate(photo, rng.uniform(0.9, 1.5))
    for _ in range(rng.integers(1, 3)):
        picture = kuwahara(picture, int(rng.integers(3, 8)) * max(1, round(max(width, height) / 350)))
    angle, sure = directions(luma(picture), rng.uniform(3, 6))
    angle = np.where(sure > 0.3, angle, clouds(rng, width, height, 80) * 3)
    picture = smear(picture, angle, rng.uniform(3, 8), 4)
    hairs = smear(grain(rng, width, height, 0.6), angle, rng.uniform(6, 14), 6)
    hairs = hairs / hairs.std()
    picture = picture * (1 + rng.uniform(0.02, 0.07) * hairs)[..., None]
    lit = relief(blur(hairs * 0.12 + luma(picture) * 0.5, 0.6), rng.uniform(0.4, 1.4), 2.2)
    picture = np.clip(picture * lit[..., None], 0, 1)
    if rng.random() < 0.6:
        picture = picture * (1 + rng.uniform(0.015, 0.06) * weave(rng, width, height, rng.uniform(2.2, 4.5)))[..., None]
    if rng.random() < 0.4:
        picture = mix(picture, picture * np.array([1.02, 0.94, 0.76], np.float32), rng.uniform(0.3, 1))
    return as_image(picture)
