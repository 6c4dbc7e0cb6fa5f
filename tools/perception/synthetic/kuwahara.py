"""Flat areas with sharp edges."""

import numpy as np

from raster import blur, luma


def kuwahara(photo, radius):
    """Each pixel takes the soft mean of the calmest of four neighbourhoods around it."""
    half, (height, width) = max(1, radius // 2), photo.shape[:2]
    wide = np.pad(photo, ((half, half), (half, half), (0, 0)), "edge")
    mean, tone = blur(wide, half * 0.7), luma(wide)
    spread = blur(tone**2, half * 0.7) - blur(tone, half * 0.7) ** 2
    best, found = np.full((height, width), np.inf), photo
    for dy, dx in ((0, half), (half, 0), (2 * half, half), (half, 2 * half)):
        there = spread[dy : dy + height, dx : dx + width]
        nearer = there < best
        best = np.where(nearer, there, best)
        found = np.where(nearer[..., None], mean[dy : dy + height, dx : dx + width], found)
    return found
