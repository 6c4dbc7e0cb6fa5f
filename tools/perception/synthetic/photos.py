"""The photos that the second family is made from: rows of a labelled.jsonl, its files beside it."""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from raster import as_array

PLAIN = ("sky", "overcast_clouds", "fog", "sunset_sunrise", "storm_lightning", "desert", "rain", "night_outdoor")
PAINTED = {"oil_painting", "watercolour", "painting_mixed", "digital_painting"}


@dataclass(frozen=True)
class Photo:
    file: str
    path: Path
    subject: str
    source: str


def list_photos(listing):
    """Medium photos, and scenes of the sources that hold no painting. In the order of the listing."""
    rows = [json.loads(line) for line in Path(listing).read_text().splitlines() if line.strip()]
    painted = {row["source"] for row in rows if row["label"] in PAINTED}
    photos = []
    for row in rows:
        photo = row["label"] == "photo" if row["kind"] == "medium" else row["source"] not in painted
        if photo and not row["label"].startswith("painted"):
            subject = f'{row["label"]} {row["source"]}'
            photos.append(Photo(row["file"], Path(listing).parent / row["file"], subject, row["source"]))
    return photos


def take_in_turn(photos, rng, count):
    """`count` photos, subjects in turn, each at random: no subject rules. Repeats only when all are used."""
    by_subject = defaultdict(list)
    for index in rng.permutation(len(photos)):
        by_subject[photos[index].subject].append(photos[index])
    queues, taken = [list(queue) for queue in by_subject.values()], []
    while len(taken) < count:
        for queue in queues:
            if len(taken) < count:
                taken.append(queue[len(taken) % len(queue)])
    return [taken[index] for index in rng.permutation(count)]


def with_form(photos):
    """Without the subjects of which a line drawing would show nothing."""
    return [photo for photo in photos if not photo.subject.startswith(PLAIN)]


def load_photo(photo, rng, long_side):
    """A crop of 60 to 100 % a side, at times mirrored, its long side as asked for."""
    image = Image.open(photo.path).convert("RGB")
    width, height = image.size
    part = rng.uniform(0.6, 1.0)
    w, h = int(width * part), int(height * min(1.0, part * rng.uniform(0.85, 1.18)))
    left, top = int(rng.integers(width - w + 1)), int(rng.integers(height - h + 1))
    image = image.crop((left, top, left + w, top + h))
    if rng.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    scale = long_side / max(image.size)
    size = [max(8, round(side * scale)) for side in image.size]
    array = as_array(image.resize(size, Image.Resampling.LANCZOS))
    return np.clip(array, 0, 1)
