"""What exp, log, sin and their like answer: 80 numbers each."""

import math

import numpy as np

import fixture

RANGES = {
    "log": (0, 1, math.log), "log near 1": (0.93, 1.07, math.log), "log large": (1, 1e9, math.log),
    "sin": (-100, 100, math.sin), "sin small": (-0.2, 0.2, math.sin), "cos": (-7, 7, math.cos), "exp": (-30, 30, math.exp),
    "tan": (-7, 7, math.tan), "tanh": (-3, 3, math.tanh), "sinh": (-3, 3, math.sinh), "cosh": (-3, 3, math.cosh),
    "expm1": (-3, 3, math.expm1), "log1p": (-1, 3, math.log1p), "log2": (0, 30, math.log2), "log10": (0, 30, math.log10),
    "pow 3": (-30, 30, lambda v: v**3), "pow 2.7": (0, 30, lambda v: v**2.7),
}


def main():
    r = np.random.default_rng(3)
    rows = []
    for name, (low, high, f) in RANGES.items():
        x = r.uniform(low, high, 80).tolist()
        rows.append({"name": name, "x": x, "y": [f(v) for v in x]})
    fixture.write("functions", rows)
