"""Things and plants."""

import numpy as np

from colours import harmony, hsv, shade
from figures.animals import BLACK
from figures.shapes import Group, blob, box, curve, ellipse, limb, rounded


def green(rng):
    return hsv(rng.uniform(0.2, 0.42), rng.uniform(0.4, 0.9), rng.uniform(0.35, 0.85))


def house(rng):
    wall, roof, door = harmony(rng, 3)
    left, right, top = rng.uniform(0.12, 0.25), rng.uniform(0.75, 0.88), rng.uniform(0.4, 0.55)
    ridge = [[0.5, top - rng.uniform(0.15, 0.32)]] if rng.random() < 0.6 else [[0.35, top - 0.2], [0.65, top - 0.2]]
    panes, bars = [], []
    for x in np.linspace(left + 0.1, right - 0.1, rng.integers(2, 4)):
        panes.append(box(x - 0.05, top + 0.08, x + 0.05, top + 0.2))
        bars += [np.array([[x, top + 0.08], [x, top + 0.2]]), np.array([[x - 0.05, top + 0.14], [x + 0.05, top + 0.14]])]
    middle = rng.uniform(left + 0.12, right - 0.12)
    return [
        Group([box(0.64, top - 0.28, 0.71, top - 0.05)], shade(wall, 0.7)), Group([box(left, top, right, 0.92)], wall),
        Group([np.array([[left - 0.06, top], *ridge, [right + 0.06, top]])], roof), Group(panes, (0.75, 0.9, 1)),
        Group(bars, BLACK, True, True), Group([box(middle - 0.06, 0.72, middle + 0.06, 0.92)], door),
        Group([ellipse(middle + 0.04, 0.82, 0.01, 0.01)], BLACK, False),
    ]


def tree(rng):
    trunk = Group([limb([[0.5, 0.95], [0.5 + rng.normal(0, 0.03), 0.45]], [rng.uniform(0.03, 0.07), 0.03])], hsv(0.07, 0.6, rng.uniform(0.3, 0.6)))
    leaf = green(rng)
    if rng.random() < 0.4:
        layers = [np.array([[0.5, y], [0.5 + w, y + 0.3], [0.5 - w, y + 0.3]]) for y, w in ((0.42, 0.28), (0.24, 0.22), (0.06, 0.16))]
        return [trunk, *[Group([layer], shade(leaf, 0.85 + 0.1 * i)) for i, layer in enumerate(layers)]]
    crown = [blob(rng, rng.uniform(0.32, 0.68), rng.uniform(0.2, 0.45), 0.17, 0.16) for _ in range(5)]
    fruit = [ellipse(rng.uniform(0.3, 0.7), rng.uniform(0.2, 0.5), 0.025, 0.025) for _ in range(rng.integers(0, 7))]
    return [trunk, Group(crown, leaf), *([Group(fruit, harmony(rng, 1)[0])] if fruit else [])]


def flower(rng):
    petal, heart = harmony(rng, 2)
    count, y, reach = int(rng.integers(5, 10)), rng.uniform(0.28, 0.4), rng.uniform(0.12, 0.17)
    turns = np.linspace(0, 2 * np.pi, count, endpoint=False) + rng.uniform(0, 1)
    petals = [ellipse(0.5 + reach * np.cos(t), y + reach * np.sin(t), reach * 0.8, reach * rng.uniform(0.4, 0.55), t) for t in turns]
    stem = limb([[0.5, y], [0.5 + rng.normal(0, 0.06), 0.7], [0.5, 0.97]], [0.014, 0.014, 0.014])
    leaves = [limb([[0.5, 0.8], [0.5 + s * 0.12, 0.7], [0.5 + s * 0.24, rng.uniform(0.62, 0.78)]], [0.01, 0.05, 0.003]) for s in (-1, 1)]
    return [Group([stem, *leaves[: rng.integers(0, 3)]], green(rng)), *[Group([p], petal) for p in petals], Group([ellipse(0.5, y, reach * 0.5, reach * 0.5)], heart)]


def fruit(rng):
    skin = hsv(rng.choice([0.0, 0.02, 0.08, 0.13, 0.25, 0.8]), rng.uniform(0.6, 0.95), rng.uniform(0.6, 1))
    body = rounded(np.array([[0.5, 0.3], [0.72, 0.2], [0.9, 0.5], [0.7, 0.92], [0.5, 0.86], [0.3, 0.92], [0.1, 0.5], [0.28, 0.2]]) * (1, rng.uniform(0.85, 1.0)))
    stalk = limb([[0.5, 0.3], [0.53, 0.1]], [0.014, 0.02])
    leaf = limb([[0.52, 0.2], [0.65, 0.1], [0.78, rng.uniform(0.05, 0.2)]], [0.01, 0.06, 0.004])
    shine = limb([[0.26, 0.55], [0.25, 0.42], [0.32, 0.33]], [0.012, 0.025, 0.012])
    return [Group([stalk], (0.4, 0.26, 0.12)), Group([body], skin), Group([leaf], green(rng)), Group([shine], shade(skin, 2.5), False)]


