"""Where figures stand in a picture, and the painting of their groups with Pillow at several times the size."""

import numpy as np
from PIL import Image, ImageDraw

from colours import harmony, hsv, in_bytes, pick, shade
from figures import any_figure
from figures.shapes import Group, blob, ellipse

OVER = 3


def placed(groups, x, y, size, flip=False):
    """The groups scaled to `size` pixels, their square's corner at x, y."""
    def move(outline):
        points = outline * (-1, 1) + (1, 0) if flip else outline
        return points * size + (x, y)
    return [group._replace(outlines=[move(outline) for outline in group.outlines]) for group in groups if group.outlines]


def layout(rng, width, height, creatures=0.6, most=3):
    """One to `most` figures, back to front, one of them large."""
    count = 1 if rng.random() < 0.65 else int(rng.integers(2, most + 1))
    side, groups = min(width, height), []
    for index in range(count):
        size = side * (rng.uniform(0.75, 0.95) if count == 1 else rng.uniform(0.35, 0.65))
        x = (width - size) * (rng.uniform(0.3, 0.7) if count == 1 else (index + rng.uniform(0.1, 0.9)) / count)
        y = (height - size) * rng.uniform(0.4, 0.9)
        groups += placed(any_figure(rng, creatures), x, y, size, rng.random() < 0.5)
    return groups


def landscape(rng, width, height):
    """Hills, a sun, clouds, ground: groups that fill the picture below a sky."""
    groups, horizon = [], height * rng.uniform(0.35, 0.65)
    if rng.random() < 0.6:
        groups.append(Group([ellipse(rng.uniform(0.1, 0.9) * width, horizon * rng.uniform(0.2, 0.8), height * 0.08, height * 0.08)], (1, 0.9, 0.5), False))
    for _ in range(rng.integers(0, 4)):
        x, y = rng.uniform(0, width), horizon * rng.uniform(0.1, 0.7)
        groups.append(Group([blob(rng, x + d, y, height * 0.09, height * 0.05) for d in (0, height * 0.1)], (1, 1, 1), False))
    base, sharp = rng.random(), rng.random() < 0.5
    for layer in range(rng.integers(1, 5)):
        x = np.linspace(-0.1, 1.1, 60 if not sharp else int(rng.integers(6, 14))) * width
        y = horizon + layer * height * 0.1 + np.interp(x, np.linspace(-0.2, 1.2, 8) * width, rng.normal(0, height * 0.07, 8))
        if not sharp:
            y = horizon + layer * height * 0.1 + height * 0.05 * np.sin(x / width * rng.uniform(3, 9) + rng.uniform(0, 6))
        outline = np.concatenate([np.stack([x, y], 1), [[width * 1.1, height * 1.1], [-0.1 * width, height * 1.1]]])
        groups.append(Group([outline], hsv(base + 0.05 * layer, rng.uniform(0.3, 0.8), 0.45 + 0.12 * layer), False))
    return groups


def sky(rng, width, height):
    """A plain or two-tone ground as an image."""
    top, bottom = harmony(rng, 2, (0.1, 0.6), (0.7, 1.0))
    if rng.random() < 0.4:
        bottom = top
    ramp = np.linspace(0, 1, height)[:, None, None]
    plane = np.asarray(top) * (1 - ramp) + np.asarray(bottom) * ramp
    return Image.fromarray((np.broadcast_to(plane, (height, width, 3)) * 255).astype(np.uint8))


class Brush:
    """Paints groups on an image of OVER times the size; `done` gives the picture."""

    def __init__(self, ground):
        self.size = ground.size
        self.image = ground.resize((ground.width * OVER, ground.height * OVER), Image.Resampling.BICUBIC)
        self.draw = ImageDraw.Draw(self.image)

    def line(self, points, colour, width):
        path = [tuple(point) for point in points * OVER]
        radius = width * OVER / 2
        self.draw.line(path, in_bytes(colour), max(1, round(width * OVER)), joint="curve")
        for x, y in (path[0], path[-1]):
            self.draw.ellipse((x - radius, y - radius, x + radius, y + radius), in_bytes(colour))

    def fill(self, points, colour):
        self.draw.polygon([tuple(point) for point in points * OVER], in_bytes(colour))

    def group(self, group, ink, width, fill=None):
        """Contour first, twice as wide, then the inside: overlapping outlines share one contour."""
        if group.open:
            for outline in group.outlines:
                self.line(outline, ink or group.colour, max(width, 1.0))
            return
        if ink is not None and group.contour and width > 0:
            for outline in group.outlines:
                self.line(np.concatenate([outline, outline[:2]]), ink, width * 2)
        for outline in group.outlines:
            self.fill(outline, fill or group.colour)

    def done(self):
        return self.image.resize(self.size, Image.Resampling.LANCZOS)


def canvas_size(rng, low=200, high=520):
    """Width and height, mostly near square, at times wide or tall."""
    side, ratio = rng.uniform(low, high), pick(rng, [1, 1, 1, 1.33, 0.75, 1.5, 0.67, 1.78])
    return (round(side), round(side / ratio)) if ratio >= 1 else (round(side * ratio), round(side))


def shadow_of(group, dx, dy):
    """The group's darker side: its outlines moved, to be painted within the group itself."""
    return group._replace(outlines=[outline + (dx, dy) for outline in group.outlines], colour=shade(group.colour, 0.78), contour=False)
