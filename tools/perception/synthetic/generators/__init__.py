"""One generator a file: LABEL (the class), SOURCE (its name in the labels), COUNT, and `make`.

`make(rng)` draws from nothing; `make(rng, photo)` renders a photo, an array of raster.py, and has LONG_SIDE, the range
of sizes that it wants the photo in, and NEEDS_FORM where a photo of mere sky would not do. `make_all(rngs)` makes many at once.
"""
