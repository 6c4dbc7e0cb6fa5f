"""Trains a tiny list of merges on the words of our own vocabulary and has open_clip's SimpleTokenizer use it.

Writes test/fixtures/tokenizer/clip/merges.txt (510 merges: 1024 ids with start and end) and expected.json.
Ran with open_clip_torch 3.3.0, ftfy 6.3.1, regex 2026.11.15, Python 3.11. No randomness.
Usage: python tools/golden/tokenizer/fixture.py
"""

import gzip
import json
import re
import tempfile
from collections import Counter
from pathlib import Path

from open_clip.tokenizer import SimpleTokenizer, bytes_to_unicode

ROOT = Path(__file__).parents[3]
TO = ROOT / "test/fixtures/tokenizer/clip"
MERGES = 510

symbol_of = bytes_to_unicode()
counts = Counter(
    word
    for path in sorted((ROOT / "vocab").glob("*.txt"))
    for word in re.findall(r"[a-z]+|[^\sa-z]", path.read_text().lower())
)
words = {}
for word, count in counts.items():
    symbols = [symbol_of[byte] for byte in word.encode()]
    words[tuple(symbols[:-1] + [symbols[-1] + "</w>"])] = count

merges = []
while len(merges) < MERGES:
    pairs = Counter()
    for word, count in words.items():
        for pair in zip(word, word[1:]):
            pairs[pair] += count
    made = {"".join(pair) for pair in merges}
    best = min((p for p in pairs if "".join(p) not in made), key=lambda pair: (-pairs[pair], pair))
    merges.append(best)
    merged = {}
    for word, count in words.items():
        joined, i = [], 0
        while i < len(word):
            if word[i : i + 2] == best:
                joined.append("".join(best))
                i += 2
            else:
                joined.append(word[i])
                i += 1
        merged[tuple(joined)] = merged.get(tuple(joined), 0) + count
    words = merged

TEXTS = [
    "a lighthouse at dusk, dramatic sky",
    "Golden Hour, 35mm  photograph\tof a fox",
    "it's they'll I'D we've \u2019tis rock'n'roll O\u2019REILLY's",
    "caf\u00e9 cafe\u0301 na\u00efve \u00c5ngstr\u00f6m stra\u00dfe \u0130stanbul \u03a3\u039f\u03a6\u039f\u03a3",
    "\uff26\uff35\uff2c\uff2c\u3000width \uff76\uff9e \ufb01ne \ufb02oor \ufb05op \u01c6",
    "\u201ccurly\u201d \u2018quotes\u2019 \u2026 \u2014 dash",
    "Tom &amp;amp; Jerry &lt;b&gt; &eacute &copy2026 &NTILDE; &notit; &#39;&#x22; &#128; &#0; &nosuch;",
    "<b> &amp; &NTILDE;\r\nsecond &amp;amp; line\u2028third",
    "8k 4K 1,000 3.14 \u00b2 \u00bd \u2167 \u0661 ((masterpiece:1.2)), [x] --ar 16:9 #tag",
    "\u65e5\u672c\u8a9e \ud55c\uad6d\uc5b4 \u0939\u093f\u0928\u094d\u0926\u0940 \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea \u2764\ufe0f \U0001d49c \u24b6",
    "\x1b[31mred\x1b[0m bell\x07 \ufeffmark \x93quoted\x94 \x80",
    "<start_of_text> in the <End_Of_Text> <|endoftext|>",
    "'\u017f \u017fun a\u0345b \u0345 \u212a",
    "unbelievablylongwordthatnoonehaseverseenbefore",
    "   ",
    "",
]

TO.mkdir(parents=True, exist_ok=True)
rows = "\n".join(["#version: 0.2, trained by tools/golden/tokenizer/fixture.py", *(" ".join(pair) for pair in merges)])
with tempfile.NamedTemporaryFile(suffix=".gz") as packed:
    packed.write(gzip.compress(rows.encode()))
    packed.flush()
    tokenizer = SimpleTokenizer(bpe_path=packed.name)
cases = []
for text in TEXTS:
    ids = tokenizer.encode(text)
    cases.append({"text": text, "ids": ids, "decoded": tokenizer.decode(ids)})
expected = {"start": tokenizer.sot_token_id, "end": tokenizer.eot_token_id, "cases": cases}
(TO / "merges.txt").write_text(rows + "\n")
(TO / "expected.json").write_text(
    '{"start":%d,"end":%d,"cases":[\n%s\n]}\n'
    % (expected["start"], expected["end"], ",\n".join(json.dumps(case) for case in cases))
)
print(tokenizer.vocab_size, merges[:8], merges[-4:])
