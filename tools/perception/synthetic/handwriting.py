"""A single-stroke hand: letters as pen paths, each letter and each word a little different."""

import numpy as np

from figures.shapes import curve

# Paths by letter: points of x (0 to 4) and y (0 top to 6 baseline, 8 descender); "|" lifts the pen.
GLYPHS = {
    "A": "06 20 46|14 34", "B": "06 00 30 41 33 03|33 44 45 36 06", "C": "41 30 10 01 05 16 36 45", "D": "00 06 26 45 41 20 00",
    "E": "40 00 06 46|03 33", "F": "40 00 06|03 33", "G": "41 30 10 01 05 16 36 45 43 23", "H": "00 06|40 46|03 43", "I": "20 26",
    "J": "40 45 36 16 05", "K": "00 06|40 03 46", "L": "00 06 46", "M": "06 00 23 40 46", "N": "06 00 46 40",
    "O": "20 01 05 26 45 41 20", "P": "06 00 30 41 42 33 03", "Q": "20 01 05 26 45 41 20|34 46", "R": "06 00 30 41 42 33 03|23 46",
    "S": "41 30 10 01 13 33 44 45 36 16 05", "T": "00 40|20 26", "U": "00 05 16 36 45 40", "V": "00 26 40", "W": "00 16 23 36 40",
    "X": "00 46|40 06", "Y": "00 23 40|23 26", "Z": "00 40 06 46",
    "a": "43 32 12 03 05 16 36 44|42 46", "b": "00 06|03 22 43 45 26 05", "c": "43 22 03 05 26 45", "d": "40 46|43 22 03 05 26 45",
    "e": "04 44 43 22 03 05 26 45", "f": "41 30 21 26|12 32", "g": "43 22 03 05 26 45|42 47 38 18 07", "h": "00 06|03 22 43 46",
    "i": "22 26|20 21", "j": "22 27 08", "k": "00 06|42 04 46", "l": "20 26", "m": "02 06|03 12 23 26|23 32 43 46",
    "n": "02 06|03 22 43 46", "o": "22 03 05 26 45 43 22", "p": "02 08|03 22 43 45 26 05", "q": "42 48|43 22 03 05 26 45",
    "r": "02 06|04 22 32", "s": "43 22 03 14 34 45 26 05", "t": "20 26 36|02 42", "u": "02 05 16 36 45 42|45 46", "v": "02 26 42",
    "w": "02 16 24 36 42", "x": "02 46|42 06", "y": "02 25|42 18", "z": "02 42 06 46",
    "0": "20 01 05 26 45 41 20", "1": "01 20 26", "2": "01 20 41 43 06 46", "3": "00 40 22 43 45 26 05", "4": "36 30 04 44",
    "5": "40 00 03 33 44 45 26 05", "6": "40 02 05 26 45 43 23 04", "7": "00 40 16", "8": "20 01 45 26 05 41 20", "9": "43 12 01 20 41 26",
    "+": "21 25|03 43", "-": "03 43", "=": "02 42|04 44", "(": "30 12 14 36", ")": "10 32 34 16", "/": "40 06", ".": "26 25",
}


def written(rng, text, x, y, size):
    """Pen paths of a line of text whose capitals are `size` high and stand on y; and the width it took."""
    paths, start, slant = [], x, rng.normal(0.05, 0.12)
    unit, drift = size / 6, rng.normal(0, 0.03)
    for letter in text:
        rise = (x - start) * drift + rng.normal(0, unit * 0.25)
        for path in GLYPHS.get(letter, "").split("|"):
            if not path:
                continue
            points = np.array([[int(a), int(b) - 6] for a, b in path.split()], float)
            points += rng.normal(0, 0.18, points.shape)
            points[:, 0] = points[:, 0] * rng.uniform(0.75, 0.95) - points[:, 1] * slant
            paths.append(curve(points * unit + (x, y + rise), 2))
        x += unit * (rng.uniform(4.2, 5.4) if letter not in "iIl. " else 3)
    return paths, x - start
