"""Writes golden.json: what the reference parser of compel makes of each prompt of cases.json.

Needs the package's one file prompt_parser.py and pyparsing, not torch:
    pip download --no-deps compel==2.5.1 && unzip compel-*.whl && pip install pyparsing
    python tools/golden/compel/make.py DIRECTORY_OF_THE_UNZIPPED_WHEEL
"""

import importlib.util
import json
import pathlib
import sys

VERSION = "2.5.1"
HERE = pathlib.Path(__file__).parent


def load(wheel: pathlib.Path):
    if not (wheel / f"compel-{VERSION}.dist-info").is_dir():
        raise SystemExit(f"{wheel} does not hold compel {VERSION}")
    path = wheel / "compel" / "prompt_parser.py"
    spec = importlib.util.spec_from_file_location("prompt_parser", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fragments(prompt) -> list:
    """Text and weight of each run; both sides of a swap, the original first."""
    found = []
    for child in prompt.children:
        sides = [child] if hasattr(child, "text") else [*child.original, *child.edited]
        found += [[side.text, round(side.weight, 6)] for side in sides]
    return found


def answer(parser, text: str) -> dict:
    try:
        root = parser.parse_conjunction(text)
    except Exception as error:  # the reference raises several kinds
        return {"text": text, "error": type(error).__name__}
    loras = [[lora.model, lora.weight] for lora in root.lora_weights]
    first = root.prompts[0] if root.prompts else None
    if hasattr(first, "normalize_weights"):
        kind = "blend" if first.normalize_weights else "sum"
        prompts, weights = first.prompts, first.weights
    else:
        kind, prompts, weights = "and", root.prompts, root.weights
    parts = [
        {"weight": weight, "fragments": fragments(prompt)} for prompt, weight in zip(prompts, weights)
    ]
    return {"text": text, "kind": kind, "parts": parts, "loras": loras}


def main() -> None:
    parser = load(pathlib.Path(sys.argv[1])).PromptParser()
    cases = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
    lines = [json.dumps(answer(parser, text), ensure_ascii=False) for text in cases]
    head = json.dumps({"library": "compel", "version": VERSION})[:-1]
    body = ",\n".join(f"    {line}" for line in lines)
    (HERE / "golden.json").write_text(f'{head}, "cases": [\n{body}\n]}}\n', encoding="utf-8")


main()
