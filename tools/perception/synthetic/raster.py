"""Pictures as float arrays: height x width x 3, sRGB 0..1; single planes are height x width."""

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, sobel

LUMA = np.array([0.299, 0.587, 0.114], np.float32)


def as_array(image):
    return np.asarray(image.convert("RGB"), np.float32) / 255


def as_image(array):
    return Image.fromarray((np.clip(array, 0, 1) * 255 + 0.5).astype(np.uint8))


def luma(array):
    return array @ LUMA


def blur(array, sigma):
    """Gaussian over rows and columns only."""
    return gaussian_filter(array, (sigma, sigma, 0) if array.ndim == 3 else sigma)


def gradient(plane):
    """Horizontal and vertical slope per pixel."""
    return sobel(plane, 1) / 8, sobel(plane, 0) / 8


def stretch(plane, low=1, high=99):
    """Percentiles low and high become 0 and 1."""
    a, b = np.percentile(plane, (low, high))
    return np.clip((plane - a) / max(b - a, 1e-6), 0, 1)


def mix(a, b, amount):
    """a where amount is 0, b where it is 1; a plane as amount spreads over the channels."""
    if isinstance(amount, np.ndarray) and amount.ndim == 2 and np.ndim(a) + np.ndim(b) != 4:
        amount = amount[..., None]
    return a + (np.asarray(b, np.float32) - a) * amount


def saturate(array, factor):
    grey = luma(array)[..., None]
    return np.clip(grey + (array - grey) * factor, 0, 1)


def flat(width, height, colour):
    return np.broadcast_to(np.asarray(colour, np.float32), (height, width, 3)).copy()
