"""How a fixture is written: where, with which head, and with which digits."""

import json
import math
import os
from pathlib import Path

import keras
import numpy as np

FOLDER = Path(__file__).resolve().parent


def float32(value):
    """The shortest decimal that reads back as the same float32.

    JSON has no inf and nan, so these become the strings "inf", "-inf", "nan".
    """
    value = np.float32(value)
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return float(str(value))


def floats(values):
    """A nested list of float32 from an array, tensor or nested list."""
    array = np.asarray(values, dtype=np.float32)
    if array.ndim == 0:
        return float32(array)
    return [floats(row) for row in array]


def versions():
    """The versions every fixture names, so that a reader can repeat it."""
    import tensorflow

    return {
        "keras": keras.__version__,
        "backend": keras.backend.backend(),
        "backend_version": tensorflow.__version__,
        "numpy": np.__version__,
    }


def write(name, script, body):
    """Writes body under its versions as compact JSON: one entry a line."""
    head = versions() | {"script": "pkg/nn/testdata/keras/" + os.path.basename(script)}
    lines = [f"{json.dumps(k)}: {compact(v)}" for k, v in (head | body).items()]
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(text) / 1024:.0f} KiB")


def compact(value):
    """JSON without spaces; the items of a list of objects get a line each."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(compact_object(v) for v in value) + "\n]"
    return compact_object(value)


def compact_object(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def spec(class_name, **args):
    """A Keras object as data: its class and the arguments that are not default."""
    return {"class": class_name, "args": args}


def construct(module, what):
    """The Keras object of a spec; an argument that is itself a spec is built too."""
    args = {
        name: construct(keras.optimizers.schedules, value)
        if isinstance(value, dict) and "class" in value
        else value
        for name, value in what["args"].items()
    }
    return getattr(module, what["class"])(**args)


def summary(model):
    """What model.summary() prints."""
    lines = []
    model.summary(print_fn=lambda text, **_: lines.append(text))
    return "\n".join(lines)
