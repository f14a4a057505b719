"""Every layer, constraint, new loss, metric and optimizer option in a small net, trained."""

import keras
import numpy as np

import fixture
import whole
from fixture import spec

layers, regularizers, constraints = keras.layers, keras.regularizers, keras.constraints

ROWS = 22
MSE = spec("MeanSquaredError")


def data(task, features, rng):
    x = rng.uniform(-2, 3, (ROWS, features)).astype(np.float32)
    score = np.sin(x[:, :1]) + 0.4 * x[:, -1:]
    if task == "regression":
        y = np.concatenate([score, 1 - score], axis=1)
    elif task == "column":
        y = score
    elif task == "binary":
        y = score > 0.3
    elif task == "bits":
        y = np.concatenate([score > 0.3, score < 0.8], axis=1)
    else:
        classes = (score[:, 0] > 0).astype(int) + (score[:, 0] > 0.8)
        y = classes[:, None] if task == "sparse" else np.eye(3)[classes]
    return x, y.astype(np.float32)


def dense(units, activation=None, **args):
    return layers.Dense(units, activation=activation, **args)


def between(*middle):
    """The layers stand between two Dense."""
    return [dense(5, "tanh"), *middle, dense(2)]


def frozen(layer):
    layer.trainable = False
    return layer


def adapted(features, **args):
    layer = layers.Normalization(**args)
    layer.adapt(np.random.default_rng(5).normal(3, 2, (40, features)).astype(np.float32))
    return layer


