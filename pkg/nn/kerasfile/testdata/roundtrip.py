"""Keras loads what pkg/nn has written, and saves models for it to load.

    go test ./pkg/nn/kerasfile -run Keras -update    writes configs.json and written/*.keras
    python roundtrip.py                              writes roundtrip.json and saved/*.keras
"""

import json
import os
import sys
import warnings
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import numpy as np

FOLDER = Path(__file__).resolve().parent
layers, optimizers, losses = keras.layers, keras.optimizers, keras.losses


def numbers(values):
    return np.asarray(values, np.float64).round(9).tolist()


def evaluated(model, x, y):
    """Loss and metrics; the score of one output is a list of one."""
    logs = model.evaluate(x, y, verbose=0, return_dict=True)
    return {k: float(np.ravel(v)[0]) for k, v in logs.items()}


def of_config(row):
    model = keras.models.model_from_json(json.dumps(row["config"]))
    arrays = [np.array(w).reshape(v.shape) for w, v in zip(row["weights"], model.get_weights(), strict=True)]
    model.set_weights(arrays)
    for layer in model.layers:
        if isinstance(layer, layers.Normalization):
            layer.finalize_state()  # set_weights leaves what it computes with as it was
    return numbers(model.predict(np.array(row["x"], np.float32), verbose=0))


def of_file(path, row):
    model = keras.models.load_model(path)
    x, y = (np.array(row[k], np.float32) for k in "xy")
    return {"predicted": numbers(model.predict(x, verbose=0)), "evaluated": evaluated(model, x, y)}


def adapted():
    layer = layers.Normalization()
    layer.adapt(np.random.default_rng(1).normal(2, 3, (30, 3)).astype(np.float32))
    return layer


def frozen(layer):
    layer.trainable = False
    return layer


def stacks():
    """Name, layers, what it is compiled with; None for one that is not compiled."""
    dense = layers.Dense
    yield "lesson", [dense(1)], ("sgd", "mean_squared_error", None)
    yield "classifier", [dense(8, activation="relu"), layers.Dropout(0.2), dense(3, activation="softmax")], (
        "adam", "categorical_crossentropy", ["accuracy"],
    )
    yield "binary", [dense(6, activation="tanh"), dense(1, activation="sigmoid")], (
        optimizers.RMSprop(0.01, momentum=0.5), losses.BinaryCrossentropy(label_smoothing=0.1),
        ["accuracy", keras.metrics.Precision(), keras.metrics.Recall(thresholds=0.3), keras.metrics.AUC(curve="PR"), keras.metrics.AUC(multi_label=True, num_labels=1)],
    )
    yield "normalized", [adapted(), dense(4, activation="gelu"), dense(2)], (
        optimizers.Adam(optimizers.schedules.CosineDecay(0.1, 20)), losses.Huber(delta=0.5), ["mae", keras.metrics.RootMeanSquaredError()],
    )
    yield "batch_normalized", [dense(5), layers.BatchNormalization(renorm=True, renorm_clipping={"rmin": 0.5, "dmax": 2.0}), layers.ReLU(), dense(1)], (
        optimizers.SGD(0.01, momentum=0.9, nesterov=True, clipvalue=0.5), "mse", ["mse"],
    )
    yield "layer_normalized", [layers.Rescaling(0.5), dense(5), layers.LayerNormalization(), layers.ELU(alpha=0.5), dense(2)], (
        optimizers.AdamW(0.01), losses.LogCosh(), [keras.metrics.R2Score()],
    )
    yield "constrained", [
        dense(4, activation="selu", kernel_constraint="max_norm", kernel_regularizer=keras.regularizers.L1L2(0.01, 0.02)),
        layers.PReLU(), layers.GaussianNoise(0.1), dense(1, kernel_constraint=keras.constraints.UnitNorm(axis=[0, 1])),
    ], (optimizers.Nadam(0.01, use_ema=True), losses.MeanAbsoluteError(reduction="sum"), None)
    yield "frozen", [frozen(dense(4, activation="relu")), layers.Flatten(), dense(3), layers.Softmax()], (
        optimizers.Adagrad(0.05), losses.CategoricalFocalCrossentropy(), [keras.metrics.TopKCategoricalAccuracy(k=2), keras.metrics.F1Score(average="macro")],
    )
    yield "uncompiled", [dense(4, activation="mish"), layers.LeakyReLU(), layers.ActivityRegularization(l2=0.1), dense(1)], None
    yield "given", [layers.Normalization(mean=[1.0, 2.0, 3.0], variance=[1.0, 4.0, 9.0]), dense(2, use_bias=False)], (
        optimizers.Adamax(0.01, gradient_accumulation_steps=2), losses.Tversky(), ["mean_absolute_error"],
    )


def saved(number, name, stack, compiled, x):
    keras.utils.set_random_seed(number)
    model = keras.Sequential([keras.Input(shape=(3,)), *stack])
    y = labels(model.output_shape[-1])
    row = {"name": name}
    if compiled:
        optimizer, loss, metrics = compiled
        model.compile(optimizer, loss, metrics=metrics, weighted_metrics=["mse"] if name == "binary" else None)
        model.fit(x, y, epochs=3, verbose=0)
    path = FOLDER / "saved" / f"{name}.keras"
    model.save(path)
    if compiled:  # as Keras itself reads it: it does not save Huber's delta
        row["evaluated"] = evaluated(keras.models.load_model(path), x, y)
    return row | {"predicted": numbers(model.predict(x, verbose=0))}


def labels(outputs):
    y = np.zeros((6, outputs), np.float32)
    for i in range(6):
        y[i, i % outputs] = (i // outputs) % 2
    return y


def main():
    (FOLDER / "saved").mkdir(exist_ok=True)
    rows = json.loads((FOLDER / "configs.json").read_text())
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        files = [of_file(path, rows[i]) for i, path in enumerate(sorted((FOLDER / "written").glob("*.keras")))]
    x = np.array(rows[0]["x"], np.float32)
    result = {
        "keras": keras.__version__,
        "configs": [of_config(row) for row in rows],
        "files": files,
        # What Keras says of them: that there is no state of an optimizer.
        "warnings": sorted({str(w.message) for w in caught if w.category is UserWarning}),
        "saved": [saved(i, *what, x) for i, what in enumerate(stacks())],
    }
    lines = [f"{json.dumps(k)}: {json.dumps(v)}" for k, v in result.items()]
    (FOLDER / "roundtrip.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    sys.exit(main())
