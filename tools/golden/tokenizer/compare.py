"""Texts and the ids that open_clip's SimpleTokenizer gives them, for src/models/clip/tokenizer to answer.

Ran with open_clip_torch 3.3.0, ftfy 6.3.1, regex 2026.11.15, Python 3.11.
Usage: python tools/golden/tokenizer/compare.py OUT.jsonl [vocab folder of phrases]
then   npx tsx tools/golden/tokenizer/compare.ts OUT.jsonl FOLDER-WITH-THE-BPE-FILE
"""

import json
import random
import sys
from pathlib import Path

import ftfy
from open_clip.tokenizer import SimpleTokenizer

random.seed(5)
tokenizer = SimpleTokenizer()
phrases = [
    line.strip()
    for path in sorted(Path(sys.argv[2] if len(sys.argv) > 2 else "vocab").glob("*.txt"))
    for line in path.read_text().split("\n")
    if line.strip()
]
PIECES = [
    "it's", "I'LL", "we've", "don't", "'d", "'Ms", "\u2019s", "\u201cquoted\u201d", "caf\u00e9", "cafe\u0301", "na\u00efve",
    "\u00c5ngstr\u00f6m", "\ufb01ne", "\ufb03", "\uff26\uff35\uff2c\uff2c", "\u3000", "\u00a0", "\t", "\r\n", "\n", "\u2028", "\x85",
    "&amp;", "&amp;amp;", "&lt;b&gt;", "<b>", "&eacute", "&NTILDE;", "&#39;", "&#x201c;", "&notit;", "&#128;", "&#0;",
    "&nosuch;", "&copy2026", "\x1b[31mred\x1b[0m", "\x07", "\ufeff", "\u200d", "\u200b", "8k", "4k", "3.14", "1,000", "\u00b2", "\u00bd",
    "\u2167", "\u0661", "x2", "((", "))", ":1.2", "...", "\u2026", "\u2014", "--ar 16:9", "#hashtag", "@name", "$5", "%", "/", "\\",
    "\u00df", "\u1e9e", "\u0130stanbul", "I", "\u03a3\u039f\u03a6\u039f\u03a3", "\u65e5\u672c\u8a9e", "\ud55c\uad6d\uc5b4", "\u0939\u093f\u0928\u094d\u0926\u0940", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea", "\u2764\ufe0f", "\U0001d49c", "\u24d0", "\u24b6", "\u0345", "\u017f", "'\u017f", "\u212a",
    "<start_of_text>", "<end_of_text>", "<End_Of_Text>", "<|endoftext|>", "a", "b", " ", " ", " ", ", ",
]


def piece() -> str:
    kind = random.random()
    if kind < 0.5:
        return random.choice(PIECES)
    if kind < 0.6:
        return chr(random.choice([random.randrange(0x20, 0x7F), random.randrange(0xA0, 0x250)]))
    if kind < 0.7:
        while True:
            point = random.randrange(0x20, 0x1FFFF)
            if not 0xD800 <= point <= 0xDFFF:
                return chr(point)
    if kind < 0.8:
        return "".join(random.choice("abcdefghijklmnopqrstuvwxyzABC'-_&;#0123456789 ") for _ in range(12))
    return random.choice(phrases)


texts = phrases + [p.title() for p in phrases[::3]] + [p.upper() + "!" for p in phrases[::5]]
texts += ["".join(random.choice(["", " "]) + piece() for _ in range(random.randrange(1, 9))) for _ in range(30_000)]
texts += [chr(c) for c in range(0x20, 0x3000)] + [f"a{chr(c)}b" for c in range(0x20, 0x3000)]
count = 0
with open(sys.argv[1], "w") as out:
    for text in texts:
        line = {"text": text, "ids": tokenizer.encode(text)}
        if ftfy.fix_text(text) != ftfy.fix_text(text, fix_encoding=False):
            line["guessed"] = True
        out.write(json.dumps(line) + "\n")
        count += 1
print(count, "texts,", len(phrases), "of them phrases")
