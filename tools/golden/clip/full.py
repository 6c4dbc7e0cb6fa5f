"""CLIP models of true size and seeded random weights, with what PyTorch says of a few texts and pictures, and how fast.

    python tools/golden/clip/full.py make FOLDER NAME            weights, tokenizer, expected.json; NAME as in MODELS
    python tools/golden/clip/full.py time FOLDER NAME THREADS    milliseconds a text of 77 tokens and a picture

Ran with torch 2.15.0, transformers 4.57.6, open_clip_torch 3.3.0, safetensors 0.8.0.
"""

import json
import shutil
import sys
import time
from pathlib import Path

import open_clip
import torch
from open_clip.tokenizer import default_bpe
from safetensors.torch import save_file
from transformers import CLIPConfig, CLIPModel

from tiny import IMAGES, pixels, randomise, write_expected

# layout, and what weights are stored as
MODELS = {
    "ViT-B-32-quickgelu": ("open", torch.float32),
    "ViT-L-14": ("hf", torch.float32),
    "ViT-H-14": ("open", torch.float16),
    "ViT-bigG-14": ("open", torch.bfloat16),
}
TIMED = 16
STEM = "a portrait of an old sailor with a grey beard, oil painting, by candle light"
TEXTS = [
    STEM,
    *(f"{STEM}, {phrase}" for phrase in ("highly detailed", "golden hour", "in the style of a woodcut", "35mm film")),
    "a quiet harbour at dawn",
    "x",
    "",
    ", ".join([STEM] * 6) + ", soft light",
]


def hf_config(config):
    text, vision = config["text_cfg"], config["vision_cfg"]
    act = {"hidden_act": "quick_gelu"}
    head = vision.get("head_width", 64)
    return CLIPConfig(
        text_config={"hidden_size": text["width"], "intermediate_size": 4 * text["width"], "vocab_size": 49408,
                     "num_hidden_layers": text["layers"], "num_attention_heads": text["heads"], "eos_token_id": 49407,
                     "bos_token_id": 49406, "pad_token_id": 49407, **act},
        vision_config={"hidden_size": vision["width"], "intermediate_size": 4 * vision["width"],
                       "num_hidden_layers": vision["layers"], "num_attention_heads": vision["width"] // head,
                       "image_size": vision["image_size"], "patch_size": vision["patch_size"], **act},
        projection_dim=config["embed_dim"],
    )


def images_of(size):
    return torch.stack([pixels(i, size) for i in range(IMAGES)])


def make(folder, name):
    layout, dtype = MODELS[name]
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(default_bpe(), folder / "bpe_simple_vocab_16e6.txt.gz")
    tokens = open_clip.get_tokenizer(name)(TEXTS)
    config = open_clip.get_model_config(name)
    size = config["vision_cfg"]["image_size"]
    if layout == "hf":
        model = CLIPModel(hf_config(config)).eval()
        randomise(model, 3)
        model.save_pretrained(folder, safe_serialization=True)
        ends = torch.where(torch.arange(77) > tokens.argmax(1, keepdim=True), 49407, tokens)
        with torch.no_grad():
            texts, images = model.get_text_features(input_ids=ends), model.get_image_features(images_of(size))
    else:
        model = open_clip.CLIP(**config).eval()
        randomise(model, 3)
        state = {key: value.to(dtype).contiguous() for key, value in model.state_dict().items() if key != "attn_mask"}
        save_file(state, folder / "open_clip_model.safetensors")
        with torch.no_grad():
            for key, value in model.named_parameters():
                value.copy_(state[key])
        del state
        (folder / "open_clip_config.json").write_text(json.dumps({"model_cfg": config}))
        with torch.no_grad():
            texts, images = model.encode_text(tokens), model.encode_image(images_of(size))
    write_expected(folder, TEXTS, tokens, texts, images)


def timed(job, count, times=3):
    """The least milliseconds a piece: by the wall, and of all threads' processor time."""
    job()
    walls, processors = [], []
    for _ in range(times):
        wall, processor = time.perf_counter(), time.process_time()
        job()
        walls.append((time.perf_counter() - wall) * 1000 / count)
        processors.append((time.process_time() - processor) * 1000 / count)
    return {"wall": min(walls), "processor": min(processors)}


def measure(name, threads):
    """open_clip as clip-interrogator runs it on a CPU: float32, texts of 77 tokens."""
    torch.set_num_threads(threads)
    config = open_clip.get_model_config(name)
    model = open_clip.CLIP(**config).eval()
    tokens = open_clip.get_tokenizer(name)([f"{STEM}, number {i}" for i in range(TIMED)])
    picture = pixels(0, config["vision_cfg"]["image_size"])[None]
    with torch.inference_mode():
        text = timed(lambda: model.encode_text(tokens), len(tokens))
        image = timed(lambda: model.encode_image(picture), 1)
    print(json.dumps({"text": text, "image": image}))


if __name__ == "__main__":
    job, root, name = sys.argv[1:4]
    if job == "make":
        make(Path(root) / name, name)
    else:
        measure(name, int(sys.argv[4]))
