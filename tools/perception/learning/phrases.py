"""What the labels are called in a prompt, and from which chance on they are said."""

from dataclasses import dataclass

import numpy as np

from .calibration import curve_of

# head, labels, facet, text, precision asked for on held-out pictures
PHRASES = [
    ("medium", ["photo", "bw_photo"], "medium", "photograph", 0.92),
    ("medium", ["bw_photo"], "medium", "black and white photograph", 0.95),
    ("medium", ["oil_painting"], "medium", "oil painting", 0.88),
    ("medium", ["watercolour"], "medium", "watercolor painting", 0.88),
    ("medium", ["digital_painting"], "medium", "digital painting", 0.88),
    ("medium", ["pencil_sketch"], "medium", "pencil sketch", 0.88),
    ("medium", ["ink_line_art"], "medium", "line art", 0.90),
    ("medium", ["anime"], "medium", "anime illustration", 0.88),
    ("medium", ["cartoon"], "medium", "cartoon illustration", 0.88),
    ("medium", ["3d_render"], "medium", "3D render", 0.88),
    ("medium", ["pixel_art"], "medium", "pixel art", 0.95),
    ("medium", ["flat_vector_logo"], "medium", "flat vector illustration", 0.95),
    ("medium", ["screenshot_ui"], "medium", "screenshot of a user interface", 0.95),
    ("medium", ["handdrawn_diagram"], "medium", "hand-drawn diagram", 0.88),
    ("medium", ["boxart_with_text"], "medium", "poster", 0.88),
    ("medium", ["oil_painting", "watercolour", "digital_painting"], "medium", "painting", 0.90),
    ("medium", ["pencil_sketch", "ink_line_art", "handdrawn_diagram"], "medium", "drawing", 0.92),
    ("medium", ["cartoon", "anime", "flat_vector_logo"], "medium", "illustration", 0.92),
    ("scene", ["airport"], "setting", "airport", 0.90),
    ("scene", ["campus"], "setting", "campus", 0.95),
    ("scene", ["city_buildings", "city_street"], "setting", "city", 0.90),
    ("scene", ["city_street"], "setting", "city street", 0.90),
    ("scene", ["coast_sea", "painted_coast"], "setting", "coast", 0.90),
    ("scene", ["desert"], "setting", "desert", 0.90),
    ("scene", ["forest", "forest_bamboo"], "setting", "forest", 0.90),
    ("scene", ["forest_bamboo"], "setting", "bamboo forest", 0.95),
    ("scene", ["glacier_snow_ice", "painted_winter_snow"], "setting", "snow and ice", 0.90),
    ("scene", ["interior_auditorium"], "setting", "auditorium", 0.90),
    ("scene", ["interior_kitchen"], "setting", "kitchen", 0.90),
    ("scene", ["mountain", "painted_mountain"], "setting", "mountains", 0.90),
    ("scene", ["sports_field"], "setting", "sports field", 0.90),
    ("scene", ["botanical_fruit_study"], "subject", "botanical fruit study", 0.90),
    ("scene", ["night_outdoor"], "lighting", "night", 0.90),
    ("scene", ["sunset_sunrise", "painted_sunset_evening"], "lighting", "sunset", 0.90),
    ("scene", ["sunny"], "atmosphere", "sunny", 0.90),
    ("scene", ["overcast_clouds"], "atmosphere", "overcast", 0.90),
    ("scene", ["fog"], "atmosphere", "fog", 0.90),
    ("scene", ["rain"], "atmosphere", "rain", 0.90),
    ("scene", ["storm_lightning"], "atmosphere", "thunderstorm", 0.90),
    ("scene", ["sky"], "setting", "sky", 0.90),
]

# Asked for, too, on the pictures that were labelled for the head, where every label is about as frequent.
BALANCED_PRECISION = 0.88

# Asked for on the pictures out of packages, whose mix of media is not that of pictures at large.
PACKAGE_PRECISION = 0.75

# Fewer pictures above a threshold tell too little to speak.
LEAST = 8
SUGGESTED_PRECISION = 0.3


