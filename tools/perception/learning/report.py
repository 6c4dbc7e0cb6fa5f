"""What the training found out about its heads, as docs/evaluation.md and the eval print it."""

import numpy as np

from .calibration import calibration_error
from .phrases import spoken


def confusion(chances, truth, count):
    table = np.zeros((count, count), int)
    np.add.at(table, (truth, chances.argmax(1)), 1)
    return table.tolist()


def split_report(chances, truth):
    return {
        "confusion": confusion(chances, truth, chances.shape[1]),
        "top1": float((chances.argmax(1) == truth).mean()),
        "ece": calibration_error(chances, truth),
    }


def shared_labels(truth, sources, names):
    """Labels of which more than one source has pictures."""
    return [name for at, name in enumerate(names) if len(set(sources[truth == at])) > 1]


def source_report(chances, truth, sources, names):
    """Every source left out in its turn; counted in `top1` are labels with another real source."""
    classes = shared_labels(truth, sources, names)
    counts = np.isin(truth, [names.index(name) for name in classes])
    right = chances.argmax(1) == truth
    by_source = {
        source: {"n": int((sources == source).sum()), "top1": float(right[sources == source].mean())}
        for source in sorted(set(sources))
    }
    return {
        **split_report(chances, truth),
        "top1": float(right[counts].mean()),
        "ece": calibration_error(chances[counts], truth[counts]),
        "classes": classes,
        "bySource": by_source,
    }


def package_report(names, pictures, rules, chances):
    """Pictures out of packages whose medium is one, each judged by a head that has seen nothing of its package."""
    told = pictures.packaged & (pictures.truth.sum(1) == 1)
    truth = pictures.truth[told]
    return {
        **split_report(chances[told], truth.argmax(1)),
        "n": int(told.sum()),
        "packages": len(set(pictures.sources[told])),
        "spoken": spoken(rules, names, chances[told], truth),
    }


def by_phrase(rules):
    return {
        rule.text: {"threshold": rule.threshold, "precision": rule.precision, "n": rule.said}
        for rule in rules
        if rule.threshold is not None
    }


def head_report(names, pictures, rules, random, left_out=None):
    """`random` and `left_out` are held-out chances of all rows; scenes have no other source to leave out. What is
    spoken is counted on the pictures that were labelled for the head and, as `all`, on every labelled one."""
    counted, judged = pictures.counted, pictures.judged & ~pictures.packaged
    truth = pictures.truth[counted].argmax(1)
    splits = {"random": random} if left_out is None else {"random": random, "loso": left_out}
    said = {
        key: {
            **spoken(rules, names, chances[counted], pictures.truth[counted]),
            "all": spoken(rules, names, chances[judged], pictures.truth[judged]),
        }
        for key, chances in splits.items()
    }
    report = {
        "labels": names,
        "random": split_report(random[counted], truth),
        "spoken": {**said, "byPhrase": by_phrase(rules)},
    }
    if left_out is None:
        return report
    by_source = source_report(left_out[counted], truth, pictures.sources[counted], names)
    return {**report, "loso": by_source, "packages": package_report(names, pictures, rules, left_out)}
