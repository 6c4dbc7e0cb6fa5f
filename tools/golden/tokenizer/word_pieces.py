"""What transformers' BertTokenizerFast makes of ids, with and without its clean-up of spaces.

Writes test/fixtures/tokenizer/word-pieces/{vocab.txt,expected.json}; the words are our own.
Ran with transformers 4.57.6, tokenizers 0.22.2. Usage: python tools/golden/tokenizer/word_pieces.py
"""

import json
import random
from pathlib import Path

from transformers import BertTokenizerFast

TO = Path(__file__).parents[3] / "test/fixtures/tokenizer/word-pieces"
PIECES = (
    "[PAD] [UNK] [CLS] [SEP] [MASK] . , ? ! ' - ## ##s ##ing ##' ##. a the of in s t m ve re n ll don can man woman "
    "hat street lamp glow .com ... 's n't 've don't \u00e9t\u00e9 \u732b [unused0]"
).split()
TO.mkdir(parents=True, exist_ok=True)
(TO / "vocab.txt").write_text("\n".join(PIECES) + "\n")
tokenizer = BertTokenizerFast(vocab_file=str(TO / "vocab.txt"))
random.seed(5)
at = {piece: i for i, piece in enumerate(PIECES)}
rows = [
    [at[p] for p in sentence.split()]
    for sentence in (
        "[CLS] a man ' s hat , glow ##ing in the street . [SEP] [PAD]",
        "can ' t , don ' t , n't ' ve 've ' re ' m ' ll",
        "the lamp - lamp ? ! . . . ... .com",
        "' a ' [UNK] ' the '",
        "##s man ##ing ##. ##'",
    )
]
rows += [[random.randrange(len(PIECES) + 2) for _ in range(random.randrange(0, 16))] for _ in range(60)]
cases = [
    {
        "ids": ids,
        "whole": tokenizer.decode(ids, skip_special_tokens=True, clean_up_tokenization_spaces=True),
        "apart": tokenizer.decode(ids, skip_special_tokens=True, clean_up_tokenization_spaces=False),
    }
    for ids in rows
]
(TO / "expected.json").write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
