"""What fit prints of twenty models, with callbacks that talk, and their summaries."""

import os
import re
import tempfile

import keras
import numpy as np

import fixture
import whole
from console import printed
from fixture import spec

layers = keras.layers

SGD, ADAM = spec("SGD", learning_rate=0.05), spec("Adam", learning_rate=0.02)
MSE = spec("MeanSquaredError")
HALVING = spec("LearningRateScheduler", verbose=1)
DECAY = spec("ExponentialDecay", initial_learning_rate=0.1, decay_steps=4, decay_rate=0.5)


def stopping(**args):
    return spec("EarlyStopping", monitor="loss", verbose=1, **args)


def plateau(**args):
    return spec("ReduceLROnPlateau", monitor="loss", verbose=1, **args)


def checkpoint(**args):
    return spec("ModelCheckpoint", filepath="model-{epoch:02d}.keras", verbose=1, **args)


def net(*middle):
    return [layers.Dense(4, "tanh"), *middle, layers.Dense(2)]


# Name, layers, how it is trained.
CASES = [
    ("one epoch", lambda: [layers.Dense(2)], {"epochs": 1}),
    ("one epoch of a net, validated", net, {"epochs": 1, "validation_split": 0.25, "metrics": ["mae"]}),
    ("three epochs of partial batches", net, {"epochs": 3, "batch_size": 5}),
    ("negative losses", lambda: [layers.Dense(2)], {"loss": spec("CosineSimilarity"), "epochs": 3}),
    ("negative losses, validated", net, {"loss": spec("CosineSimilarity"), "epochs": 2, "validation_split": 0.5, "metrics": ["cosine_similarity"]}),
    ("tiny losses", lambda: [layers.Rescaling(0.0), layers.Dense(2, use_bias=False)], {"epochs": 2, "scale": 0.002}),
    ("a schedule", net, {"optimizer": spec("SGD", learning_rate=DECAY), "epochs": 3}),
    ("a schedule of Nadam", net, {"optimizer": spec("Nadam", learning_rate=DECAY), "epochs": 2}),
    ("early stopping", net, {"epochs": 9, "callbacks": [stopping(min_delta=10.0)]}),
    ("early stopping restores", net, {"epochs": 9, "callbacks": [stopping(min_delta=10.0, patience=2, restore_best_weights=True)]}),
    ("early stopping with a baseline", net, {"epochs": 6, "callbacks": [stopping(baseline=0.0001, patience=3)]}),
    ("a plateau", net, {"epochs": 5, "callbacks": [plateau(patience=1, factor=0.5, min_delta=10.0)]}),
    ("a plateau that cools", net, {"epochs": 7, "optimizer": ADAM, "callbacks": [plateau(patience=1, factor=0.1, min_delta=10.0, cooldown=1, min_lr=0.001)]}),
    ("halving", net, {"epochs": 3, "callbacks": [HALVING]}),
    ("halving and stopping", net, {"epochs": 9, "callbacks": [HALVING, stopping(min_delta=5.0, patience=2)]}),
    ("a checkpoint", net, {"epochs": 2, "callbacks": [checkpoint()]}),
    ("the best checkpoints", net, {"epochs": 4, "callbacks": [checkpoint(monitor="loss", save_best_only=True, initial_value_threshold=0.9)]}),
    ("the highest checkpoints", net, {"epochs": 3, "callbacks": [checkpoint(monitor="loss", mode="max", save_best_only=True)]}),
    ("batch normalization", lambda: net(layers.BatchNormalization(), layers.LayerNormalization()), {"epochs": 2, "optimizer": ADAM}),
    ("classes", lambda: [layers.Dense(6, "relu"), layers.Dense(2, "softmax")], {"loss": spec("CategoricalCrossentropy"), "metrics": ["accuracy", "precision", "auc"], "epochs": 2, "optimizer": ADAM}),
    ("averages", net, {"epochs": 2, "optimizer": spec("SGD", learning_rate=0.1, use_ema=True, gradient_accumulation_steps=2)}),
]


def callback(what):
    if what["class"] == "LearningRateScheduler":
        return keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate * 0.5, **what["args"])
    return fixture.construct(keras.callbacks, what)


def finished(text):
    """The lines that stay: colours, and what a bar drew before it was finished, aside."""
    text = re.sub("\x1b\\[[0-9;]*m|\b", "", text)
    lines = [line.split("\r")[-1].rstrip() for line in text.split("\n")]
    for i, line in enumerate(lines[:-1]):
        if re.match(r"\s*\d+/\d+ ", line) and re.match(r"Epoch \d+: ", lines[i + 1]):
            lines[i] = ""  # a bar in the middle of which a callback talks
    return "\n".join(lines)


def one(number, name, stack, case):
    keras.utils.clear_session()
    keras.utils.set_random_seed(number)
    rng = np.random.default_rng(number)
    x = rng.normal(0, 1, (16, 3)).astype(np.float32)
    y = np.stack([x[:, 0] - x[:, 1], np.sin(x[:, 2])], axis=1) * case.get("scale", 1)
    if case.get("loss", MSE)["class"] == "CategoricalCrossentropy":
        y = np.eye(2)[(x[:, 0] > 0).astype(int)]
    y = y.astype(np.float32)
    case = {"optimizer": SGD, "loss": MSE, "metrics": [], "batch_size": 8, "callbacks": []} | case
    model = keras.Sequential([keras.Input(shape=(3,)), *stack()])
    row = {"name": name, "config": whole.json.loads(model.to_json()), **case, "x": fixture.floats(x), "y": fixture.floats(y), "start": whole.flat(model.get_weights())}
    whole.compiled(model, case)
    args = {"epochs": case["epochs"], "batch_size": case["batch_size"], "validation_split": case.get("validation_split", 0.0)}
    callbacks = [callback(c) for c in case["callbacks"]]
    here = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        text = printed(lambda: model.fit(x, y, shuffle=False, verbose=1, callbacks=callbacks, **args))
        os.chdir(here)
    return row | {"text": finished(text), "summary": fixture.summary(model)}


def main():
    fixture.write("consoles.json", __file__, {"consoles": [one(i, *case) for i, case in enumerate(CASES)]})
