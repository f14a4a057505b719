"""The lesson: one neuron learns y = 2x - 1 from six points."""

import keras
import numpy as np

import fixture

XS = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
YS = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)
EPOCHS = 500


def train(name, kernel, bias):
    """Trains from one starting point and keeps every epoch."""
    model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(units=1)])
    model.compile(optimizer="sgd", loss="mean_squared_error")
    model.set_weights([np.array([[kernel]]), np.array([bias])])
    weights = []
    record = keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: weights.append(
            [fixture.float32(v.item()) for v in model.get_weights()]
        )
    )
    start = [fixture.float32(v.item()) for v in model.get_weights()]
    # Six points are one batch: another order would change the rounding alone.
    history = model.fit(XS, YS, epochs=EPOCHS, shuffle=False, verbose=0, callbacks=[record])
    return {
        "name": name,
        "start": start,
        "loss": fixture.floats(history.history["loss"]),
        "weights": weights,
        "predict_10": fixture.float32(model.predict(np.array([10.0]), verbose=0).item()),
    }


def main():
    glorot = keras.initializers.GlorotUniform(seed=1)(shape=(1, 1))
    fixture.write(
        "lesson.json",
        __file__,
        {
            "x": fixture.floats(XS),
            "y": fixture.floats(YS),
            "epochs": EPOCHS,
            "trainings": [
                train("w=0 b=0", 0.0, 0.0),
                train("w=10 b=-10", 10.0, -10.0),
                train("glorot", float(np.asarray(glorot).item()), 0.0),
            ],
        },
    )
