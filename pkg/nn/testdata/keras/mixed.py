"""Trainings drawn at random with everything that compile, fit, evaluate, predict and train_on_batch take.

drawn.py draws a loss, a last layer and an optimizer; here are callbacks, weights of rows
and classes, reductions, weighted metrics, averages, constraints and validation of every
kind too. As there, each is trained twice: as it is, and from weights of which each is one
unit in the last place away.
"""

import json

import keras
import numpy as np

import fixture
import whole
from drawn import labels, moved
from fixture import spec

layers = keras.layers
SEED = 20261128

# The labels, the loss, and the last layer: what is drawn one after the other.
LOSSES = [
    ("any", spec("MeanSquaredError"), "linear"), ("any", spec("MeanAbsoluteError"), "softplus"), ("positive", spec("MeanAbsolutePercentageError"), "squareplus"),
    ("positive", spec("MeanSquaredLogarithmicError"), "relu"), ("any", spec("Huber", delta=2.3), "leaky_relu"), ("any", spec("Huber", delta=0.2), "tanh"),
    ("any", spec("LogCosh"), "elu"), ("bits", spec("BinaryCrossentropy", label_smoothing=0.23), "sigmoid"), ("bits", spec("BinaryCrossentropy", from_logits=True), "linear"),
    ("bits", spec("BinaryCrossentropy"), "layer:softmax"), ("classes", spec("CategoricalCrossentropy", label_smoothing=0.17), "layer:sigmoid"),
    ("classes", spec("CategoricalCrossentropy", from_logits=True), "linear"), ("classes", spec("CategoricalCrossentropy"), "softplus"),
    ("sparse", spec("SparseCategoricalCrossentropy"), "Softmax"), ("sparse", spec("SparseCategoricalCrossentropy", from_logits=True), "tanh"),
    ("sparse", spec("SparseCategoricalCrossentropy"), "sigmoid"), ("signs", spec("Hinge"), "linear"), ("signs", spec("SquaredHinge"), "softsign"),
    ("classes", spec("CategoricalHinge"), "softmax"), ("classes", spec("KLDivergence"), "softmax"), ("positive", spec("Poisson"), "softplus"),
    ("any", spec("CosineSimilarity"), "gelu"), ("bits", spec("Dice"), "sigmoid"), ("bits", spec("Tversky", alpha=0.7, beta=0.2), "hard_sigmoid"),
    ("bits", spec("BinaryFocalCrossentropy", gamma=0.8, apply_class_balancing=True), "layer:sigmoid"),
    ("classes", spec("CategoricalFocalCrossentropy", gamma=2.6, alpha=0.4), "layer:softmax"),
]
# From here on any of these stands last, whatever the loss.
CROSSED = 44
ENDINGS = ["linear", "sigmoid", "softmax", "tanh", "relu", "layer:softmax", "Softmax", "layer:sigmoid", "softplus", "log_softmax", "hard_sigmoid", "celu", "squareplus", "selu"]
OPTIMIZERS = [
    spec("SGD", learning_rate=0.029, momentum=0.71, use_ema=True, ema_momentum=0.9), spec("Adam", learning_rate=0.013, gradient_accumulation_steps=2),
    spec("RMSprop", learning_rate=0.0061, rho=0.7, momentum=0.2), spec("Nadam", learning_rate=0.011, beta_1=0.7), spec("Adamax", learning_rate=0.017, beta_2=0.95),
    spec("Adagrad", learning_rate=0.071, initial_accumulator_value=0.4), spec("Adadelta", learning_rate=1.3, rho=0.8), spec("AdamW", learning_rate=0.007, weight_decay=0.2, clipvalue=0.3),
    spec("Ftrl", learning_rate=0.09, l1_regularization_strength=0.01, l2_regularization_strength=0.02), spec("Lion", learning_rate=0.0013, beta_1=0.8, weight_decay=0.1),
    spec("Adafactor", learning_rate=0.02), spec("Muon", learning_rate=0.003, momentum=0.9), spec("SGD", learning_rate=0.019, nesterov=True, momentum=0.5, clipnorm=0.9),
    spec("Adam", learning_rate=spec("PolynomialDecay", initial_learning_rate=0.02, decay_steps=9, end_learning_rate=0.004, power=1.7)),
    spec("SGD", learning_rate=spec("CosineDecay", initial_learning_rate=0.01, decay_steps=12, warmup_target=0.05, warmup_steps=4)),
    spec("RMSprop", learning_rate=spec("PiecewiseConstantDecay", boundaries=[4, 9], values=[0.008, 0.004, 0.001]), global_clipnorm=0.8),
    spec("Adam", learning_rate=0.021, epsilon=1e-4, use_ema=True, ema_momentum=0.7, ema_overwrite_frequency=4), spec("SGD", learning_rate=0.041, weight_decay=0.03, gradient_accumulation_steps=3),
]
METRICS = {
    "any": ["mae", spec("R2Score"), spec("RootMeanSquaredError"), "cosine_similarity"],
    "positive": ["mape", "msle", spec("RootMeanSquaredError")],
    "bits": ["binary_accuracy", spec("AUC", num_thresholds=40), spec("Precision", thresholds=0.4), spec("AUC", multi_label=True), "mse"],
    "classes": ["accuracy", spec("TopKCategoricalAccuracy", k=2), spec("F1Score", average="weighted"), spec("Recall", top_k=1), "categorical_crossentropy"],
    "sparse": ["accuracy", "sparse_categorical_crossentropy", spec("SparseTopKCategoricalAccuracy", k=2)],
    "signs": ["hinge", "mae"],
}
CALLBACKS = [
    [], [spec("EarlyStopping", monitor="loss", patience=1, min_delta=0.02, restore_best_weights=True)], [spec("ReduceLROnPlateau", monitor="loss", factor=0.4, patience=1, min_delta=0.03)],
    [], [spec("EarlyStopping", monitor="val_loss", patience=2, baseline=0.4)], [spec("LearningRateScheduler", factor=0.8)], [spec("SwapEMAWeights")], [spec("TerminateOnNaN")],
]
BODY = ["Dense", "Dense", "BatchNormalization", "LayerNormalization", "renorm", "PReLU", "Rescaling", "Normalization", "ActivityRegularization", "GaussianNoise"]
REGULARIZERS, CONSTRAINTS = keras.regularizers, keras.constraints


