"""Whole trainings of varied models: every epoch's loss, metrics and weights.

Shuffling is off and the initial weights are in the fixture, so that a training
is a function of what is written here.
"""

import keras
import numpy as np

import fixture
from fixture import spec

EPOCHS = 6


def layer(units, activation="linear", **args):
    return {"units": units, "activation": activation} | args


# Each model: how many features, its layers, the task of its data.
SHALLOW = [
    ("line", 1, [layer(1)], "regression"),
    ("plane", 3, [layer(2)], "regression"),
    ("no bias", 2, [layer(1, use_bias=False)], "regression"),
    ("logistic", 2, [layer(1, "sigmoid")], "binary"),
    ("softmax", 3, [layer(4, "softmax")], "classes"),
    ("sparse softmax", 3, [layer(4, "softmax")], "sparse"),
]
DEEP = [
    ("tanh", 1, [layer(8, "tanh"), layer(1)], "regression"),
    ("relu", 2, [layer(6, "relu"), layer(2)], "regression"),
    ("sigmoid net", 2, [layer(5, "sigmoid"), layer(1, "sigmoid")], "binary"),
    ("tanh tanh", 1, [layer(6, "tanh"), layer(6, "tanh"), layer(1)], "regression"),
    ("relu softmax", 3, [layer(8, "relu"), layer(4, "softmax")], "classes"),
    ("four", 2, [layer(5, "elu"), layer(4, "softplus"), layer(3, "silu"), layer(1)], "regression"),
    ("four classes", 3, [layer(6, "gelu"), layer(5, "leaky_relu"), layer(5, "selu"), layer(4, "softmax")], "sparse"),
    ("mish", 2, [layer(5, "mish"), layer(5, "softsign"), layer(1, "sigmoid")], "binary"),
]
LOSSES = {
    "regression": "mean_squared_error",
    "binary": "binary_crossentropy",
    "classes": "categorical_crossentropy",
    "sparse": "sparse_categorical_crossentropy",
}
METRICS = {
    "regression": ["mae", "root_mean_squared_error", "r2_score"],
    "binary": ["accuracy", "mse"],
    "classes": ["accuracy"],
    "sparse": ["accuracy"],
}


def cases():
    """Every training as data: what the Go test builds it from."""
    for name, features, layers, task in SHALLOW + DEEP:
        base = {"features": features, "layers": layers, "task": task, "loss": LOSSES[task], "metrics": METRICS[task], "rows": 24}
        yield f"{name}, SGD, whole batches", base | {"optimizer": spec("SGD", learning_rate=0.1), "batch_size": 8}
        yield f"{name}, Adam, a partial batch", base | {"optimizer": spec("Adam", learning_rate=0.02), "batch_size": 7}
        yield f"{name}, validation split", base | {
            "optimizer": spec("SGD", learning_rate=0.05, momentum=0.9), "batch_size": 5, "validation_split": 0.3,
        }
        yield f"{name}, sample weights", base | {
            "optimizer": spec("RMSprop", learning_rate=0.01), "batch_size": 32, "sample_weight": True, "validation_split": 0.25,
        }
    regression = {"features": 2, "task": "regression", "loss": "mean_squared_error", "metrics": ["mae"], "rows": 20, "batch_size": 6}
    net = [layer(4, "tanh"), layer(1)]
    for loss in ("mean_absolute_error", "huber", "log_cosh"):
        yield f"loss {loss}", regression | {"layers": net, "loss": loss, "optimizer": spec("SGD", learning_rate=0.05)}
    for args in (
        {"kernel_regularizer": spec("L2", l2=0.05)},
        {"kernel_regularizer": spec("L1", l1=0.02), "bias_regularizer": spec("L2", l2=0.1)},
        {"activity_regularizer": spec("L2", l2=0.03)},
        {"activity_regularizer": spec("L1", l1=0.03), "kernel_regularizer": spec("L1L2", l1=0.01, l2=0.02)},
    ):
        layers = [layer(4, "tanh", **args), layer(1)]
        yield f"regularized {args}", regression | {"layers": layers, "optimizer": spec("SGD", learning_rate=0.05)}
        yield f"regularized and validated {args}", regression | {
            "layers": layers, "optimizer": spec("Adam", learning_rate=0.02), "validation_split": 0.4,
        }
    for optimizer in (
        spec("AdamW", learning_rate=0.02, weight_decay=0.1),
        spec("Nadam", learning_rate=0.02),
        spec("Adamax", learning_rate=0.02),
        spec("Adagrad", learning_rate=0.1),
        spec("Adadelta", learning_rate=1.0),
        spec("Lion", learning_rate=0.005),
        spec("Ftrl", learning_rate=0.1),
        spec("SGD", learning_rate=0.1, clipnorm=0.4),
        spec("SGD", learning_rate=0.1, global_clipnorm=0.4),
        spec("SGD", learning_rate=0.1, nesterov=True, momentum=0.8, clipvalue=0.3),
        spec("SGD", learning_rate=spec("ExponentialDecay", initial_learning_rate=0.2, decay_steps=5, decay_rate=0.7)),
    ):
        yield f"optimizer {optimizer}", regression | {"layers": net, "optimizer": optimizer}
    yield "class weights", {
        "features": 2, "layers": [layer(4, "tanh"), layer(1, "sigmoid")], "task": "binary", "loss": "binary_crossentropy",
        "metrics": ["accuracy"], "rows": 22, "batch_size": 6, "optimizer": spec("SGD", learning_rate=0.1),
        "class_weight": {"0": 0.5, "1": 2.5}, "validation_split": 0.25,
    }
    for name, callback, epochs in (
        ("early stopping", spec("EarlyStopping", monitor="val_loss", patience=1, min_delta=0.01), 30),
        ("early stopping restores", spec("EarlyStopping", monitor="val_loss", patience=2, restore_best_weights=True), 30),
        ("early stopping from an epoch", spec("EarlyStopping", monitor="loss", patience=0, min_delta=0.05, start_from_epoch=4), 30),
        ("plateau", spec("ReduceLROnPlateau", monitor="loss", factor=0.5, patience=2, min_delta=0.05), 12),
        ("plateau cools", spec("ReduceLROnPlateau", monitor="val_loss", factor=0.3, patience=1, min_delta=0.1, cooldown=2, min_lr=0.01), 12),
    ):
        yield name, regression | {
            "layers": [layer(6, "tanh"), layer(1)], "rows": 20, "optimizer": spec("SGD", learning_rate=0.3),
            "validation_split": 0.5, "callback": callback, "epochs": epochs,
        }
    yield "initial epoch", regression | {"layers": net, "optimizer": spec("Adam", learning_rate=0.02), "initial_epoch": 2}


