"""What NumPy, Python's random, pandas and scikit-learn answer to expressions: their
repr, or the error. The expressions are in expressions.txt, one a line; a line that
begins with = is a program that those after it begin with."""

import contextlib
import io
import random
import warnings
from pathlib import Path

import numpy as np

import fixture


def answer(setup, line):
    """What the last expression is, or the error that the program ends with."""
    names = {}
    body, _, last = line.rpartition("; ")
    printed = io.StringIO()
    try:
        with warnings.catch_warnings(), np.printoptions(), contextlib.redirect_stdout(printed):
            warnings.simplefilter("ignore")
            random.seed(0)
            exec(setup + body.replace("; ", "\n"), names)
            value = repr(eval(last, names))
    except Exception as error:  # noqa: BLE001
        kind = type(error)
        name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
        return {"error": f"{name}: {error}"}
    return {"repr": value}


def main():
    setup, rows = "", []
    for line in (Path(__file__).parent / "expressions.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("= "):
            setup = line[2:].replace("; ", "\n") + "\n"
            continue
        rows.append({"setup": setup, "line": line} | answer(setup, line))
    fixture.write("expressions", rows)