def body(kind, features, rng):
    units = int(rng.integers(3, 7))
    activation = ["tanh", "relu", "silu", "softplus", "mish", "hard_tanh"][int(rng.integers(6))]
    if kind == "Dense":
        constraint = [None, None, CONSTRAINTS.MaxNorm(1.1), CONSTRAINTS.MaxNorm(0.9, axis=1), CONSTRAINTS.UnitNorm(axis=[0, 1]), CONSTRAINTS.MinMaxNorm(0.2, 1.0, rate=0.7)][int(rng.integers(6))]
        regularizer = [None, None, REGULARIZERS.L2(0.03), REGULARIZERS.L1L2(0.01, 0.02)][int(rng.integers(4))]
        return [layers.Dense(units, activation, kernel_constraint=constraint, kernel_regularizer=regularizer)]
    if kind == "renorm":
        clipping = [None, {"rmax": 1.5, "rmin": 0.7, "dmax": 0.6}][int(rng.integers(2))]
        return [layers.Dense(units, use_bias=False), layers.BatchNormalization(renorm=True, renorm_clipping=clipping, renorm_momentum=0.8, momentum=0.9)]
    if kind == "Normalization":
        return [layers.Normalization(mean=0.3, variance=1.7)]
    if kind == "Rescaling":
        return [layers.Rescaling(1.4, offset=-0.1)]
    if kind == "ActivityRegularization":
        return [layers.ActivityRegularization(l1=0.01, l2=0.02)]
    if kind == "GaussianNoise":
        return [layers.GaussianNoise(0.0)]
    # A bias before a batch normalization has a gradient of nothing but rounding, which Adam makes steps of.
    return [layers.Dense(units, use_bias=kind != "BatchNormalization"), getattr(layers, kind)()]


def last(kind, units):
    if kind == "Softmax":
        return [layers.Dense(units), layers.Softmax()]
    if kind.startswith("layer:"):
        return [layers.Dense(units), layers.Activation(kind.removeprefix("layer:"))]
    return [layers.Dense(units, kind)]


