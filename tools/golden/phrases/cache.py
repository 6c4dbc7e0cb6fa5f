"""Runs CLIP Interrogator's own LabelTable over a stand-in for its model.

    python cache.py write     writes ViT-fake_none_flavors.safetensors and phrases.json beside this script
    python cache.py accept DIR PHRASES.json
                              exits with 0 if LabelTable takes every DIR/ViT-fake_none_<list>.safetensors as its own
                              cache of the phrases (a JSON object of lists) and embeds none of them again

clip-interrogator 0.6.0, torch 2.15.0, safetensors 0.8.0, numpy 2.4.6, Python 3.11.
"""

import json
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
from clip_interrogator.clip_interrogator import Config, LabelTable

HERE = Path(__file__).parent
WIDTH = 16
PHRASES = [
    "soft light", "hard light", "by the sea", "red, green and blue", "café noir", "山水画", "😀", "a \"quoted\" phrase",
    "dusk", "dusk", "film grain", "x" * 60,
] + [f"phrase {number}" for number in range(28)]


class Model:
    """Rows of seeded normal numbers, one a phrase; counts how many it is asked for."""

    def __init__(self, phrases):
        self.rows = torch.randn(len(phrases), WIDTH, generator=torch.Generator().manual_seed(5))
        self.asked = 0

    def encode_text(self, places):
        self.asked += len(places)
        return self.rows[places].clone()


def table(phrases, name, folder, model):
    config = Config(clip_model_name="ViT-fake/none", cache_path=str(folder), download_cache=False, device="cpu", quiet=True)
    places = {phrase: place for place, phrase in enumerate(phrases)}
    tokenize = lambda texts: torch.tensor([places[str(text)] for text in texts])
    return LabelTable(list(phrases), name, SimpleNamespace(clip_model=model, config=config, tokenize=tokenize))


def write():
    model = Model(PHRASES)
    with tempfile.TemporaryDirectory() as folder:
        made = table(PHRASES, "flavors", folder, model)
        (written,) = Path(folder).iterdir()
        (HERE / written.name).write_bytes(written.read_bytes())
    edges = np.array(
        [0, 1, -1, 65504, 65519, 65520, 1e6, 6.1e-5, 6.097555e-5, 5.96e-8, 2.98e-8, 2.99e-8, 8.94e-8, 1 / 3, 2049, 2051, 0.1, -0.0],
        dtype=np.float32,
    )
    values = np.concatenate([edges, torch.randn(200, generator=torch.Generator().manual_seed(6)).numpy()])
    with np.errstate(over="ignore"):
        halves = values.astype(np.float16)
    json.dump(
        {
            "phrases": PHRASES,
            "firstRow": [float(value) for value in made.embeds[0]],
            "values": [float(value) for value in values],
            "halfBits": [int(value) for value in halves.view(np.uint16)],
        },
        open(HERE / "phrases.json", "w"),
        ensure_ascii=False,
    )


def accept(folder, lists):
    for name, phrases in lists.items():
        model = Model(phrases)
        taken = table(phrases, name, folder, model)
        assert model.asked == 0, f"{name}: {model.asked} phrases were embedded again"
        assert len(taken.embeds) == len(phrases)
        lengths = [float(np.linalg.norm(row)) for row in taken.embeds]
        assert all(abs(length - 1) < 0.01 for length in lengths), f"{name}: rows are not of length 1"
        ranked = taken.rank(torch.from_numpy(taken.embeds[len(phrases) // 2])[None], 3)
        print(f"{name}: {len(phrases)} phrases taken, nearest to number {len(phrases) // 2}: {ranked}")


if sys.argv[1:] == ["write"]:
    write()
else:
    accept(sys.argv[2], json.load(open(sys.argv[3])))
