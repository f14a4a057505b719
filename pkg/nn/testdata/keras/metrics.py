"""Every metric over two batches, with and without sample weights."""

import keras
import numpy as np

import fixture
from fixture import spec

NAN, INF = float("nan"), float("inf")

# Ties and values exactly on the threshold are rows of their own.
DATA = {
    "column": ([[1.0], [-2.0], [0.5], [4.0], [2.0]], [[1.5], [-2.0], [-1.0], [1.0], [2.5]]),
    "matrix": (
        [[0.5, 1.0], [0.0, 2.0], [3.0, 1.0], [1.0, 0.5], [2.0, 2.0]],
        [[0.25, 1.0], [0.1, 1.2], [3.0, 0.5], [4.0, 0.6], [2.0, 1.0]],
    ),
    "bits": ([[1.0], [0.0], [1.0], [0.0], [1.0]], [[0.9], [0.2], [0.5], [0.50001], [0.4]]),
    "many bits": (
        [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0], [1.0, 0.0]],
        [[0.9, 0.2], [0.5, 0.6], [0.3, 0.8], [0.7, 0.1], [0.6, 0.4]],
    ),
    # Outputs that are no probabilities.
    "matrix bits": ([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0], [1.0, 0.0]], [[0.9, -0.2], [1.5, 0.6], [0.3, -1.8], [0.7, 0.1], [1.6, 0.4]]),
    "classes": (
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]],
        [[0.7, 0.2, 0.1], [0.4, 0.4, 0.2], [0.3, 0.3, 0.4], [0.1, 0.45, 0.45], [0.2, 0.5, 0.3]],
    ),
    "sparse": (
        [[0.0], [1.0], [2.0], [1.0], [0.0]],
        [[0.7, 0.2, 0.1], [0.4, 0.4, 0.2], [0.3, 0.3, 0.4], [0.1, 0.45, 0.45], [0.2, 0.5, 0.3]],
    ),
    # Outputs of a training that has diverged.
    "no numbers": ([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0]], [[NAN, 0.2], [0.5, NAN], [NAN, NAN], [INF, 0.1], [0.6, -INF]]),
    "no number": ([[1.0], [0.0], [1.0], [0.0], [1.0]], [[NAN]] * 5),
    "no numbers, sparse": ([[0.0], [1.0], [1.0], [0.0], [0.0]], [[NAN, 0.2], [0.5, NAN], [NAN, NAN], [INF, 0.1], [0.6, -INF]]),
    "signs": ([[1.0], [-1.0], [1.0], [-1.0], [1.0]], [[0.6], [0.6], [1.0], [-2.5], [-0.1]]),
}
WEIGHTS = [1.0, 0.0, 2.5, 0.5, 1.0]
BATCHES = [3, 2]

