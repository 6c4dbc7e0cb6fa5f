"""Makes test/fixtures/interrogator/{model,lists}: a CLIP of seeded random weights in open_clip's layout with byte pairs
of its own, and lists of phrases put together by rule.

    python tools/golden/clip-interrogator/make.py test/fixtures/interrogator

Ran with torch 2.15.0, open_clip_torch 3.3.0, safetensors 0.8.0.
"""

import json
import random
import sys
from collections import Counter
from pathlib import Path

import open_clip
import torch
from open_clip.tokenizer import bytes_to_unicode
from safetensors.torch import save_file

HOW = "soft hard warm cool dim bright muted vivid grainy smooth misty crisp pale deep quiet wild faded glossy".split()
WHAT = "light shadow colour line texture pattern detail haze glow contrast grain outline brushwork reflection".split()
WHERE = "at dawn,at dusk,in the rain,under snow,by the sea,on canvas,behind glass,in fog,from above,near a window".split(",")
FIRST = "Orla Bram Ines Tove Juno Pell Mika Sorrel Edda Rafe Linnet Oskar Wren Cosima Ivo Maren".split()
LAST = "Halloway Ostrand Quill Varga Thistlewood Brandt Ferrant Okoye Lindqvist Marsh Petrossian Dunmore".split()
BASES = "oil watercolour charcoal ink pastel gouache pencil clay linocut tempera".split()
FORMS = "painting,drawing,study,print,sketch on paper,portrait".split(",")
ISMS = "cub fut tonal lumin vort symbol purism neo-grav post-miniatur proto-monument".split()
FAULTS = "blurry,extra fingers,bad anatomy,out of frame,low quality,watermark,noise,cut off,overexposed,ugly lettering"

SEEN = [
    "a red kite over a field", "an old harbour with two boats", "a cat asleep on a piano", "three pears and a jug",
    "oil painting of a bridge at night", "a woman reading by a window", "a tower of grey stone", "rain on a tin roof",
    "a market street, seen from above", "a fox in the snow", "an empty chair", "a bowl of soup, steaming",
    "a lighthouse in a storm", "two dancers", "a train crossing a viaduct", "a child's drawing of a house",
    "a blue door in a white wall", "mountains and a lake", "a clock without hands", "a garden after rain",
    "an astronaut on a bicycle", "a city of glass, its towers leaning over canals where paper boats drift past "
    "market stalls that sell lanterns, maps, clockwork birds, sugared almonds and the smell of rain in small bottles",
]


def lists():
    pick = random.Random(5)
    phrases = [f"{a} {b}" for a in HOW for b in WHAT] + [f"{b} {c}" for b in WHAT for c in WHERE]
    phrases += [f"{a} {b} {c}" for a in HOW for b in WHAT for c in WHERE]
    pick.shuffle(phrases)
    flavors = phrases[:2400]
    # What real lists also hold: a blank line, a repetition, another case, commas, and a phrase that is too long.
    flavors[100:100] = ["", flavors[7], flavors[9].upper(), "trending on artstation", "fine lines, deep blacks"]
    flavors[900:900] = [", ".join(HOW * 3), "it's 1970's film, 35mm f/1.8", "café au lait – ‘sepia’"]
    artists = [f"{a} {b}" for a in FIRST for b in LAST]
    pick.shuffle(artists)
    return {
        "artists": artists,
        "flavors": flavors,
        "mediums": [f"{a} {b}" for a in BASES for b in FORMS],
        "movements": [f"{stem}ism" for stem in ISMS] + [f"the {a} school" for a in LAST],
        "negative": FAULTS.split(","),
    }


def train_merges(texts, count):
    encode = bytes_to_unicode()
    words = Counter(" , ".join(texts).lower().split())
    parts = {w: [encode[b] for b in w.encode()][:-1] + [encode[w.encode()[-1]] + "</w>"] for w in words}
    merges = []
    while len(merges) < count:
        pairs = Counter()
        for word, number in words.items():
            for pair in zip(parts[word], parts[word][1:]):
                pairs[pair] += number
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        for word, symbols in parts.items():
            out, i = [], 0
            while i < len(symbols):
                double = tuple(symbols[i : i + 2]) == best
                out.append("".join(best) if double else symbols[i])
                i += 2 if double else 1
            parts[word] = out
    return merges


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


def lean(model):
    """Trained models keep pictures and texts in two cones that face each other: most cosines are above zero."""
    generator = torch.Generator().manual_seed(4)
    toward = torch.randn(model.text_projection.shape[1], generator=generator)
    with torch.no_grad():
        for bias, projection in ((model.ln_final.bias, model.text_projection), (model.visual.ln_post.bias, model.visual.proj)):
            length = 0.6 * projection.norm()  # of what is projected it is 1, about
            step = torch.linalg.lstsq(projection.T, (toward / toward.norm() * length).unsqueeze(1)).solution
            bias.add_(step.squeeze(1))


def main():
    out = Path(sys.argv[1])
    (out / "lists").mkdir(parents=True, exist_ok=True)
    (out / "model").mkdir(exist_ok=True)
    tables = lists()
    for name, phrases in tables.items():
        (out / "lists" / f"{name}.txt").write_text("".join(f"{phrase}\n" for phrase in phrases), encoding="utf-8")
    (out / "captions.txt").write_text("".join(f"{caption}\n" for caption in SEEN))
    merges = train_merges([*tables["flavors"], *tables["artists"], *tables["mediums"], *tables["movements"], *SEEN], 700)
    (out / "model" / "merges.txt").write_text("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in merges))
    config = {
        "embed_dim": 28,
        "vision_cfg": {"image_size": 32, "layers": 2, "width": 32, "head_width": 16, "patch_size": 8},
        "text_cfg": {"context_length": 77, "vocab_size": 512 + len(merges) + 2, "width": 32, "heads": 4, "layers": 2},
    }
    model = open_clip.CLIP(**config).eval()
    randomise(model, 3)
    lean(model)
    half = {name: value.half().contiguous() for name, value in model.state_dict().items() if name != "attn_mask"}
    save_file(half, out / "model" / "open_clip_model.safetensors")
    (out / "model" / "open_clip_config.json").write_text(json.dumps({"model_cfg": config}, indent=1) + "\n")
    for file in (out / "model").iterdir():
        file.chmod(0o644)


main()
