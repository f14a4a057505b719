"""Whole models as Keras's own configuration, trained: what layers.py and drawn.py share.

A model is its to_json, so that the Go test reads it as it would a learner's file.
Shuffling is off and the initial weights are in the fixture.
"""

import json

import keras
import numpy as np

import fixture


def flat(weights):
    """get_weights as lists: one a variable, in Keras's order."""
    return [fixture.floats(np.asarray(w, np.float32).ravel()) for w in weights]


def metric(what):
    return fixture.construct(keras.metrics, what) if isinstance(what, dict) else what


def compiled(model, case):
    model.compile(
        fixture.construct(keras.optimizers, case["optimizer"]),
        fixture.construct(keras.losses, case["loss"]),
        metrics=[metric(m) for m in case.get("metrics", [])],
    )


def fit(model, case, x, y, callbacks=()):
    args = {"epochs": case.get("epochs", 5), "batch_size": case["batch_size"]}
    if "validation_split" in case:
        args["validation_split"] = case["validation_split"]
    if "sample_weight" in case:
        args["sample_weight"] = np.array(case["sample_weight"], np.float32)
    return model.fit(x, y, shuffle=False, verbose=0, callbacks=list(callbacks), **args)


def run(name, model, case, x, y, start=None):
    """The history, the weights at the end and the predictions of a training."""
    start = [w.copy() for w in (start or model.get_weights())]
    model.set_weights(start)
    compiled(model, case)
    history = fit(model, case, x, y)
    return {
        "name": name,
        "config": json.loads(model.to_json()),
        **case,
        "epochs": case.get("epochs", 5),
        "x": fixture.floats(x),
        "y": fixture.floats(y),
        "start": flat(start),
        # A score of one output is a list of one number.
        "history": {k: fixture.floats(np.array(v).reshape(len(v))) for k, v in history.history.items()},
        "final": flat(model.get_weights()),
        "predicted": fixture.floats(model.predict(x, verbose=0)),
        "summary": fixture.summary(model),
    }
