"""Runs the programs of cases.txt as they are in Keras, and records what each prints, with
the weights that its first training began with; progress bars are left out."""
import contextlib
import io
import json
import os

from result import write


class Keras:
    """Keras without bars, which notes the weights that a first training begins with."""

    def __init__(self, eager=True):
        import sys
        import types

        import keras
        import numpy as np
        import tensorflow as tf

        self.keras, self.versions = keras, {"keras": keras.__version__, "numpy": np.__version__}
        tf.config.run_functions_eagerly(eager)  # to trace a short program takes longer than to run it
        self.start = start = []

        def quiet(method, notes):
            def call(model, *args, **kwargs):
                if notes and not start:
                    if not model.built:
                        model.build((None, 1))
                    if not model.weights:  # a class of the program's own makes them when it is called
                        model(np.asarray(args[0])[:1])
                    start.append(np.concatenate([w.ravel() for w in model.get_weights()]).tolist())
                if method.__name__ in ("fit", "predict", "evaluate"):
                    if method.__name__ == "fit" and len(args) > 4:
                        args = args[:4]
                    kwargs["verbose"] = 0
                return method(model, *args, **kwargs)

            return call

        for name, notes in (("fit", True), ("train_on_batch", True), ("predict", False), ("evaluate", False)):
            setattr(keras.Model, name, quiet(getattr(keras.Model, name), notes))

        class Nothing(types.ModuleType):
            def __getattr__(self, name):
                return lambda *args, **kwargs: None

        pyplot = Nothing("matplotlib.pyplot")
        matplotlib = types.ModuleType("matplotlib")
        matplotlib.pyplot = pyplot
        sys.modules["matplotlib"], sys.modules["matplotlib.pyplot"] = matplotlib, pyplot

    def run(self, program, seed):
        """Runs a program and returns what it began with, printed, and ended with."""
        self.start.clear()
        self.keras.utils.clear_session()
        self.keras.utils.set_random_seed(seed)
        out, error = io.StringIO(), ""
        module = type(contextlib)("__main__")  # which dataclasses look for
        try:
            with contextlib.redirect_stdout(out):
                exec(compile(program, "program", "exec"), module.__dict__)
        except Exception as e:
            error = type(e).__name__ + ": " + str(e)
        return {"start": self.start[0] if self.start else [], "printed": out.getvalue(), "error": error}


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    entries, known = [], {}
    if os.environ.get("RESUME") and os.path.exists(os.path.join(here, "cases.json")):  # goes on where it was stopped
        known = {e["program"]: e for e in json.load(open(os.path.join(here, "cases.json"), encoding="utf-8"))["entries"] if not e["error"]}
    keras = None
    for number, case in enumerate(open(os.path.join(here, "cases.txt"), encoding="utf-8").read().split("\n---\n")):
        name, program = case.split("\n", 1)
        if program in known:
            entries.append(known[program])
            continue
        keras = keras or Keras()
        entries.append({"name": name[2:], "program": program, **keras.run(program, number)})
    write("cases.json", entries, **(keras or Keras()).versions)
