"""Low-poly scenes: faceted hills, trees, rocks and houses, flat-shaded in haze."""

import numpy as np
from PIL import Image, ImageDraw

from colours import hsv, in_bytes, pick
from stage import OVER

LABEL, SOURCE, COUNT = "3d_render", "render_low_poly", 80


def hills(rng, count=22, span=12.0):
    """Triangles of a bumpy ground, and its height as a function of x and z."""
    waves = [(rng.uniform(0.2, 0.9), *rng.uniform(-0.9, 0.9, 2), rng.uniform(0, 6)) for _ in range(4)]
    def height(x, z):
        return sum(a * np.sin(x * u + z * v + phase) for a, u, v, phase in waves) * 0.8
    x, z = np.meshgrid(np.linspace(-span, span, count), np.linspace(-span, span * 0.8, count))
    x, z = x + rng.normal(0, 0.15, x.shape), z + rng.normal(0, 0.15, z.shape)
    grid = np.stack([x, height(x, z), z], 2)
    a, b, c, d = grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]
    return np.concatenate([np.stack([a, b, c], 2).reshape(-1, 3, 3), np.stack([a, c, d], 2).reshape(-1, 3, 3)]), height


def cone(x, y, z, r, high, sides, turn=0.0):
    t = np.linspace(0, 2 * np.pi, sides + 1) + turn
    ring = np.stack([x + r * np.cos(t), np.full(sides + 1, y), z + r * np.sin(t)], 1)
    tip = np.broadcast_to([x, y + high, z], (sides, 3))
    return np.stack([ring[:-1], tip, ring[1:]], 1)


def rock(rng, x, y, z, r):
    """An octahedron, split once and shaken."""
    p = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [-1, 0, 0], [0, -1, 0], [0, 0, -1]], float) * (1 + rng.normal(0, 0.15, (6, 1)))
    faces = [(0, 1, 2), (2, 1, 3), (3, 1, 5), (5, 1, 0), (0, 2, 4), (2, 3, 4), (3, 5, 4), (5, 0, 4)]
    return p[np.array(faces)] * r + (x, y, z)


def block(x, y, z, w, h, d):
    """The walls and top of a box standing on y."""
    c = np.array([[sx * w, sy * h, sz * d] for sx in (-1, 1) for sy in (0, 2) for sz in (-1, 1)], float) + (x, y, z)
    quads = [(0, 1, 3, 2), (4, 6, 7, 5), (1, 5, 7, 3), (0, 2, 6, 4), (2, 3, 7, 6)]
    return np.array([c[[a, b, e]] for q in quads for a, b, e in ((q[0], q[1], q[2]), (q[0], q[2], q[3]))])


def things(rng, height, hue):
    """Meshes with their colours, standing on the ground."""
    kinds = pick(rng, [["fir"], ["fir", "rock"], ["round", "house"], ["rock", "crystal"], ["house", "fir"], ["block"]])
    made = []
    for _ in range(rng.integers(8, 60)):
        x, z, s = rng.uniform(-9, 9), rng.uniform(-10, 6), rng.uniform(0.5, 1.4)
        y, kind = height(x, z), pick(rng, kinds)
        leaf = hsv(hue + rng.normal(0, 0.03), rng.uniform(0.4, 0.7), rng.uniform(0.35, 0.7))
        if kind == "fir":
            made.append((block(x, y - 0.1, z, 0.08 * s, 0.25 * s, 0.08 * s), (0.4, 0.27, 0.15)))
            made += [(cone(x, y + 0.4 * s + i * 0.45 * s, z, (0.6 - 0.15 * i) * s, 0.8 * s, 6, i), leaf) for i in range(3)]
        elif kind == "round":
            made += [(block(x, y - 0.1, z, 0.09 * s, 0.4 * s, 0.09 * s), (0.4, 0.27, 0.15)), (rock(rng, x, y + 1.2 * s, z, 0.6 * s), leaf)]
        elif kind == "house":
            made += [(block(x, y - 0.2, z, 0.6 * s, 0.5 * s, 0.5 * s), hsv(rng.random(), 0.2, 0.9)), (cone(x, y + 0.8 * s, z, 0.95 * s, 0.6 * s, 4, 0.8), hsv(rng.random(), 0.6, 0.7))]
        elif kind == "block":
            made.append((block(x, y - 0.3, z, 0.4 * s, rng.uniform(0.3, 2.5), 0.4 * s), hsv(hue + rng.uniform(0, 0.1), 0.4, 0.8)))
        else:
            tone = hsv(0.08, 0.08, 0.6) if kind == "rock" else hsv(hue + 0.4, 0.5, 0.95)
            made.append((rock(rng, x, y + 0.1, z, 0.6 * s) * (1, 1, 1), tone))
    return made


def make(rng):
    width, height = pick(rng, [(420, 260), (360, 360), (300, 400), (480, 270)])
    hue, span = rng.uniform(0.05, 0.5), rng.uniform(0.8, 1.4)
    ground, level = hills(rng)
    meshes = [(ground, hsv(hue, rng.uniform(0.3, 0.6), rng.uniform(0.5, 0.85))), *things(rng, level, hue)]
    triangles = np.concatenate([mesh for mesh, _ in meshes])
    colours = np.concatenate([np.broadcast_to(colour, (len(mesh), 3)) for mesh, colour in meshes])
    normals = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    light = np.array([rng.uniform(-1, 1), 1.0, rng.uniform(-0.2, 1)])
    facing = np.abs(normals @ (light / np.linalg.norm(light)))
    eye, pitch = np.array([0, rng.uniform(3.5, 6), 11]), rng.uniform(0.15, 0.4)
    seen = triangles - eye
    y, z = seen[..., 1] * np.cos(pitch) - seen[..., 2] * np.sin(pitch), seen[..., 1] * np.sin(pitch) + seen[..., 2] * np.cos(pitch)
    away = -z
    flat = np.stack([seen[..., 0], -y], 2) / np.maximum(away, 0.1)[..., None] * max(width, height) * span + (width / 2, height / 2)
    top, low = hsv(rng.random(), rng.uniform(0.2, 0.6), rng.uniform(0.6, 1)), hsv(rng.random(), rng.uniform(0, 0.3), 1)
    ramp = np.linspace(0, 1, height * OVER)[:, None, None]
    image = Image.fromarray((np.broadcast_to(np.asarray(top) * (1 - ramp) + np.asarray(low) * ramp, (height * OVER, width * OVER, 3)) * 255).astype(np.uint8))
    draw, haze = ImageDraw.Draw(image), rng.uniform(0, 0.06)
    for index in np.argsort(-away.mean(1)):
        if away[index].min() > 0.3:
            veil = 1 - np.exp(-away[index].mean() * haze)
            colour = colours[index] * (0.45 + 0.65 * facing[index]) * (1 - veil) + np.asarray(low) * veil
            draw.polygon([tuple(point) for point in flat[index] * OVER], in_bytes(np.clip(colour, 0, 1)))
    return image.resize((width, height), Image.Resampling.LANCZOS)
