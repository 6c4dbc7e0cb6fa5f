"""Ray-traced toys: creatures, people and vehicles of smooth ellipsoids under studio light."""

import numpy as np

from colours import harmony, hsv, pick, shade
from generators.render_solids import floor, world_of
from raster import as_image
from tracer import Material, Solid, render, rotation

LABEL, SOURCE, COUNT = "3d_render", "render_toy", 50


def ball(x, y, z, size, material, yaw=0.0, tilt=0.0):
    return Solid("ball", (x, y, z), size if isinstance(size, tuple) else (size,) * 3, material, rotation(yaw, tilt))


def eyes(x, y, z, gap, r):
    white, black = Material((0.97, 0.97, 0.97), 0.9), Material((0.02, 0.02, 0.03), 0.95)
    return [part for s in (-1, 1) for part in (ball(x + s * gap, y, z, r, white), ball(x + s * gap, y, z + r * 0.55, r * 0.62, black))]


def creature(rng):
    colour = harmony(rng, 1, (0.2, 0.8), (0.6, 1))[0]
    skin, pale = Material(colour, rng.uniform(0.05, 0.7), rng.choice([0, 0.05])), Material(shade(colour, 2), 0.2)
    body, skull, tall = rng.uniform(0.55, 0.85), rng.uniform(0.5, 0.8), rng.uniform(0.6, 1.0)
    top = 0.25 + 2 * tall * 0.8
    y = top + skull * 0.55
    parts = [ball(0, 0.25 + tall * 0.8, 0, (body, tall * 0.9, body * 0.85), skin), ball(0, 0.2 + tall * 0.75, body * 0.35, (body * 0.7, tall * 0.7, body * 0.6), pale)]
    parts += [ball(0, y, 0.05, (skull * rng.uniform(1, 1.25), skull, skull), skin), *eyes(0, y + skull * 0.12, skull * 0.85, skull * 0.42, skull * rng.uniform(0.16, 0.3))]
    long, out = rng.uniform(0.2, 0.6), rng.uniform(0.45, 0.75)
    parts += [ball(s * skull * out, y + skull * 0.85, 0, (skull * 0.25, long * skull, skull * 0.18), skin) for s in (-1, 1)]
    parts += [ball(s * body * 1.05, 0.35 + tall, 0.1, (0.18, 0.45, 0.2), skin, s * 0.4) for s in (-1, 1)]
    parts += [ball(s * body * 0.5, 0.2, 0.15, (0.27, 0.2, 0.36), skin) for s in (-1, 1)]
    if rng.random() < 0.7:
        parts.append(ball(0, y - skull * 0.15, skull * 0.98, (skull * 0.16, skull * 0.12, skull * 0.12), Material(pick(rng, [(0.1, 0.08, 0.08), (0.95, 0.5, 0.5)]), 0.8)))
    return parts


def snowman(rng):
    white, coal = Material((0.95, 0.96, 1), 0.05), Material((0.05, 0.05, 0.05), 0.4)
    hat = Material(harmony(rng, 1)[0], 0.3)
    parts = [ball(0, 0.75, 0, 0.8, white), ball(0, 1.75, 0, 0.58, white), ball(0, 2.5, 0, 0.42, white)]
    parts += [ball(0, y, z, 0.06, coal) for y, z in ((1.6, 0.57), (1.8, 0.58), (2.0, 0.53))] + [ball(s * 0.15, 2.6, 0.38, 0.055, coal) for s in (-1, 1)]
    return [*parts, ball(0, 2.48, 0.55, (0.06, 0.06, 0.25), Material((0.95, 0.5, 0.1), 0.2)), ball(0, 2.85, 0, (0.5, 0.06, 0.5), hat), Solid("box", (0, 3.05, 0), (0.28, 0.25, 0.28), hat)]


def vehicle(rng):
    paint, tyre, glass = Material(harmony(rng, 1)[0], 0.9, 0.08), Material((0.06, 0.06, 0.07), 0.2), Material((0.5, 0.7, 0.85), 0.9, 0.3)
    parts = [Solid("box", (0, 0.75, 0), (1.5, 0.32, 0.7), paint), ball(-0.1, 1.15, 0, (0.95, 0.5, 0.62), glass), Solid("box", (-0.1, 1.6, 0), (0.55, 0.05, 0.5), paint)]
    parts += [ball(x, 0.38, z, (0.38, 0.38, 0.16), tyre) for x in (-0.95, 0.95) for z in (-0.65, 0.65)]
    parts += [ball(x, 0.38, 0.8, (0.18, 0.18, 0.05), Material((0.8, 0.8, 0.82), 0.9, 0.5)) for x in (-0.95, 0.95)]
    return [*parts, ball(1.5, 0.8, 0.4, 0.14, Material((1, 0.95, 0.7), 0.9))]


def fruit_bowl(rng):
    bowl = [ball(0, 0.35, 0, (1.5, 0.36, 1.5), Material(hsv(rng.random(), rng.uniform(0, 0.5), 0.9), 0.8, 0.08))]
    for _ in range(rng.integers(4, 9)):
        turn, away, r = rng.uniform(0, 6.3), rng.uniform(0.1, 0.9), rng.uniform(0.28, 0.45)
        skin = Material(hsv(rng.choice([0, 0.03, 0.08, 0.13, 0.27]), rng.uniform(0.6, 0.95), rng.uniform(0.6, 1)), rng.uniform(0.2, 0.8))
        bowl.append(ball(away * np.cos(turn), 0.72 + r + rng.uniform(0, 0.15), away * np.sin(turn), (r, r * rng.uniform(0.85, 1.1), r), skin, tilt=rng.normal(0, 0.3)))
    return bowl


def make(rng):
    width, height = pick(rng, [(240, 160), (200, 200), (160, 220), (220, 165)])
    solids = pick(rng, [creature, creature, creature, snowman, vehicle, fruit_bowl])(rng)
    base = floor(rng)
    world = world_of(rng, solids, base)
    yaw, far = rng.uniform(-0.8, 0.8), rng.uniform(5.5, 8)
    eye = np.array([np.sin(yaw) * far, rng.uniform(1.2, 3.2), np.cos(yaw) * far])
    picture = render(rng, world, width, height, eye, (0, rng.uniform(1.0, 1.5), 0), rng.uniform(0.65, 1.0))
    return as_image(np.clip(picture, 0, 1) ** rng.uniform(0.6, 0.95))
