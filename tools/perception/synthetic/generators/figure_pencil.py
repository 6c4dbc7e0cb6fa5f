"""Pencil drawings of figures: searching lines drawn more than once, soft grey, smudged shading, on sketch paper."""

import numpy as np
from PIL import Image, ImageDraw

from colours import pick
from figures.shapes import dense, wobble
from flow import smear
from noise import clouds, grain, paper
from raster import as_image, blur, stretch
from stage import canvas_size, landscape, layout

LABEL, SOURCE, COUNT = "pencil_sketch", "figure_pencil", 80
SHEETS = [(1, 1, 1), (0.97, 0.97, 0.96), (0.95, 0.92, 0.86), (0.96, 0.98, 0.88), (0.9, 0.86, 0.78), (0.93, 0.93, 0.94)]


def trace(rng, plane, outline, width, dark, closed):
    """One pass along an outline, its pressure coming and going, on a plane of darkness."""
    points = dense(outline, 5, closed)
    pressure = np.interp(np.arange(len(points)), np.linspace(0, len(points), 9), rng.uniform(0.45, 1.0, 9))
    draw = ImageDraw.Draw(plane)
    for index in range(len(points) - 1):
        draw.line([*points[index] * 2, *points[index + 1] * 2], int(255 * dark * pressure[index]), max(1, round(width * 2)))


def hairs_of(rng, width, height):
    """Parallel strokes at one angle, as thresholds 0..1."""
    angle = np.full((height, width), rng.uniform(0.4, 2.6))
    return stretch(smear(grain(rng, width, height, 0.5), angle, 10, 5))


def shading(rng, hairs, group, dark):
    """Hatching within a group as a plane of darkness."""
    size = width, height = hairs.shape[::-1]
    mask = Image.new("L", size)
    draw = ImageDraw.Draw(mask)
    for outline in group.outlines:
        draw.polygon([tuple(point) for point in outline], 255)
    y = np.mgrid[0:height, 0:width][0] / height
    tone = (1 - np.dot(group.colour, (0.3, 0.6, 0.1))) * (0.4 + 0.8 * clouds(rng, width, height, width / 4)) + 0.15 * y
    return np.asarray(mask, np.float32) / 255 * np.clip((tone * 1.6 - hairs * 0.8), 0, 1) * dark


def make(rng):
    width, height = canvas_size(rng, 240, 520)
    lines = Image.new("L", (width * 2, height * 2))
    tones = np.zeros((height, width), np.float32)
    passes, unsteady = int(rng.integers(1, 4)), min(width, height) * rng.uniform(0.003, 0.009)
    thick, dark = min(width, height) * rng.uniform(0.002, 0.006), rng.uniform(0.35, 0.8)
    shaded = rng.random() < 0.7
    hairs = [hairs_of(rng, width, height) for _ in range(2 if shaded else 0)]
    groups = (landscape(rng, width, height) if rng.random() < 0.3 else []) + layout(rng, width, height, 0.65)
    for group in groups:
        if not group.open:
            hide = Image.new("L", lines.size)
            for outline in group.outlines:
                ImageDraw.Draw(hide).polygon([tuple(point) for point in outline * 2], 215)
            lines.paste(0, (0, 0), hide)
            inside = np.asarray(hide.resize((width, height)), np.float32) / 255
            tones = tones * (1 - inside) + (shading(rng, pick(rng, hairs), group, dark) if shaded else 0)
        for outline in group.outlines:
            for _ in range(passes):
                trace(rng, lines, wobble(rng, outline, unsteady, 8), thick, dark, not group.open)
    plane = np.asarray(lines.resize((width, height), Image.Resampling.LANCZOS), np.float32) / 255
    plane = blur(1 - (1 - plane) * (1 - tones), 0.4)
    plane = np.clip(plane * (0.8 + 0.3 * grain(rng, width, height, 0.6)), 0, 0.95)[..., None]
    sheet = paper(rng, width, height, pick(rng, SHEETS), rng.uniform(0.004, 0.02), rng.uniform(0, 0.04))
    return as_image(sheet * (1 - plane * (1 - rng.uniform(0.1, 0.3))))
