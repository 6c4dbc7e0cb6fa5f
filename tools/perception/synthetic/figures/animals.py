"""Animals of random build: the same code is a dog, a horse, an elephant or none of these."""

import numpy as np

from colours import harmony, hsv, shade
from figures.shapes import Group, blob, curve, ellipse, limb, mirrored

BLACK, WHITE = (0.06, 0.06, 0.07), (1, 1, 1)


def fur(rng):
    if rng.random() < 0.3:
        return harmony(rng, 1)[0]
    return hsv(rng.uniform(0.03, 0.13), rng.uniform(0.1, 0.8), rng.uniform(0.35, 1))


def eye(x, y, r, white=True):
    dot = Group([ellipse(x, y, r * 0.55, r * 0.6)], BLACK, False)
    ball = [Group([ellipse(x, y, r, r * 1.15)], WHITE)] if white else []
    return [*ball, dot, Group([ellipse(x - r * 0.18, y - r * 0.22, r * 0.18, r * 0.18)], WHITE, False)]


def quadruped(rng):
    coat = fur(rng)
    size, long, leg = rng.uniform(0.1, 0.2), rng.uniform(0.2, 0.3), rng.uniform(0.12, 0.36)
    back, neck = 0.82 - leg, rng.uniform(0.05, 0.38)
    head = np.array([0.8 + rng.uniform(-0.04, 0.06), back - neck])
    feet = [0.5 - long * 0.85, 0.5 - long * 0.5, 0.5 + long * 0.5, 0.5 + long * 0.85]
    thick = rng.uniform(0.025, 0.055)
    def legs(at):
        return [limb([[x, back], [x + rng.normal(0, 0.03), back + leg * 0.6], [x, 0.93]], [thick * 1.4, thick, thick]) for x in at]
    body = [ellipse(0.5, back, long, size)]
    body.append(limb([[0.5 + long * 0.7, back], [head[0] - 0.06, (back + head[1]) / 2], head], [size * 0.8, thick * 1.6, thick * 1.5]))
    skull = rng.uniform(0.07, 0.12)
    body.append(ellipse(*head, skull, skull * 0.85))
    snout = head + (rng.uniform(0.07, 0.13), rng.uniform(0.02, 0.08))
    body.append(limb([head, snout], [skull * 0.7, skull * rng.uniform(0.35, 0.6)]))
    tail = limb([[0.5 - long * 0.9, back - 0.03], [0.12, back + rng.uniform(-0.2, 0.1)], [0.08, back + rng.uniform(-0.1, 0.25)]], [0.02, 0.015, rng.uniform(0.008, 0.03)])
    ear = blob(rng, head[0] - skull * 0.7, head[1] - skull * rng.uniform(0.2, 1.1), skull * rng.uniform(0.25, 0.9), skull * rng.uniform(0.5, 1.1), 6)
    spots = [blob(rng, 0.5 + rng.uniform(-0.8, 0.8) * long, back + rng.uniform(-0.6, 0.6) * size, 0.03, 0.025, 6, 0.2) for _ in range(rng.integers(0, 9))]
    groups = [Group(legs(feet[1::2]), shade(coat, 0.75)), Group([*body, tail, *legs(feet[::2])], coat)]
    if spots and rng.random() < 0.6:
        groups.append(Group(spots, shade(coat, rng.choice([0.55, 1.8])), rng.random() < 0.5))
    groups.append(Group([ear], shade(coat, 0.85)))
    groups.append(Group([ellipse(*snout, skull * 0.22, skull * 0.18)], BLACK, False))
    return [*groups, *eye(head[0] + 0.01, head[1] - skull * 0.25, skull * rng.uniform(0.2, 0.42), rng.random() < 0.7)]


def head(rng):
    """A face seen from the front, of a cat, bear, owl or mouse."""
    coat, wide = fur(rng), rng.uniform(0.28, 0.4)
    sharp = rng.random() < 0.5
    def ear(x):
        if sharp:
            return limb([[x, 0.42], [x + (x - 0.5) * 0.3, rng.uniform(0.08, 0.18)]], [0.13, 0.015])
        return ellipse(x + (x - 0.5) * 0.2, 0.27, 0.11, 0.12)
    left = ear(0.5 - wide * 0.65)
    face = blob(rng, 0.5, 0.55, wide, rng.uniform(0.28, 0.36), 12, 0.02)
    r = rng.uniform(0.045, 0.1)
    muzzle = shade(coat, 1.8)
    groups = [Group([left, mirrored(left)], shade(coat, 0.9)), Group([face], coat)]
    groups.append(Group([ellipse(0.5, 0.68, 0.15, 0.1)], muzzle, rng.random() < 0.4))
    groups += eye(0.5 - wide * 0.42, 0.5, r) + eye(0.5 + wide * 0.42, 0.5, r)
    groups.append(Group([ellipse(0.5, 0.62, 0.04, 0.028)], rng.choice([BLACK, (0.9, 0.5, 0.55)])))
    mouth = [curve([[0.5, 0.65], [0.48, 0.71], [0.41, 0.7]]), curve([[0.5, 0.65], [0.52, 0.71], [0.59, 0.7]])]
    whiskers = [curve([[0.5 + s * 0.16, 0.66 + d], [0.5 + s * 0.42, 0.63 + d * 2]]) for s in (-1, 1) for d in (0, 0.03)]
    stripes = [curve([[0.5 + x, 0.24], [0.5 + x * 0.8, 0.34]]) for x in (-0.06, 0, 0.06)]
    lines = mouth + (whiskers if rng.random() < 0.6 else []) + (stripes if rng.random() < 0.4 else [])
    return [*groups, Group(lines, BLACK, True, True)]


def bird(rng):
    coat, belly = harmony(rng, 2)
    body = limb([[0.75, 0.42], [0.5, 0.6], [0.15, rng.uniform(0.5, 0.72)]], [0.13, rng.uniform(0.16, 0.24), 0.03])
    wing = limb([[0.58, 0.52], [0.4, 0.62], [0.2, rng.uniform(0.3, 0.75)]], [0.06, 0.13, 0.01])
    beak = np.array([[0.84, 0.36], [0.98, 0.42], [0.84, 0.46]])
    legs = [curve([[x, 0.75], [x + 0.02, 0.92], [x + 0.08, 0.93]]) for x in (0.45, 0.56)]
    return [
        Group(legs, (0.8, 0.5, 0.1), True, True), Group([beak], (0.98, 0.7, 0.1)),
        Group([body, ellipse(0.77, 0.39, 0.13, 0.12)], coat), Group([ellipse(0.6, 0.62, 0.13, 0.1, -0.4)], belly, False),
        Group([wing], shade(coat, 0.7)), *eye(0.8, 0.36, 0.03),
    ]


def fish(rng):
    skin, fin = harmony(rng, 2)
    high = rng.uniform(0.14, 0.3)
    tail = np.array([[0.25, 0.5], [0.05, 0.3], [0.1, 0.5], [0.05, 0.7]])
    top = np.array([[0.4, 0.5 - high * 0.8], [0.5, 0.4 - high], [0.68, 0.5 - high * 0.8]])
    stripes = [ellipse(x, 0.5, 0.018, high * 0.7) for x in np.linspace(0.38, 0.62, rng.integers(1, 5))]
    return [
        Group([tail, top], fin), Group([ellipse(0.52, 0.5, 0.34, high)], skin),
        Group(stripes, shade(skin, 1.8), False), Group([ellipse(0.5, 0.55, 0.07, 0.04, 0.5)], fin), *eye(0.74, 0.45, 0.045),
    ]
