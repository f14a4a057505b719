"""Every loss: its value, each sample's value, and its gradient by y_pred."""

import keras
import numpy as np
import tensorflow as tf

import fixture
from fixture import spec

WEIGHTS = [1.0, 0.0, 2.5, 0.5]

# What is compared, by name: y_true and y_pred of the same shape, except for
# sparse classes. Edges (0 and 1 as probabilities, an error of exactly delta,
# zero rows) are rows of their own, because each formula treats them apart.
DATA = {
    "column": ([[1.0], [-2.0], [0.0], [4.0]], [[1.5], [-2.0], [-1.0], [1.0]]),
    "matrix": (
        [[0.5, -1.0, 2.0], [0.0, 0.0, 0.0], [3.0, 1.0, -2.0], [1.0, 1.0, 1.0]],
        [[0.25, 1.0, 2.5], [0.1, -0.2, 0.3], [3.0, 0.0, -1.0], [-4.0, 30.0, 1.0]],
    ),
    "positive": (
        [[0.5, 1.0, 2.0], [0.0, 0.1, 0.0], [3.0, 1.0, 2.0], [10.0, 0.2, 1.0]],
        [[0.25, 1.5, 2.5], [0.1, 0.2, 0.3], [3.0, 0.5, 1.0], [4.0, 30.0, 1.0]],
    ),
    "bits": ([[1.0], [0.0], [1.0], [0.0]], [[0.9], [0.2], [0.35], [0.5]]),
    "bits at the edge": ([[1.0], [0.0], [1.0], [0.0]], [[1.0], [0.0], [0.0], [1.0]]),
    "bit logits": ([[1.0], [0.0], [1.0], [0.0]], [[2.0], [-30.0], [-3.5], [0.0]]),
    "many bits": (
        [[1.0, 0.0, 1.0], [0.0, 0.0, 1.0], [1.0, 1.0, 0.0], [0.0, 1.0, 0.0]],
        [[0.7, 0.1, 0.6], [0.4, 0.3, 0.2], [0.99, 0.5, 0.01], [0.2, 0.8, 0.6]],
    ),
    "signs": ([[1.0], [-1.0], [1.0], [-1.0]], [[0.6], [0.6], [1.0], [-2.5]]),
    "a row of bits among signs": ([[1.0, 0.0], [-1.0, 1.0], [1.0, 1.0], [0.0, 0.0]], [[0.6, 0.3], [0.6, -0.2], [1.0, 2.0], [-2.5, 0.5]]),
    "bits in every row": ([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0]], [[0.6, 0.3], [0.6, -0.2], [1.0, 2.0], [-2.5, 0.5]]),
    "short rows": ([[3e-7, 4e-7], [1.0, 2.0], [3e-8, 4e-8], [0.3, 0.4]], [[2e-7, 1e-7], [1e-7, -3e-7], [1.0, 1.0], [0.3, 0.4]]),
    "classes": (
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]],
        [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4], [0.9, 0.05, 0.05]],
    ),
    "classes that do not add up": (
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.5, 0.5]],
        [[0.7, 0.4, 0.1], [0.1, 1.6, 0.1], [1.0, 0.0, 0.0], [0.9, 0.05, 0.05]],
    ),
    "class logits": (
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.5, 0.5]],
        [[2.0, -1.0, 0.5], [0.0, 0.0, 0.0], [50.0, -20.0, 10.0], [-1.0, 3.0, 1.0]],
    ),
    "sparse": ([[0.0], [1.0], [2.0], [1.0]], [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [1.0, 0.0, 0.0], [0.9, 0.1, 0.2]]),
    "sparse logits": ([[0.0], [1.0], [2.0], [1.0]], [[2.0, -1.0, 0.5], [0.0, 0.0, 0.0], [50.0, -20.0, 10.0], [-1.0, 3.0, 1.0]]),
    # What a last layer of another kind gives: below 0, above 1, nothing at all, ties.
    "outside": ([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 1.0]], [[-0.5, 1.7, 0.2], [0.0, 0.0, 0.0], [1.0, 1.0, -1.0], [2.0, -3.0, 0.5]]),
    "sparse outside": ([[0.0], [1.0], [2.0], [0.0]], [[-0.5, 1.7, 0.2], [0.0, 0.0, 0.0], [1.0, 1.0, -1.0], [2.0, -3.0, 0.5]]),
    "nothing": ([[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]], [[0.0, 0.0, 0.0], [-1.0, 0.0, 1.0], [0.5, 0.5, 0.0], [-2.0, -1.0, -0.5]]),
    "zero row": ([[1.0, 2.0], [0.0, 0.0], [1.0, -1.0], [3.0, 4.0]], [[2.0, 1.0], [1.0, 1.0], [-1.0, 1.0], [0.3, 0.4]]),
}

