"""Writes what clip-interrogator itself answers in its four modes: to test/fixtures/interrogator/answers.json unless
told otherwise. The package runs as it is published; it is handed a model, lists and captions.

    python tools/golden/clip-interrogator/modes.py FOLDER [--lists DIR] [--pictures N] [--defaults N] [--chunk N]

FOLDER holds model/ (open_clip's layout; without merges.txt the byte pairs of open_clip), captions.txt and, unless
--lists says otherwise, lists/. Every picture is asked with small chunks, the first few also with the defaults. The
order of a Python set is random: two orders are tried, and all answers written.

Ran with clip-interrogator 0.6.0, torch 2.15.0, open_clip_torch 3.3.0, numpy 2.4.6, pillow 13.0.0 on 2 threads.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ORDERS = ("1", "2")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lists", type=Path)
    parser.add_argument("--pictures", type=int, default=22)
    parser.add_argument("--defaults", type=int, default=1)
    parser.add_argument("--chunk", type=int, default=256)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


def picture(index):
    """48 x 36 pixels by a rule that the tests repeat."""
    from PIL import Image

    image = Image.new("RGB", (48, 36))
    for y in range(36):
        for x in range(48):
            image.putpixel((x, y), tuple(
                ((x * (3 + index) + y * (11 - index) + c * 40 * index + (x * y * (index + c)) // 7) % 509) // 2
                for c in range(3)
            ))
    return image


def open_model(folder, scratch):
    """The model under a name that open_clip knows, so that the package finds its tokenizer."""
    import open_clip
    from open_clip.transform import image_transform
    from safetensors.torch import load_file

    config = json.loads((folder / "open_clip_config.json").read_text())["model_cfg"]
    model = open_clip.CLIP(**config).eval()
    weights = load_file(folder / "open_clip_model.safetensors")
    model.load_state_dict({name: value.float() for name, value in weights.items()}, strict=False)
    merges = folder / "merges.txt"
    if merges.exists():
        packed = scratch / "merges.txt.gz"
        packed.write_bytes(gzip.compress(merges.read_text().rstrip("\n").encode()))
        config["text_cfg"]["tokenizer_kwargs"] = {"bpe_path": str(packed)}
    (scratch / "golden-model.json").write_text(json.dumps(config))
    open_clip.add_model_config(scratch / "golden-model.json")
    return model, image_transform(config["vision_cfg"]["image_size"], is_train=False)


def interrogator(folder, lists, chunk, scratch):
    from clip_interrogator import Config, Interrogator

    config = Config(
        caption_model_name=None, clip_model_name="golden-model/random", cache_path=None, download_cache=False,
        chunk_size=chunk, flavor_intermediate_count=chunk, data_path=str(lists), device="cpu", quiet=True,
    )
    config.clip_model, config.clip_preprocess = open_model(folder / "model", scratch)
    return Interrogator(config)


def answers(ci, index, caption):
    image = picture(index)
    return {
        "picture": index, "caption": caption, "chunk": ci.config.chunk_size,
        "features": [round(value, 8) for value in ci.image_to_features(image)[0].tolist()],
        "best": ci.interrogate(image, caption=caption), "fast": ci.interrogate_fast(image, caption=caption),
        "classic": ci.interrogate_classic(image, caption=caption), "negative": ci.interrogate_negative(image),
    }


def run(options):
    captions = (options.folder / "captions.txt").read_text().splitlines()
    lists = options.lists or options.folder / "lists"
    with tempfile.TemporaryDirectory() as name:
        plan = [(options.chunk, options.pictures), (2048, options.defaults)]
        cases = []
        for chunk, count in plan:
            ci = interrogator(options.folder, lists, chunk, Path(name)) if count else None
            for index in range(count):
                cases.append(answers(ci, index, captions[index % len(captions)]))
                print(index, chunk, file=sys.stderr)
    json.dump(cases, sys.stdout)


def main():
    options = arguments()
    if "PYTHONHASHSEED" in os.environ:
        run(options)
        return
    runs = []
    for order in ORDERS:
        command = [sys.executable, "-W", "ignore", *sys.argv]
        done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": order}, stdout=subprocess.PIPE, check=True)
        runs.append(json.loads(done.stdout))
    for same in zip(*runs):
        for mode in ("best", "fast", "classic", "negative"):
            same[0][mode] = sorted({case[mode] for case in same})
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in runs[0])
    (options.out or options.folder / "answers.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


main()
