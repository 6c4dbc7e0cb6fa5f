"""Outlines as n x 2 arrays in a figure's own square: x to the right and y down, about 0..1."""

from typing import NamedTuple

import numpy as np


class Group(NamedTuple):
    """Outlines of one colour that share one contour; an open one is a stroke and has no inside."""

    outlines: list
    colour: tuple
    contour: bool = True
    open: bool = False


def rounded(points, times=3):
    """Corners cut `times` over: a smooth closed curve."""
    points = np.asarray(points, float)
    for _ in range(times):
        after = np.roll(points, -1, 0)
        points = np.stack([0.75 * points + 0.25 * after, 0.25 * points + 0.75 * after], 1).reshape(-1, 2)
    return points


def curve(points, times=4):
    """Corners cut of an open stroke; its ends stay."""
    points = np.asarray(points, float)
    for _ in range(times):
        cut = np.stack([0.75 * points[:-1] + 0.25 * points[1:], 0.25 * points[:-1] + 0.75 * points[1:]], 1)
        points = np.concatenate([points[:1], cut.reshape(-1, 2), points[-1:]])
    return points


def ellipse(x, y, rx, ry, tilt=0.0, count=40):
    t = np.linspace(0, 2 * np.pi, count, endpoint=False)
    a, b = rx * np.cos(t), ry * np.sin(t)
    return np.stack([x + a * np.cos(tilt) - b * np.sin(tilt), y + a * np.sin(tilt) + b * np.cos(tilt)], 1)


def blob(rng, x, y, rx, ry, lumps=9, unrest=0.12):
    t = np.linspace(0, 2 * np.pi, lumps, endpoint=False)
    r = 1 + rng.normal(0, unrest, lumps)
    return rounded(np.stack([x + rx * r * np.cos(t), y + ry * r * np.sin(t)], 1))


def limb(path, widths):
    """A tapering tube round a path; widths are half widths at its points."""
    path = curve(path, 3)
    widths = np.interp(np.linspace(0, 1, len(path)), np.linspace(0, 1, len(widths)), widths)[:, None]
    along = np.gradient(path, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    side = along[:, ::-1] * (-1, 1)
    t = np.linspace(-np.pi / 2, np.pi / 2, 7)[1:-1, None]
    cap = path[-1] + widths[-1] * (np.cos(t) * along[-1] - np.sin(t) * side[-1])
    tail = path[0] + widths[0] * (-np.cos(t) * along[0] + np.sin(t) * side[0])
    return np.concatenate([path + side * widths, cap, (path - side * widths)[::-1], tail])


def box(x0, y0, x1, y1):
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], float)


def mirrored(outline):
    return outline * (-1, 1) + (1, 0)


def wobble(rng, outline, amount, lumps=7):
    """The outline as an unsteady hand draws it."""
    t = np.linspace(0, lumps, len(outline), endpoint=False)
    knots = rng.normal(0, amount, (2, lumps + 1))
    knots[:, -1] = knots[:, 0]
    shift = np.stack([np.interp(t, np.arange(lumps + 1), knot) for knot in knots], 1)
    return outline + shift


def dense(outline, step, closed=True):
    """Points about `step` apart along the outline."""
    points = np.concatenate([outline, outline[:1]]) if closed else np.asarray(outline)
    lengths = np.maximum(np.linalg.norm(np.diff(points, axis=0), axis=1), 1e-9)
    at = np.concatenate([[0], np.cumsum(lengths)])
    ask = np.linspace(0, at[-1], max(8, int(at[-1] / step)), endpoint=not closed)
    return np.stack([np.interp(ask, at, points[:, axis]) for axis in (0, 1)], 1)
