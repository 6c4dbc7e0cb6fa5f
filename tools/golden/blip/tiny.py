"""Makes the tiny BLIP models of test/fixtures/models/blip-*: seeded random weights of the true architecture, and what
transformers answers for them (image embeddings, token ids greedy and with 3 beams).

Ran with torch 2.15.0, transformers 4.57.6, safetensors 0.8.0:
    python tools/golden/blip/tiny.py test/fixtures/models
"""

import json
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import BlipConfig, BlipForConditionalGeneration

WORDS = (
    "a the small large red blue green old young bright dark fox boat tower garden river lamp chair cloud dog woman "
    "man bird hill street window stone under near behind with and on in of sits stands glows moves ##s ##ed ##ing "
    "##er ##est , . - ' painting photo drawing light shadow snow"
).split()
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS, "[DEC]", "[ENC]"]
PAD, SEP, DEC = 0, 3, len(VOCABULARY) - 2
MEAN, STD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
PICTURES, SIDE, TOKENS = 12, 32, 14


def config():
    return BlipConfig(
        vision_config=dict(
            hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4, image_size=SIDE,
            patch_size=8, hidden_act="gelu", layer_norm_eps=1e-5,
        ),
        text_config=dict(
            vocab_size=len(VOCABULARY), hidden_size=24, intermediate_size=48, num_hidden_layers=2,
            num_attention_heads=3, max_position_embeddings=40, bos_token_id=DEC, sep_token_id=SEP, pad_token_id=PAD,
            eos_token_id=2, layer_norm_eps=1e-12,
        ),
    )  # fmt: skip


def fill(model, seed, spread, end):
    """The seeds are those of about 90 whose captions differ most in words and length. Weights that are far larger than those of an untrained model, so that pictures and words make a difference."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, weight in sorted(model.named_parameters()):
            noise = torch.randn(weight.shape, generator=generator)
            if "LayerNorm.weight" in name or "norm" in name and name.endswith("weight"):
                weight.copy_(1 + 0.2 * noise)
            elif weight.dim() == 1:
                weight.copy_(0.1 * noise)
            elif "embedding" in name:
                weight.copy_(0.7 * noise)
            else:
                fan = weight[0].numel()
                weight.copy_(noise * spread / fan**0.5)
        model.text_decoder.cls.predictions.bias[SEP] += end


def pictures(seed):
    """Soft blobs of colour under noise, 8 bits a channel: [picture, channel, row, column]."""
    generator = torch.Generator().manual_seed(seed)
    coarse = torch.rand((PICTURES, 3, 4, 4), generator=generator)
    smooth = torch.nn.functional.interpolate(coarse, size=(SIDE, SIDE), mode="bilinear", align_corners=False)
    noise = torch.rand((PICTURES, 3, SIDE, SIDE), generator=generator)
    return (255 * (0.8 * smooth + 0.2 * noise)).round().to(torch.uint8)


def normalised(bytes_):
    mean, std = torch.tensor(MEAN).view(1, 3, 1, 1), torch.tensor(STD).view(1, 3, 1, 1)
    return (bytes_.float() / 255 - mean) / std


def until_end(row):
    """A row of token ids without its start, up to and including its end."""
    ids = row[1:]
    return ids[: ids.index(SEP) + 1] if SEP in ids else ids


@torch.no_grad()
def answer(model, pixels):
    run = model.generate(pixel_values=pixels, max_new_tokens=TOKENS, output_logits=True, return_dict_in_generate=True)
    greedy = run.sequences.tolist()
    best, second = torch.stack(run.logits).topk(2).values.unbind(-1)
    print("smallest lead of a chosen token over the next:", (best - second).min().item())
    beams = model.generate(pixel_values=pixels, max_new_tokens=TOKENS, num_beams=3).tolist()
    return {"greedy": [until_end(row) for row in greedy], "beams": [until_end(row) for row in beams]}


def write(folder, model, tensors):
    folder.mkdir(parents=True, exist_ok=True)
    model.config.to_json_file(folder / "config.json", use_diff=True)
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n")
    loaded = BlipForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()
    bytes_ = pictures(7)
    pixels = normalised(bytes_)
    embeddings = loaded.vision_model(pixel_values=pixels)[0]
    save_file({"pictures": bytes_, "embeddings": embeddings.detach().contiguous()}, folder / "expected.safetensors")
    answers = answer(loaded, pixels)
    (folder / "expected.json").write_text(json.dumps({"maxTokens": TOKENS, **answers}) + "\n")
    for name, rows in answers.items():
        print(folder.name, name, "different:", len({tuple(row) for row in rows}), "lengths:", [len(r) for r in rows])
    for row in answers["greedy"][:3]:
        print("   ", " ".join(VOCABULARY[i] for i in row))


def main(root):
    model = BlipForConditionalGeneration(config()).eval()
    fill(model, seed=24, spread=2.0, end=4.0)
    # As the older published files are: tied tensors twice, and a buffer that no longer is one.
    tensors = {name: weight.detach().clone() for name, weight in model.state_dict().items()}
    tensors["text_decoder.bert.embeddings.position_ids"] = torch.arange(40).view(1, 40)
    write(root / "blip-tiny", model, tensors)

    # Half precision, its vision in bfloat16 and its text in float16, and without the tied tensors.
    fill(model, seed=47, spread=2.0, end=2.5)
    half = {
        name: weight.to(torch.bfloat16 if name.startswith("vision") else torch.float16)
        for name, weight in model.state_dict().items()
        if "predictions.decoder" not in name
    }
    write(root / "blip-tiny-half", model, half)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
