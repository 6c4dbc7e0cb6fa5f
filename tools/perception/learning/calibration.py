"""From logits to chances that are as often right as they say."""

import numpy as np

BINS = 10


def chances_of(logits, temperature=1.0):
    scaled = logits / temperature
    powers = np.exp(scaled - scaled.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def temperature_of(logits, truth):
    """The divisor of the logits that makes the truth most likely. Guo et al. 2017, arXiv:1706.04599."""
    candidates = np.geomspace(0.3, 6, 120)
    rows = np.arange(len(logits))
    losses = [-np.log(chances_of(logits, each)[rows, truth] + 1e-12).mean() for each in candidates]
    return float(candidates[int(np.argmin(losses))])


def calibration_error(chances, truth):
    """Expected calibration error of the top label over ten bins. Naeini, Cooper, Hauskrecht 2015."""
    top = chances.max(1)
    right = chances.argmax(1) == truth
    number = np.minimum(BINS - 1, (top * BINS).astype(int))
    gaps = [abs(top[number == each].sum() - right[number == each].sum()) for each in range(BINS)]
    return float(sum(gaps) / len(truth))


def isotonic(scores, right):
    """Rising steps of (score, precision) by pooling adjacent violators. Ayer et al. 1955."""
    order = np.argsort(scores, kind="stable")
    pools = []
    for score, hit in zip(scores[order], right[order]):
        pools.append([score, float(hit), 1])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            count = pools[-1][2] + last[2]
            centre = (pools[-1][0] * pools[-1][2] + last[0] * last[2]) / count
            pools[-1] = [centre, pools[-1][1] + last[1], count]
    return [(float(score), hits / count, count) for score, hits, count in pools]


def curve_of(scores, right, least=12):
    """Points of a rising curve from chance to precision, each resting on `least` pictures or more, drawn to the middle
    by one right and one wrong picture that nobody saw."""
    points, gathered = [], [0.0, 0.0, 0]
    for score, precision, count in isotonic(scores, right):
        gathered = [gathered[0] + score * count, gathered[1] + precision * count, gathered[2] + count]
        if gathered[2] >= least:
            points.append((gathered[0] / gathered[2], (gathered[1] + 1) / (gathered[2] + 2)))
            gathered = [0.0, 0.0, 0]
    rising = np.maximum.accumulate([precision for _, precision in points]) if points else []
    return [[round(score, 4), round(float(precision), 4)] for (score, _), precision in zip(points, rising)]
