"""Makes test/fixtures/models/clip-tiny-{hf,open}: CLIP models of seeded random weights in the two published layouts,
with the embeddings that transformers and open_clip give for a few texts and pictures.

    python tools/golden/clip/tiny.py test/fixtures/models

Ran with torch 2.15.0, transformers 4.57.6, open_clip_torch 3.3.0, safetensors 0.8.0.
"""

import gzip
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

import open_clip
import torch
from open_clip.tokenizer import SimpleTokenizer, bytes_to_unicode
from safetensors.torch import save_file
from transformers import CLIPConfig, CLIPModel

CORPUS = """a quiet harbour at dawn with fishing boats and gulls, oil painting on canvas, warm light over water,
a portrait of an old sailor, painted in soft colours, highly detailed, a lighthouse in the storm, photograph of
mountains and a lake, long shadows, pencil drawing of a small house, bright colours, wide angle, painting of rain"""

STEM = "a quiet harbour at dawn with fishing boats"
TEXTS = [
    STEM,
    STEM + ", oil painting",
    STEM + ", oil painting on canvas",
    STEM + ", pencil drawing",
    STEM + ", warm light",
    "oil painting",
    "x",
    "",
    "Wide-angle photograph, 35mm; it's raining!",
    ", ".join([STEM] * 9) + ", oil painting",
    ", ".join([STEM] * 9) + ", pencil drawing",
]
IMAGES = 3


def train_merges(count):
    encode = bytes_to_unicode()
    words = Counter(CORPUS.replace(",", " , ").split())
    parts = {w: [encode[b] for b in w.encode()][:-1] + [encode[w.encode()[-1]] + "</w>"] for w in words}
    merges = []
    while len(merges) < count:
        pairs = Counter()
        for word, number in words.items():
            for pair in zip(parts[word], parts[word][1:]):
                pairs[pair] += number
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        for word, symbols in parts.items():
            out, i = [], 0
            while i < len(symbols):
                if tuple(symbols[i : i + 2]) == best:
                    out.append(symbols[i] + symbols[i + 1])
                    i += 2
                else:
                    out.append(symbols[i])
                    i += 1
            parts[word] = out
    return merges


def picture(index, size):
    """[size, size, 3] of 0..255 by a rule that the tests repeat."""
    y, x, c = torch.meshgrid(*(torch.arange(n) for n in (size, size, 3)), indexing="ij")
    return (x * (7 + index) + y * (13 - 3 * index) + c * 29 + (x * y) // (index + 2)) % 256


def pixels(index, size):
    mean = torch.tensor(open_clip.OPENAI_DATASET_MEAN)
    std = torch.tensor(open_clip.OPENAI_DATASET_STD)
    return ((picture(index, size) / 255 - mean) / std).permute(2, 0, 1)


def randomise(model, seed):
    """Default weights make all embeddings nearly one; these tell inputs apart."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, value in model.named_parameters():
            noise = torch.randn(value.shape, generator=generator)
            if value.ndim == 0:
                value.fill_(4.6052)
            elif value.ndim == 1 and name.endswith("weight"):
                value.copy_(1 + 0.2 * noise)
            elif value.ndim == 1:
                value.copy_(0.2 * noise)
            elif "embedding" in name and value.ndim == 2:
                value.copy_((0.4 if "position" in name else 1) * noise)
            else:
                value.copy_(noise * 1.5 / value[0].numel() ** 0.5)


def write_expected(folder, sources, tokens, texts, images):
    rows = lambda matrix: [[round(v, 7) for v in row] for row in torch.nn.functional.normalize(matrix).tolist()]
    cases = [
        {"text": text, "tokens": [int(t) for t in row[: int(row.argmax()) + 1]], "embedding": embedding}
        for text, row, embedding in zip(sources, tokens, rows(texts))
    ]
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    pictures = ",\n".join(json.dumps(row) for row in rows(images))
    (folder / "expected.json").write_text(f'{{"texts": [\n{lines}\n],\n"images": [\n{pictures}\n]}}\n')


def write_tokenizer(folder, merges, tokenizer, vocabulary):
    lines = "".join(f"{a} {b}\n" for a, b in merges)
    (folder / "merges.txt").write_text("#version: 0.2\n" + lines)
    if vocabulary:
        names = {"<start_of_text>": "<|startoftext|>", "<end_of_text>": "<|endoftext|>"}
        ids = {names.get(name, name): number for name, number in tokenizer.encoder.items()}
        (folder / "vocab.json").write_text(json.dumps(ids, ensure_ascii=False))


def make_hf(folder, merges, tokenizer):
    folder.mkdir(parents=True, exist_ok=True)
    end = tokenizer.eot_token_id
    shared = {"num_hidden_layers": 2, "hidden_act": "quick_gelu", "num_attention_heads": 2}
    text = {"vocab_size": len(tokenizer.encoder), "hidden_size": 24, "intermediate_size": 96, "bos_token_id": end - 1,
            "eos_token_id": end, "pad_token_id": end, **shared}
    vision = {"hidden_size": 32, "intermediate_size": 128, "image_size": 32, "patch_size": 8, **shared}
    model = CLIPModel(CLIPConfig(text_config=text, vision_config=vision, projection_dim=20)).eval()
    randomise(model, 1)
    model.save_pretrained(folder, safe_serialization=True)
    write_tokenizer(folder, merges, tokenizer, True)
    tokens = tokenizer(TEXTS)
    tokens = torch.where(torch.arange(77) > tokens.argmax(1, keepdim=True), end, tokens)
    with torch.no_grad():
        texts = model.get_text_features(input_ids=tokens)
        images = model.get_image_features(pixel_values=torch.stack([pixels(i, 32) for i in range(IMAGES)]))
    write_expected(folder, TEXTS, tokens, texts, images)


def make_open(folder, merges, tokenizer):
    folder.mkdir(parents=True, exist_ok=True)
    config = {
        "embed_dim": 28,
        "vision_cfg": {"image_size": 40, "layers": 2, "width": 40, "head_width": 20, "patch_size": 10},
        "text_cfg": {"context_length": 77, "vocab_size": len(tokenizer.encoder), "width": 32, "heads": 4, "layers": 2},
    }
    model = open_clip.CLIP(**config).eval()
    randomise(model, 2)
    half = {name: value.half().contiguous() for name, value in model.state_dict().items() if name != "attn_mask"}
    model.load_state_dict({name: value.float() for name, value in half.items()}, strict=False)
    save_file(half, folder / "open_clip_model.safetensors")
    (folder / "open_clip_config.json").write_text(json.dumps({"model_cfg": config}, indent=1))
    write_tokenizer(folder, merges, tokenizer, False)
    tokens = tokenizer(TEXTS)
    with torch.no_grad():
        images = model.encode_image(torch.stack([pixels(i, 40) for i in range(IMAGES)]))
        write_expected(folder, TEXTS, tokens, model.encode_text(tokens), images)


def main():
    out = Path(sys.argv[1])
    merges = train_merges(80)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "merges.txt.gz"
        path.write_bytes(gzip.compress("\n".join(["#version: 0.2", *map(" ".join, merges)]).encode()))
        tokenizer = SimpleTokenizer(bpe_path=str(path))
    make_hf(out / "clip-tiny-hf", merges, tokenizer)
    make_open(out / "clip-tiny-open", merges, tokenizer)
    for file in out.glob("clip-tiny-*/*"):
        file.chmod(0o644)


if __name__ == "__main__":
    main()
