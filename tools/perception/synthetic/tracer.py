"""A small ray tracer: ellipsoids and boxes over a floor, with soft light, gloss, mirrors, glass and haze."""

from dataclasses import dataclass, field, replace

import numpy as np

EPSILON, FAR = 2e-3, 1e6


@dataclass(frozen=True)
class Material:
    colour: tuple
    gloss: float = 0.2
    mirror: float = 0.0
    glass: bool = False
    second: tuple | None = None
    scale: float = 1.0


@dataclass(frozen=True)
class Solid:
    """A unit ball or cube of +-1, grown by `size` along its axes, turned by `turn` and moved to `centre`. y is up."""

    kind: str
    centre: tuple
    size: tuple
    material: Material
    turn: np.ndarray = field(default_factory=lambda: np.eye(3))


@dataclass(frozen=True)
class World:
    solids: list
    floor: Material | None
    sky: tuple
    horizon: tuple
    light: np.ndarray
    softness: float
    ambient: float
    haze: float = 0.0


def rotation(yaw, tilt=0.0):
    c, s, d, e = np.cos(yaw), np.sin(yaw), np.cos(tilt), np.sin(tilt)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]) @ np.array([[1, 0, 0], [0, d, -e], [0, e, d]])


def unit(v):
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-9)


def to_own(solid, points, ways):
    matrix = (solid.turn / np.asarray(solid.size)).astype(np.float32)
    return (points - np.asarray(solid.centre, np.float32)) @ matrix, ways @ matrix


def meet(solid, points, ways):
    """Distance to the first and the last meeting with a solid, FAR where there is none."""
    p, d = to_own(solid, points, ways)
    if solid.kind == "ball":
        a, b, c = (d * d).sum(1), (p * d).sum(1), (p * p).sum(1) - 1
        under = b * b - a * c
        root = np.sqrt(np.maximum(under, 0))
        near, last = (-b - root) / a, (-b + root) / a
        hit = under > 0
    else:
        d = np.where(np.abs(d) < 1e-7, 1e-7, d)
        low, high = (-1 - p) / d, (1 - p) / d
        near, last = np.minimum(low, high).max(1), np.maximum(low, high).min(1)
        hit = near < last
    first = np.where(near > EPSILON, near, last)
    return np.where(hit & (first > EPSILON), first, FAR), np.where(hit, last, FAR)


def normal_of(solid, points):
    p = (points - np.asarray(solid.centre)) @ solid.turn / np.asarray(solid.size)
    if solid.kind == "box":
        p = np.sign(p) * (np.abs(p) >= np.abs(p).max(1, keepdims=True))
    return unit((p / np.asarray(solid.size)) @ solid.turn.T)


def first_hit(world, points, ways):
    """Distance and index of what is met: a solid, len(solids) for the floor, -1 for the sky."""
    best, which = np.full(len(points), FAR, np.float32), np.full(len(points), -1)
    for index, solid in enumerate(world.solids):
        away, _ = meet(solid, points, ways)
        nearer = away < best
        best, which = np.where(nearer, away, best), np.where(nearer, index, which)
    if world.floor is not None:
        away = -points[:, 1] / np.where(np.abs(ways[:, 1]) < 1e-7, 1e-7, ways[:, 1])
        nearer = (away > EPSILON) & (away < best) & (away < 400)
        best, which = np.where(nearer, away, best), np.where(nearer, len(world.solids), which)
    return best, which


def shade_of_light(rng, world, points, rays=2):
    """The part of the light that reaches the points, 0..1, from a few jittered rays."""
    total = np.zeros(len(points), np.float32)
    for _ in range(rays):
        way = unit(world.light + rng.normal(0, world.softness, (len(points), 3))).astype(np.float32)
        clear = np.ones(len(points), bool)
        for solid in world.solids:
            clear &= (meet(solid, points, way)[0] >= FAR) | solid.material.glass
        total += clear
    return total / rays


def closeness(world, points, normals):
    """How much the solids and the floor shut out the sky, 0 open to 1."""
    shut = np.zeros(len(points), np.float32)
    for solid in world.solids:
        to = np.asarray(solid.centre) - points
        away, reach = np.linalg.norm(to, axis=1), float(np.mean(solid.size))
        facing = np.clip((to * normals).sum(1) / np.maximum(away, 1e-6), 0, 1)
        shut = np.maximum(shut, facing * np.clip((reach / np.maximum(away, reach)) ** 2, 0, 1) * (away > reach * 1.02))
    if world.floor is not None:
        shut = np.maximum(shut, 0.5 * np.clip(-normals[:, 1], 0, 1))
    return shut


def surface(material, points):
    """Colour by point: plain, or a chequer of two."""
    plain = np.broadcast_to(np.asarray(material.colour, np.float32), points.shape)
    if material.second is None:
        return plain
    odd = np.floor(points / material.scale + 0.001).astype(int)[:, [0, 2]].sum(1) % 2 == 1
    return np.where(odd[:, None], np.asarray(material.second, np.float32), plain)


