"""Ray-traced still lifes: balls, boxes, stacks and rows of plastic, metal and glass on plain or chequered floors."""

import numpy as np

from colours import harmony, hsv, pick
from noise import grain
from raster import as_image
from tracer import Material, Solid, World, render, rotation

LABEL, SOURCE, COUNT = "3d_render", "render_solids", 70


def material(rng):
    colour = harmony(rng, 1, (0.2, 0.95), (0.4, 1))[0]
    style = rng.random()
    if style < 0.45:
        return Material(colour, gloss=rng.uniform(0, 0.9), mirror=rng.choice([0, 0, 0.06]))
    if style < 0.6:
        return Material(hsv(rng.uniform(0, 0.15), rng.uniform(0, 0.6), rng.uniform(0.6, 0.95)), 0.9, rng.uniform(0.55, 0.9))
    if style < 0.75:
        return Material((0.96, 0.98, 0.98), 0.9, 0.1, glass=True)
    return Material(hsv(0, 0, rng.uniform(0.3, 0.95)), rng.uniform(0, 0.5))


def floor(rng):
    tone = pick(rng, [hsv(rng.random(), rng.uniform(0, 0.5), rng.uniform(0.4, 0.95)), hsv(0, 0, rng.uniform(0.5, 1))])
    second = pick(rng, [(0.05, 0.05, 0.06), tuple(part * 0.6 for part in tone), (1, 1, 1)]) if rng.random() < 0.4 else None
    return Material(tone, rng.uniform(0, 0.3), rng.choice([0, 0, 0.1, 0.25]), False, second, rng.uniform(0.5, 1.5))


def world_of(rng, solids, ground):
    horizon = pick(rng, [(1, 1, 1), hsv(rng.random(), rng.uniform(0, 0.4), rng.uniform(0.5, 1)), (0.03, 0.03, 0.04)])
    sky = pick(rng, [(0.5, 0.7, 1.0), horizon, hsv(rng.random(), 0.4, rng.uniform(0.1, 0.9))])
    light = np.array([rng.uniform(-1, 1), rng.uniform(0.6, 1.6), rng.uniform(0.1, 1)])
    return World(solids, ground, sky, horizon, light, rng.choice([0.01, 0.08, 0.2]), rng.uniform(0.25, 0.6), rng.choice([0, 0.01, 0.04]))


def scattered(rng):
    """Balls and boxes thrown on the floor, none inside another."""
    solids, taken = [], []
    for _ in range(rng.integers(2, 14)):
        r, at = rng.uniform(0.2, 1.0), rng.uniform(-2.6, 2.6, 2)
        if all(np.hypot(*(at - other)) > r + size for other, size in taken):
            taken.append((at, r * 1.05))
            kind = "ball" if rng.random() < 0.65 else "box"
            size = (r, r, r) if kind == "ball" else tuple(r * rng.uniform(0.4, 0.75, 3))
            solids.append(Solid(kind, (at[0], size[1], at[1]), size, material(rng), rotation(rng.uniform(0, 3))))
    return solids


def rows(rng):
    """One shape in a grid, its colour or material going through a range."""
    count, r, hue = int(rng.integers(2, 5)), rng.uniform(0.3, 0.45), rng.random()
    kind, shared = pick(rng, ["ball", "box"]), material(rng)
    solids = []
    for i in range(count):
        for j in range(count):
            colour = hsv(hue + 0.05 * i, 0.3 + 0.15 * j, 0.95)
            own = shared if rng.random() < 0.2 else Material(colour, shared.gloss, shared.mirror)
            solids.append(Solid(kind, (i - count / 2 + 0.5, r, j - count / 2 + 0.5), (r, r, r), own))
    return solids


def tower(rng):
    """Turned pieces: flat and round ellipsoids and slabs stacked on an axis, one to three times."""
    solids = []
    for x in pick(rng, [[0], [-1.1, 1.1], [-1.7, 0, 1.7]]):
        y, own = 0.0, material(rng)
        for _ in range(rng.integers(3, 7)):
            wide, high = rng.uniform(0.25, 0.75), rng.uniform(0.1, 0.5)
            kind = "ball" if rng.random() < 0.75 else "box"
            solids.append(Solid(kind, (x, y + high * 0.9, rng.normal(0, 0.02)), (wide, high, wide), own))
            y += high * 1.7
    return solids


def room(rng):
    """A box seen into: coloured walls and a few solids."""
    left, right = (Material(colour) for colour in harmony(rng, 2, (0.6, 0.9), (0.4, 0.8)))
    white = Material((0.8, 0.8, 0.78))
    walls = [Solid("box", (-2.2, 2, 0), (0.1, 2.2, 2.5), left), Solid("box", (2.2, 2, 0), (0.1, 2.2, 2.5), right), Solid("box", (0, 2, -2.5), (2.3, 2.2, 0.1), white)]
    return walls + [Solid(s.kind, tuple(np.multiply(s.centre, (0.5, 1, 0.5))), s.size, s.material, s.turn) for s in scattered(rng)[:3]]


def make(rng):
    width, height = pick(rng, [(240, 135), (220, 165), (200, 200), (165, 220), (240, 150)])
    solids = pick(rng, [scattered, scattered, rows, tower, room])(rng)
    world = world_of(rng, solids, floor(rng))
    eye = np.array([rng.uniform(-2.5, 2.5), rng.uniform(1, 4.5), rng.uniform(4.5, 7.5)])
    picture = render(rng, world, width, height, eye, (0, rng.uniform(0.3, 1), 0), rng.uniform(0.6, 1.1))
    picture = np.clip(picture, 0, 1) ** rng.uniform(0.6, 1.0)
    if rng.random() < 0.25:
        picture = picture + grain(rng, width, height)[..., None] * rng.uniform(0.01, 0.06)
    return as_image(picture)
