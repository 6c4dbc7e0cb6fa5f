"""Screenshots: pages of many kinds of program, laid out by HTML and rendered by chromium."""

import json
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from colours import pick
from pages import PAGES, Theme, document

LABEL, SOURCE, COUNT = "screenshot_ui", "screenshot_page", 230
SIZES = [(1280, 720), (1024, 768), (800, 600), (1440, 900), (640, 480), (900, 360), (520, 420), (720, 240)]
TALL = [(360, 740), (390, 844), (320, 568)]
RENDER = Path(__file__).resolve().parent.parent / "render-pages.mjs"


def page(rng, index, folder):
    """One page to render: where its HTML and its picture lie, and the size of the window."""
    kind = pick(rng, PAGES)
    tall = kind.__name__ == "phone"
    width, height = pick(rng, TALL if tall else SIZES)
    html = folder / f"{index}.html"
    html.write_text(document(rng, kind, Theme.of(rng)))
    return {"html": str(html), "png": str(folder / f"{index}.png"), "width": width, "height": height}


def make_all(rngs):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = [page(rng, index, folder) for index, rng in enumerate(rngs)]
        (folder / "pages.json").write_text(json.dumps(pages))
        subprocess.run(["node", str(RENDER), str(folder / "pages.json")], check=True)
        for rng, one in zip(rngs, pages):
            yield sized(rng, Image.open(one["png"]).convert("RGB"))


def sized(rng, image):
    """The whole window or a part of it, at 300 to 640 pixels."""
    if rng.random() < 0.3:
        width, height = (int(side * rng.uniform(0.4, 0.9)) for side in image.size)
        left, top = int(rng.integers(image.width - width)), int(rng.integers(image.height - height))
        image = image.crop((left, top, left + width, top + height))
    scale = min(1.0, rng.uniform(380, 640) / max(image.size))
    return image.resize([max(1, round(side * scale)) for side in image.size], Image.Resampling.LANCZOS)
