"""The file that the package ships: a header as JSON, then tensors. src/analysis/perception/model reads it."""

import json
import struct

import numpy as np

FORMAT = "imprompt-perception-1"


def rounded(weights):
    """Weights as bytes with a scale a row, and what they stand for once read."""
    scales = (np.abs(weights).max(1) / 127 + 1e-12).astype(np.float32)
    return scales, np.clip(np.round(weights / scales[:, None]), -127, 127).astype(np.int8)


class Writer:
    def __init__(self):
        self.tensors, self.parts, self.length = {}, [], 0

    def add(self, name, kind, rows, columns, data):
        self.tensors[name] = {"type": kind, "rows": rows, "columns": columns, "offset": self.length}
        data += bytes(-len(data) % 4)
        self.parts.append(data)
        self.length += len(data)

    def floats(self, name, values):
        self.add(name, "f32", 1, len(values), np.asarray(values, "<f4").tobytes())

    def rows(self, name, weights):
        scales, numbers = rounded(weights)
        self.add(name, "i8", *weights.shape, scales.astype("<f4").tobytes() + numbers.tobytes())


def quantised(layers):
    """The layers as the package will compute them."""
    return [(numbers * scales[:, None], bias) for weights, bias in layers for scales, numbers in [rounded(weights)]]


def write(path, blocks, standard, clip, heads, rules):
    """`heads`: name to (labels, temperature, layers)."""
    writer = Writer()
    writer.floats("mean", standard.mean)
    writer.floats("deviation", standard.deviation)
    for name, (_, _, layers) in heads.items():
        for at, (weights, bias) in enumerate(layers):
            writer.rows(f"{name}.{at}.weights", weights)
            writer.floats(f"{name}.{at}.bias", bias)
    header = {
        "format": FORMAT,
        "descriptors": blocks,
        "clip": clip,
        "heads": {
            name: {"labels": labels, "temperature": round(temperature, 4), "layers": len(layers)}
            for name, (labels, temperature, layers) in heads.items()
        },
        "phrases": [rule.to_json() for rule in rules],
        "tensors": writer.tensors,
    }
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    path.write_bytes(struct.pack("<I", len(text)) + text + b"".join(writer.parts))
