"""Pictures of a folder as pixels and as open_clip and transformers prepare them, for compare.ts.

Ran with pillow 13.0.0, torch 2.15.0, torchvision 0.29.2, open_clip_torch 3.3.0, transformers 4.57.6, numpy 2.4.6.
Usage: python tools/golden/pil/compare.py FOLDER OUT [how many, 50]
then   npx tsx tools/golden/pil/compare.ts OUT
"""

import json
import sys
from pathlib import Path

import numpy as np
from open_clip.transform import image_transform
from PIL import Image
from transformers import BlipImageProcessor, BlipImageProcessorFast

folder, out = Path(sys.argv[1]), Path(sys.argv[2])
many = int(sys.argv[3]) if len(sys.argv) > 3 else 50
out.mkdir(parents=True, exist_ok=True)
clip = image_transform(224, is_train=False)
blip, fast = BlipImageProcessor(), BlipImageProcessorFast()
paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp"))
paths = [paths[i * len(paths) // many] for i in range(many)] if len(paths) > many else paths
rows = []
for i, path in enumerate(paths):
    with Image.open(path) as opened:
        image = opened.convert("RGB")
    np.asarray(image).tofile(out / f"{i}.rgb")
    clip(image).numpy().tofile(out / f"{i}.clip")
    prepared = blip(image, return_tensors="np")["pixel_values"][0]
    prepared.astype(np.float32).tofile(out / f"{i}.blip")
    quick = fast(image, return_tensors="pt")["pixel_values"][0].numpy()
    rows.append(
        {
            "name": path.name,
            "width": image.width,
            "height": image.height,
            "blipDtype": str(prepared.dtype),
            "fastDifference": float(np.abs(quick - prepared).max() * 0.27577711 * 255),
        }
    )
(out / "index.json").write_text(json.dumps(rows))
