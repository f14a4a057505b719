"""The mistakes of the lesson: what Keras 3 says to each, and a program without it.

Each program below is the lesson with one line changed. The right program must
run; what the wrong one raises or warns is written into mistakes.json.
"""

import warnings

import result

LESSON = '''import keras
import numpy as np

xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)

model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(units=1)])
model.compile(optimizer="sgd", loss="mean_squared_error")
model.fit(xs, ys, epochs=2)
print(model.predict(np.array([10.0])))
'''

COMPILE = 'model.compile(optimizer="sgd", loss="mean_squared_error")\n'
MODEL = "keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(units=1)])"


def compiled(optimizer='"sgd"', loss='"mean_squared_error"', more=""):
    return f"model.compile(optimizer={optimizer}, loss={loss}{more})\n"


# name: (what of the lesson, becomes wrong, mended by the fix)
MISTAKES = {
    "predict of a list": ("np.array([10.0])", "[10.0]", "np.array([10.0])"),
    "predict of whole numbers": ("np.array([10.0])", "[10, 11]", "np.array([10, 11])"),
    "predict of a number": ("np.array([10.0])", "10.0", "np.array([10.0])"),
    "fit of a list": ("np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)", "[-1.0, 0.0, 1.0, 2.0, 3.0, 4.0]",
                      "np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0])"),
    "lr": (COMPILE, compiled("keras.optimizers.SGD(lr=0.01)"), compiled("keras.optimizers.SGD(learning_rate=0.01)")),
    "whole learning rate": (COMPILE, compiled("keras.optimizers.SGD(learning_rate=1)"), compiled("keras.optimizers.SGD(learning_rate=1.0)")),
    "input_shape": (MODEL, "keras.Sequential([keras.layers.Dense(units=1, input_shape=[1])])", MODEL),
    "input_dim": (MODEL, "keras.Sequential([keras.layers.Dense(1, input_dim=1)])",
                  "keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])"),
    "shape of a number": ("shape=(1,)", "shape=(1)", "shape=(1,)"),
    "optimizer SDG": (COMPILE, compiled('"SDG"'), compiled('"sgd"')),
    "optimizer class Sgd": (COMPILE, compiled("keras.optimizers.Sgd()"), compiled("keras.optimizers.SGD()")),
    "optimizer argument beta1": (COMPILE, compiled("keras.optimizers.Adam(beta1=0.8)"), compiled("keras.optimizers.Adam(beta_1=0.8)")),
    "capitalised loss": (COMPILE, compiled(loss='"Mean_Squared_Error"'), compiled(loss='"mean_squared_error"')),
    "misspelt loss": (COMPILE, compiled(loss='"mean_squared_eror"'), compiled(loss='"mean_squared_error"')),
    "misspelt activation": ("Dense(units=1)", 'Dense(units=1, activation="rellu")', 'Dense(units=1, activation="relu")'),
    "capitalised activation": ("Dense(units=1)", 'Dense(units=1, activation="ReLU")', 'Dense(units=1, activation="relu")'),
    "misspelt metric": (COMPILE, compiled(more=', metrics=["maee"]'), compiled(more=', metrics=["mae"]')),
    "metrics as a text": (COMPILE, compiled(more=', metrics="mae"'), compiled(more=', metrics=["mae"]')),
    "unit": ("units=1", "unit=1", "units=1"),
    "activatoin": ("Dense(units=1)", 'Dense(units=1, activatoin="relu")', 'Dense(units=1, activation="relu")'),
    "units of a fraction": ("units=1", "units=1.5", None),
    "epoch": ("epochs=2", "epoch=2", "epochs=2"),
    "optimiser": (COMPILE, 'model.compile(optimiser="sgd", loss="mean_squared_error")\n', COMPILE),
    "missing compile": (COMPILE, "", COMPILE),
    "missing loss": (COMPILE, 'model.compile(optimizer="sgd")\n', COMPILE),
    "lengths differ": ("3.0, 5.0, 7.0]", "3.0, 5.0]", None),
    "one y too many": ("5.0, 7.0]", "5.0, 7.0, 9.0]", "5.0, 7.0]"),
    "numpy not imported": ("import numpy as np\n", "", None),
}


def said(program):
    """What Python says at the end of a program: an error, or a warning."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result.run(program)
        except Exception as error:  # whatever Keras raises is what is wanted
            return f"{type(error).__name__}: {error}"
    for warning in caught:
        if "input_shape" in str(warning.message):
            return f"{warning.category.__name__}: {warning.message}"
    return ""


def main():
    entries = []
    for name, (right, wrong, mended) in MISTAKES.items():
        assert LESSON.count(right) == 1, name
        program = LESSON.replace(right, wrong)
        entry = {"name": name, "program": program, "keras": said(program)}
        assert entry["keras"], name
        if mended is not None:
            entry["mended"] = LESSON.replace(right, mended)
            assert not said(entry["mended"]), name
        entries.append(entry)
    result.write("mistakes.json", entries)
