"""Oil paintings: layers of bristle strokes laid along the form, coarse to fine, lit as thick paint on canvas."""

import numpy as np
from PIL import Image

from flow import directions, relief
from noise import clouds, grain, weave
from raster import as_array, as_image, blur, luma, saturate

LABEL, SOURCE, COUNT = "oil_painting", "photo_brush_strokes", 170
LONG_SIDE = (220, 520)
ANGLES = 24


def brush(rng, length, width):
    """A stroke's coverage and height: hairs along x, ragged ends. Bytes."""
    hairs = blur(grain(rng, length, width), (0.4))
    hairs = np.repeat(hairs.mean(1, keepdims=True) * length**0.5, length, 1) * 0.7 + hairs * 0.3
    y, x = np.mgrid[-1 : 1 : width * 1j, -1 : 1 : length * 1j]
    ragged = x * x * (1 + 0.25 * hairs) + 0.55 * np.abs(y) ** 3
    cover = np.clip((1.0 - ragged) * 4, 0, 1) * np.clip(0.9 + 0.35 * hairs, 0, 1)
    height = np.clip(0.5 + 0.22 * hairs + 0.2 * np.abs(y), 0, 1)
    return [Image.fromarray((plane * 255).astype(np.uint8)) for plane in (cover, height)]


def rotations(rng, length, width):
    """For each of ANGLES half-turn steps, brushes as pairs of coverage and height."""
    made = [brush(rng, max(4, int(length * rng.uniform(0.7, 1.3))), max(3, width)) for _ in range(3)]
    turned = []
    for step in range(ANGLES):
        degrees = -180 * step / ANGLES
        turned.append([[part.rotate(degrees, Image.Resampling.BILINEAR, expand=True) for part in pair] for pair in made])
    return turned


def lay(rng, canvas, heights, guide, angle, size, where):
    """One layer of strokes of a width on canvas and heights, coloured from guide, only where `where` is True."""
    height, width = angle.shape
    turned = rotations(rng, round(size * rng.uniform(2, 4.5)), round(size))
    step = max(2.0, size * 0.75)
    ys, xs = np.mgrid[0:height:step, 0:width:step]
    points = np.stack([ys.ravel(), xs.ravel()], 1) + rng.normal(0, step * 0.5, (ys.size, 2))
    for y, x in points[rng.permutation(len(points))]:
        row, column = int(np.clip(y, 0, height - 1)), int(np.clip(x, 0, width - 1))
        if not where[row, column]:
            continue
        turn = angle[row, column] + rng.normal(0, 0.15)
        cover, bump = turned[int(round(turn / np.pi * ANGLES)) % ANGLES][rng.integers(3)]
        colour = guide[row, column] * 255 * (1 + rng.normal(0, 0.05)) + rng.normal(0, 5, 3)
        at = (column - cover.width // 2, row - cover.height // 2)
        canvas.paste(tuple(int(part) for part in np.clip(colour, 0, 255)), at, cover)
        heights.paste(bump, at, cover)


def paint(rng, photo, finest):
    """Canvas and height map, both arrays 0..1."""
    height, width = photo.shape[:2]
    plane = luma(photo)
    ground = np.clip(photo.mean((0, 1)) * rng.uniform(0.6, 1.2), 0, 1)
    canvas = Image.new("RGB", (width, height), tuple(int(255 * part) for part in ground))
    heights = Image.new("L", (width, height), 110)
    size = finest * rng.uniform(3, 5)
    everywhere = np.ones((height, width), bool)
    while size >= finest:
        guide = blur(photo, size * 0.35)
        angle, sure = directions(blur(plane, size * 0.3), size * 0.8 + 1)
        drift = clouds(rng, width, height, 60) * 2.5
        angle = np.where(sure > 0.35, angle, drift)
        wrong = np.abs(as_array(canvas) - guide).sum(2) > 0.14
        coarse = size > finest * 1.9
        lay(rng, canvas, heights, guide, angle, size, everywhere if coarse else wrong)
        size *= 0.58
    return as_array(canvas), np.asarray(heights, np.float32) / 255


def make(rng, photo):
    height, width = photo.shape[:2]
    guide = saturate(np.clip(photo ** rng.uniform(0.8, 1.15), 0, 1), rng.uniform(0.85, 1.5))
    picture, heights = paint(rng, guide, rng.uniform(2.6, 6) * max(height, width) / 400)
    lit = relief(blur(heights, 0.5), rng.uniform(0.3, 1.5), rng.uniform(1.8, 3))
    picture = picture * lit[..., None]
    if rng.random() < 0.5:
        picture = picture * (1 + rng.uniform(0.01, 0.05) * weave(rng, width, height, rng.uniform(2.2, 4)))[..., None]
    return as_image(picture)
