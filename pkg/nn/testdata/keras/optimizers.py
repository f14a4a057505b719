"""Trajectories of every optimizer with each of its options.

One Dense(2) learns a small regression for STEPS batches. The columns of x have
scales 1, 1e-2, 1e-5 and 0, so that the gradients do too: where an epsilon
stands shows on the third column, what a zero gradient does on the fourth.
"""

import keras
import numpy as np

import fixture
from fixture import spec

STEPS = 15
BATCHES = 3
ROWS = 4

# Per class: the base that the other cases change, and its own options.
OWN = {
    "SGD": ({"learning_rate": 0.1}, [{"momentum": 0.9}, {"momentum": 0.9, "nesterov": True}]),
    "RMSprop": ({"learning_rate": 0.05}, [{"rho": 0.5}, {"momentum": 0.6}, {"epsilon": 1e-2}, {"centered": True}, {"centered": True, "momentum": 0.5}]),
    "Adam": ({"learning_rate": 0.05}, [{"beta_1": 0.5}, {"beta_2": 0.7}, {"epsilon": 1e-2}, {"amsgrad": True, "beta_2": 0.5}]),
    "AdamW": ({"learning_rate": 0.05}, [{"beta_1": 0.5}, {"beta_2": 0.7}, {"epsilon": 1e-2}, {"amsgrad": True, "beta_2": 0.5}]),
    "Adagrad": ({"learning_rate": 0.1}, [{"initial_accumulator_value": 0.01}, {"epsilon": 1e-2}]),
    "Adadelta": ({"learning_rate": 1.0}, [{"rho": 0.5}, {"epsilon": 1e-2}]),
    "Adamax": ({"learning_rate": 0.05}, [{"beta_1": 0.5}, {"beta_2": 0.7}, {"epsilon": 1e-2}]),
    "Nadam": ({"learning_rate": 0.05}, [{"beta_1": 0.5}, {"beta_2": 0.7}, {"epsilon": 1e-2}]),
    "Lion": ({"learning_rate": 0.01}, [{"beta_1": 0.5}, {"beta_2": 0.7}]),
    "Ftrl": (
        {"learning_rate": 0.1},
        [
            {"learning_rate_power": -0.7},
            {"learning_rate_power": 0.0},
            {"initial_accumulator_value": 0.5},
            {"l1_regularization_strength": 0.05},
            {"l2_regularization_strength": 0.05},
            {"l2_shrinkage_regularization_strength": 0.05},
            {"beta": 0.3},
        ],
    ),
    "Adafactor": (
        {"learning_rate": 0.05},
        [{"beta_2_decay": -0.5}, {"epsilon_1": 1e-3}, {"epsilon_2": 0.5}, {"clip_threshold": 0.3}, {"learning_rate": 0.9}, {"relative_step": False}],
    ),
    "Muon": (
        {"learning_rate": 0.05},
        [
            {"adam_beta_1": 0.5}, {"adam_beta_2": 0.7}, {"adam_weight_decay": 0.1}, {"epsilon": 1e-2}, {"muon_a": 3.0}, {"muon_b": -4.0},
            {"muon_c": 1.5}, {"adam_lr_ratio": 0.5}, {"momentum": 0.5}, {"ns_steps": 2}, {"nesterov": False}, {"rms_rate": 0.7},
        ],
    ),
}

COMMON = [
    {"weight_decay": 0.1},
    {"clipnorm": 0.5},
    {"clipvalue": 0.2},
    {"global_clipnorm": 0.5},
    {"weight_decay": 0.05, "clipnorm": 0.3},
]

SCHEDULED = [
    spec("SGD", learning_rate=spec("ExponentialDecay", initial_learning_rate=0.2, decay_steps=4, decay_rate=0.5)),
    spec("SGD", learning_rate=spec("PiecewiseConstantDecay", boundaries=[3, 8], values=[0.2, 0.05, 0.01]), momentum=0.8),
    spec("Adam", learning_rate=spec("CosineDecay", initial_learning_rate=0.1, decay_steps=10)),
    spec("AdamW", learning_rate=spec("InverseTimeDecay", initial_learning_rate=0.1, decay_steps=3, decay_rate=0.5)),
    spec("Nadam", learning_rate=spec("PolynomialDecay", initial_learning_rate=0.1, decay_steps=8)),
]


def cases():
    for class_name, (base, own) in OWN.items():
        yield spec(class_name)
        yield spec(class_name, **base)
        for options in own + COMMON:
            yield spec(class_name, **(base | options))
    yield spec("SGD", learning_rate=0.1, momentum=0.9, nesterov=True, weight_decay=0.05, clipnorm=0.3)
    yield from SCHEDULED


def problem():
    rng = np.random.default_rng(7)
    shape = (BATCHES, ROWS)
    x = rng.uniform(-2, 2, shape + (4,)) * np.array([1, 1e-2, 1e-5, 0])
    y = rng.uniform(-2, 2, shape + (2,))
    kernel = rng.uniform(-1, 1, (4, 2))
    bias = np.array([0.5, -0.5])
    return [np.asarray(v, np.float32) for v in (x, y, kernel, bias)]


def trajectory(case):
    x, y, kernel, bias = problem()
    model = keras.Sequential([keras.Input(shape=(4,)), keras.layers.Dense(2)])
    model.compile(fixture.construct(keras.optimizers, case), "mse", run_eagerly=True)
    model.set_weights([kernel, bias])
    losses, weights = [], []
    for step in range(STEPS):
        model.reset_metrics()
        losses.append(fixture.float32(model.train_on_batch(x[step % BATCHES], y[step % BATCHES])))
        weights.append(fixture.floats(np.concatenate([w.ravel() for w in model.get_weights()])))
    return case | {"loss": losses, "weights": weights}


def main():
    x, y, kernel, bias = problem()
    fixture.write(
        "optimizers.json",
        __file__,
        {
            "x": fixture.floats(x),
            "y": fixture.floats(y),
            "kernel": fixture.floats(kernel),
            "bias": fixture.floats(bias),
            "cases": [trajectory(case) for case in cases()],
        },
    )
