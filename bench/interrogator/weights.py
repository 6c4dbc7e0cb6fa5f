"""A CLIP of true size with seeded random weights, and embeddings of lists that both sides of the benchmark read.

    python bench/interrogator/weights.py FOLDER MODEL LISTS      MODEL as open_clip names it, such as ViT-L-14

Weights of the usual initialisation make all embeddings nearly one; these tell inputs apart. The embeddings of the
lists are random as well: making 100,000 with the reference takes hours on a CPU, and ranking costs the same.
Ran with torch 2.15, open_clip_torch 3.3.0, safetensors 0.8.0.
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import open_clip
import torch
from clip_interrogator.clip_interrogator import load_list
from open_clip.tokenizer import default_bpe
from safetensors.numpy import save_file as save_arrays
from safetensors.torch import save_file

SITES = ("Artstation,behance,cg society,cgsociety,deviantart,dribble,flickr,instagram,pexels,pinterest,pixabay,pixiv,"
         "polycount,reddit,shutterstock,tumblr,unsplash,zbrush central").split(",")
folder, name, lists = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
folder.mkdir(parents=True, exist_ok=True)

model = open_clip.create_model(name, force_quick_gelu=True, precision="fp32")
generator = torch.Generator().manual_seed(5)
with torch.no_grad():
    for key, value in model.named_parameters():
        noise = torch.randn(value.shape, generator=generator)
        if value.ndim == 0:
            value.fill_(4.6052)
        elif value.ndim == 1:
            value.copy_((1 if key.endswith("weight") else 0) + 0.2 * noise)
        elif "embedding" in key:
            value.copy_((0.4 if "position" in key else 1) * noise)
        else:
            value.copy_(noise * 1.5 / value[0].numel() ** 0.5)
state = {key: value.contiguous() for key, value in model.state_dict().items() if key != "attn_mask"}
save_file(state, folder / "open_clip_model.safetensors")
config = {**open_clip.get_model_config(name), "quick_gelu": True}
(folder / "open_clip_config.json").write_text(json.dumps({"model_cfg": config}))
shutil.copy(default_bpe(), folder / "bpe_simple_vocab_16e6.txt.gz")

artists = load_list(lists, "artists.txt")
tables = {
    "artists": [f"by {a}" for a in artists] + [f"inspired by {a}" for a in artists],
    "trendings": SITES + [f"trending on {s}" for s in SITES] + [f"featured on {s}" for s in SITES]
    + [f"{s} contest winner" for s in SITES],
    **{list_name: load_list(lists, f"{list_name}.txt") for list_name in ("flavors", "mediums", "movements", "negative")},
}
rng = np.random.default_rng(7)
for table, labels in tables.items():
    rows = rng.standard_normal((len(labels), config["embed_dim"])).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    digest = hashlib.sha256(",".join(labels).encode()).hexdigest()
    cache = folder / "cache"
    cache.mkdir(exist_ok=True)
    save_arrays(
        {"embeds": rows.astype(np.float16), "hash": np.array([ord(c) for c in digest], dtype=np.int8)},
        cache / f"{name}_openai_{table}.safetensors",
    )
