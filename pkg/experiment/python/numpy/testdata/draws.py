"""What is drawn with 20 seeds: the first numbers, and a checksum of many."""

import random
import zlib

import numpy as np

import fixture

SEEDS = [0, 1, 2, 3, 5, 7, 10, 13, 21, 33, 42, 99, 100, 123, 1234, 2024, 31337, 123456789, 2**31, 2**32 - 1]
MANY = 1500

WEIGHTS = [0.1, 0.2, 0.3, 0.15, 0.25]


def numpy_draws(r, old):
    """Each function by its name; r is a RandomState or a Generator."""
    yield "random", lambda: r.random(MANY)
    yield "normal", lambda: r.normal(2, 3, MANY)
    yield "standard_normal", lambda: r.standard_normal(MANY)
    yield "uniform", lambda: r.uniform(-4, 4, MANY)
    yield "exponential", lambda: r.exponential(2, MANY)
    yield "poisson", lambda: r.poisson(3.5, MANY)
    integers = r.randint if old else r.integers
    yield "integers 10", lambda: integers(10, size=MANY)
    yield "integers -5 6", lambda: integers(-5, 6, size=MANY)
    yield "integers 2^40", lambda: integers(2**40, size=MANY)
    yield "integers 3000000000", lambda: integers(3000000000, size=MANY)
    yield "permutation 10", lambda: r.permutation(10)
    yield "permutation 1000", lambda: r.permutation(1000)
    yield "shuffle", lambda: shuffled(r)
    yield "choice", lambda: r.choice(20, 200)
    yield "choice once", lambda: r.choice(20, 7, replace=False)
    yield "choice once many", lambda: r.choice(20000, 2000, replace=False)
    yield "choice weighted", lambda: r.choice(5, 200, p=WEIGHTS)
    yield "choice weighted once", lambda: r.choice(5, 4, replace=False, p=WEIGHTS)
    if old:
        yield "rand", lambda: r.rand(MANY)
        yield "randn", lambda: r.randn(MANY)
        yield "random_sample", lambda: r.random_sample(MANY)
    else:
        yield "choice unshuffled", lambda: r.choice(20, 7, replace=False, shuffle=False)
        yield "endpoint", lambda: r.integers(1, 6, size=MANY, endpoint=True)


def shuffled(r):
    values = np.arange(50)
    r.shuffle(values)
    return values


def python_draws(r):
    many = range(300)
    yield "random", lambda: [r.random() for _ in many]
    yield "uniform", lambda: [r.uniform(-4, 4) for _ in many]
    yield "gauss", lambda: [r.gauss(2, 3) for _ in many]
    yield "normalvariate", lambda: [r.normalvariate(2, 3) for _ in many]
    yield "expovariate", lambda: [r.expovariate(0.5) for _ in many]
    yield "triangular", lambda: [r.triangular(1, 5, 2) for _ in many]
    yield "randint", lambda: [r.randint(1, 6) for _ in many]
    yield "randrange", lambda: [r.randrange(0, 100, 5) for _ in many]
    yield "choice", lambda: [r.choice(range(17)) for _ in many]
    yield "choices", lambda: r.choices(range(5), k=300)
    yield "choices weighted", lambda: r.choices(range(5), WEIGHTS, k=300)
    yield "sample", lambda: r.sample(range(10), 4)
    yield "sample many", lambda: r.sample(range(10000), 40)
    yield "getrandbits", lambda: [r.getrandbits(40) for _ in many]

    def shuffled():
        values = list(range(50))
        r.shuffle(values)
        return values

    yield "shuffle", shuffled


def row(source, seed, name, values):
    """The first four of the values, and the checksum of all as float64."""
    values = np.asarray(values, dtype=np.float64)
    return {
        "source": source, "seed": seed, "name": name, "n": len(values),
        "first": values[:4].tolist(), "crc": zlib.crc32(values.tobytes()),
    }


def each(source, seed, begin):
    """Every function draws from the seed's beginning."""
    for i in range(len(list(begin()))):
        name, draw = list(begin())[i]
        yield row(source, seed, name, draw())


def main():
    rows = []
    for seed in SEEDS:
        rows += each("legacy", seed, lambda: numpy_draws(np.random.RandomState(seed), True))
        rows += each("generator", seed, lambda: numpy_draws(np.random.default_rng(seed), False))
        rows += each("python", seed, lambda: python_draws(random.Random(seed)))
    for seed in ["", "hello", "학습", "x" * 200]:
        r = random.Random(seed)
        rows.append(row("python text", seed, "random", [r.random() for _ in range(10)]))
    for seed in [2**64 - 1, 2**40 + 5]:
        rows.append(row("generator", str(seed), "random", np.random.default_rng(seed).random(10)))
        r = random.Random(seed)
        rows.append(row("python", str(seed), "random", [r.random() for _ in range(10)]))
    fixture.write("draws", rows)
