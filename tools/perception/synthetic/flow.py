"""Direction of a picture's structure, and smoothing along it."""

import numpy as np
from scipy.ndimage import map_coordinates

from raster import blur, gradient


def directions(plane, sigma):
    """Angle along the edges, radians, and how sure (0..1), from the structure tensor softened by sigma pixels."""
    gx, gy = gradient(plane)
    xx, yy, xy = blur(gx * gx, sigma), blur(gy * gy, sigma), blur(gx * gy, sigma)
    spread = np.sqrt((xx - yy) ** 2 + 4 * xy * xy)
    angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2
    return angle, spread / (xx + yy + 1e-4)


def smear(array, angle, length, steps=4):
    """Average along the angle over `length` pixels to either side."""
    height, width = angle.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    dx, dy = np.cos(angle), np.sin(angle)
    planes = array if array.ndim == 3 else array[..., None]
    total = np.zeros_like(planes)
    offsets = np.linspace(-length, length, 2 * steps + 1)
    for offset in offsets:
        at = [np.clip(y + dy * offset, 0, height - 1), np.clip(x + dx * offset, 0, width - 1)]
        for channel in range(planes.shape[2]):
            total[..., channel] += map_coordinates(planes[..., channel], at, order=1)
    total /= len(offsets)
    return total if array.ndim == 3 else total[..., 0]


def relief(height_map, strength, angle=2.3):
    """Light falling on a height map from `angle`: a factor around 1."""
    gx, gy = gradient(height_map)
    return 1 + strength * (gx * np.cos(angle) + gy * np.sin(angle))
