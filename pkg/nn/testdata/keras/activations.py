"""Every activation and its derivative, on a grid with the edges of each."""

import keras
import numpy as np
import tensorflow as tf

import fixture
from fixture import spec

# Where an activation bends (0, ±3, 6), where float32 saturates (±20, ±100),
# and numbers so small that a careless formula loses them.
GRID = [
    -100, -30, -20, -10, -6, -5, -4, -3.0001, -3, -2.9999, -2.5, -2, -1.5, -1, -0.7, -0.5,
    -0.25, -0.1, -1e-2, -1e-3, -1e-5, -1e-7, 0, 1e-7, 1e-5, 1e-3, 1e-2, 0.1, 0.25, 0.5, 0.7,
    1, 1.5, 2, 2.5, 2.9999, 3, 3.0001, 4, 5, 5.9999, 6, 6.0001, 10, 20, 30, 50,
]

ELEMENTWISE = [
    "linear", "relu", "leaky_relu", "relu6", "elu", "selu", "softplus", "softsign", "tanh",
    "sigmoid", "hard_sigmoid", "silu", "swish", "gelu", "exponential", "mish", "celu", "squareplus", "hard_tanh", "threshold",
]

# The arguments of those that have no defaults for them.
ARGUMENTS = {"threshold": {"threshold": 0.0, "default_value": 0.0}}

# Layers that are activations with options, whose bends are in the grid.
LAYERS = [
    spec("ReLU"), spec("ReLU", max_value=1.5, negative_slope=0.1, threshold=0.25), spec("ReLU", threshold=0.5), spec("ReLU", max_value=1.0),
    spec("ReLU", max_value=6.0), spec("ReLU", max_value=6.0, threshold=1.0), spec("ReLU", negative_slope=0.3), spec("ReLU", negative_slope=0.3, threshold=0.5),
    spec("ReLU", max_value=2.0, negative_slope=0.3), spec("ReLU", max_value=1.0, threshold=2.0), spec("LeakyReLU"), spec("LeakyReLU", negative_slope=0.0), spec("ELU", alpha=0.7),
    spec("PReLU", alpha_initializer="ones"), spec("PReLU"),
]

# Activations of a whole row.
ROWWISE = ["softmax", "log_softmax"]

# Scores that tie, that are far apart, and one alone.
ROWS = [[1, 2, 3], [0, 0, 0], [-1, 0.5, 100], [1000, 1001, 999], [-30, -30.5, -29], [0.1, -0.2, 0.3]]
UPSTREAM = [[1, 0, 0], [0.5, -1, 2], [1, 1, 1], [0, 1, 0], [-0.3, 0.7, 0.1], [2, -1, 0.5]]


def elementwise(name):
    activation = keras.activations.get(name)
    x = tf.constant(GRID, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = activation(x, **ARGUMENTS.get(name, {}))
    dy = tape.gradient(y, x).numpy()
    return {"name": name, "y": fixture.floats(y), "dy": fixture.floats(dy)}


def of_layer(what):
    layer = fixture.construct(keras.layers, what)
    x = tf.constant([GRID], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = layer(x)
    return what | {"y": fixture.floats(y[0]), "dy": fixture.floats(tape.gradient(y, x)[0])}


def rowwise(name):
    activation = keras.activations.get(name)
    x = tf.constant(ROWS, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = activation(x)
    dx = tape.gradient(y, x, output_gradients=tf.constant(UPSTREAM, tf.float32))
    return {"name": name, "y": fixture.floats(y), "dx": fixture.floats(dx)}


def main():
    fixture.write(
        "activations.json",
        __file__,
        {
            "x": fixture.floats(GRID),
            "elementwise": [elementwise(name) for name in ELEMENTWISE],
            "layers": [of_layer(what) for what in LAYERS],
            "rows": fixture.floats(ROWS),
            "upstream": fixture.floats(UPSTREAM),
            "rowwise": [rowwise(name) for name in ROWWISE],
        },
    )