def stacks():
    """Name, features, layers, task."""
    for args in ({}, {"max_value": 1.5, "negative_slope": 0.1, "threshold": 0.2}, {"threshold": 0.3}, {"max_value": 0.5}):
        yield f"ReLU {args}", 3, between(dense(6), layers.ReLU(**args)), "regression"
    for args in ({}, {"negative_slope": 0.05}):
        yield f"LeakyReLU {args}", 3, between(dense(6), layers.LeakyReLU(**args)), "regression"
    for args in ({}, {"alpha": 0.7}):
        yield f"ELU {args}", 3, between(dense(6), layers.ELU(**args)), "regression"
    yield "PReLU", 3, between(dense(6), layers.PReLU()), "regression"
    yield "PReLU with everything", 3, between(
        dense(6),
        layers.PReLU(
            alpha_initializer=keras.initializers.Constant(0.2),
            alpha_regularizer=regularizers.L1(0.02),
            alpha_constraint=constraints.NonNeg(),
        ),
    ), "regression"
    yield "Softmax between", 3, between(layers.Softmax()), "regression"
    yield "Softmax last", 3, [dense(5, "tanh"), dense(3), layers.Softmax()], "classes"
    yield "Softmax last, sparse", 3, [dense(3), layers.Softmax()], "sparse"
    yield "Flatten", 3, [layers.Flatten(), *between(layers.Flatten())], "regression"
    yield "Flatten after a sigmoid", 3, [dense(4, "relu"), dense(1, "sigmoid"), layers.Flatten()], "binary"
    yield "noise of 0 after a sigmoid", 3, [dense(4, "relu"), layers.GaussianNoise(0.0), dense(1, "sigmoid"), layers.GaussianNoise(0.0)], "binary"
    yield "Rescaling", 3, [layers.Rescaling(0.25, offset=0.5), *between(layers.Rescaling(-2.0)), layers.Rescaling(3.0, offset=1.0)], "regression"
    yield "Normalization adapted", 3, [adapted(3), *between()], "regression"
    yield "Normalization of all together", 3, [adapted(3, axis=None), *between()], "regression"
    yield "Normalization not adapted", 3, [layers.Normalization(), *between()], "regression"
    yield "Normalization given", 3, [layers.Normalization(mean=[1.0, 2.0, 0.5], variance=[4.0, 0.25, 0.0]), *between()], "regression"
    yield "Normalization given one", 3, [layers.Normalization(mean=1.5, variance=2.0), *between()], "regression"
    yield "Normalization inverted", 1, [adapted(1), dense(1), adapted(1, invert=True)], "column"
    for args in (
        {},
        {"momentum": 0.5, "epsilon": 0.01},
        {"center": False},
        {"scale": False},
        {"center": False, "scale": False},
        {"beta_initializer": "ones", "gamma_initializer": keras.initializers.Constant(0.5), "moving_mean_initializer": "ones"},
        {"beta_regularizer": regularizers.L2(0.05), "gamma_regularizer": regularizers.L1(0.02)},
        {"beta_constraint": constraints.NonNeg(), "gamma_constraint": constraints.MaxNorm(1.5)},
    ):
        yield f"BatchNormalization {sorted(args)}", 3, between(layers.BatchNormalization(**args)), "regression"
    yield "BatchNormalization first and twice", 3, [layers.BatchNormalization(), *between(layers.BatchNormalization())], "regression"
    yield "BatchNormalization frozen", 3, between(frozen(layers.BatchNormalization()), layers.BatchNormalization()), "regression"
    yield "BatchNormalization before an activation", 3, [dense(4, use_bias=False), layers.BatchNormalization(), layers.Activation("relu"), dense(1, "sigmoid")], "binary"
    for args in (
        {},
        {"epsilon": 0.05},
        {"center": False},
        {"scale": False},
        {"beta_regularizer": regularizers.L2(0.05), "gamma_constraint": constraints.UnitNorm()},
    ):
        yield f"LayerNormalization {sorted(args)}", 3, between(layers.LayerNormalization(**args)), "regression"
    yield "ActivityRegularization", 3, between(layers.ActivityRegularization(l1=0.02, l2=0.03)), "regression"
    yield "ActivityRegularization last", 3, [dense(2), layers.ActivityRegularization(l2=0.1)], "regression"
    yield "dropout of 0", 3, between(layers.Dropout(0.0)), "regression"
    yield "a frozen Dense", 3, [dense(5, "tanh"), frozen(dense(4, "tanh")), dense(2)], "regression"
    yield "a frozen first Dense with a penalty", 3, [frozen(dense(5, "tanh", kernel_regularizer="l2")), dense(2, kernel_regularizer="l2")], "regression"
    for args in (
        {"kernel_constraint": constraints.MaxNorm(0.8), "bias_constraint": constraints.NonNeg()},
        {"kernel_constraint": constraints.UnitNorm(), "bias_constraint": constraints.MaxNorm(0.05)},
        {"kernel_constraint": constraints.MinMaxNorm(0.3, 0.9, rate=0.5)},
        {"kernel_constraint": constraints.NonNeg(), "bias_constraint": constraints.MinMaxNorm(0.1, 0.2)},
    ):
        yield f"Dense {sorted(args)} {type(args['kernel_constraint']).__name__}", 3, [dense(5, "tanh", **args), dense(2, **args)], "regression"
    yield "one constrained neuron", 1, [dense(1, kernel_constraint=constraints.MaxNorm(0.3))], "column"


LOSSES = {
    "regression": MSE,
    "column": MSE,
    "binary": spec("BinaryCrossentropy"),
    "bits": spec("BinaryCrossentropy"),
    "classes": spec("CategoricalCrossentropy"),
    "sparse": spec("SparseCategoricalCrossentropy"),
}
METRICS = {
    "binary": ["accuracy", "precision", "recall", "auc", "f1_score", "true_positives", "false_negatives"],
    "bits": ["binary_accuracy", spec("F1Score", average="macro"), spec("FBetaScore", average="weighted", beta=2.0, threshold=0.4), "true_negatives", "false_positives"],
    "classes": ["accuracy", spec("TopKCategoricalAccuracy", k=2), spec("Precision", top_k=1), spec("Recall", class_id=1, thresholds=0.2), spec("AUC", curve="PR", num_thresholds=50)],
    "sparse": ["accuracy", spec("SparseTopKCategoricalAccuracy", k=2)],
}
WEIGHTS = [round(0.1 + 0.13 * (i % 7), 2) for i in range(ROWS)]


