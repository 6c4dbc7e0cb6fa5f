"""Writes which of equal values torch.topk takes on a processor, for small integers by a rule that the test repeats.

    python tools/golden/clip-interrogator/ties.py test/fixtures/interrogator/ties.json

Ran with torch 2.15.0 on x86-64 Linux.
"""

import json
import sys

import torch

SIZES = [(1, 1), (2, 2), (3, 2), (10, 3), (10, 10), (40, 17), (100, 1), (100, 40), (300, 299), (700, 8), (2035, 32), (2100, 30)]


def values(n, levels, seed):
    """xorshift32, its state's remainder by `levels`."""
    state, out = seed, []
    for _ in range(n):
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        out.append(state % levels)
    return out


cases = []
for n, k in SIZES:
    for levels in (2, 7, 1000):
        row = torch.tensor([values(n, levels, 88172645 + n + levels)], dtype=torch.float32)
        cases.append({"n": n, "k": k, "levels": levels, "top": row.topk(k, dim=-1)[1][0].tolist()})
with open(sys.argv[1], "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n")
