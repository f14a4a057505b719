"""What Keras 3 says to a beginner's usual mistakes, word for word."""

import contextlib
import io
import warnings

import keras
import numpy as np

import fixture

SETUP = """
model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(units=1)])
model.compile(optimizer="sgd", loss="mean_squared_error", run_eagerly=True)
xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0])
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0])
"""

MISTAKES = [
    ("predict of a list", "model.predict([10.0], verbose=0)"),
    ("predict of a number", "model.predict(10.0, verbose=0)"),
    ("lr=", "keras.optimizers.SGD(lr=0.01)"),
    ("an integer learning rate", "model.compile(keras.optimizers.SGD(learning_rate=1), 'mse'); model.fit(xs, ys, verbose=0)"),
    ("a text learning rate", "keras.optimizers.SGD(learning_rate='0.01')"),
    ("input_shape= on a layer", "keras.Sequential([keras.layers.Dense(units=1, input_shape=[1])])"),
    ("an unknown optimizer", "model.compile(optimizer='sdg', loss='mse')"),
    ("an unknown loss", "model.compile(optimizer='sgd', loss='mean_square_error')"),
    ("an unknown activation", "keras.layers.Dense(1, activation='rellu')"),
    ("an unknown initializer", "keras.layers.Dense(1, kernel_initializer='glorot')"),
    ("an unknown metric", "model.compile('sgd', 'mse', metrics=['accurracy']); model.fit(xs, ys, verbose=0)"),
    ("xs and ys of different lengths", "model.fit(xs, ys[:5], epochs=1, verbose=0)"),
    ("fit with lists", "model.fit([-1.0, 0.0, 1.0], [-3.0, -1.0, 1.0], epochs=1, verbose=0)"),
    ("fit before compile", "keras.Sequential([keras.layers.Dense(1)]).fit(xs, ys, verbose=0)"),
    ("two features for one", "model.fit(np.ones((6, 2)), ys, verbose=0)"),
    ("predict two features for one", "model.predict(np.ones((1, 2)), verbose=0)"),
    ("zero units", "keras.layers.Dense(0)"),
    ("negative units", "keras.layers.Dense(-1)"),
    ("units as text", "keras.layers.Dense('1')"),
    ("weights before build", "keras.Sequential([keras.layers.Dense(1)]).summary()"),
    ("set_weights of the wrong shape", "model.set_weights([np.zeros((2, 1)), np.zeros(1)])"),
    ("set_weights of the wrong count", "model.set_weights([np.zeros((1, 1))])"),
    ("two clip options", "keras.optimizers.SGD(clipnorm=1.0, clipvalue=0.5)"),
    ("a negative clipnorm", "keras.optimizers.SGD(clipnorm=-1.0)"),
    ("momentum above one", "keras.optimizers.SGD(momentum=1.5)"),
    ("batch_size zero", "model.fit(xs, ys, batch_size=0, verbose=0)"),
    ("epochs zero", "model.fit(xs, ys, epochs=0, verbose=0)"),
    ("epochs as text", "model.fit(xs, ys, epochs='500', verbose=0)"),
    ("validation_split one", "model.fit(xs, ys, validation_split=1.0, verbose=0)"),
    ("ragged data", "model.fit(np.array([[1.0], [2.0, 3.0]]), ys[:2], verbose=0)"),
    ("no data", "model.fit(np.array([]), np.array([]), verbose=0)"),
    ("dropout rate two", "keras.layers.Dropout(2)"),
    ("sample_weight of the wrong length", "model.fit(xs, ys, sample_weight=np.ones(5), verbose=0)"),
    ("class index out of range", "keras.losses.SparseCategoricalCrossentropy()(np.array([3]), np.array([[0.2, 0.3, 0.5]]))"),
]


def make(name, code):
    scope = {"keras": keras, "np": np}
    exec(SETUP, scope)
    row = {"name": name, "code": code, "error": "", "message": "", "warnings": []}
    with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("always")
        try:
            exec(code, scope)
        except Exception as error:
            row |= {"error": type(error).__name__, "message": str(error)}
    row["warnings"] = [str(w.message) for w in caught if w.category is UserWarning]
    return row


def main():
    fixture.write(
        "errors.json",
        __file__,
        {"setup": SETUP.strip(), "mistakes": [make(*m) for m in MISTAKES]},
    )