CASES = [
    (spec("BinaryAccuracy"), ["bits", "many bits"]),
    (spec("BinaryAccuracy", threshold=0.3), ["bits", "many bits"]),
    (spec("CategoricalAccuracy"), ["classes"]),
    (spec("SparseCategoricalAccuracy"), ["sparse"]),
    (spec("MeanSquaredError"), ["column", "matrix"]),
    (spec("RootMeanSquaredError"), ["column", "matrix"]),
    (spec("MeanAbsoluteError"), ["column", "matrix"]),
    (spec("R2Score"), ["column", "matrix"]),
    (spec("MeanAbsolutePercentageError"), ["matrix"]),
    (spec("MeanSquaredLogarithmicError"), ["matrix"]),
    (spec("LogCoshError"), ["column"]),
    (spec("BinaryCrossentropy"), ["bits", "many bits"]),
    (spec("CategoricalCrossentropy"), ["classes"]),
    (spec("SparseCategoricalCrossentropy"), ["sparse"]),
    (spec("Hinge"), ["signs"]),
    (spec("SquaredHinge"), ["signs"]),
    (spec("CategoricalHinge"), ["classes"]),
    (spec("KLDivergence"), ["classes"]),
    (spec("Poisson"), ["matrix"]),
    (spec("CosineSimilarity"), ["matrix"]),
    (spec("BinaryCrossentropy", from_logits=True), ["bits", "many bits"]),
    (spec("BinaryCrossentropy", label_smoothing=0.2), ["many bits"]),
    (spec("BinaryCrossentropy", from_logits=True, label_smoothing=0.1), ["matrix bits"]),
    (spec("CategoricalCrossentropy", from_logits=True), ["classes"]),
    (spec("CategoricalCrossentropy", label_smoothing=0.3), ["classes"]),
    (spec("SparseCategoricalCrossentropy", from_logits=True), ["sparse"]),
    (spec("AUC"), ["bits", "many bits"]),
    (spec("AUC", thresholds=[0.5]), ["many bits"]),
    (spec("AUC", thresholds=[0.65, 0.25, 0.4]), ["bits", "many bits", "matrix bits"]),
    (spec("AUC", num_thresholds=7), ["matrix bits"]),
    (spec("AUC", multi_label=True), ["bits", "many bits", "classes"]),
    (spec("AUC", multi_label=True, num_labels=2, label_weights=[0.3, 2.0]), ["many bits"]),
    (spec("AUC", label_weights=[0.3, 2.0]), ["many bits"]),
    (spec("AUC", label_weights=[0.0, 0.0], multi_label=True), ["many bits"]),
    (spec("AUC", thresholds=[0.65, 0.25, 0.4], multi_label=True, summation_method="minoring"), ["many bits", "matrix bits"]),
    (spec("AUC", thresholds=[0.65, 0.25, 0.4], label_weights=[0.3, 2.0], curve="PR", summation_method="majoring"), ["many bits"]),
    (spec("AUC", curve="PR", multi_label=True, label_weights=[1.0, 3.0]), ["many bits"]),
    (spec("AUC", curve="PR", thresholds=[0.3, 0.7]), ["many bits", "matrix bits"]),
    (spec("AUC", curve="PRGAIN"), ["bits", "many bits"]),
    (spec("AUC"), ["no number"]),
    (spec("AUC", thresholds=[0.4, 0.9], multi_label=True), ["no numbers"]),
    (spec("BinaryAccuracy"), ["no numbers"]),
    (spec("CategoricalAccuracy"), ["no numbers"]),
    (spec("SparseCategoricalAccuracy"), ["no numbers, sparse"]),
    (spec("TopKCategoricalAccuracy", k=1), ["classes", "no numbers"]),
    (spec("SparseTopKCategoricalAccuracy", k=1), ["sparse", "no numbers, sparse"]),
    (spec("Precision"), ["no numbers"]),
    (spec("Recall", top_k=1), ["no numbers"]),
    (spec("TrueNegatives"), ["no numbers"]),
    (spec("F1Score", average="macro"), ["no numbers"]),
    (spec("FBetaScore", average="micro", beta=2.0, threshold=0.4), ["no numbers"]),
    (spec("MeanAbsoluteError"), ["no numbers"]),
    (spec("R2Score"), ["no numbers"]),
    (spec("Hinge"), ["no numbers"]),
    (spec("AUC", curve="PRGAIN", multi_label=True, summation_method="minoring", num_thresholds=11), ["many bits"]),
    (spec("AUC", curve="PRGAIN", summation_method="majoring", from_logits=True), ["matrix bits"]),
]

# What compile(metrics=["accuracy"]) becomes, by loss and output.
ACCURACY = [
    ("binary_crossentropy", "bits"),
    ("binary_crossentropy", "many bits"),
    ("categorical_crossentropy", "classes"),
    ("sparse_categorical_crossentropy", "sparse"),
    ("mean_squared_error", "column"),
]


def one(case, name, weights):
    y_true, y_pred = (np.array(v, np.float32) for v in DATA[name])
    metric = fixture.construct(keras.metrics, case)
    results, start = [], 0
    for size in BATCHES:
        part = slice(start, start + size)
        w = None if weights is None else np.array(weights[part], np.float32)
        metric.update_state(y_true[part], y_pred[part], sample_weight=w)
        results.append(fixture.float32(metric.result()))
        start += size
    row = case | {"data": name, "results": results, "key": metric.name}
    return row if weights is None else row | {"sample_weight": weights}


def accuracy(loss, name):
    y_true, y_pred = (np.array(v, np.float32) for v in DATA[name])
    model = keras.Sequential([keras.Input(shape=(y_pred.shape[1],)), keras.layers.Activation("linear")])
    model.compile(loss=loss, metrics=["accuracy"], run_eagerly=True)
    logs = model.evaluate(y_pred, y_true, return_dict=True, verbose=0)
    return {"loss": loss, "data": name, "accuracy": fixture.float32(logs["accuracy"])}


def main():
    cases = [
        one(case, name, weights)
        for case, names in CASES
        for name in names
        for weights in (None, WEIGHTS)
    ]
    data = [{"name": n, "y_true": fixture.floats(y), "y_pred": fixture.floats(p)} for n, (y, p) in DATA.items()]
    fixture.write(
        "metrics.json",
        __file__,
        {
            "data": data,
            "batches": BATCHES,
            "cases": cases,
            "accuracy": [accuracy(*a) for a in ACCURACY],
        },
    )
