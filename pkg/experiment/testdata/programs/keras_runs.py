"""Runs the exported Keras programs and records the losses and the answers."""

import keras
import numpy as np

import result


def asked(names, model):
    """What is predicted: x = 10 or, with two inputs, (1, -2), as the experiments say."""
    if model.input_shape[-1] == 1 and "features" not in names:
        return np.array([10.0])
    place = np.array([[1.0, -2.0]])
    return names["features"](place) if "features" in names else place


def main():
    entries = []
    fit = keras.Sequential.fit
    keras.Sequential.fit = lambda self, *args, **kwargs: fit(self, *args, verbose=0, **kwargs)
    for path in sorted(result.FOLDER.glob("keras/*.py")):
        keras.backend.clear_session()
        names, _ = result.run(path.read_text(encoding="utf-8"))
        model = names["model"]
        history = model.history.history
        entries.append({
            "name": path.stem,
            "logs": {key: [float(v) for v in values] for key, values in history.items()},
            "answer": float(model.predict(asked(names, model), verbose=0)[0, 0]),
        })
    keras.Sequential.fit = fit
    result.write("keras.json", entries, keras=keras.__version__)
