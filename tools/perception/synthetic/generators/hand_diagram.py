"""Hand-drawn diagrams: boxes and arrows, geometry, plots and graphs with handwritten labels, in a few pens."""

import numpy as np
from PIL import Image

from colours import hsv, pick
from figures.shapes import box, curve, dense, ellipse, rounded, wobble
from handwriting import written
from lettering import word
from noise import paper
from raster import as_image
from stage import Brush

LABEL, SOURCE, COUNT = "handdrawn_diagram", "hand_diagram", 200
PENS = [(0.05, 0.05, 0.06), (0.1, 0.12, 0.3), (0.1, 0.25, 0.75), (0.8, 0.12, 0.12), (0.1, 0.5, 0.2), (0.9, 0.5, 0.05), (0.45, 0.2, 0.6)]
NAMES = ["x", "y", "z", "t", "r", "P", "Q", "A", "B", "C", "n", "f(x)", "P-C", "h", "dx", "x0", "t1", "a+b", "2r", "n=3"]


class Hand:
    """A hand with its unsteadiness, pens and lettering size, drawing on a Brush."""

    def __init__(self, rng, brush):
        self.rng, self.brush = rng, brush
        self.side = min(brush.size)
        self.width = self.side * float(np.exp(rng.uniform(np.log(0.004), np.log(0.013))))
        self.unsteady = self.side * rng.uniform(0.001, 0.007)
        self.pens = [PENS[0] if rng.random() < 0.7 else pick(rng, PENS), pick(rng, PENS), pick(rng, PENS)]
        self.text = self.side * rng.uniform(0.035, 0.07)
        self.twice = rng.random() < 0.3

    def pen(self):
        return self.pens[0] if self.rng.random() < 0.6 else pick(self.rng, self.pens)

    def path(self, points, pen, closed=False, dashed=False):
        for _ in range(2 if self.twice and not dashed else 1):
            line = dense(np.asarray(points, float), self.side * 0.012, closed)
            line = wobble(self.rng, line, self.unsteady, max(3, len(line) // 9))
            if closed:
                line = np.concatenate([line, line[: self.rng.integers(1, 4)] + self.rng.normal(0, self.unsteady, 2)])
            pieces = [line[i : i + 4] for i in range(0, len(line) - 3, 7)] if dashed else [line]
            for piece in pieces:
                self.brush.line(piece, pen, self.width)

    def write(self, text, x, y, pen=None, size=None):
        paths, _ = written(self.rng, text, x, y, size or self.text)
        for path in paths:
            self.brush.line(path, pen or self.pens[0], self.width * 0.8)

    def arrow(self, a, b, pen, bend=0.0, dashed=False):
        a, b = np.asarray(a, float), np.asarray(b, float)
        side = (b - a)[::-1] * (-1, 1)
        points = curve([a, (a + b) / 2 + side * bend, b])
        self.path(points, pen, dashed=dashed)
        back = (points[-4] - b) / max(np.linalg.norm(points[-4] - b), 1e-6) * self.side * self.rng.uniform(0.025, 0.05)
        for turn in (-0.5, 0.5):
            c, s = np.cos(turn), np.sin(turn)
            self.path([b, b + (back[0] * c - back[1] * s, back[0] * s + back[1] * c)], pen)

    def scribble(self, points, pen):
        """Fills a shape by zigzag, from left to right."""
        low, high = np.min(points, 0), np.max(points, 0)
        inside = [(x, y) for x in np.arange(low[0], high[0], self.width * 2.2) for y in self.chord(points, x)]
        if len(inside) > 2:
            self.path([point for pair in zip(inside[::4], inside[1::4], inside[3::4], inside[2::4]) for point in pair], pen)

    def chord(self, points, x):
        """The lowest and highest y of an outline near x."""
        near = points[np.abs(points[:, 0] - x) < self.side * 0.03]
        return (near[:, 1].min(), near[:, 1].max()) if len(near) else ()


def outline_of(rng, x, y, w, h):
    style = rng.integers(4)
    if style == 0:
        return ellipse(x, y, w / 2, h / 2)
    if style == 1:
        return np.array([[x, y - h * 0.65], [x + w * 0.65, y], [x, y + h * 0.65], [x - w * 0.65, y]])
    corners = box(x - w / 2, y - h / 2, x + w / 2, y + h / 2)
    return corners if style == 2 else rounded(dense(corners, w / 5), 2)


def flowchart(rng, hand, width, height):
    columns, rows = int(rng.integers(1, 4)), int(rng.integers(2, 4))
    w, h = width / columns * rng.uniform(0.45, 0.65), height / rows * rng.uniform(0.35, 0.55)
    places = [((c + 0.5) * width / columns, (r + 0.5) * height / rows) for r in range(rows) for c in range(columns) if rng.random() < 0.85]
    for x, y in places:
        shape = outline_of(rng, x, y, w, h)
        if rng.random() < 0.25:
            hand.scribble(dense(shape, 3), pick(rng, PENS[2:]))
        hand.path(shape, hand.pen(), closed=True)
        text = word(rng, int(rng.integers(1, 3)))
        size = min(hand.text, w / len(text) * 1.0)
        hand.write(text, x - len(text) * size * 0.37, y + size / 2, size=size)
    for (ax, ay), (bx, by) in zip(places, places[1:]):
        if abs(bx - ax) > abs(by - ay):
            step = np.sign(bx - ax) * w * 0.55
            hand.arrow((ax + step, ay), (bx - step, by), hand.pen(), rng.normal(0, 0.08))
        else:
            hand.arrow((ax, ay + h * 0.6), (bx, by - h * 0.6), hand.pen(), rng.normal(0, 0.08))


def geometry(rng, hand, width, height):
    centre, r = np.array([width, height]) * rng.uniform(0.35, 0.65, 2), hand.side * rng.uniform(0.2, 0.4)
    if rng.random() < 0.75:
        hand.path(ellipse(*centre, r, r), hand.pen(), closed=True, dashed=rng.random() < 0.3)
    else:
        corners = centre + r * np.stack([np.cos(t := rng.uniform(0, 6.3, 3)), np.sin(t)], 1)
        hand.path(corners, hand.pen(), closed=True)
    for _ in range(rng.integers(1, 5)):
        t, start = rng.uniform(0, 6.3), centre if rng.random() < 0.7 else centre + rng.normal(0, r / 2, 2)
        tip = centre + r * rng.uniform(0.6, 1.4) * np.array([np.cos(t), np.sin(t)])
        hand.arrow(start, tip, hand.pen(), dashed=rng.random() < 0.25)
        hand.write(pick(rng, NAMES), *(tip + rng.normal(0, 8, 2)), hand.pen())
    if rng.random() < 0.5:
        y = rng.uniform(0.15, 0.85) * height
        hand.path([[width * 0.05, y], [width * 0.95, y + rng.normal(0, height * 0.2)]], hand.pen(), dashed=rng.random() < 0.4)
    hand.path(ellipse(*centre, 2, 2), hand.pens[0], closed=True)


def plot(rng, hand, width, height):
    x0, y0, x1, y1 = width * 0.14, height * 0.12, width * 0.9, height * 0.85
    hand.arrow((x0, y1), (x0, y0), hand.pens[0])
    hand.arrow((x0, y1), (x1, y1), hand.pens[0])
    hand.write(pick(rng, NAMES), x0 - hand.text * 1.2, y0 + hand.text)
    hand.write(pick(rng, NAMES), x1 - hand.text, y1 + hand.text * 1.6)
    x = np.linspace(0, 1, 40)
    for _ in range(rng.integers(1, 4)):
        y = [np.sin(x * rng.uniform(3, 12)) * 0.35 + 0.5, x ** rng.uniform(0.3, 3), np.full(40, rng.uniform(0.2, 0.8)), np.exp(-(((x - 0.5) / 0.15) ** 2)), np.where(x < 0.5, 0.3, 0.7)][rng.integers(5)]
        hand.path(np.stack([x0 + x * (x1 - x0) * 0.9, y1 - y * (y1 - y0) * 0.85], 1), hand.pen())
    for at in rng.uniform(0.1, 0.9, rng.integers(0, 4)):
        hand.path([[x0 + at * (x1 - x0), y1], [x0 + at * (x1 - x0), y0 + (y1 - y0) * 0.4]], hand.pen(), dashed=True)
        hand.write(str(rng.integers(10)), x0 + at * (x1 - x0), y1 + hand.text * 1.5)


def network(rng, hand, width, height):
    places = [np.array([rng.uniform(0.12, 0.88) * width, rng.uniform(0.14, 0.86) * height]) for _ in range(rng.integers(4, 10))]
    r = hand.side * rng.uniform(0.035, 0.075)
    for index, place in enumerate(places[1:], 1):
        other = places[int(rng.integers(index))]
        way = (other - place) / max(np.linalg.norm(other - place), 1)
        draw = hand.arrow if rng.random() < 0.5 else lambda a, b, pen: hand.path([a, b], pen)
        draw(place + way * r, other - way * r, hand.pen())
    for place in places:
        hand.path(ellipse(*place, r, r), hand.pen(), closed=True)
        hand.write(pick(rng, "ABCDEFxyz0123456789"), place[0] - r * 0.3, place[1] + r * 0.4, size=r * 0.9)


def lattice(rng, hand, width, height):
    """Rows of dots or cells in a frame, with a measure along a side."""
    columns, rows = rng.integers(3, 9), rng.integers(2, 7)
    x0, y0, x1, y1 = width * 0.15, height * 0.18, width * 0.92, height * 0.88
    hand.path(box(x0, y0, x1, y1), hand.pen(), closed=True)
    pen, dots = hand.pen(), rng.random() < 0.5
    for c in range(1, columns):
        x = x0 + (x1 - x0) * c / columns
        if not dots:
            hand.path([[x, y0], [x, y1]], pen)
        for r in range(1, rows):
            y = y0 + (y1 - y0) * r / rows
            if dots:
                hand.path(ellipse(x, y, 2, 2), pen, closed=True)
            elif c == 1:
                hand.path([[x0, y], [x1, y]], pen)
    hand.arrow((x0, y0 * 0.6), (x0 + (x1 - x0) * 0.5, y0 * 0.6), hand.pen())
    hand.write(pick(rng, NAMES), x1 - hand.text, y0 * 0.7)
    hand.write(word(rng, 2), x0, min(height - 4, y1 + hand.text * 1.5))


def ground(rng, width, height):
    """White, a photographed sheet or whiteboard, ruled or squared paper."""
    style = rng.random()
    if style < 0.6:
        return Image.new("RGB", (width, height), "white")
    sheet = paper(rng, width, height, hsv(rng.uniform(0.08, 0.6), rng.uniform(0, 0.1), rng.uniform(0.85, 1)), 0.008, 0.05)
    if style > 0.75:
        gap, line = int(rng.integers(12, 30)), np.array([0.75, 0.83, 0.95], np.float32)
        sheet[::gap] *= line
        if style > 0.87:
            sheet[:, ::gap] *= line
    return as_image(sheet)


def make(rng):
    width, height = int(rng.integers(220, 560)), int(rng.integers(180, 460))
    hand = Hand(rng, Brush(ground(rng, width, height)))
    pick(rng, [flowchart, flowchart, geometry, geometry, plot, plot, network, lattice])(rng, hand, width, height)
    if rng.random() < 0.3:
        hand.write(word(rng, 2) + " " + word(rng, 1), width * 0.08, height * 0.1)
    return hand.brush.done()
