"""People: a whole figure, and a head and shoulders."""

import numpy as np

from colours import harmony, hsv, shade
from figures.animals import BLACK, eye
from figures.shapes import Group, blob, box, curve, ellipse, limb


def skin_of(rng):
    return hsv(rng.uniform(0.04, 0.09), rng.uniform(0.2, 0.55), rng.uniform(0.45, 1))


def hair_of(rng):
    return hsv(rng.uniform(0.02, 0.13), rng.uniform(0.1, 0.9), rng.uniform(0.1, 0.9)) if rng.random() < 0.8 else harmony(rng, 1)[0]


def person(rng):
    skin, hair = skin_of(rng), hair_of(rng)
    coat, trousers, shoes = harmony(rng, 3)
    r = rng.uniform(0.06, 0.12)
    neck, hip = 0.08 + 2 * r, rng.uniform(0.52, 0.62)
    wide = rng.uniform(0.06, 0.11)
    def hand():
        return 0.5 + rng.uniform(0.14, 0.28), rng.uniform(neck, hip + 0.08)
    (right, low), (far, high) = hand(), hand()
    arms = [limb([[0.5 + s * wide, neck + 0.05], [0.5 + s * (wide + 0.06), (neck + y) / 2 + 0.06], [0.5 + s * (x - 0.5), y]], [0.035, 0.032, 0.028])
            for s, x, y in ((1, right, low), (-1, far, high))]
    hands = [ellipse(0.5 + s * (x - 0.5), y, 0.032, 0.032) for s, x, y in ((1, right, low), (-1, far, high))]
    feet = [0.5 - rng.uniform(0.05, 0.16), 0.5 + rng.uniform(0.05, 0.16)]
    legs = [limb([[0.5 + s * wide * 0.5, hip], [(0.5 + x) / 2 + s * 0.02, 0.75], [x, 0.92]], [0.045, 0.04, 0.032]) for s, x in zip((-1, 1), feet)]
    boots = [ellipse(x + 0.02, 0.935, 0.05, 0.025) for x in feet]
    trunk = limb([[0.5, neck + 0.05], [0.5, hip]], [wide + 0.01, wide * rng.uniform(0.8, 1.5)])
    cap = blob(rng, 0.5, 0.08 + r * 0.75, r * 1.15, r * rng.uniform(0.8, 1.4), 9, 0.08)
    face = ellipse(0.5, 0.08 + r, r * 0.92, r)
    eyes = eye(0.5 - r * 0.35, 0.08 + r, r * 0.2, rng.random() < 0.5) + eye(0.5 + r * 0.35, 0.08 + r, r * 0.2, False)
    smile = curve([[0.5 - r * 0.3, 0.08 + r * 1.45], [0.5, 0.08 + r * 1.65], [0.5 + r * 0.3, 0.08 + r * 1.45]])
    fringe = limb([[0.5 - r, 0.08 + r * 0.7], [0.5, 0.07 + r * 0.1], [0.5 + r, 0.08 + r * 0.7]], [0.01, r * 0.32, 0.01])
    return [
        Group([cap], hair), Group(hands, skin), Group(boots, shoes), Group(legs, trousers), Group(arms, shade(coat, 0.9)),
        Group([trunk], coat), Group([face], skin), Group([fringe], hair), *eyes, Group([smile], BLACK, True, True),
    ]


def bust(rng):
    """Head and shoulders from the front."""
    skin, hair = skin_of(rng), hair_of(rng)
    (coat,) = harmony(rng, 1)
    wide, chin = rng.uniform(0.17, 0.23), rng.uniform(0.6, 0.68)
    face = limb([[0.5, 0.3], [0.5, 0.42], [0.5, chin - 0.08]], [wide * 0.9, wide, wide * rng.uniform(0.45, 0.7)])
    mop = blob(rng, 0.5, 0.33, wide * 1.3, rng.uniform(0.22, 0.4), 11, 0.06)
    fringe = limb([[0.5 - wide, 0.36], [0.45, 0.16], [0.5 + wide, 0.36]], [0.02, rng.uniform(0.05, 0.1), 0.02])
    shoulders = limb([[0.2, 0.95], [0.5, 0.82], [0.8, 0.95]], [0.12, 0.12, 0.12])
    eyes = eye(0.5 - wide * 0.45, 0.41, 0.032) + eye(0.5 + wide * 0.45, 0.41, 0.032)
    brows = [curve([[0.5 + s * wide * 0.2, 0.355], [0.5 + s * wide * 0.5, 0.34], [0.5 + s * wide * 0.75, 0.36]]) for s in (-1, 1)]
    nose = curve([[0.5, 0.42], [0.5 + rng.uniform(0.01, 0.05), 0.5], [0.49, 0.51]])
    mouth = curve([[0.44, 0.56], [0.5, 0.56 + rng.uniform(-0.02, 0.04)], [0.56, 0.56]])
    ears = [ellipse(0.5 + s * wide, 0.44, 0.03, 0.05) for s in (-1, 1)]
    lines = [*brows, nose, mouth]
    if rng.random() < 0.3:
        lines += [np.vstack([ellipse(0.5 + s * wide * 0.45, 0.41, 0.06, 0.055)] * 2)[:41] for s in (-1, 1)]
    return [
        Group([mop], hair), Group([box(0.44, 0.55, 0.56, 0.8)], shade(skin, 0.85)), Group([shoulders], coat),
        Group([face, *ears], skin), Group([fringe], hair), *eyes, Group(lines, BLACK, True, True),
    ]