def data(case, rng):
    x = rng.uniform(-1.5, 1.5, (case["rows"], case["features"])).astype(np.float32)
    score = np.sin(2 * x[:, :1]) + x[:, -1:] * 0.5 + rng.normal(0, 0.1, (len(x), 1))
    units = [what["units"] for what in case["layers"] if "units" in what][-1]
    if case["task"] == "regression":
        y = np.concatenate([score * (k + 1) - 0.3 * k for k in range(units)], axis=1)
    elif case["task"] == "binary":
        y = (score > 0).astype(np.float32)
    else:
        classes = rng.integers(0, units, len(x))
        classes[score[:, 0] > 0.5] = 1
        y = classes.reshape(-1, 1) if case["task"] == "sparse" else np.eye(units)[classes]
    return x, y.astype(np.float32)


def build(case):
    layers = [keras.Input(shape=(case["features"],))]
    for what in case["layers"]:
        args = {k: fixture.construct(keras.regularizers, v) if isinstance(v, dict) else v for k, v in what.items() if k != "class"}
        layers.append(getattr(keras.layers, what.get("class", "Dense"))(**args))
    return keras.Sequential(layers)


def numbers(weights):
    return fixture.floats(np.concatenate([w.ravel() for w in weights]))


def train(name, case):
    rng = np.random.default_rng(abs(hash_of(name)))
    keras.utils.set_random_seed(hash_of(name) % 1000)
    x, y = data(case, rng)
    model = build(case)
    scale = case.get("scale", 1)
    model.set_weights([(w + rng.normal(0, 0.1, w.shape).astype(np.float32)) * scale for w in model.get_weights()])
    start = numbers(model.get_weights())
    metrics = list(case["metrics"])
    metrics = [keras.metrics.RootMeanSquaredError() if m == "root_mean_squared_error" else keras.metrics.R2Score() if m == "r2_score" else m for m in metrics]
    loss = fixture.construct(keras.losses, case["loss"]) if isinstance(case["loss"], dict) else case["loss"]
    model.compile(fixture.construct(keras.optimizers, case["optimizer"]), loss, metrics=metrics)
    weights = []
    callbacks = [keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: weights.append(numbers(model.get_weights())))]
    if "callback" in case:
        callbacks.append(fixture.construct(keras.callbacks, case["callback"]))
    args = {"epochs": case.get("epochs", EPOCHS), "batch_size": case["batch_size"], "initial_epoch": case.get("initial_epoch", 0)}
    row = case | args | {"name": name, "x": fixture.floats(x), "y": fixture.floats(y), "start": start}
    if "validation_split" in case:
        args["validation_split"] = case["validation_split"]
    if case.get("sample_weight"):
        args["sample_weight"] = rng.uniform(0, 2, len(x)).astype(np.float32)
        row["sample_weight"] = fixture.floats(args["sample_weight"])
    if "class_weight" in case:
        args["class_weight"] = {int(k): v for k, v in case["class_weight"].items()}
    history = model.fit(x, y, shuffle=False, verbose=0, callbacks=callbacks, **args)
    logs = {k: fixture.floats(v) for k, v in history.history.items() if k != "learning_rate"}
    # The weights of the first, the middle and the last epoch say it all.
    keep = sorted({0, len(weights) // 2, len(weights) - 1})
    return row | {
        "history": logs,
        "weights": [{"epoch": i, "values": weights[i]} for i in keep],
        "final": numbers(model.get_weights()),
    }


def hash_of(text):
    """The same number for a text every time, which Python's hash is not."""
    number = 7
    for character in text:
        number = (number * 31 + ord(character)) % 1_000_003
    return number


def main():
    fixture.write("trainings.json", __file__, {"trainings": [train(*c) for c in cases()]})
