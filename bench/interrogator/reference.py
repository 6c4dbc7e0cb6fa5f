"""What CLIP Interrogator itself takes and answers, as JSON, for bench/interrogator/run.mjs.

Ran with torch 2.15, open_clip_torch 3.3.0, transformers 4.57.6, clip-interrogator 0.6.0, Pillow 13.0, on the CPU.
"""

import argparse
import json
import os
import sys
import time

os.environ.setdefault("HF_HUB_OFFLINE", "1")

import open_clip
import torch
from clip_interrogator import Config, Interrogator
from PIL import Image
from safetensors.torch import load_file

parser = argparse.ArgumentParser()
parser.add_argument("--model", required=True, help="open_clip's name, such as ViT-L-14")
parser.add_argument("--weights", required=True, help=".safetensors in open_clip's layout")
parser.add_argument("--lists", required=True, help="folder of artists.txt, flavors.txt, ...")
parser.add_argument("--cache", required=True, help="folder of embeddings that imprompt made")
parser.add_argument("--intermediate", type=int, required=True, help="flavor_intermediate_count")
parser.add_argument("--sample", type=int, required=True, help="phrases whose embedding is timed")
parser.add_argument("--modes", default="best,fast,classic")
parser.add_argument("--caption", required=True)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("pictures", nargs="+")
options = parser.parse_args()
torch.set_num_threads(options.threads)


def timed(work):
    start = time.perf_counter()
    answer = work()
    return time.perf_counter() - start, answer


model = open_clip.create_model(options.model, force_quick_gelu=True, precision="fp32")
model.load_state_dict(load_file(options.weights))
model.eval()
preprocess = open_clip.image_transform(model.visual.image_size, is_train=False)

config = Config(
    caption_model_name=None,
    clip_model_name=f"{options.model}/openai",
    cache_path=options.cache,
    download_cache=False,
    data_path=options.lists,
    device="cpu",
    flavor_intermediate_count=options.intermediate,
    quiet=True,
)
config.clip_model = model
config.clip_preprocess = preprocess
load_seconds, interrogator = timed(lambda: Interrogator(config))

phrases = interrogator.flavors.labels[: options.sample]


def embed_sample():
    with torch.no_grad():
        tokens = interrogator.tokenize(phrases)
        features = model.encode_text(tokens)
        return features / features.norm(dim=-1, keepdim=True)


embed_sample()
embed_seconds, _ = timed(embed_sample)
run = {
    "best": interrogator.interrogate,
    "fast": interrogator.interrogate_fast,
    "classic": interrogator.interrogate_classic,
}
answers = []
for path in options.pictures:
    image = Image.open(path).convert("RGB")
    entry = {"picture": os.path.basename(path)}
    entry["imageSeconds"], _ = timed(lambda: interrogator.image_to_features(image))
    for mode in options.modes.split(","):
        seconds, text = timed(lambda: run[mode](image, caption=options.caption))
        entry[mode] = {"seconds": seconds, "text": text}
    answers.append(entry)
json.dump(
    {"loadSeconds": load_seconds, "embedSeconds": embed_seconds, "embedPhrases": len(phrases), "answers": answers},
    sys.stdout,
)
