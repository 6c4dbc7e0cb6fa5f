"""Trains the perception model of the package on described pictures.

    python tools/perception/train.py --real DUMP LABELS --packages DUMP LABELS --synthetic DUMP LABELS

DUMP is what tools/perception/dump.ts wrote, without its ending. Writes src/analysis/perception/model.bin and
tools/perception/report.json. README.md beside this file has all steps. Ran with numpy 2.4.6, torch 2.15.0 (CPU); seeded.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from learning import coefficients
from learning.card import write_card
from learning.calibration import chances_of, temperature_of
from learning.labels import MEDIA, SCENES, media_of, scenes_of
from learning.network import CLIP, Recipe, logits_of, standard_of, train
from learning.phrases import rules_of
from learning.pictures import gather, read_dump
from learning.report import head_report
from learning.splits import held_out_logits, random_folds, source_folds

ROOT = Path(__file__).resolve().parents[2]
MEDIUM = Recipe(hidden=256, epochs=20)
SCENE = Recipe(label_power=0.6)


def medium_variants(row):
    """Photographs of places are many; one changed copy of each is enough."""
    return 3 if row["kind"] in ("medium", "package") and not row["synthetic"] else 1


def held_out(inputs, pictures, folds, recipe):
    """Logits, rows x labels, of heads that have not seen the picture."""
    return held_out_logits(inputs, pictures, folds(pictures), recipe)


def temperature_for(logits, pictures):
    return temperature_of(logits[pictures.counted], pictures.truth[pictures.counted].argmax(1))


def finish(inputs, pictures, recipe):
    """The head of all pictures, its weights rounded as the package stores them."""
    return coefficients.quantised(train(inputs, pictures, np.ones(len(pictures), bool), recipe))


def learn_media(dumps):
    pictures = gather(dumps, MEDIA, media_of, "medium", medium_variants)
    standard = standard_of(pictures.features)
    inputs = standard(pictures.features)
    left_out = held_out(inputs, pictures, source_folds, MEDIUM)
    temperature = temperature_for(left_out, pictures)
    random = chances_of(held_out(inputs, pictures, random_folds, MEDIUM), temperature)
    left_out = chances_of(left_out, temperature)
    rules = rules_of("medium", MEDIA, left_out, pictures)
    report = head_report(MEDIA, pictures, rules, random, left_out)
    return standard, (MEDIA, temperature, finish(inputs, pictures, MEDIUM)), rules, report


def learn_scenes(dumps, standard):
    pictures = gather(dumps, SCENES, scenes_of, "scene", lambda row: 3 if row["kind"] == "scene" else 1)
    inputs = standard(pictures.features)
    random = held_out(inputs, pictures, random_folds, SCENE)
    temperature = temperature_for(random, pictures)
    random = chances_of(random, temperature)
    rules = rules_of("scene", SCENES, random, pictures)
    report = head_report(SCENES, pictures, rules, random)
    return (SCENES, temperature, finish(inputs, pictures, SCENE)), rules, report


def probe(heads, features):
    """What the heads make of made-up features, for the package's own test: feature i is 2 sin(i + 1)."""
    inputs = torch.from_numpy((2 * np.sin(np.arange(features) + 1)).astype(np.float32))[None]
    return {
        name: chances_of(logits_of(layers, inputs), temperature)[0].tolist()
        for name, (_, temperature, layers) in heads.items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--real", nargs=2, required=True, metavar=("DUMP", "LABELS"))
    parser.add_argument("--packages", nargs=2, action="append", default=[], metavar=("DUMP", "LABELS"))
    parser.add_argument("--synthetic", nargs=2, action="append", default=[], metavar=("DUMP", "LABELS"))
    parser.add_argument("--model", type=Path, default=ROOT / "src/analysis/perception/model.bin")
    parser.add_argument("--report", type=Path, default=ROOT / "tools/perception/report.json")
    parser.add_argument("--card", type=Path, default=ROOT / "docs/perception-model.md")
    args = parser.parse_args()
    torch.set_num_threads(1)
    real, rows, blocks = read_dump(*args.real, synthetic=False)
    packages = [read_dump(*each, synthetic=False)[:2] for each in args.packages]
    dumps = [(real, rows), *packages, *(read_dump(*each, synthetic=True)[:2] for each in args.synthetic)]
    standard, medium, medium_rules, medium_report = learn_media(dumps)
    scene, scene_rules, scene_report = learn_scenes(dumps[:1], standard)
    heads = {"medium": medium, "scene": scene}
    rules, report = medium_rules + scene_rules, {"medium": medium_report, "scene": scene_report}
    coefficients.write(args.model, blocks, standard, CLIP, heads, rules)
    args.report.write_text(json.dumps({**report, "probe": probe(heads, real.shape[1])}) + "\n")
    write_card(args.card, report, rules, [row for _, described in dumps for row in described], real.shape[1], args.model.stat().st_size)
    for name, part in report.items():
        for split in ("random", "loso"):
            if split in part:
                print(name, split, round(part[split]["top1"], 3), part["spoken"][split])


if __name__ == "__main__":
    main()