def cases():
    """Name, features, layers, task, how it is trained."""
    for number, (name, features, stack, task) in enumerate(stacks()):
        optimizer = [spec("SGD", learning_rate=0.05), spec("Adam", learning_rate=0.02), spec("RMSprop", learning_rate=0.005, momentum=0.5)][number % 3]
        case = {"optimizer": optimizer, "batch_size": [22, 8, 5][number % 3]}
        if number % 2:
            case["validation_split"] = 0.3
        yield name, features, stack, task, case
    for name, optimizer in (
        ("EMA", spec("SGD", learning_rate=0.1, use_ema=True, ema_momentum=0.8)),
        ("EMA that overwrites", spec("Adam", learning_rate=0.05, use_ema=True, ema_momentum=0.5, ema_overwrite_frequency=3)),
        ("accumulation of 2", spec("SGD", learning_rate=0.1, momentum=0.9, gradient_accumulation_steps=2)),
        ("accumulation of 3, Adam, clipped", spec("Adam", learning_rate=0.05, gradient_accumulation_steps=3, clipnorm=0.5)),
        ("accumulation and EMA", spec("RMSprop", learning_rate=0.01, gradient_accumulation_steps=2, use_ema=True, ema_momentum=0.9, ema_overwrite_frequency=2)),
        ("accumulation and a schedule", spec("Nadam", learning_rate=spec("ExponentialDecay", initial_learning_rate=0.1, decay_steps=3, decay_rate=0.5), gradient_accumulation_steps=2)),
        ("a schedule by name", spec("Adamax", learning_rate=spec("CosineDecay", initial_learning_rate=0.1, decay_steps=20))),
    ):
        stack = [dense(5, "tanh", kernel_constraint=constraints.MaxNorm(1.0)), dense(2)]
        yield name, 3, stack, "regression", {"optimizer": optimizer, "batch_size": 5, "validation_split": 0.2}
    for number, (loss, task, last) in enumerate((
        (spec("BinaryFocalCrossentropy"), "binary", "sigmoid"),
        (spec("BinaryFocalCrossentropy", gamma=1.0, apply_class_balancing=True, alpha=0.3), "bits", "sigmoid"),
        (spec("BinaryFocalCrossentropy", from_logits=True, label_smoothing=0.1), "binary", None),
        (spec("CategoricalFocalCrossentropy"), "classes", "softmax"),
        (spec("CategoricalFocalCrossentropy", gamma=1.5, alpha=0.5, label_smoothing=0.1), "classes", "softmax"),
        (spec("CategoricalFocalCrossentropy", from_logits=True), "classes", None),
        (spec("MeanSquaredError", reduction="sum"), "regression", None),
        (spec("MeanSquaredError", reduction="mean_with_sample_weight"), "regression", None),
        (spec("MeanAbsoluteError", reduction="mean"), "column", None),
        (spec("BinaryCrossentropy", reduction="sum"), "bits", "sigmoid"),
        (spec("SparseCategoricalCrossentropy", reduction="mean_with_sample_weight"), "sparse", "softmax"),
        (spec("Dice", reduction="sum"), "bits", "sigmoid"),
        (spec("Huber", reduction="sum"), "column", None),
    )):
        units = {"binary": 1, "column": 1, "bits": 2, "regression": 2, "classes": 3, "sparse": 3}[task]
        for weighted in (False, True):
            case = {"loss": loss, "optimizer": spec("SGD", learning_rate=0.02), "batch_size": 6}
            if weighted:
                case["sample_weight"] = WEIGHTS
            yield f"{loss} weighted {weighted}", 3, [dense(4, "tanh"), dense(units, last)], task, case


def main():
    rows = []
    for number, (name, features, stack, task, case) in enumerate(cases()):
        keras.utils.clear_session()
        keras.utils.set_random_seed(100 + number)
        rng = np.random.default_rng(number)
        x, y = data(task, features, rng)
        model = keras.Sequential([keras.Input(shape=(features,)), *stack])
        case = {"loss": LOSSES[task], "metrics": METRICS.get(task, ["mae"])} | case
        rows.append(whole.run(name, model, case, x, y))
    fixture.write("layers.json", __file__, {"trainings": rows})
