"""Records what Keras makes of the trainings that twin_test.go describes.

From the repository, as `make fixtures` does:

    go test -tags minimal ./pkg/experiment/playground -run Twins -twins /tmp/twins.json
    .venv-keras/bin/python pkg/experiment/playground/testdata/twins.py /tmp/twins.json
"""

import hashlib
import json
import os
import sys
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"

import keras
import numpy as np


def train(told):
    """One training; the losses of every epoch and the last weights."""
    penalty = keras.regularizers.L2(told["L2"]) if told["L2"] else None
    layers = [
        keras.layers.Dense(units, activation=activation, kernel_regularizer=penalty)
        for units, activation in zip(told["Layers"], told["Activations"], strict=True)
    ]
    x = np.array(told["X"], dtype=np.float32)
    y = np.array(told["Y"], dtype=np.float32).reshape(-1, 1)
    model = keras.Sequential([keras.Input(shape=(x.shape[1],)), *layers])
    crossentropy = told["Loss"] == "sparse_categorical_crossentropy"
    metrics = ["sparse_categorical_accuracy"] if crossentropy else []
    model.compile(optimizer=keras.optimizers.SGD(told["Rate"]), loss=told["Loss"], metrics=metrics)
    flat, at, weights = np.array(told["Weights"], dtype=np.float32), 0, []
    for weight in model.get_weights():
        weights.append(flat[at : at + weight.size].reshape(weight.shape))
        at += weight.size
    model.set_weights(weights)
    history = model.fit(
        x, y, epochs=told["Epochs"], batch_size=told["Batch"], shuffle=False,
        validation_split=told["Validation"], verbose=0,
    ).history

    def numbers(name):
        return [float(str(np.float32(v))) for v in history.get(name, [])]

    return {
        "Name": told["Name"],
        "Loss": numbers("loss"),
        "ValLoss": numbers("val_loss"),
        "Accuracy": numbers("sparse_categorical_accuracy"),
        "Final": [float(str(v)) for weight in model.get_weights() for v in weight.ravel()],
    }


def main():
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    twins = json.loads(text)
    runs = [train(twins[name]) for name in sorted(twins)]
    head = {"Keras": keras.__version__, "SHA256": hashlib.sha256(text.encode()).hexdigest()}
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    lines.append('"Runs": [\n' + ",\n".join(json.dumps(run) for run in runs) + "\n]")
    file = Path(__file__).resolve().parent / "twins.json"
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{file.name}: {len(runs)} trainings")


main()
