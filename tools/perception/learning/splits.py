"""Held-out chances: each picture judged by a head that has not seen it, or not even its source."""

import hashlib
import multiprocessing

import numpy as np
import torch

from .network import logits_of, train

# Sources with fewer judged pictures are left out several at a time: stricter, and as honest.
SMALL = 12
# So are packages, of which there are many.
PACKAGE_FOLDS = 5


def fold_of(file, folds):
    return int(hashlib.md5(file.encode()).hexdigest(), 16) % folds


def random_folds(pictures, folds=5):
    """Pairs of (rows to train on, rows to judge); all variants of a file, and what was made of it, stay together."""
    number = np.array([fold_of(file, folds) for file in pictures.files])
    real = np.array([not source.startswith("synthetic:") for source in pictures.sources])
    for fold in range(folds):
        yield ~(real & (number == fold)), pictures.judged & (number == fold)


def source_folds(pictures):
    """Pairs of (rows to train on, rows to judge); synthetic pictures made of a left-out photo are left out too."""
    packages = np.unique(pictures.sources[pictures.packaged])
    names, counts = np.unique(pictures.sources[pictures.judged & ~pictures.packaged], return_counts=True)
    large = [[name] for name, count in zip(names, counts) if count >= SMALL]
    small = [name for name, count in zip(names, counts) if count < SMALL]
    groups = [small[at::3] for at in range(3)] + [packages[at::PACKAGE_FOLDS] for at in range(PACKAGE_FOLDS)]
    for out in [*large, *(group for group in groups if len(group))]:
        away = np.isin(pictures.sources, out)
        yield ~away & ~np.isin(pictures.parents, out), pictures.judged & away


def judge(task):
    """The judged rows of one fold, and what a head trained on the fold's other rows makes of them."""
    torch.set_num_threads(1)
    inputs, pictures, recipe, (known, judged) = task
    return judged, logits_of(train(inputs, pictures, known, recipe), inputs[torch.from_numpy(judged)])


def held_out_logits(inputs, pictures, folds, recipe, processes=2):
    """Rows x labels; rows that are not judged are 0."""
    logits = np.zeros_like(pictures.truth)
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        tasks = ((inputs, pictures, recipe, fold) for fold in folds)
        for judged, held_out in pool.imap(judge, tasks):
            logits[judged] = held_out
    return logits
