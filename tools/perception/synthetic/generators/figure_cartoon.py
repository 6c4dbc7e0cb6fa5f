"""Cartoons: figures of blobs with even or swelling dark outlines, flat fills, one step of shade, simple grounds."""

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from colours import INKS, harmony, in_bytes, pick, shade
from stage import OVER, Brush, canvas_size, landscape, layout, sky
from figures.shapes import wobble

LABEL, SOURCE, COUNT = "cartoon", "figure_cartoon", 170


def ground(rng, width, height):
    style = rng.random()
    if style < 0.45:
        return Image.new("RGB", (width, height), "white"), []
    if style < 0.65:
        return Image.new("RGB", (width, height), in_bytes(harmony(rng, 1, (0.1, 0.6), (0.8, 1))[0])), []
    return sky(rng, width, height), landscape(rng, width, height) if style > 0.72 else []


def shaded(brush, group, offset, factor):
    """The side away from the light in a darker tone."""
    masks = []
    for shift in ((0, 0), offset):
        mask = Image.new("L", brush.image.size)
        draw = ImageDraw.Draw(mask)
        for outline in group.outlines:
            draw.polygon([tuple(point) for point in (outline + shift) * OVER], 255)
        masks.append(mask)
    dark = ImageChops.subtract(masks[0], masks[1])
    brush.image.paste(in_bytes(shade(group.colour, factor)), (0, 0), dark)


def make(rng):
    width, height = canvas_size(rng)
    image, scenery = ground(rng, width, height)
    brush = Brush(image)
    ink = None if rng.random() < 0.12 else pick(rng, INKS[:3] + [(0.25, 0.12, 0.08)])
    thick = min(width, height) * rng.uniform(0.004, 0.017)
    light = np.array([rng.choice([-1, 1]), -1]) * min(width, height) * rng.uniform(0.012, 0.03)
    for group in scenery:
        brush.group(group, ink if rng.random() < 0.5 else None, thick * 0.7)
    tone, unsteady = rng.uniform(0.6, 0.88), rng.uniform(0, 0.004) * min(width, height)
    two_tone = rng.random() < 0.75
    for group in layout(rng, width, height):
        group = group._replace(outlines=[o if group.open else wobble(rng, o, unsteady) for o in group.outlines])
        brush.group(group, ink, thick)
        if two_tone and group.contour and not group.open:
            shaded(brush, group, light, tone)
    return brush.done()