def car(rng):
    paint, glass = harmony(rng, 1)[0], (0.75, 0.9, 1.0)
    roof = rng.uniform(0.28, 0.42)
    cabin = rounded([[0.25, 0.56], [0.34, roof], [0.66, roof], [0.8, 0.56]], 1)
    body = rounded([[0.05, 0.75], [0.06, 0.55], [0.3, 0.5], [0.75, 0.52], [0.95, 0.58], [0.95, 0.75]], 2)
    wheels = [ellipse(x, 0.75, 0.095, 0.095) for x in (0.25, 0.75)]
    hubs = [ellipse(x, 0.75, 0.045, 0.045) for x in (0.25, 0.75)]
    panes = [rounded([[0.32, 0.52], [0.37, roof + 0.05], [0.48, roof + 0.05], [0.48, 0.52]], 1), rounded([[0.53, 0.52], [0.53, roof + 0.05], [0.64, roof + 0.05], [0.72, 0.52]], 1)]
    return [Group([cabin, body], paint), Group(panes, glass), Group(wheels, (0.15, 0.15, 0.17)), Group(hubs, (0.8, 0.8, 0.82)), Group([ellipse(0.92, 0.62, 0.025, 0.03)], (1, 0.9, 0.5))]


def boat(rng):
    hull, sail, flag = harmony(rng, 3)
    mast = rng.uniform(0.42, 0.58)
    return [
        Group([box(mast - 0.01, 0.1, mast + 0.01, 0.72)], (0.4, 0.25, 0.15)),
        Group([rounded([[mast + 0.02, 0.16], [0.85, 0.62], [mast + 0.02, 0.64]], 1)], sail),
        Group([rounded([[mast - 0.02, 0.24], [mast - 0.02, 0.64], [0.2, 0.62]], 1)], shade(sail, 1.5)),
        Group([np.array([[mast, 0.1], [mast + 0.12, 0.13], [mast, 0.17]])], flag),
        Group([rounded([[0.08, 0.7], [0.92, 0.68], [0.8, 0.88], [0.2, 0.88]], 1)], hull),
    ]


def mug(rng):
    clay, band = harmony(rng, 2)
    ring = np.concatenate([ellipse(0.74, 0.55, 0.16, 0.16), ellipse(0.74, 0.55, 0.1, 0.1)[::-1]])
    steam = [curve([[x, 0.25], [x + 0.04, 0.18], [x - 0.03, 0.1], [x + 0.02, 0.03]]) for x in (0.35, 0.47, 0.59)]
    return [
        Group([ring], clay), Group([rounded([[0.22, 0.3], [0.72, 0.3], [0.7, 0.88], [0.26, 0.88]], 1)], clay),
        Group([box(0.235, 0.5, 0.7, 0.62)], band, False), Group([ellipse(0.47, 0.32, 0.23, 0.05)], shade(clay, 0.5)),
        Group(steam[: rng.integers(0, 4)], (0.6, 0.6, 0.65), True, True),
    ]


def mushroom(rng):
    cap, spot = harmony(rng, 1)[0], (1, 0.97, 0.9)
    dots = [ellipse(x, y, r, r * 0.8) for x, y, r in ((0.35, 0.35, 0.05), (0.55, 0.24, 0.06), (0.7, 0.4, 0.045), (0.5, 0.42, 0.03))]
    stem = limb([[0.5, 0.5], [0.5 + rng.normal(0, 0.03), 0.9]], [rng.uniform(0.07, 0.12), rng.uniform(0.1, 0.16)])
    dome = rounded([[0.08, 0.55], [0.15, 0.2], [0.5, 0.02], [0.85, 0.2], [0.92, 0.55], [0.5, 0.5]], 3)
    return [Group([stem], (0.95, 0.9, 0.8)), Group([dome], cap), Group(dots, spot, rng.random() < 0.5)]


def rocket(rng):
    skin, fin, flame = harmony(rng, 3)
    fins = [np.array([[0.5 + s * 0.14, 0.5], [0.5 + s * 0.3, 0.78], [0.5 + s * 0.1, 0.72]]) for s in (-1, 1)]
    body = rounded([[0.5, 0.0], [0.68, 0.3], [0.63, 0.74], [0.37, 0.74], [0.32, 0.3]], 2)
    blaze = rounded([[0.41, 0.75], [0.59, 0.75], [0.55, 0.88], [0.5, rng.uniform(0.92, 1)], [0.44, 0.88]], 1)
    return [Group([blaze], flame), Group(fins, fin), Group([body], shade(skin, 1.6)), Group([ellipse(0.5, 0.34, 0.085, 0.085)], fin), Group([ellipse(0.5, 0.34, 0.055, 0.055)], (0.7, 0.9, 1))]


def star(rng):
    points, inner = int(rng.integers(4, 9)), rng.uniform(0.4, 0.75)
    t = np.linspace(0, 2 * np.pi, 2 * points, endpoint=False) - np.pi / 2
    r = np.where(np.arange(2 * points) % 2, inner, 1.0) * 0.45
    outline = np.stack([0.5 + r * np.cos(t), 0.5 + r * np.sin(t)], 1)
    return [Group([rounded(outline, 2) if rng.random() < 0.5 else outline], harmony(rng, 1)[0])]


def cloud(rng):
    lumps = [ellipse(x, 0.55 + rng.uniform(-0.12, 0.05), rng.uniform(0.14, 0.22), rng.uniform(0.12, 0.18)) for x in (0.25, 0.42, 0.58, 0.75)]
    return [Group([*lumps, box(0.25, 0.52, 0.75, 0.7)], rng.choice([(1.0, 1.0, 1.0), (0.85, 0.92, 1.0)]))]
