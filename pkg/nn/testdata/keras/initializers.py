"""Statistics of every initializer: Keras's draws are not ours, their law is."""

import keras
import numpy as np

import fixture
from fixture import spec

DRAWS = 40
SHAPES = [(64, 32), (5, 40)]
QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]

CASES = [
    spec("GlorotUniform"),
    spec("GlorotNormal"),
    spec("HeUniform"),
    spec("HeNormal"),
    spec("LecunUniform"),
    spec("LecunNormal"),
    spec("RandomNormal"),
    spec("RandomNormal", mean=1.5, stddev=0.2),
    spec("RandomUniform"),
    spec("RandomUniform", minval=-0.5, maxval=2.0),
    spec("TruncatedNormal"),
    spec("TruncatedNormal", mean=-1.0, stddev=0.5),
    spec("Orthogonal"),
    spec("Orthogonal", gain=2.0),
    spec("Zeros"),
    spec("Ones"),
    spec("Constant", value=0.25),
]


def statistics(case, shape):
    cls = getattr(keras.initializers, case["class"])
    seeded = case["class"] not in ("Zeros", "Ones", "Constant")
    draws = [
        np.asarray(cls(**case["args"], **({"seed": seed} if seeded else {}))(shape), np.float64)
        for seed in range(DRAWS)
    ]
    values = np.stack(draws).ravel()
    return case | {
        "shape": list(shape),
        "count": values.size,
        "mean": fixture.float32(values.mean()),
        "std": fixture.float32(values.std()),
        "min": fixture.float32(values.min()),
        "max": fixture.float32(values.max()),
        "quantiles": fixture.floats(np.quantile(values, QUANTILES)),
    }


def main():
    fixture.write(
        "initializers.json",
        __file__,
        {
            "quantiles": QUANTILES,
            "cases": [statistics(case, shape) for case in CASES for shape in SHAPES],
        },
    )
