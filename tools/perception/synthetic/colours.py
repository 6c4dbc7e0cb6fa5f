"""Random colours that go together. Colours are tuples of 0..1 unless a name says bytes."""

import colorsys

import numpy as np

INKS = [(0.05, 0.05, 0.06), (0.0, 0.0, 0.0), (0.1, 0.08, 0.08), (0.07, 0.09, 0.2), (0.2, 0.1, 0.05)]


def hsv(hue, saturation, value):
    return colorsys.hsv_to_rgb(hue % 1, min(max(saturation, 0), 1), min(max(value, 0), 1))


def harmony(rng, count, saturation=(0.35, 0.9), value=(0.55, 1.0)):
    """Colours of a few neighbouring or opposite hues."""
    base, spread = rng.random(), rng.choice([0.04, 0.08, 0.15, 0.33, 0.5, 0.25])
    hues = [base + spread * rng.integers(-1, 2) + rng.normal(0, 0.02) for _ in range(count)]
    return [hsv(hue, rng.uniform(*saturation), rng.uniform(*value)) for hue in hues]


def shade(colour, factor):
    """Below 1 darker, above 1 lighter towards white."""
    rgb = np.asarray(colour, float)
    dark = rgb * factor if factor <= 1 else 1 - (1 - rgb) / factor
    return tuple(float(part) for part in np.clip(dark, 0, 1))


def in_bytes(colour):
    return tuple(int(round(255 * part)) for part in colour)


def css(colour):
    return "#%02x%02x%02x" % in_bytes(colour)


def pick(rng, items):
    return items[int(rng.integers(len(items)))]
