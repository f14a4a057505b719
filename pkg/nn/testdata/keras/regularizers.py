"""Every regularizer's penalty and its gradient."""

import keras
import tensorflow as tf

import fixture
from fixture import spec

# Zero is where |w| has no derivative; Keras takes 0 there.
WEIGHTS = [[0.5, -1.25, 0.0], [2.0, -0.001, 0.3], [-3.5, 1e-6, -0.75], [0.1, 0.2, -0.0]]

CASES = [
    spec("L1"),
    spec("L1", l1=0.2),
    spec("L2"),
    spec("L2", l2=0.3),
    spec("L1L2"),
    spec("L1L2", l1=0.05),
    spec("L1L2", l2=0.07),
    spec("L1L2", l1=0.02, l2=0.5),
]


def penalty(case):
    regularizer = fixture.construct(keras.regularizers, case)
    weights = tf.Variable(WEIGHTS, dtype=tf.float32)
    with tf.GradientTape() as tape:
        value = regularizer(weights)
    gradient = tape.gradient(value, weights)
    if gradient is None:  # L1L2() adds nothing
        gradient = tf.zeros_like(weights)
    return case | {"value": fixture.float32(value), "gradient": fixture.floats(gradient)}


def main():
    fixture.write(
        "regularizers.json",
        __file__,
        {"weights": fixture.floats(WEIGHTS), "cases": [penalty(case) for case in CASES]},
    )
