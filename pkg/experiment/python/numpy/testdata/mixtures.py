"""What NumPy answers to expressions that are put together at random, of arrays of all
kinds, orders and types. What depends on the processor is left out: functions of
float32, and the order in which argsort leaves equal numbers."""

import random
import warnings

import numpy as np

import fixture

SETUP = """import numpy as np
np.random.seed({})
v = np.random.randn({})
a = np.random.randn({rows}, {columns})
k = np.random.randint(-5, 9, size=({rows}, {columns}))
f = np.random.rand({}).astype(np.float32)
c = np.random.rand(2, 3, 4)
"""
ARRAYS = [
    "v", "a", "k", "f", "c", "a.T", "v[::2]", "v[::-1]", "a[:, 0]", "a[1:]", "a[:, ::2]", "k.T", "a[:, None]", "c[0]",
    "c.transpose(2, 0, 1)", "v.reshape(-1, 1)", "np.abs(a)", "k * 0.1", "f[1:]", "a[a > 0]", "v > 0", "k % 3 == 0", "c.reshape(-1, 4)",
]
REDUCTIONS = ["sum", "mean", "std", "var", "min", "max", "argmax", "argmin", "prod", "cumsum", "any", "all", "median", "ptp", "cumprod"]
FUNCTIONS = ["exp", "sin", "cos", "sqrt", "log", "abs", "square", "floor", "sign", "round", "negative", "isnan", "ceil"]
OPERATORS = ["+", "-", "*", "/", "**", "//", "%", ">", "<=", "=="]
INDEXES = ["0", "-1", "1:3", "::2", "None", "...", "[0, 1]", "::-1", "1:, 0", "..., 0", ":, 1", "[0], [1]", "0, ..., 1", ":, [0, 1]"]
METHODS = ["reshape(-1)", "ravel()", "T", "reshape(2, -1)", "astype(int)", "astype(np.float32)", "tolist()", "round(2)", "squeeze()", "max(axis=0)"]


def expression(r):
    a = lambda: r.choice(ARRAYS)
    kind = r.random()
    if kind < 0.35:
        return f"np.{r.choice(REDUCTIONS)}({a()}{r.choice(['', ', axis=0', ', axis=-1', ', axis=1', ', 0'])})"
    if kind < 0.5:
        return f"np.{r.choice(FUNCTIONS)}({r.choice([x for x in ARRAYS if x[0] != 'f'])})"
    if kind < 0.7:
        other = r.choice([a(), "2", "0.5", "-1", "3", "np.float32(1.5)", "[1, 2]", "k[0]", "v[:3]"])
        return f"({a()}) {r.choice(OPERATORS)} ({other})"
    if kind < 0.82:
        return f"({a()})[{r.choice(INDEXES)}]"
    if kind < 0.88:
        return f"np.{r.choice(['concatenate', 'vstack', 'hstack', 'stack', 'column_stack'])}([{a()}, {a()}])"
    if kind < 0.95:
        return f"({a()}).{r.choice(METHODS)}"
    return f"np.{r.choice(['sort', 'unique', 'diff', 'cumsum', 'flip'])}({a()})"


def answer(names, line):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return {"repr": repr(eval(line, names))}
    except Exception as error:  # noqa: BLE001
        kind = type(error)
        name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
        return {"error": f"{name}: {error}"}


def main():
    r = random.Random(1)
    rows, seen = [], set()
    while len(rows) < 500:
        setup = SETUP.format(r.randrange(1000), r.choice([5, 9, 17]), r.choice([4, 11]), rows=r.choice([3, 4]), columns=r.choice([3, 6]))
        line = expression(r)
        if line in seen or line.startswith("np.ptp"):
            continue
        seen.add(line)
        names = {}
        exec(setup, names)
        said = answer(names, line)
        if not any(small in str(said) for small in ("float16", "int8")):
            rows.append({"setup": setup, "line": line} | said)
    fixture.write("mixtures", rows)