CASES = [
    (spec("MeanSquaredError"), ["column", "matrix"]),
    (spec("MeanSquaredError", reduction="sum"), ["matrix"]),
    (spec("MeanAbsoluteError"), ["column", "matrix"]),
    (spec("MeanAbsolutePercentageError"), ["positive", "matrix"]),
    (spec("MeanSquaredLogarithmicError"), ["positive", "matrix"]),
    (spec("Huber"), ["column", "matrix"]),
    (spec("Huber", delta=0.5), ["column", "matrix"]),
    (spec("Huber", delta=3.0), ["column", "matrix"]),
    (spec("LogCosh"), ["column", "matrix"]),
    (spec("BinaryCrossentropy"), ["bits", "bits at the edge", "many bits"]),
    (spec("BinaryCrossentropy", label_smoothing=0.2), ["bits", "many bits"]),
    (spec("BinaryCrossentropy", from_logits=True), ["bit logits"]),
    (spec("BinaryCrossentropy", from_logits=True, label_smoothing=0.1), ["bit logits"]),
    (spec("CategoricalCrossentropy"), ["classes", "classes that do not add up"]),
    (spec("CategoricalCrossentropy", label_smoothing=0.1), ["classes", "classes that do not add up"]),
    (spec("CategoricalCrossentropy", from_logits=True), ["class logits"]),
    (spec("CategoricalCrossentropy", from_logits=True, label_smoothing=0.3), ["class logits"]),
    (spec("SparseCategoricalCrossentropy"), ["sparse"]),
    (spec("SparseCategoricalCrossentropy", from_logits=True), ["sparse logits"]),
    (spec("Hinge"), ["signs", "bits", "a row of bits among signs", "bits in every row"]),
    (spec("SquaredHinge"), ["signs", "bits", "a row of bits among signs", "bits in every row"]),
    (spec("CategoricalHinge"), ["classes", "matrix"]),
    (spec("KLDivergence"), ["classes", "classes that do not add up", "many bits"]),
    (spec("Poisson"), ["positive"]),
    (spec("CosineSimilarity"), ["matrix", "zero row", "short rows"]),
    (spec("Dice"), ["bits", "many bits", "zero row"]),
    (spec("Tversky"), ["bits", "many bits"]),
    (spec("Tversky", alpha=0.3, beta=0.7), ["bits", "many bits"]),
    *[
        (spec(name), ["outside", "nothing"])
        for name in (
            "MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError", "Huber", "LogCosh", "BinaryCrossentropy",
            "CategoricalCrossentropy", "Hinge", "SquaredHinge", "CategoricalHinge", "KLDivergence", "Poisson", "CosineSimilarity", "Dice", "Tversky",
            "BinaryFocalCrossentropy", "CategoricalFocalCrossentropy",
        )
    ],
    (spec("SparseCategoricalCrossentropy"), ["sparse outside"]),
    (spec("SparseCategoricalCrossentropy", from_logits=True), ["sparse outside"]),
    (spec("CategoricalCrossentropy", from_logits=True, label_smoothing=0.2), ["outside", "nothing"]),
    (spec("CategoricalFocalCrossentropy", from_logits=True), ["outside", "nothing"]),
    (spec("BinaryFocalCrossentropy", from_logits=True), ["outside", "nothing"]),
    (spec("BinaryCrossentropy", from_logits=True), ["outside", "nothing"]),
    # "bit logits" are outputs that are no probabilities, as those of a last layer without a sigmoid.
    (spec("BinaryFocalCrossentropy"), ["bits", "many bits", "bits at the edge", "bit logits"]),
    (spec("BinaryFocalCrossentropy", gamma=3.0, apply_class_balancing=True, alpha=0.4), ["many bits", "bit logits"]),
    (spec("BinaryFocalCrossentropy", gamma=1.0), ["bits", "bits at the edge", "bit logits"]),
    (spec("BinaryFocalCrossentropy", gamma=0.7), ["bits", "bits at the edge", "bit logits"]),
    (spec("BinaryFocalCrossentropy", gamma=0.0), ["bits", "bits at the edge"]),
    (spec("BinaryFocalCrossentropy", from_logits=True, label_smoothing=0.2), ["bit logits"]),
    (spec("CategoricalFocalCrossentropy"), ["classes", "classes that do not add up"]),
    (spec("CategoricalFocalCrossentropy", gamma=0.5, alpha=0.6, label_smoothing=0.1), ["classes", "classes that do not add up"]),
    (spec("CategoricalFocalCrossentropy", from_logits=True), ["class logits"]),
]


def one(case, name, weights):
    y_true, y_pred = DATA[name]
    loss = fixture.construct(keras.losses, case)
    y = tf.constant(y_true, tf.float32)
    p = tf.constant(y_pred, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(p)
        value = loss(y, p, sample_weight=None if weights is None else np.array(weights, np.float32))
    gradient = tape.gradient(value, p)
    row = case | {"data": name, "value": fixture.float32(value), "gradient": fixture.floats(gradient)}
    if weights is None:
        row["samples"] = fixture.floats(np.atleast_1d(loss.call(y, p)))  # one for all where it is no mean over rows
    else:
        row["sample_weight"] = weights
    return row


def main():
    cases = [
        one(case, name, weights)
        for case, names in CASES
        for name in names
        for weights in (None, WEIGHTS)
    ]
    data = [{"name": n, "y_true": fixture.floats(y), "y_pred": fixture.floats(p)} for n, (y, p) in DATA.items()]
    fixture.write("losses.json", __file__, {"data": data, "cases": cases})
