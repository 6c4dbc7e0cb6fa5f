"""Watercolour studies: figures in wet washes alone on the sheet, or simple landscapes in layers, at times with pen."""

import numpy as np
from PIL import Image, ImageDraw

from colours import pick
from figures.shapes import wobble
from generators.photo_washes import SHEETS, pigment, wander
from noise import clouds, fractal, grain, paper
from raster import as_image, blur
from stage import OVER, canvas_size, landscape, layout

LABEL, SOURCE, COUNT = "watercolour", "figure_watercolour", 120


def coverage(size, group):
    """Where the group lies, soft-edged, 0..1."""
    mask = Image.new("L", (size[0] * OVER, size[1] * OVER))
    draw = ImageDraw.Draw(mask)
    for outline in group.outlines:
        path = [tuple(point) for point in outline * OVER]
        draw.line(path, 255, OVER * 2) if group.open else draw.polygon(path, 255)
    return np.asarray(mask.resize(size, Image.Resampling.LANCZOS), np.float32) / 255


def around(group, size, margin):
    """The group's box within the picture: left, top, right, bottom."""
    points = np.concatenate(group.outlines)
    low, high = points.min(0) - margin, points.max(0) + margin
    return (*(int(part) for part in np.clip(low, 0, size)), *(int(part) for part in np.clip(high, 0, size)))


def wash(rng, size, group, wet):
    """Density of one group: paler in its lights, pooling elsewhere, its hue drifting."""
    width, height = size
    inside = blur(coverage(size, group), wet)
    pool = fractal(rng, width, height, max(size) / rng.uniform(3, 8), 4)
    colour = np.clip(np.asarray(group.colour, np.float32), 0.06, 0.97)
    drift = np.clip(colour + rng.normal(0, 0.12, 3), 0.06, 0.97).astype(np.float32)
    amount = clouds(rng, width, height, max(size) / 4)[..., None]
    density = -np.log(colour) * (1 - amount) - np.log(drift) * amount
    return inside, density * (rng.uniform(0.15, 0.5) + rng.uniform(0.5, 1.1) * pool)[..., None]


def pen_lines(groups, size):
    lines = Image.new("L", (size[0] * OVER, size[1] * OVER))
    draw = ImageDraw.Draw(lines)
    for group in groups:
        for outline in group.outlines:
            if not group.open:
                draw.polygon([tuple(point) for point in outline * OVER], 0, 200, OVER)
            else:
                draw.line([tuple(point) for point in outline * OVER], 200, OVER)
    return np.asarray(lines.resize(size, Image.Resampling.LANCZOS), np.float32)[..., None] / 255


def make(rng):
    size = width, height = canvas_size(rng, 260, 560)
    scenic = rng.random() < 0.4
    groups = (landscape(rng, width, height) if scenic else []) + layout(rng, width, height, 0.4)
    loose = min(size) * rng.uniform(0.002, 0.01)
    groups = [group._replace(outlines=[wobble(rng, o, loose, 9) for o in group.outlines]) for group in groups]
    density = np.zeros((height, width, 3), np.float32)
    if scenic:
        sky = clouds(rng, width, height, width / 3)[..., None] * np.linspace(1, 0.2, height)[:, None, None]
        density += sky * -np.log(rng.uniform(0.35, 0.95, 3)) * 0.8
    elif rng.random() < 0.4:
        halo = np.clip(fractal(rng, width, height, width / 3, 5) * 3 - 1.6, 0, 1)
        density += halo[..., None] * -np.log(rng.uniform(0.4, 0.95, 3)) * 0.6
    wet = rng.uniform(0.5, 2.5)
    for group in groups:
        x0, y0, x1, y1 = around(group, size, 4 * wet + 2)
        if x1 - x0 < 2 or y1 - y0 < 2:
            continue
        moved = group._replace(outlines=[outline - (x0, y0) for outline in group.outlines])
        inside, added = wash(rng, (x1 - x0, y1 - y0), moved, wet)
        below = density[y0:y1, x0:x1]
        density[y0:y1, x0:x1] = below * (1 - inside[..., None] * rng.uniform(0.7, 1)) + inside[..., None] * added
    density = pigment(rng, wander(rng, density, rng.uniform(1, 6)))
    sheet = paper(rng, width, height, pick(rng, SHEETS), 0, rng.uniform(0, 0.04))
    picture = sheet * np.exp(-density) + grain(rng, width, height, rng.uniform(0.6, 1.4))[..., None] * rng.uniform(0.003, 0.015)
    if rng.random() < 0.3:
        picture = picture * (1 - pen_lines(groups, size) * rng.uniform(0.4, 0.9))
    return as_image(picture)
