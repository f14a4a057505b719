"""Configurations as Keras writes them: models, compile arguments, objects."""

import json

import keras

import fixture
from fixture import spec
from activations import ELEMENTWISE, ROWWISE
from metrics import CASES as METRICS
from losses import CASES as LOSSES
from optimizers import OWN as OPTIMIZERS
from optimizers import cases as optimizers
from schedules import CASES as SCHEDULES

layers = keras.layers


def models():
    yield "one neuron", keras.Sequential(
        [keras.Input(shape=(1,), name="input"), layers.Dense(1, name="dense")], name="lesson"
    )
    yield "no input shape", keras.Sequential([layers.Dense(1, name="dense")], name="unbuilt")
    yield "1-16-16-1 tanh", keras.Sequential(
        [
            keras.Input(shape=(1,), name="input"),
            layers.Dense(16, activation="tanh", name="dense"),
            layers.Dense(16, activation="tanh", name="dense_1"),
            layers.Dense(1, name="dense_2"),
        ],
        name="sine",
    )
    yield "every option of Dense", keras.Sequential(
        [
            keras.Input(shape=(3,), name="input"),
            layers.Dense(
                4,
                activation="relu",
                use_bias=True,
                kernel_initializer=keras.initializers.HeNormal(seed=3),
                bias_initializer=keras.initializers.Constant(0.1),
                kernel_regularizer=keras.regularizers.L2(0.02),
                bias_regularizer=keras.regularizers.L1(0.03),
                activity_regularizer=keras.regularizers.L1L2(l1=0.01, l2=0.04),
                name="dense",
            ),
            layers.Dense(2, use_bias=False, kernel_initializer="orthogonal", name="dense_1"),
        ],
        name="options",
    )
    yield "activation and dropout", keras.Sequential(
        [
            keras.Input(shape=(2,), name="input"),
            layers.Dense(8, name="dense"),
            layers.Activation("softplus", name="activation"),
            layers.Dropout(0.25, seed=7, name="dropout"),
            layers.Dense(3, activation="softmax", name="dense_1"),
        ],
        name="classifier",
    )


def model_config(name, model):
    return {"name": name, "get_config": model.get_config(), "to_json": json.loads(model.to_json())}


def compile_configs():
    for optimizer, loss, metrics in [
        ("sgd", "mean_squared_error", None),
        (keras.optimizers.Adam(0.1), keras.losses.Huber(2.0), ["mae", "mse"]),
        (
            keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5), momentum=0.9),
            keras.losses.BinaryCrossentropy(from_logits=True),
            ["accuracy"],
        ),
    ]:
        model = keras.Sequential([keras.Input(shape=(1,)), layers.Dense(1)])
        model.compile(optimizer, loss, metrics=metrics)
        yield model.get_compile_config()


def objects(module, cases):
    return [
        case | {"config": keras.saving.serialize_keras_object(fixture.construct(module, case))}
        for case in cases
    ]


# The names by which a learner may ask; the class or function that Keras finds.
# Activations, losses and optimizers are those of the other fixtures.
NAMES = {
    "losses": (
        keras.losses,
        "mean_squared_error MSE mse mean_absolute_error MAE mae mean_absolute_percentage_error MAPE mape "
        "mean_squared_logarithmic_error MSLE msle huber log_cosh logcosh bce BCE binary_crossentropy "
        "categorical_crossentropy sparse_categorical_crossentropy hinge squared_hinge categorical_hinge "
        "kl_divergence kld KLD poisson cosine_similarity MeanSquaredError Huber "
        + " ".join(dict.fromkeys(case["class"] for case, _ in LOSSES)),
    ),
    "optimizers": (keras.optimizers, " ".join([*OPTIMIZERS, *map(str.lower, OPTIMIZERS)])),
    "activations": (
        keras.activations, " ".join(ELEMENTWISE + ROWWISE),
    ),
    "metrics": (
        keras.metrics,
        "binary_accuracy categorical_accuracy sparse_categorical_accuracy mse MSE mean_squared_error mae MAE "
        "mean_absolute_error RootMeanSquaredError R2Score mape msle bce kld cosine_similarity logcosh",
    ),
    "initializers": (
        keras.initializers,
        "glorot_uniform GlorotUniform glorot_normal he_uniform he_normal lecun_uniform lecun_normal random_normal "
        "random_uniform truncated_normal orthogonal zeros ones constant normal uniform one zero",
    ),
    "regularizers": (keras.regularizers, "l1 l2 l1_l2 L1 L2 L1L2"),
}


def found(module, names):
    rows = {}
    for name in names.split():
        try:
            thing = module.get(name)
            rows[name] = getattr(thing, "__name__", type(thing).__name__)
        except (ValueError, KeyError):  # a KeyError for "constant", which needs a value
            rows[name] = ""  # Keras does not know it
    return rows


def main():
    distinct = {json.dumps(case): case for case, _ in LOSSES}.values()
    fixture.write(
        "configs.json",
        __file__,
        {
            "models": [model_config(*m) for m in models()],
            "compile": list(compile_configs()),
            "optimizers": objects(keras.optimizers, optimizers()),
            "schedules": objects(keras.optimizers.schedules, SCHEDULES),
            "losses": objects(keras.losses, distinct),
            "metrics": objects(keras.metrics, [case for case, _ in METRICS]),
            "names": {kind: found(*what) for kind, what in NAMES.items()},
        },
    )
