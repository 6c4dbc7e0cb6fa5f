"""Descriptors of labelled pictures, as tools/perception/dump.ts wrote them, beside their labels."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass
class Pictures:
    """One row a variant of a picture; `truth` is rows x labels, 1 where the picture may be that."""

    features: np.ndarray
    truth: np.ndarray
    files: np.ndarray
    sources: np.ndarray
    parents: np.ndarray
    variants: np.ndarray
    # Judged by heads that have not seen them: real, and as they are.
    judged: np.ndarray
    # Those of the judged that were labelled for this head: the figures are about them.
    counted: np.ndarray
    # Those of the judged that came out of packages.
    packaged: np.ndarray

    def __len__(self):
        return len(self.files)


def read_dump(prefix, labels, synthetic):
    """Rows of a dump with the labels of their files; the blocks of its columns."""
    described = json.loads(Path(f"{prefix}.json").read_text())
    numbers = np.fromfile(f"{prefix}.f32", dtype="<f4").reshape(len(described["rows"]), described["columns"])
    by_file = {row["file"]: row for row in map(json.loads, Path(labels).read_text().splitlines())}
    rows = [{**by_file[row["file"]], "variant": row["variant"], "synthetic": synthetic} for row in described["rows"]]
    return numbers, rows, described["blocks"]


def gather(dumps, names, truths_of, kind, variants_of):
    """The rows of several dumps that say something about the labels `names`."""
    features, rows = [], []
    for numbers, described in dumps:
        kept = [at for at, row in enumerate(described) if truths_of(row) and row["variant"] <= variants_of(row)]
        features.append(numbers[kept])
        rows += [described[at] for at in kept]
    truth = np.zeros((len(rows), len(names)), np.float32)
    for at, row in enumerate(rows):
        truth[at, [names.index(name) for name in truths_of(row)]] = 1
    told = [not row["synthetic"] and row["variant"] == 0 for row in rows]
    own = [row["kind"] == kind and row["label"] in names for row in rows]
    return Pictures(
        features=np.concatenate(features),
        truth=truth,
        files=np.array([row["file"] for row in rows]),
        sources=np.array([row["source"] for row in rows]),
        parents=np.array([row.get("parent", "") for row in rows]),
        variants=np.array([row["variant"] for row in rows]),
        judged=np.array(told),
        counted=np.array(told) & np.array(own),
        packaged=np.array(told) & np.array([row["kind"] == "package" for row in rows]),
    )
