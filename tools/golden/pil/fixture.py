"""What Pillow, torchvision and transformers make of pictures that src/image/pil's tests draw.

Writes test/fixtures/pil/expected.json. Ran with pillow 13.0.0, torch 2.15.0, torchvision 0.29.2, open_clip_torch
3.3.0, transformers 4.57.6, numpy 2.4.6. The noise is a linear congruential generator's, seeded with the size.
Usage: python tools/golden/pil/fixture.py
"""

import hashlib
import json
from pathlib import Path

import numpy as np
from open_clip.transform import image_transform
from PIL import Image
from transformers import BlipImageProcessor, CLIPImageProcessor

TO = Path(__file__).parents[3] / "test/fixtures/pil/expected.json"


def noise(width: int, height: int) -> Image.Image:
    state, data = width * 65536 + height, np.empty(width * height * 3, np.uint8)
    for i in range(len(data)):
        state = (state * 1664525 + 1013904223) % 2**32
        data[i] = 255 * (state >> 31) if i % 5 == 0 else state >> 24
    return Image.fromarray(data.reshape(height, width, 3))


def sha(array: np.ndarray) -> str:
    return hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()


def row(values: dict) -> str:
    return json.dumps(values)


RESIZED = [
    (5, 4, 3, 2), (3, 2, 5, 4), (1, 1, 7, 3), (97, 61, 31, 19), (97, 61, 97, 19), (97, 61, 31, 61), (97, 61, 97, 61),
    (64, 64, 63, 65), (640, 3, 16, 16), (3, 640, 16, 16), (211, 173, 400, 333), (500, 333, 7, 5), (1999, 11, 40, 10),
]
resized = []
for width, height, to_width, to_height in RESIZED:
    made = np.asarray(noise(width, height).resize((to_width, to_height), Image.BICUBIC))
    one = {"from": [width, height], "to": [to_width, to_height], "sha256": sha(made)}
    resized.append({**one, "pixels": made.flatten().tolist()} if made.size <= 60 else one)

PREPARED = [
    (97, 61, 32), (61, 97, 32), (32, 32, 32), (33, 32, 32), (35, 32, 32), (37, 32, 32),
    (1, 50, 8), (9, 7, 24), (40, 131, 16),
]
prepared = []
for width, height, side in PREPARED:
    image = noise(width, height)
    blip = BlipImageProcessor(size={"width": side, "height": side})(image, return_tensors="np")["pixel_values"][0]
    # As Florence-2's preprocessor_config.json has it.
    florence = CLIPImageProcessor(
        size={"width": side, "height": side}, do_center_crop=False,
        image_mean=[0.485, 0.456, 0.406], image_std=[0.229, 0.224, 0.225],
    )(image, return_tensors="np")["pixel_values"][0]  # fmt: skip
    clip = image_transform(side, is_train=False)(image).numpy()
    prepared.append(
        {
            "from": [width, height],
            "side": side,
            "clip": sha(clip),
            "blip": sha(blip.astype(np.float32)),
            "florence": sha(florence.astype(np.float32)),
        }
    )

TO.write_text(
    '{"resized":[\n%s\n],"prepared":[\n%s\n]}\n'
    % (",\n".join(map(row, resized)), ",\n".join(map(row, prepared)))
)
