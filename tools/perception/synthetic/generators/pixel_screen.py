"""Game screens of the dot age: tile maps or landscapes with sprites, status bars, dialogs, menus and title screens."""

import numpy as np
from PIL import Image, ImageDraw

from colours import harmony, in_bytes, pick
from lettering import word, words
from pixels import BAYER, BLACK, HANDHELD, TILES, enlarge, mirrored_sprite, sprite, stamp, tile, write
from stage import landscape

LABEL, SOURCE, COUNT = "pixel_art", "pixel_screen", 130
SIZES = [(160, 144), (160, 152), (128, 128), (256, 224), (240, 160), (320, 200), (96, 64), (192, 160), (256, 192)]


def map_of_tiles(rng, width, height):
    size = pick(rng, [8, 16, 16])
    tiles = [tile(rng, size, pick(rng, TILES)) for _ in range(rng.integers(2, 5))]
    image = Image.new("RGB", (width, height))
    rough = rng.random((height // size // 3 + 2, width // size // 3 + 2))
    for y in range(0, height, size):
        for x in range(0, width, size):
            kind = int(rough[y // size // 3, x // size // 3] * len(tiles)) if rng.random() < 0.92 else rng.integers(len(tiles))
            image.paste(tiles[kind], (x, y))
    return image


def banded_sky(rng, width, height):
    """Two colours in dithered bands with hills in front."""
    pair = harmony(rng, 2, (0.3, 0.9), (0.3, 1))
    levels = int(rng.integers(2, 6))
    threshold = np.tile(BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width]
    ramp = np.linspace(0, 1, height)[:, None] * levels
    step = np.clip(np.floor(ramp + (threshold + 0.5) * rng.choice([0, 1])), 0, levels) / levels
    plane = np.asarray(pair[0]) * (1 - step[..., None]) + np.asarray(pair[1]) * step[..., None]
    image = Image.fromarray((plane * 255).astype(np.uint8))
    stamp(image, landscape(rng, width, height), "")
    return image


def platforms(rng, image):
    size = pick(rng, [8, 16])
    block = tile(rng, size, pick(rng, TILES))
    for _ in range(rng.integers(1, 5)):
        x, y = rng.integers(image.width // size), rng.integers(image.height // size // 3, image.height // size)
        for step in range(rng.integers(2, 9)):
            image.paste(block, (int(x + step) * size, int(y) * size))
    for x in range(0, image.width, size):
        image.paste(block, (x, image.height - size))


def status(rng, image):
    """A bar at the top or bottom with counters and hearts."""
    tall, at_top = int(rng.integers(11, 20)), rng.random() < 0.6
    y = 0 if at_top else image.height - tall
    back = pick(rng, [BLACK, (0, 0, 88), (248, 248, 248), in_bytes(harmony(rng, 1)[0])])
    ink = (255, 255, 255) if sum(back) < 380 else BLACK
    ImageDraw.Draw(image).rectangle((0, y, image.width, y + tall), back)
    x = 3
    while x < image.width - 20:
        text = f"{word(rng, 1).upper()[:5]} {rng.integers(0, 9999)}" if rng.random() < 0.7 else f"x{rng.integers(0, 99)}"
        x += write(image, text, x, y + 3, ink)[0] + int(rng.integers(6, 30))


def window(rng, image, box, lines):
    """A framed box with lines of text."""
    back, rim = pick(rng, [(BLACK, (255, 255, 255)), ((24, 32, 120), (232, 232, 255)), ((248, 248, 232), (40, 40, 48))])
    draw = ImageDraw.Draw(image)
    draw.rectangle(box, back, rim)
    draw.rectangle((box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2), back, rim)
    for index in range(lines):
        text = words(rng, 1, 4)[: (box[2] - box[0] - 12) // 6]
        if box[1] + 6 + index * 12 < box[3] - 10 and text.strip():
            write(image, text.upper() if rng.random() < 0.5 else text, box[0] + 8, box[1] + 6 + index * 12, rim)


def title(rng, image):
    """The game's name large, a prompt and a year below."""
    name = word(rng, 2).upper()[:8]
    factor = max(2, image.width // (len(name) * 7 + 4))
    colours = [in_bytes(colour) for colour in harmony(rng, 2, (0.6, 1), (0.8, 1))]
    x = max(2, (image.width - len(name) * 6 * factor) // 2)
    write(image, name, x, image.height // 6, colours[0], factor, BLACK)
    if rng.random() < 0.6:
        write(image, word(rng, 2).upper(), x + 6, image.height // 6 + 12 * factor, colours[1], max(1, factor // 2), BLACK)
    write(image, "PRESS " + word(rng, 1).upper(), image.width // 3, image.height * 2 // 3, (255, 255, 255), 1, BLACK)
    write(image, f"{rng.integers(1984, 2002)} {word(rng, 2).upper()}", image.width // 4, image.height - 14, (255, 255, 255), 1, BLACK)


def populate(rng, image):
    size = pick(rng, [8, 16, 16, 24, 32])
    cast = [mirrored_sprite(rng, size, 3) if rng.random() < 0.3 else sprite(rng, size) for _ in range(rng.integers(1, 5))]
    for _ in range(rng.integers(1, 10)):
        who = pick(rng, cast)
        image.paste(who, (int(rng.integers(image.width)), int(rng.integers(image.height))), who)
    if rng.random() < 0.25:
        big = sprite(rng, int(image.height * rng.uniform(0.5, 0.9)))
        image.paste(big, (int(rng.integers(image.width // 2 + 1)), int(image.height - big.height)), big)


def make(rng):
    width, height = pick(rng, SIZES)
    image = map_of_tiles(rng, width, height) if rng.random() < 0.4 else banded_sky(rng, width, height)
    if rng.random() < 0.25:
        image = Image.new("RGB", (width, height), pick(rng, [BLACK, (255, 255, 255), in_bytes(harmony(rng, 1)[0])]))
    if rng.random() < 0.4:
        platforms(rng, image)
    populate(rng, image)
    style = rng.random()
    if style < 0.3 and height > 90:
        title(rng, image)
    elif style < 0.5:
        window(rng, image, (4, height * 2 // 3, width - 5, height - 4), 3)
    elif style < 0.62:
        window(rng, image, (width // 8, height // 8, width * 7 // 8, height * 7 // 8), 8)
    elif style < 0.9:
        status(rng, image)
    if rng.random() < 0.12:
        level = np.asarray(image.convert("L")) // 64
        image = Image.fromarray(HANDHELD[level])
    return enlarge(image, int(pick(rng, [1, 1, 2, 2, 3, 4])) if width < 200 else int(pick(rng, [1, 1, 2])))