def some(values, rng, most):
    return [values[int(i)] for i in rng.permutation(len(values))[: int(rng.integers(0, most + 1))]]


def weights(rows, rng):
    return [round(float(w), 2) for w in rng.uniform(0.1, 2, rows)]


def drawn_case(number, kind, loss, rng, rows, penalized):
    optimizer = OPTIMIZERS[(number * 7 + number // len(OPTIMIZERS)) % len(OPTIMIZERS)]
    callbacks = CALLBACKS[int(rng.integers(len(CALLBACKS)))]
    if callbacks and callbacks[0]["class"] == "SwapEMAWeights":
        optimizer = {"class": optimizer["class"], "args": optimizer["args"] | {"use_ema": True, "ema_momentum": 0.8}}
        callbacks = [spec("SwapEMAWeights", swap_on_epoch=rng.random() < 0.5)]
    if "learning_rate" in optimizer["args"] and isinstance(optimizer["args"]["learning_rate"], dict):
        callbacks = [c for c in callbacks if c["class"] not in ("ReduceLROnPlateau", "LearningRateScheduler")]
    reduction = ["", "", "sum", "mean_with_sample_weight", "none", "none"][int(rng.integers(6))]
    if reduction and not (reduction == "none" and penalized):  # which Keras cannot add up
        loss = spec(loss["class"], **loss["args"], reduction=reduction)
    case = {
        "loss": loss, "optimizer": optimizer, "callbacks": callbacks, "batch_size": int(rng.integers(4, rows + 4)), "epochs": int(rng.integers(4, 9)),
        "metrics": some(METRICS[kind], rng, 2), "weighted_metrics": some(METRICS[kind], rng, 2),
    }
    if rng.random() < 0.25:
        case["initial_epoch"] = 2
    if rng.random() < 0.5:
        case["sample_weight"] = weights(rows, rng)
    elif rng.random() < 0.4 and kind in ("classes", "sparse"):
        case["class_weight"] = {"0": 0.4, "1": 1.7}
    needs = any(c["args"].get("monitor") == "val_loss" for c in callbacks)
    if needs or rng.random() < 0.7:
        if rng.random() < 0.4:
            case["validation_split"] = round(float(rng.uniform(0.2, 0.4)), 2)
        else:
            case["validation_rows"] = int(rng.integers(5, 12))
            if rng.random() < 0.6:
                case["validation_weight"] = weights(case["validation_rows"], rng)
        if rng.random() < 0.5:
            case["validation_batch_size"] = int(rng.integers(2, 9))
        if not needs and rng.random() < 0.5:
            case["validation_freq"] = int(rng.integers(2, 4)) if rng.random() < 0.7 else sorted({int(e) for e in rng.integers(1, 7, 3)})
    case["again"] = {"batch_size": int(rng.integers(2, 11)), "sample_weight": weights(rows, rng) if rng.random() < 0.6 else None}
    return case


def trained(model, case, x, y, validation):
    """The history, what evaluate and train_on_batch log afterwards, predictions, and the weights."""
    model.compile(
        fixture.construct(keras.optimizers, case["optimizer"]), fixture.construct(keras.losses, case["loss"]),
        metrics=[whole.metric(m) for m in case["metrics"]], weighted_metrics=[whole.metric(m) for m in case["weighted_metrics"]],
    )
    args = {name: case[name] for name in ("batch_size", "epochs", "initial_epoch", "validation_split", "validation_batch_size", "validation_freq") if name in case}
    if "sample_weight" in case:
        args["sample_weight"] = np.array(case["sample_weight"], np.float32)
    if "class_weight" in case:
        args["class_weight"] = {int(k): v for k, v in case["class_weight"].items()}
    if validation is not None:
        args["validation_data"] = validation
    history = model.fit(x, y, shuffle=False, verbose=0, callbacks=[callback(c) for c in case["callbacks"]], **args)
    again = case["again"]
    sample_weight = None if again["sample_weight"] is None else np.array(again["sample_weight"], np.float32)
    evaluated = model.evaluate(x, y, batch_size=again["batch_size"], sample_weight=sample_weight, verbose=0, return_dict=True)
    predicted = model.predict(x, batch_size=again["batch_size"], verbose=0)
    after = [np.array(w) for w in model.get_weights()]
    on_batch = model.train_on_batch(x, y, sample_weight=sample_weight, return_dict=True)
    return history, evaluated, predicted, after, on_batch


def callback(what):
    if what["class"] == "LearningRateScheduler":
        return keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate * what["args"]["factor"])
    return fixture.construct(keras.callbacks, what)


def one(number):
    rng = np.random.default_rng(SEED + number)
    kind, loss, ending = LOSSES[number % len(LOSSES)]
    if number >= CROSSED:
        ending = ENDINGS[int(np.random.default_rng(number).integers(len(ENDINGS)))]
    features, rows = int(rng.integers(1, 5)), int(rng.integers(15, 36))
    units = int(rng.integers(3, 5)) if kind in ("classes", "sparse") else int(rng.integers(2, 4)) if "softmax" in ending else int(rng.integers(1, 4))
    names = [BODY[int(i)] for i in rng.integers(len(BODY), size=int(rng.integers(1, 4)))]

    def stack():
        again = np.random.default_rng(number)
        return [layer for name in names for layer in body(name, features, again)] + last(ending, units)

    def model_of():
        keras.utils.clear_session()
        return keras.Sequential([keras.Input(shape=(features,)), *stack()])

    x = rng.normal(0, 1.3, (rows, features)).astype(np.float32)
    y = labels(kind, x, units, rng).astype(np.float32)
    case = drawn_case(number, kind, loss, rng, rows, bool(model_of().losses) or "ActivityRegularization" in names)
    if number >= CROSSED:  # here TerminateOnNaN goes back to weights that are numbers, in Keras not
        case["callbacks"] = [c for c in case["callbacks"] if c["class"] != "TerminateOnNaN"]
    validation, row = None, {}
    if "validation_rows" in case:
        vx = rng.normal(0, 1.3, (case["validation_rows"], features)).astype(np.float32)
        vy = labels(kind, vx, units, rng).astype(np.float32)
        validation = (vx, vy)
        row = {"validation_x": fixture.floats(vx), "validation_y": fixture.floats(vy)}
        if "validation_weight" in case:
            validation = (vx, vy, np.array(case["validation_weight"], np.float32))
    keras.utils.set_random_seed(number)
    model = model_of()
    start = [np.array(w) for w in model.get_weights()]
    history, evaluated, predicted, after, on_batch = trained(model, case, x, y, validation)
    row |= case | {
        "name": f"{number}: {loss['class']}, {ending}, {case['optimizer']['class']}", "config": json.loads(model.to_json()),
        "x": fixture.floats(x), "y": fixture.floats(y), "start": whole.flat(start), "final": whole.flat(after),
        "history": {k: fixture.floats(np.array(v).reshape(len(v))) for k, v in history.history.items()}, "epoch": history.epoch,
        "evaluated": logs(evaluated), "predicted": fixture.floats(predicted), "on_batch": logs(on_batch), "at_last": whole.flat(model.get_weights()),
    }
    other = model_of()
    other.set_weights(moved(start, rng))
    history2, evaluated2, _, after2, on_batch2 = trained(other, case, x, y, validation)
    distances = [apart(v, history2.history[k]) if len(v) == len(history2.history[k]) else 9.0 for k, v in history.history.items()]
    distances += [apart(v, evaluated2[k]) for k, v in evaluated.items()] + [apart(v, on_batch2[k]) for k, v in on_batch.items()]
    distances += [apart(a, b) for a, b in zip(after + model.get_weights(), after2 + other.get_weights())]
    return row | {"moved": float(max(distances))}


def apart(a, b):
    """The largest difference of two lists, relative to numbers above 1; two NaN are equal."""
    a, b = np.asarray(a, np.float64), np.asarray(b, np.float64)
    same = (a == b) | (np.isnan(a) & np.isnan(b))
    with np.errstate(invalid="ignore"):
        return float(np.max(np.where(same, 0, np.nan_to_num(np.abs(a - b) / np.maximum(1, np.abs(a)), nan=9.0, posinf=9.0)), initial=0))


def logs(values):
    return {k: fixture.float32(np.array(v).reshape(())) for k, v in values.items()}


def main():
    fixture.write("mixed.json", __file__, {"seed": SEED, "trainings": [one(n) for n in range(CROSSED + 22)]})
