"""How arrays are printed: numbers of every size, in every shape and type. Long ones
are in expressions.py."""

import math

import numpy as np

import fixture

OPTIONS = [
    {}, {"precision": 3}, {"suppress": True}, {"precision": 2, "suppress": True},
    {"precision": 4, "floatmode": "fixed"}, {"floatmode": "unique"}, {"floatmode": "maxprec_equal", "precision": 3},
    {"threshold": 5, "edgeitems": 2}, {"linewidth": 40}, {"sign": "+"}, {"sign": " "}, {"precision": 0},
]


def arrays():
    r = np.random.default_rng(7)
    for scale in [1, 10, 1e-3, 1e-6, 1e3, 1e5, 1e7, 1e9, 1e16, 1e-12, 1e100]:
        yield r.normal(0, scale, 7)
        yield r.normal(0, scale, (3, 2))
        yield np.round(r.normal(0, scale, 5), 2)
        with np.errstate(all="ignore"):
            yield r.normal(0, scale, (4, 1)).astype(np.float32)
        yield np.floor(r.normal(0, scale, 6))
    for n in [0, 1, 2, 6, 20, 50]:
        yield np.arange(n)
        yield np.arange(n) / 7
        yield np.linspace(-1, 1, n)
        yield np.linspace(-1, 1, n, dtype=np.float32)
        yield np.arange(n) % 3 == 0
        yield np.arange(n, dtype=np.int32) - n // 2
    for shape in [(2, 3), (3, 1), (1, 3), (9, 8), (2, 3, 4), (0, 3), (3, 0), (2, 30), (1, 1), (2, 2, 2, 2)]:
        n = math.prod(shape)
        yield np.arange(n).reshape(shape)
        yield (np.arange(n) * 0.37 - 3).reshape(shape)
    special = [np.nan, np.inf, -np.inf, 0.0, -0.0, 1.5, -2.25, 1e-5, 1e10]
    for values in [[1, np.nan], [np.inf, -np.inf], [np.nan], [-np.inf, 1e10], [0.0, -0.0], special, [np.nan, 12345.678], [1e-300, 1e300],
                   [5e-324], [0.1 + 0.2], [1 / 3, 2 / 3], [1e8, 1], [99999999.5], [123456.789, 1], [0.0001, 0.1], [0.00009, 0.1],
                   [1000.5, 0.5], [1001, 1.0], [16777216.0, 0.1], [0.5, 1.5, 2.5], [1e22], [1e23], [123456789012345680.0],
                   [-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], [32.0, 46.4, 59.0, 71.6, 89.6, 100.4], [18.98], [1.0, 10.25, 100.125, 999.0]]:
        yield np.array(values)
        yield np.array(values).reshape(-1, 1)
        with np.errstate(all="ignore"):
            yield np.array(values).astype(np.float32)
    for v in [1.0, 0.1, 1e16, 1e15, 1e-4, 1e-5, np.nan, -np.inf, 3, True, -7, 18.981498718261719]:
        for dtype in [np.float64, np.float32, np.int64, np.int32, np.bool_]:
            if not math.isfinite(v) and dtype not in (np.float64, np.float32) or abs(v) > 2**31 and dtype == np.int32:
                continue
            yield np.array(v).astype(dtype)
            yield dtype(v)


def plain(values):
    return [str(v) if isinstance(v, float) and not math.isfinite(v) else v for v in values]


def main():
    rows = []
    for i, a in enumerate(arrays()):
        options = [{}] + ([OPTIONS[i % len(OPTIONS)]] if i % len(OPTIONS) else [])
        for o in options:
            with np.printoptions(**o):
                rows.append({
                    "dtype": str(a.dtype), "shape": list(a.shape), "scalar": not isinstance(a, np.ndarray), "options": o,
                    "values": plain(np.asarray(a).ravel().tolist()), "str": str(a), "repr": repr(a),
                })
    fixture.write("prints", rows)
