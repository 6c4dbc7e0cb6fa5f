"""BLIP base or large in full size with seeded random weights, and what transformers says with them.

    python full.py make base FOLDER          writes config.json, vocab.txt and model.safetensors (0.9 or 1.9 GB)
    python full.py caption FOLDER PICTURES COUNT TIMED THREADS
        prints JSON: token ids greedy and with 3 beams; and for the first TIMED pictures by themselves, seconds of the
        clock and of the processor that the vision encoder and a whole greedy caption take

Ran with torch 2.15.0, transformers 4.57.6, safetensors 0.8.0, pillow 13.0.0. `full.ts` calls it and compares.
"""

import json
import sys
import time
from pathlib import Path

import torch
from PIL import Image
from safetensors.torch import save_file
from transformers import BlipConfig, BlipForConditionalGeneration, BlipImageProcessor

TOKENS, SEP = 32, 102
# Spread of what the text's layers add, 2 for all others: the picture is the same at each step and shall not drown words.
SCALES = {"crossattention.output": 0.2, "output.dense": 0.1}


def config(size):
    vision = dict(image_size=384, patch_size=16)
    if size == "large":
        vision |= dict(hidden_size=1024, intermediate_size=4096, num_hidden_layers=24, num_attention_heads=16)
    return BlipConfig(vision_config=vision, text_config=dict(num_attention_heads=12))


def fill(model, generator, end):
    with torch.no_grad():
        for name, weight in sorted(model.named_parameters()):
            if weight.dim() == 1:
                weight.normal_(int(name.endswith("weight")), 0.2 if name.endswith("weight") else 0.1, generator=generator)
            elif "embedding" in name and "patch" not in name:
                weight.normal_(0, 0.2 if "word" in name else 0.5, generator=generator)
            else:
                scale = next((scale for part, scale in SCALES.items() if part in name), 2)
                weight.normal_(0, scale / weight[0].numel() ** 0.5, generator=generator)
                # What follows a GELU has a mean, which would add the same to every state.
                if weight.dim() == 2:
                    weight -= weight.mean(dim=1, keepdim=True)
        model.text_decoder.cls.predictions.bias[SEP] += end


def make(size, folder):
    torch.manual_seed(1)
    model = BlipForConditionalGeneration(config(size))
    generator = torch.Generator().manual_seed(2)
    fill(model, generator, end={"base": 19, "large": 13}[size])
    folder.mkdir(parents=True, exist_ok=True)
    model.config.to_json_file(folder / "config.json", use_diff=True)
    (folder / "vocab.txt").write_text("\n".join(f"w{i}" for i in range(30524)) + "\n")
    tied = ("predictions.decoder.weight", "predictions.decoder.bias")
    state = {name: weight for name, weight in model.state_dict().items() if not name.endswith(tied)}
    save_file(state, folder / "model.safetensors", metadata={"format": "pt"})


def pixels_of(path, processor):
    return processor(images=Image.open(path).convert("RGB"), return_tensors="pt").pixel_values


def until_end(row):
    """Token ids without the start, up to and including the end."""
    ids = row.tolist()[1:]
    return ids[: ids.index(SEP) + 1] if SEP in ids else ids


def measured(work):
    clock, processor = time.perf_counter(), time.process_time()
    result = work()
    return result, [time.perf_counter() - clock, time.process_time() - processor]


@torch.no_grad()
def caption(folder, pictures, count, timed, threads):
    torch.set_num_threads(threads)
    model = BlipForConditionalGeneration.from_pretrained(folder).eval()
    processor = BlipImageProcessor()
    paths = sorted(p for p in pictures.iterdir() if p.suffix.lower() in (".png", ".jpg", ".jpeg", ".webp"))[:count]
    pixels = torch.cat([pixels_of(path, processor) for path in paths])
    answer = {"files": [path.name for path in paths], "vision": [], "whole": []}
    for one in pixels[:timed].split(1):
        _, seconds = measured(lambda: model.vision_model(pixel_values=one))
        answer["vision"].append(seconds)
        _, seconds = measured(lambda: model.generate(pixel_values=one, max_new_tokens=TOKENS))
        answer["whole"].append(seconds)
    seen = model.vision_model(pixel_values=pixels)
    model.vision_model.forward = lambda **_: seen  # looked at once for both
    for name, beams in (("greedy", 1), ("beams", 3)):
        rows = model.generate(pixel_values=pixels, max_new_tokens=TOKENS, num_beams=beams)
        answer[name] = [until_end(row) for row in rows]
    print(json.dumps(answer))


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], Path(sys.argv[3]))
    else:
        caption(Path(sys.argv[2]), Path(sys.argv[3]), *map(int, sys.argv[4:7]))
