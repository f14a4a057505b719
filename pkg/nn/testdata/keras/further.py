"""What layers.py lacks: batch renormalization, norms along other axes, and losses that are not reduced."""

import keras
import numpy as np

import fixture
import whole
from fixture import spec
from layers import LOSSES, WEIGHTS, between, data, dense, frozen

layers, constraints, regularizers = keras.layers, keras.constraints, keras.regularizers


def renorm(**args):
    return layers.BatchNormalization(renorm=True, **args)


def stacks():
    """Name, layers, task."""
    for args in (
        {},
        {"renorm_momentum": 0.6, "momentum": 0.8},
        {"renorm_clipping": {"rmax": 1.2, "rmin": 0.8, "dmax": 0.3}},
        {"renorm_clipping": {"dmax": 0.0}, "renorm_momentum": 0.5},
        {"center": False, "renorm_momentum": 0.7},
        {"scale": False, "renorm_momentum": 0.7},
        {"center": False, "scale": False, "epsilon": 0.05},
        {"moving_mean_initializer": "ones", "moving_variance_initializer": keras.initializers.Constant(4.0), "renorm_momentum": 0.9},
        {"gamma_regularizer": regularizers.L2(0.05), "beta_constraint": constraints.NonNeg()},
    ):
        yield f"renorm {sorted(args)}", between(renorm(**args)), "regression"
    yield "renorm first and twice", [renorm(renorm_momentum=0.8), *between(renorm(renorm_momentum=0.8))], "regression"
    yield "renorm frozen", between(frozen(renorm()), renorm()), "regression"
    for args in (
        {"kernel_constraint": constraints.MaxNorm(0.6, axis=1)},
        {"kernel_constraint": constraints.MaxNorm(1.1, axis=[0, 1])},
        {"kernel_constraint": constraints.UnitNorm(axis=1), "bias_constraint": constraints.UnitNorm()},
        {"kernel_constraint": constraints.UnitNorm(axis=[0, 1])},
        {"kernel_constraint": constraints.MinMaxNorm(0.4, 0.8, rate=0.6, axis=1)},
        {"kernel_constraint": constraints.MinMaxNorm(1.5, 1.9, axis=[0, 1])},
    ):
        what = args["kernel_constraint"]
        yield f"{type(what).__name__} along {what.axis}", [dense(5, "tanh", **args), dense(2, **args)], "regression"


def cases():
    """Name, layers, task, how it is trained."""
    for number, (name, stack, task) in enumerate(stacks()):
        optimizer = [spec("SGD", learning_rate=0.05), spec("Adam", learning_rate=0.02), spec("RMSprop", learning_rate=0.005, momentum=0.5)][number % 3]
        case = {"optimizer": optimizer, "batch_size": [22, 8, 5][number % 3]}
        if number % 2:
            case["validation_split"] = 0.3
        yield name, stack, task, case
    for loss, task, last in (
        (spec("MeanSquaredError", reduction="none"), "regression", None),
        (spec("BinaryCrossentropy", reduction="none"), "bits", "sigmoid"),
        (spec("SparseCategoricalCrossentropy", reduction="none"), "sparse", "softmax"),
        (spec("CategoricalFocalCrossentropy", reduction="none"), "classes", "softmax"),
        (spec("Dice", reduction="none"), "bits", "sigmoid"),
        (spec("Tversky", reduction="none", alpha=0.3, beta=0.7), "bits", "sigmoid"),
    ):
        units = {"bits": 2, "regression": 2, "classes": 3, "sparse": 3}[task]
        for weighted in (False, True):
            case = {"loss": loss, "optimizer": spec("SGD", learning_rate=0.01, clipnorm=2.0), "batch_size": 6}
            if weighted:
                case["sample_weight"] = WEIGHTS
            yield f"{loss} weighted {weighted}", [dense(4, "tanh"), dense(units, last)], task, case


def main():
    rows = []
    for number, (name, stack, task, case) in enumerate(cases()):
        keras.utils.clear_session()
        keras.utils.set_random_seed(300 + number)
        x, y = data(task, 3, np.random.default_rng(number))
        model = keras.Sequential([keras.Input(shape=(3,)), *stack])
        case = {"loss": LOSSES[task], "metrics": ["mae"] if task != "sparse" else []} | case
        rows.append(whole.run(name, model, case, x, y))
    fixture.write("further.json", __file__, {"trainings": rows})
