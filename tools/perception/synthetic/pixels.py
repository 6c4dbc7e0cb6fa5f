"""Painting at one pixel a dot, without soft edges."""

import numpy as np
from PIL import Image, ImageDraw

from colours import harmony, in_bytes, shade
from figures import any_figure
from lettering import pixel_text
from stage import placed

BLACK = (8, 8, 16)
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.5
HANDHELD = np.array([[15, 56, 15], [48, 98, 48], [139, 172, 15], [155, 188, 15]], np.uint8)


def enlarge(image, factor):
    return image.resize((image.width * factor, image.height * factor), Image.Resampling.NEAREST)


def stamp(image, groups, outlined):
    """Figures in hard pixels on an image; dots of contour in black or a dark tone of the fill."""
    draw = ImageDraw.Draw(image)
    alpha = (255,) if image.mode == "RGBA" else ()
    for group in groups:
        colour = in_bytes(group.colour) + alpha
        line = (BLACK if outlined == "black" else in_bytes(shade(group.colour, 0.5))) + alpha
        for outline in group.outlines:
            path = [(round(x), round(y)) for x, y in outline]
            if group.open:
                draw.line(path, line)
            else:
                draw.polygon(path, colour, line if outlined and group.contour else colour)


def lit(image):
    """One lighter step at the upper and one darker at the lower rim of what is not clear."""
    data = np.asarray(image).astype(int)
    solid = data[..., 3] > 0
    above = np.zeros_like(solid)
    above[2:] = solid[:-2]
    below = np.zeros_like(solid)
    below[:-2] = solid[2:]
    data[..., :3] += 40 * (solid & ~above)[..., None] - 40 * (solid & ~below)[..., None]
    return Image.fromarray(np.clip(data, 0, 255).astype(np.uint8))


def sprite(rng, size, creatures=0.6):
    """A figure of size x size dots on a clear ground."""
    image = Image.new("RGBA", (size, size))
    stamp(image, placed(any_figure(rng, creatures), 0, 0, size - 1, rng.random() < 0.5), rng.choice(["black", "tone", ""], p=[0.5, 0.35, 0.15]))
    return lit(image) if rng.random() < 0.5 and size >= 16 else image


def mirrored_sprite(rng, size, colours):
    """A creature or ship of random dots, the same left and right, with a black rim."""
    half = (rng.random((size - 2, size // 2)) < 0.52) * rng.integers(1, colours + 1, (size - 2, size // 2))
    body = np.zeros((size, half.shape[1] * 2), int)
    body[1:-1] = np.concatenate([half, half[:, ::-1]], 1)
    palette = [(0, 0, 0, 0), *[in_bytes(colour) + (255,) for colour in harmony(rng, colours)]]
    data = np.array(palette, np.uint8)[body]
    near = np.zeros(body.shape, bool)
    for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        near |= np.roll(body > 0, (dy, dx), (0, 1))
    data[near & (body == 0)] = BLACK + (255,)
    return Image.fromarray(data)


def tile(rng, size, kind):
    """A ground tile: speckle, bricks, planks, checks, waves or bevel."""
    base = harmony(rng, 1, (0.15, 0.8), (0.25, 0.9))[0]
    image = Image.new("RGB", (size, size), in_bytes(base))
    draw, dark, light = ImageDraw.Draw(image), in_bytes(shade(base, 0.7)), in_bytes(shade(base, 1.35))
    if kind == "speckle":
        for _ in range(size * size // 8):
            draw.point((int(rng.integers(size)), int(rng.integers(size))), dark if rng.random() < 0.6 else light)
    elif kind in ("bricks", "planks"):
        step = max(3, size // (4 if kind == "bricks" else 3))
        for row, y in enumerate(range(0, size, step)):
            draw.line((0, y, size, y), dark)
            x = (row % 2) * size // 2 + 1
            draw.line((x, y, x, y + step), dark)
            draw.line((x + 1, y + 1, x + size // 3, y + 1), light)
    elif kind == "waves":
        for y in range(1, size, 4):
            for x in range(0, size, 4):
                draw.line((x, y + (x // 4) % 2, x + 2, y + (x // 4) % 2), light)
    elif kind == "bevel":
        draw.rectangle((0, 0, size - 1, size - 1), outline=dark)
        draw.line((0, 0, size - 1, 0), light)
        draw.line((0, 0, 0, size - 1), light)
    return image


TILES = ["speckle", "bricks", "planks", "waves", "bevel", "plain"]


def write(image, text, x, y, colour, factor=1, rim=None):
    """Pixel lettering, each dot factor x factor; rim is a colour for its outline."""
    mask = pixel_text(text)
    mask = mask.resize((mask.width * factor, mask.height * factor), Image.Resampling.NEAREST)
    if rim is not None:
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1), (1, 1), (2, 2)):
            image.paste(rim, (x + dx, y + dy), mask)
    image.paste(colour, (x, y), mask)
    return mask.size