def sky_of(world, ways):
    up = np.clip(ways[:, 1:2] * 1.3 + 0.1, 0, 1)
    glow = np.clip((ways * world.light).sum(1, keepdims=True), 0, 1) ** 60
    return np.asarray(world.horizon) * (1 - up) + np.asarray(world.sky) * up + glow * 0.5


def trace(rng, world, points, ways, depth=2):
    """Light that comes back along rays, n x 3."""
    away, which = first_hit(world, points, ways)
    light = sky_of(world, ways).astype(np.float32)
    for index in np.unique(which[which >= 0]):
        mine = which == index
        solid = world.solids[index] if index < len(world.solids) else None
        spot = points[mine] + ways[mine] * away[mine, None]
        normal = normal_of(solid, spot) if solid else np.broadcast_to([0.0, 1.0, 0.0], spot.shape)
        seen = look(rng, world, solid, spot, ways[mine], normal.astype(np.float32), depth)
        veil = 1 - np.exp(-away[mine, None] * world.haze)
        light[mine] = seen * (1 - veil) + np.asarray(world.horizon) * veil
    return light


def look(rng, world, solid, spot, ways, normal, depth):
    """What a met surface shows: its own lit colour, what it mirrors, or what is seen through it."""
    material = solid.material if solid else world.floor
    if material.glass and depth > 0:
        return through(rng, world, solid, spot, ways, normal, depth)
    lift = spot + normal * EPSILON * 2
    facing = np.clip((normal * world.light).sum(1), 0, 1)
    lit = facing * shade_of_light(rng, world, lift)
    base = surface(material, spot)
    open_sky = (1 - 0.75 * closeness(world, lift, normal)) * world.ambient * (0.75 + 0.25 * normal[:, 1])
    colour = base * (open_sky + (1 - world.ambient) * 1.25 * lit)[:, None]
    half = unit(world.light - ways)
    shine = np.clip((half * normal).sum(1), 0, 1) ** (10 + 150 * material.gloss) * material.gloss * (lit > 0) * 1.2
    colour = colour + shine[:, None]
    if material.mirror > 0 and depth > 0:
        away = ways - 2 * (ways * normal).sum(1, keepdims=True) * normal
        edge = material.mirror + (1 - material.mirror) * (1 - np.clip(-(ways * normal).sum(1, keepdims=True), 0, 1)) ** 5
        mirrored = trace(rng, world, lift, away.astype(np.float32), depth - 1)
        metal = mirrored * (base if material.mirror > 0.5 else 1.0)
        colour = colour * (1 - edge) + metal * edge
    return colour


def through(rng, world, solid, spot, ways, normal, depth):
    """Refraction in and out of a glass solid, with its mirror image at grazing angles."""
    inside = bend(ways, normal, 1 / 1.5)
    _, last = meet(solid, spot - normal * EPSILON, inside)
    out = spot + inside * np.where(last < FAR, last, 0)[:, None]
    back = normal_of(solid, out).astype(np.float32)
    onward = bend(inside, -back, 1.5)
    seen = trace(rng, world, out + back * EPSILON * 2, onward, depth - 1)
    away = (ways - 2 * (ways * normal).sum(1, keepdims=True) * normal).astype(np.float32)
    edge = 0.04 + 0.96 * (1 - np.clip(-(ways * normal).sum(1, keepdims=True), 0, 1)) ** 5
    mirrored = trace(rng, world, spot + normal * EPSILON * 2, away, depth - 1)
    return seen * np.asarray(solid.material.colour) * (1 - edge) + mirrored * edge


def bend(ways, normal, ratio):
    """Refracted directions; mirrored where all is reflected."""
    facing = -(ways * normal).sum(1, keepdims=True)
    under = 1 - ratio**2 * (1 - facing**2)
    bent = ratio * ways + (ratio * facing - np.sqrt(np.maximum(under, 0))) * normal
    return unit(np.where(under > 0, bent, ways + 2 * facing * normal)).astype(np.float32)


def render(rng, world, width, height, eye, target, spread=0.8, detail=2):
    """The picture from `eye` towards `target`, height x width x 3, each pixel of detail x detail rays."""
    forward = unit(np.asarray(target, float) - eye)
    right = unit(np.cross(forward, [0, 1, 0]))
    up = np.cross(right, forward)
    rows, columns = height * detail, width * detail
    y, x = np.mgrid[0:rows, 0:columns]
    u = (x + 0.5 - columns / 2) / max(rows, columns) * spread
    v = -(y + 0.5 - rows / 2) / max(rows, columns) * spread
    ways = unit(forward + u[..., None] * right + v[..., None] * up).reshape(-1, 3).astype(np.float32)
    points = np.broadcast_to(np.asarray(eye, np.float32), ways.shape)
    light = trace(rng, replace(world, light=unit(world.light).astype(np.float32)), points, ways)
    return light.reshape(height, detail, width, detail, 3).mean((1, 3))
