"""Line drawings: contours in one ink, unsteady or clean, swelling, with or without hatching; nothing filled."""

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from colours import INKS, in_bytes, pick
from figures.shapes import dense, wobble
from noise import paper
from raster import as_image
from stage import OVER, Brush, canvas_size, landscape, layout

LABEL, SOURCE, COUNT = "ink_line_art", "figure_ink", 150
SHEETS = [(1, 1, 1), (1, 1, 1), (1, 1, 1), (0.98, 0.97, 0.94), (0.95, 0.92, 0.85)]


def hatch(rng, brush, group, ink, width, gap):
    """Parallel strokes over the shadow side of a group."""
    mask = Image.new("L", brush.image.size)
    draw = ImageDraw.Draw(mask)
    for outline in group.outlines:
        draw.polygon([tuple(point) for point in outline * OVER], 255)
    low = np.concatenate(group.outlines)
    (x0, y0), (x1, y1) = low.min(0), low.max(0)
    lines = Image.new("L", brush.image.size)
    pen, slant = ImageDraw.Draw(lines), rng.uniform(0.4, 1.4)
    start = x0 + (x1 - x0) * rng.uniform(0.3, 0.7)
    for x in np.arange(start, x1 + (y1 - y0), gap):
        a, b = (x + rng.normal(0, gap * 0.1), y0), (x - (y1 - y0) * slant, y1)
        pen.line([a[0] * OVER, a[1] * OVER, b[0] * OVER, b[1] * OVER], 255, max(1, round(width * OVER)))
    brush.image.paste(in_bytes(ink), (0, 0), ImageChops.multiply(mask, lines))


def swelling(rng, brush, outline, ink, width):
    """A contour whose width comes and goes."""
    points = dense(outline, 6)
    points = np.concatenate([points, points[:2]])
    phase, turns = rng.uniform(0, 6), rng.uniform(1, 4)
    for index in range(len(points) - 1):
        swell = 0.75 + 0.55 * np.sin(phase + 2 * np.pi * turns * index / len(points))
        brush.line(points[index : index + 2], ink, width * swell)


def make(rng):
    width, height = canvas_size(rng)
    colour = pick(rng, SHEETS)
    sheet = paper(rng, width, height, colour, rng.choice([0, 0.006]), rng.choice([0, 0.015]))
    brush = Brush(as_image(sheet))
    ink, thick = pick(rng, INKS), min(width, height) * float(np.exp(rng.uniform(np.log(0.0025), np.log(0.014))))
    unsteady = min(width, height) * rng.choice([0, 0.003, 0.007])
    swell, hatched = rng.random() < 0.3, rng.random() < 0.35
    scenery = landscape(rng, width, height) if rng.random() < 0.2 else []
    for group in scenery + layout(rng, width, height, most=4):
        outlines = [wobble(rng, o, unsteady, 9) for o in group.outlines]
        group = group._replace(outlines=outlines, contour=True)
        dark = sum(group.colour) < 0.4 and not group.open
        brush.group(group, ink, thick * 0.5 if not group.open else thick, ink if dark else colour)
        if swell and not group.open and not dark:
            for outline in outlines[:1]:
                swelling(rng, brush, outline, ink, thick)
        if hatched and not group.open and not dark and rng.random() < 0.5:
            hatch(rng, brush, group, ink, thick * 0.5, thick * rng.uniform(2.5, 5))
    return brush.done()
