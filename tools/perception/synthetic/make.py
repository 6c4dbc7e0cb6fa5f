"""Makes training pictures of the media by code: PNG files and a labels.jsonl.

    python tools/perception/synthetic/make.py --out FOLDER [--seed 7] [--photos labelled.jsonl] [--only CLASS ...]

Without --photos only what is drawn from nothing is made. --share 0.1 makes the first tenth of each; --resume with a
larger share goes on from there.
Ran with numpy 2.4.6, scipy 1.17.1, pillow 13.0.0; the screenshots need node, playwright-core and chromium.
"""

import argparse
import importlib
import json
import pkgutil
import time
import zlib
from pathlib import Path

import numpy as np

import generators
from photos import list_photos, load_photo, take_in_turn, with_form


def load_generators(only):
    names = sorted(module.name for module in pkgutil.iter_modules(generators.__path__))
    modules = [importlib.import_module(f"generators.{name}") for name in names]
    return [module for module in modules if not only or module.LABEL in only or module.SOURCE in only]


def rng_of(seed, source, index):
    """Each picture has its own stream: adding a generator or changing a count moves no other picture."""
    return np.random.default_rng([seed, zlib.crc32(source.encode()), index])


def pictures(generator, args, wanted, photos):
    """Yields index, picture and the photo it came from or None, of the wanted indices."""
    rngs = [rng_of(args.seed, generator.SOURCE, index) for index in wanted]
    if hasattr(generator, "make_all"):
        yield from ((index, picture) for index, picture in zip(wanted, generator.make_all(rngs)))
        return
    for index, rng in zip(wanted, rngs):
        if hasattr(generator, "LONG_SIDE"):
            side = round(rng.uniform(*generator.LONG_SIDE))
            yield index, generator.make(rng, load_photo(photos[index], rng, side))
        else:
            yield index, generator.make(rng)


def write_all(generator, args, photos):
    """Writes a generator's pictures; returns their rows."""
    name, out = generator.SOURCE, Path(args.out)
    (out / generator.LABEL).mkdir(parents=True, exist_ok=True)
    count = max(1, round(generator.COUNT * args.share))
    files = [f"{generator.LABEL}/{name}-{index:03d}.png" for index in range(generator.COUNT)]
    for file in [] if args.resume else files:
        (out / file).unlink(missing_ok=True)
    parents = None
    if hasattr(generator, "LONG_SIDE"):
        fit = with_form(photos) if getattr(generator, "NEEDS_FORM", False) else photos
        parents = take_in_turn(fit, rng_of(args.seed, name, 2**32 - 1), generator.COUNT)
    wanted = [index for index in range(count) if not (out / files[index]).exists()]
    for index, picture in pictures(generator, args, wanted, parents):
        picture.save(out / files[index])
    return [row_of(generator, files[index], parents and parents[index]) for index in range(count)]


def row_of(generator, file, parent):
    row = {"file": file, "label": generator.LABEL, "kind": "medium", "source": f"synthetic:{generator.SOURCE}"}
    return row if parent is None else {**row, "parent": parent.source, "photo": parent.file}


def merge_labels(path, made):
    """Rows of the generators that ran replace their earlier rows; the rest stay."""
    fresh = {row["source"] for row in made}
    lines = path.read_text().splitlines() if path.exists() else []
    kept = [row for row in map(json.loads, lines) if row["source"] not in fresh]
    rows = sorted(kept + made, key=lambda row: row["file"])
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--photos", help="a labelled.jsonl with photos beside it")
    parser.add_argument("--only", nargs="*", help="classes or generators; all by default")
    parser.add_argument("--share", type=float, default=1.0, help="part of each generator's count")
    parser.add_argument("--resume", action="store_true", help="make only the pictures that are not there yet")
    args = parser.parse_args()
    photos = list_photos(args.photos) if args.photos else []
    for generator in load_generators(args.only):
        if hasattr(generator, "LONG_SIDE") and not photos:
            continue
        start = time.perf_counter()
        rows = write_all(generator, args, photos)
        merge_labels(Path(args.out) / "labels.jsonl", rows)
        spent = time.perf_counter() - start
        print(f"{generator.LABEL:18} {generator.SOURCE:24} {len(rows):4} pictures {spent:6.1f} s", flush=True)


if __name__ == "__main__":
    main()