@dataclass
class Rule:
    """A phrase with its threshold, as the package reads it, and how it fared where it was fitted."""

    head: str
    labels: list
    facet: str
    text: str
    threshold: float | None
    suggested: float
    curve: list
    precision: float
    said: int

    def to_json(self):
        spoken = {} if self.threshold is None else {"spokenFrom": round(self.threshold, 4)}
        return {
            "head": self.head, "labels": self.labels, "facet": self.facet, "text": self.text, **spoken,
            "suggestedFrom": round(self.suggested, 4), "calibration": self.curve,
        }


def threshold_of(scores, right, wanted):
    """The lowest chance above which the phrase is right often enough; None where there is none."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    counts = np.arange(1, len(order) + 1)
    good = (counts >= LEAST) & ((hits + 1) / (counts + 2) >= wanted) & (scores[order] >= 0.3)
    return float(scores[order][np.flatnonzero(good)[-1]]) if good.any() else None


def raised(threshold, scores, right):
    """The lowest chance from `threshold` on above which these pictures do not gainsay the phrase."""
    if threshold is None:
        return None
    for chance in np.append(threshold, np.sort(scores[scores >= threshold])):
        said = scores >= chance
        if said.sum() < LEAST or (right[said].sum() + 1) / (said.sum() + 2) >= PACKAGE_PRECISION:
            return float(chance)
    return None


def is_told(truth, columns):
    """Whether the label of a picture tells if a phrase of these labels is right."""
    inside = truth[:, columns].sum(1)
    return (inside == 0) | (inside == truth.sum(1))


def rule_of(phrase, names, chances, pictures):
    """Fitted on the held-out chances of all rows of the pictures."""
    head, labels, facet, text, wanted = phrase
    columns = [names.index(label) for label in labels]
    every, held = chances[:, columns].sum(1), pictures.truth[:, columns].any(1)
    told = pictures.judged & is_told(pictures.truth, columns)
    labelled, packaged = told & ~pictures.packaged, told & pictures.packaged
    scores, right, balanced = every[labelled], held[labelled], pictures.counted[labelled]
    thresholds = [
        threshold_of(scores, right, wanted),
        threshold_of(scores[balanced], right[balanced], min(wanted, BALANCED_PRECISION)),
    ]
    threshold = None if None in thresholds else raised(max(thresholds), every[packaged], held[packaged])
    said = scores >= threshold if threshold is not None else np.zeros(len(scores), bool)
    likely = scores > 0.02
    curve = curve_of(scores[likely], right[likely])
    suggested = next((score for score, share in curve if share >= SUGGESTED_PRECISION), 1.01)
    precision = float(right[said].mean()) if said.any() else 0.0
    return Rule(head, labels, facet, text, threshold, suggested, curve, precision, int(said.sum()))


def rules_of(head, names, chances, pictures):
    return [rule_of(phrase, names, chances, pictures) for phrase in PHRASES if phrase[0] == head]


def over_threshold(rule, names, chances):
    scores = chances[:, [names.index(label) for label in rule.labels]].sum(1)
    return np.zeros(len(scores), bool) if rule.threshold is None else scores >= rule.threshold


def spoken(rules, names, chances, truth):
    """Precision of all that is said (a phrase is not where a narrower one is) and share of pictures of which something is said."""
    said = right = 0
    covered = np.zeros(len(truth), bool)
    over_of = {rule.text: over_threshold(rule, names, chances) for rule in rules}
    for rule in rules:
        columns = [names.index(label) for label in rule.labels]
        narrower = [over_of[other.text] for other in rules if set(other.labels) < set(rule.labels)]
        over = over_of[rule.text] & ~np.any(narrower, axis=0) if narrower else over_of[rule.text]
        over &= is_told(truth, columns)
        said += over.sum()
        right += (over & truth[:, columns].any(1)).sum()
        covered |= over_of[rule.text]
    return {"precision": float(right / max(1, said)), "coverage": float(covered.mean())}
