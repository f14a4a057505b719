"""Trainings of every crossentropy after every activation that has logits.

On TensorFlow Keras remembers what went into a sigmoid or a softmax, and measures
each crossentropy, loss or metric, from that. However the last activation is
written, and where the outputs are saturated, shows in the weights.
"""

import fixture
from fixture import spec
from trainings import train

UNITS = 3


def dense(units, activation="linear", **args):
    return {"units": units, "activation": activation} | args


# How the end of a model may be written.
WRITTEN = {
    "in the layer": lambda a, units: [dense(units, a)],
    "as a layer": lambda a, units: [dense(units), {"class": "Activation", "activation": a}],
    "with an activity regularizer": lambda a, units: [dense(units, a, activity_regularizer=spec("L2", l2=0.05))],
    "as a layer after an activity regularizer": lambda a, units: [
        dense(units, activity_regularizer=spec("L2", l2=0.05)), {"class": "Activation", "activation": a},
    ],
    "before a linear layer": lambda a, units: [dense(units, a), {"class": "Activation", "activation": "linear"}],
    "before a dropout of nothing": lambda a, units: [dense(units, a), {"class": "Dropout", "rate": 0.0}],
    "twice": lambda a, units: [dense(units, a), {"class": "Activation", "activation": a}],
}
LOSSES = {
    "binary_crossentropy": "classes",
    "categorical_crossentropy": "classes",
    "sparse_categorical_crossentropy": "sparse",
}
METRICS = {
    "classes": ["binary_crossentropy", "categorical_crossentropy"],
    "sparse": ["sparse_categorical_crossentropy"],
    "binary": ["binary_crossentropy"],
}


def cases():
    base = {"features": 3, "rows": 18, "batch_size": 7, "validation_split": 0.25, "epochs": 4}
    for activation in ("sigmoid", "softmax"):
        for loss, task in LOSSES.items():
            for written, end in WRITTEN.items():
                for scale in (1, 25):
                    if scale > 1 and written in ("twice", "as a layer after an activity regularizer"):
                        continue  # large logits with a penalty diverge
                    yield f"{loss} of a {activation} {written}, weights times {scale}", base | {
                        "layers": [dense(4, "tanh")] + end(activation, UNITS), "task": task, "loss": loss,
                        "metrics": METRICS[task], "scale": scale, "optimizer": spec("SGD", learning_rate=0.3),
                    }
        for loss in (
            spec("BinaryCrossentropy", from_logits=True),
            spec("BinaryCrossentropy", label_smoothing=0.2),
            spec("CategoricalCrossentropy", label_smoothing=0.2),
            spec("CategoricalCrossentropy", from_logits=True),
            spec("SparseCategoricalCrossentropy", from_logits=True),
        ):
            task = "sparse" if loss["class"].startswith("Sparse") else "classes"
            yield f"{loss} of a {activation}", base | {
                "layers": [dense(UNITS, activation)], "task": task, "loss": loss, "metrics": METRICS[task],
                "optimizer": spec("Adam", learning_rate=0.05),
            }
        yield f"one unit, a {activation}", base | {
            "layers": [dense(4, "tanh"), dense(1, activation)], "task": "binary", "loss": "binary_crossentropy",
            "metrics": METRICS["binary"], "optimizer": spec("SGD", learning_rate=0.3),
        }
        yield f"mean_squared_error of a {activation}", base | {
            "layers": [dense(UNITS, activation)], "task": "classes", "loss": "mean_squared_error", "scale": 10,
            "metrics": METRICS["classes"], "optimizer": spec("SGD", learning_rate=0.3),
        }
    yield "a log_softmax has no logits", base | {
        "layers": [dense(UNITS, "log_softmax"), {"class": "Activation", "activation": "exponential"}], "task": "classes",
        "loss": "categorical_crossentropy", "metrics": METRICS["classes"], "optimizer": spec("SGD", learning_rate=0.3),
    }


def main():
    fixture.write("crossentropies.json", __file__, {"trainings": [train(*c) for c in cases()]})
