"""Sprite and tile sheets, item rows and single sprites, on white, on a colour or on black, at 1x to 10x."""

from PIL import Image

from colours import harmony, in_bytes, pick
from pixels import TILES, enlarge, mirrored_sprite, sprite, tile

LABEL, SOURCE, COUNT = "pixel_art", "pixel_sheet", 80
GROUNDS = [(255, 255, 255), (255, 255, 255), (255, 255, 255), (0, 0, 0), (36, 36, 48), (255, 0, 255)]


def cell(rng, size, kind):
    if kind == "tiles":
        return tile(rng, size, pick(rng, TILES)).convert("RGBA")
    if kind == "mirrored":
        return mirrored_sprite(rng, size, int(rng.integers(1, 5)))
    return sprite(rng, size, 0.7 if kind == "cast" else 0.2)


def frames(rng, size, kind):
    """A row: one cell over and over, each time moved or turned a little, as an animation."""
    first = cell(rng, size, kind)
    while True:
        moved = Image.new("RGBA", (size, size))
        moved.paste(first, (int(rng.integers(-1, 2)), int(rng.integers(-1, 2))))
        yield moved.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if rng.random() < 0.2 else moved


def sheet(rng):
    size, kind = pick(rng, [8, 12, 16, 16, 24, 32]), pick(rng, ["tiles", "mirrored", "cast", "items"])
    columns, rows = int(rng.integers(3, max(4, 260 // size))), int(rng.integers(1, max(2, 180 // size)))
    gap = int(rng.integers(0, 3))
    image = Image.new("RGB", (columns * (size + gap), rows * (size + gap)), pick(rng, GROUNDS))
    animated, missing = rng.random() < 0.5, rng.uniform(0, 0.3)
    for row in range(rows):
        strip = frames(rng, size, kind)
        for column in range(columns):
            if rng.random() > missing:
                one = next(strip) if animated else cell(rng, size, kind)
                image.paste(one, (column * (size + gap), row * (size + gap)), one)
    return enlarge(image, int(pick(rng, [1, 1, 2, 3])))


def single(rng):
    size = int(rng.integers(14, 56))
    one = sprite(rng, size) if rng.random() < 0.75 else mirrored_sprite(rng, size // 2, 4)
    ground = pick(rng, GROUNDS[:4]) if rng.random() < 0.6 else in_bytes(harmony(rng, 1)[0])
    edge = int(rng.integers(1, 8))
    image = Image.new("RGB", (one.width + 2 * edge, one.height + 2 * edge), ground)
    image.paste(one, (edge, edge), one)
    return enlarge(image, max(2, int(rng.uniform(160, 460) / max(image.size))))


def make(rng):
    image = single(rng) if rng.random() < 0.45 else sheet(rng)
    scale = 640 / max(image.size)
    return image if scale >= 1 else image.crop((0, 0, min(image.width, 640), min(image.height, 640)))
