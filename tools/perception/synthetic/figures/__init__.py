"""Figures of random build, as lists of groups in painting order."""

from colours import pick
from figures import animals, people, things

CREATURES = [animals.quadruped, animals.quadruped, animals.head, animals.bird, animals.fish, people.person, people.bust]
THINGS = [
    things.house, things.tree, things.flower, things.fruit, things.car, things.boat, things.mug,
    things.mushroom, things.rocket, things.star, things.cloud,
]


def any_figure(rng, creatures=0.6):
    """A creature or person with the chance asked for, or a thing."""
    return pick(rng, CREATURES if rng.random() < creatures else THINGS)(rng)
