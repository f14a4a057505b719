"""Runs in Keras what the page's fixes make of the programs of fixes.txt, which
`go test ./pkg/experiment/program -run Fixes -update` writes to fixes.json, and records
what Keras says to each: nothing, where it runs."""
import contextlib
import io
import json
import os
import warnings

from result import write


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixes.json")
    entries = json.load(open(path, encoding="utf-8"))["entries"]
    import keras
    import numpy as np
    import tensorflow as tf

    tf.config.run_functions_eagerly(True)  # to trace each program takes longer than to run it

    for entry in entries:
        entry["says"] = ""
        with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("always")
            try:
                exec(compile(entry["fixed"], "program", "exec"), {"__name__": "__main__"})
            except Exception as e:
                entry["says"] = type(e).__name__ + ": " + str(e)
        for w in caught:
            if w.category is UserWarning and not entry["says"]:
                entry["says"] = "UserWarning: " + str(w.message)
    write("fixes.json", entries, keras=keras.__version__, numpy=np.__version__)
