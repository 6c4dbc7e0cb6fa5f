"""Weights of AUTOMATIC1111's attention syntax, from an implementation that is not ours.

Run it where `diffusion-prompt-embedder` 0.4.1 (MIT, PyPI) is installed; its parser needs no other package:

    pip install --no-deps diffusion-prompt-embedder==0.4.1
    python tools/golden/a1111-attention.py > tools/golden/a1111-attention.json

Schedules, alternation, AND and braces are no part of attention and stay out of the inputs.
"""

import importlib.util
import json
import pathlib
import random
import re
import sys
from importlib.metadata import distribution

PACKAGE, VERSION = "diffusion-prompt-embedder", "0.4.1"

WRITTEN = [
    "a red fox, snow",
    "(a red fox), snow",
    "a ((red)) fox in [deep] snow",
    "(masterpiece:1.3), (best quality:1.2), [blurry], fox",
    "((fox:1.4) and (hare:0.7):1.1), owl",
    "(((fox))), [[[hare]]], ([owl])",
    "(fox, [hare, (owl)]), elk",
    "(fox [hare) owl] elk",
    "[fox (hare] owl) elk",
    "(fox, hare",
    "[fox, hare",
    "((fox), [hare",
    "fox), hare], owl",
    "(fox:1.2), hare:1.2), owl",
    r"\(fox\), \[hare\], \\owl",
    r"(fox \(red\):1.25), hare",
    r"fox_\(animal\), (hare_\(animal\):0.8)",
    "(fox: 1.5 ), ( hare :0.5)",
    "(fox:+1.5), (hare:-0.5), (owl:0), (elk:.5), (yak:2.)",
    "(fox:hare), (owl:elk:1.3)",
    "fox BREAK (hare BREAK owl:1.2) BREAK elk",
    "BREAKFAST, outBREAK, (BREAK fox)",
    "(fox)(hare)[owl]",
    "()fox[]hare(())",
    "(:1.5) fox, hare",
    "(fox\n, hare:1.2)\nowl",
    "fox: hare, 16:9, 3:2",
    "((((((((fox))))))))",
    "[[[[[[[[fox]]]]]]]]",
    "(fox:1.1:1.2:1.3)",
]

PIECES = ["(", "((", "[", ")", "]", "))", ":1.2)", ":0.5)", ":2)", ": .75 )", ":", ", ", " ", "\\(", "\\)", "\\[", "\\]", "\\\\"]
WORDS = ["fox", "red hare", "owl", "elk", "deep snow", "dusk"]


def drawn(source: random.Random) -> str:
    parts = []
    for _ in range(source.randint(2, 16)):
        parts.append(source.choice(WORDS) if source.random() < 0.45 else source.choice(PIECES))
    return "".join(parts)


def main() -> None:
    package = distribution(PACKAGE)
    if package.version != VERSION:
        sys.exit(f"{PACKAGE} {VERSION} is needed, {package.version} is installed")
    path = pathlib.Path(str(package.locate_file("diffusion_prompt_embedder/core/parser.py")))
    spec = importlib.util.spec_from_file_location("parser", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    source = random.Random(3)
    prompts = list(WRITTEN)
    while len(prompts) < 400:
        prompt = drawn(source)
        if not re.search(r"[:.\d\s]\]|[{}|<>]", prompt) and prompt not in prompts:
            prompts.append(prompt)
    cases = [{"prompt": prompt, "runs": module.parse_prompt_attention(prompt)} for prompt in prompts]
    print("{")
    print(f'  "by": "tools/golden/a1111-attention.py with {PACKAGE} {VERSION}",')
    print('  "cases": [')
    print(",\n".join("    " + json.dumps(case) for case in cases))
    print("  ]\n}")


main()
