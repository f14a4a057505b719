"""What callbacks do with values that were logged, without a training.

The values that JSON lacks are strings: "inf", "-inf", "nan".
"""

import warnings
from types import SimpleNamespace

import keras

import fixture

INF, NAN = float("inf"), float("nan")

# (mode, patience, min_delta, the logged values, and a baseline where there is one)
CASES = [
    ("min", 2, 0.0, [NAN, NAN, NAN, NAN]),
    ("min", 3, 0.0, [NAN, 5, 4, 3, 2]),
    ("min", 2, 0.0, [INF, INF, INF, INF]),
    ("min", 2, 0.0, [INF, 5, INF, INF, INF]),
    ("min", 2, 0.0, [3, 2, NAN, NAN, NAN]),
    ("min", 0, 0.0, [INF, INF]),
    ("min", 0, 0.0, [3, 3]),
    ("min", 1, 0.0, [-INF, -INF, 3]),
    ("max", 2, 0.0, [NAN, NAN, NAN]),
    ("max", 2, 0.0, [-INF, -INF, -INF]),
    ("max", 1, 0.0, [-3, -2, -2]),
    ("min", 1, 0.5, [3, 2.4, 2]),
    ("min", 1, -0.5, [3, 2.4, 2]),
    ("auto", 1, 0.0, [3, 4, 2]),
    ("min", 2, 0.0, [5, 4, 3, 2, 1], 0.5),
    ("min", 2, 0.0, [5, 4, 3, 2, 3, 2.5, 2.2], 2.5),
    ("min", 1, 0.2, [5, 2.4, 2.2, 2.1], 2.5),
    ("max", 2, 0.0, [1, 2, 3, 4, 5], 9.0),
    ("max", 3, 0.0, [NAN, 2, 3, 4, 5], 2.5),
]


def model():
    return SimpleNamespace(stop_training=False, metrics=[], optimizer=keras.optimizers.SGD(0.5))


def told(callback, values, key="loss"):
    """The model after each epoch that logged a value, and what was warned."""
    m = model()
    callback.set_model(m)
    callback.on_train_begin()
    stops, rates, logged = -1, [], []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for epoch, value in enumerate(values):
            logs = {key: value}
            callback.on_epoch_begin(epoch)
            callback.on_epoch_end(epoch, logs)
            logged.append(fixture.float32(logs.get("learning_rate", NAN)))
            rates.append(fixture.float32(m.optimizer.learning_rate.numpy()))
            if stops < 0 and m.stop_training:
                stops = epoch
    return {"stops": stops, "rates": rates, "logged": logged, "warnings": [str(w.message) for w in caught if w.category is UserWarning]}


def case(mode, patience, min_delta, values, baseline=None):
    args = {"monitor": "loss", "mode": mode, "patience": patience, "min_delta": min_delta}
    return args | {
        "values": fixture.floats(values),
        "baseline": baseline,
        "early_stopping": told(keras.callbacks.EarlyStopping(baseline=baseline, **args), values),
        "plateau": told(keras.callbacks.ReduceLROnPlateau(factor=0.5, **args), values),
    }


def missing():
    return {
        "early_stopping": told(keras.callbacks.EarlyStopping(), [3, 2, 1]),
        "plateau": told(keras.callbacks.ReduceLROnPlateau(), [3, 2, 1]),
    }


def main():
    fixture.write("callbacks.json", __file__, {"cases": [case(*c) for c in CASES], "missing": missing()})
