"""What Keras prints: progress lines, their numbers, and the summary table."""

import contextlib
import io

import keras
import numpy as np
from keras.src.utils import progbar

import fixture

layers = keras.layers


class Clock:
    """A stand-in for the time module: each look at it is `tick` seconds later."""

    def __init__(self, tick):
        self.tick, self.now = tick, 0.0

    def time(self):
        self.now += self.tick
        return self.now


@contextlib.contextmanager
def ticking(tick):
    real, progbar.time = progbar.time, Clock(tick)
    try:
        yield
    finally:
        progbar.time = real


def printed(action):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        action()
    return out.getvalue()


# Numbers at which the format changes, and the ends of float32.
NUMBERS = [0.0, 1.0, 0.5, 15.666667, 1e-3, 1.0001e-3, 9.99e-4, 4.021716e-05, 1e-7, 123456.789, 1e10, 1e38, -0.25, -1e-3, -5e-4, -123.45678, 0.99995, 0.00104999, float("inf"), float("nan")]


def number(value):
    """One number as a finished bar of verbose 1 and of verbose 2 prints it."""
    texts = []
    for verbose in (1, 2):
        bar = progbar.Progbar(target=1, verbose=verbose)
        texts.append(printed(lambda: bar.update(1, [("loss", value)], finalize=True)).rstrip("\n").split("loss: ")[1])
    return {"value": fixture.float32(value), "verbose_1": texts[0], "verbose_2": texts[1]}


# (target, seconds a look at the clock takes): the whole run of a bar.
BARS = [(1, 0.024), (2, 0.0004), (5, 0.3), (10, 0.06), (7, 2.0), (25, 20.0), (3, 3000.0), (12, 0.00001)]


def bar(target, tick):
    def run():
        meter = progbar.Progbar(target=target, verbose=1, stateful_metrics=["loss", "accuracy"])
        for step in range(1, target + 1):
            meter.update(step, [("loss", 2.0 / step), ("accuracy", step / target)])

    with ticking(tick):
        return {"target": target, "tick": tick, "text": printed(run)}


def fit(verbose, rows, epochs, tick, **args):
    """What fit prints, with the ticking clock in place of the real one."""
    x = np.linspace(-1, 1, rows, dtype=np.float32).reshape(-1, 1)
    y = 2 * x - 1
    model = keras.Sequential([keras.Input(shape=(1,)), layers.Dense(1)])
    model.compile("sgd", "mse", metrics=["mae"], run_eagerly=True)
    model.set_weights([np.zeros((1, 1)), np.zeros(1)])
    with ticking(tick):
        text = printed(lambda: model.fit(x, y, epochs=epochs, verbose=verbose, shuffle=False, **args))
    return {"verbose": verbose, "rows": rows, "epochs": epochs, "tick": tick, "args": args, "text": text}


def sequential(*stack):
    return keras.Sequential(list(stack), name="sequential")


def one_neuron():
    return sequential(keras.Input(shape=(1,)), layers.Dense(1, name="dense"))


def compiled(model, optimizer):
    """After one step the optimizer has built its variables, which summary counts."""
    model.compile(optimizer, "mse", run_eagerly=True)
    model.train_on_batch(np.zeros((1, 1)), np.zeros((1, 1)))
    return model


def summaries():
    yield "one neuron", one_neuron()
    yield "one neuron, SGD after a step", compiled(one_neuron(), "sgd")
    yield "one neuron, Adam after a step", compiled(one_neuron(), "adam")
    yield "no input shape", sequential(layers.Dense(4, name="dense"), layers.Dense(1, name="dense_1"))
    yield "1-16-16-1", sequential(
        keras.Input(shape=(1,)),
        layers.Dense(16, activation="tanh", name="dense"),
        layers.Dense(16, activation="tanh", name="dense_1"),
        layers.Dense(1, name="dense_2"),
    )
    yield "no bias, activation, dropout", sequential(
        keras.Input(shape=(3,)),
        layers.Dense(8, use_bias=False, name="dense"),
        layers.Activation("relu", name="activation"),
        layers.Dropout(0.5, name="dropout"),
        layers.Dense(2, name="dense_1"),
        layers.Activation("softmax", name="activation_1"),
    )
    yield "thousands", sequential(
        keras.Input(shape=(1000,)),
        layers.Dense(1000, name="dense"),
        layers.Dense(300, name="dense_1"),
        layers.Dense(1, name="dense_2"),
    )
    yield "a long name", sequential(
        keras.Input(shape=(2,)),
        layers.Dense(1, name="the_one_and_only_neuron_of_this_whole_network"),
    )


def summary(name, model):
    lines = []
    model.summary(print_fn=lambda text, line_break=False: lines.append(text))
    return {"name": name, "text": "\n".join(lines)}


def main():
    fixture.write(
        "console.json",
        __file__,
        {
            "numbers": [number(v) for v in NUMBERS],
            "bars": [bar(*b) for b in BARS],
            "fits": [
                fit(1, 6, 3, 0.003),
                fit(2, 6, 3, 0.003),
                fit(1, 100, 2, 0.06),
                fit(2, 100, 2, 0.06),
                fit(1, 40, 2, 0.06, validation_split=0.25, batch_size=10),
                fit(2, 40, 2, 0.06, validation_split=0.25, batch_size=10),
                fit(1, 6, 5, 0.003, initial_epoch=3),
            ],
            "summaries": [summary(name, model) for name, model in summaries()],
        },
    )
