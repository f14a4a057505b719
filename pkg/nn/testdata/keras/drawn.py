"""Forty trainings drawn at random over every loss, last layer and optimizer.

Each is trained twice: as it is, and from weights of which each is one unit in the
last place away. How far apart Keras's own two results are is in the fixture: a net
that multiplies what a float32 rounds off cannot be compared more closely.
"""

import keras
import numpy as np

import fixture
import whole
from fixture import spec

layers = keras.layers
SEED = 20261127

LOSSES = [
    ("any", spec("MeanSquaredError")), ("any", spec("MeanAbsoluteError")), ("positive", spec("MeanAbsolutePercentageError")),
    ("positive", spec("MeanSquaredLogarithmicError")), ("any", spec("Huber", delta=0.7)), ("any", spec("LogCosh")),
    ("bits", spec("BinaryCrossentropy")), ("bits", spec("BinaryCrossentropy", label_smoothing=0.1)), ("classes", spec("CategoricalCrossentropy")),
    ("classes", spec("CategoricalCrossentropy", label_smoothing=0.05)), ("sparse", spec("SparseCategoricalCrossentropy")),
    ("signs", spec("Hinge")), ("signs", spec("SquaredHinge")), ("classes", spec("CategoricalHinge")), ("classes", spec("KLDivergence")),
    ("positive", spec("Poisson")), ("any", spec("CosineSimilarity")), ("bits", spec("Dice")), ("bits", spec("Tversky", alpha=0.4, beta=0.6)),
    ("bits", spec("BinaryFocalCrossentropy", gamma=1.5)), ("classes", spec("CategoricalFocalCrossentropy")),
]
# What stands last, and for which labels it makes sense.
LASTS = {
    "any": [["linear"], ["tanh"], ["layer:elu"], ["softplus"], ["leaky_relu"]],
    "positive": [["softplus"], ["sigmoid"], ["exponential"], ["squareplus"]],
    "bits": [["sigmoid"], ["layer:sigmoid"], ["softmax"], ["sigmoid", "dropout"], ["hard_sigmoid"]],
    "classes": [["softmax"], ["Softmax"], ["sigmoid"], ["layer:softmax"]],
    "sparse": [["softmax"], ["Softmax"], ["sigmoid"]],
    "signs": [["tanh"], ["linear"], ["softsign"]],
}
OPTIMIZERS = [
    spec("SGD", learning_rate=0.037), spec("SGD", learning_rate=0.021, momentum=0.83), spec("SGD", learning_rate=0.013, momentum=0.6, nesterov=True, weight_decay=0.01),
    spec("RMSprop", learning_rate=0.0043, rho=0.85), spec("RMSprop", learning_rate=0.003, centered=True, momentum=0.4),
    spec("Adam", learning_rate=0.017), spec("Adam", learning_rate=0.009, amsgrad=True, beta_1=0.8), spec("AdamW", learning_rate=0.011, weight_decay=0.03),
    spec("Adagrad", learning_rate=0.043), spec("Adadelta", learning_rate=0.8), spec("Adamax", learning_rate=0.013), spec("Nadam", learning_rate=0.008),
    spec("Ftrl", learning_rate=0.06), spec("Lion", learning_rate=0.0021), spec("Adafactor", learning_rate=0.012), spec("Muon", learning_rate=0.004),
    spec("Adam", learning_rate=0.02, clipnorm=0.7), spec("SGD", learning_rate=0.05, global_clipnorm=0.4), spec("RMSprop", learning_rate=0.004, clipvalue=0.2),
    spec("SGD", learning_rate=spec("CosineDecayRestarts", initial_learning_rate=0.06, first_decay_steps=7)),
    spec("Adam", learning_rate=spec("InverseTimeDecay", initial_learning_rate=0.03, decay_steps=6, decay_rate=0.4)),
]
BODY = ["tanh", "relu", "gelu", "selu", "mish", "silu", "elu", "celu", "BatchNormalization", "LayerNormalization", "PReLU", "Rescaling"]


def last(kinds, units):
    for kind in kinds:
        if kind == "Softmax":
            yield from (layers.Dense(units), layers.Softmax())
        elif kind == "dropout":
            yield layers.Dropout(0.0)
        elif kind.startswith("layer:"):
            yield from (layers.Dense(units), layers.Activation(kind.removeprefix("layer:")))
        else:
            yield layers.Dense(units, activation=kind)


def body(kind, rng):
    units = int(rng.integers(3, 8))
    if kind == "Rescaling":
        yield layers.Rescaling(0.7, offset=-0.2)
    elif kind[0].isupper():
        yield from (layers.Dense(units), getattr(layers, kind)())
    else:
        yield layers.Dense(units, activation=kind)


def labels(kind, x, units, rng):
    score = np.sin(1.3 * x[:, :1]) + 0.5 * x[:, -1:] + rng.normal(0, 0.2, (len(x), units))
    if kind == "any":
        return score
    if kind == "positive":
        return np.abs(score) + 0.2
    if kind == "bits":
        return score > 0.2
    if kind == "signs":
        return np.where(score > 0.2, 1, -1)
    classes = np.argmax(score + np.linspace(0.3, 0, units), axis=1)
    return classes[:, None] if kind == "sparse" else np.eye(units)[classes]


def moved(weights, rng):
    """Each weight one unit in the last place away; whole numbers stay."""
    return [np.nextafter(w, w + rng.choice([-1, 1], w.shape).astype(w.dtype)) if w.dtype == np.float32 else w for w in weights]


def model_of(stack, features):
    return keras.Sequential([keras.Input(shape=(features,)), *stack()])


def one(number):
    rng = np.random.default_rng(SEED + number)
    kind, loss = LOSSES[number % len(LOSSES)]
    optimizer = OPTIMIZERS[(number * 8 + number // len(OPTIMIZERS)) % len(OPTIMIZERS)]
    kinds = LASTS[kind][number // len(LOSSES) * 2 % len(LASTS[kind])] if number < len(LOSSES) else LASTS[kind][int(rng.integers(len(LASTS[kind])))]
    features, rows = int(rng.integers(1, 5)), int(rng.integers(14, 40))
    units = int(rng.integers(2, 5)) if kind in ("classes", "sparse") or "softmax" in kinds else int(rng.integers(1, 4))
    names = [BODY[int(i)] for i in rng.integers(len(BODY), size=int(rng.integers(0, 3)))]

    def stack():
        again = np.random.default_rng(number)
        return [layer for name in names for layer in body(name, again)] + list(last(kinds, units))

    x = rng.normal(0, 1.2, (rows, features)).astype(np.float32)
    y = labels(kind, x, units, rng).astype(np.float32)
    case = {"loss": loss, "optimizer": optimizer, "batch_size": int(rng.integers(4, rows + 5)), "epochs": int(rng.integers(3, 9)), "metrics": []}
    if rng.random() < 0.4:
        case["validation_split"] = round(float(rng.uniform(0.2, 0.4)), 2)
    if rng.random() < 0.3:
        case["sample_weight"] = [round(float(w), 2) for w in rng.uniform(0.1, 2, rows)]
    keras.utils.clear_session()
    keras.utils.set_random_seed(number)
    model = model_of(stack, features)
    row = whole.run(f"{number}: {loss['class']}, {' '.join(kinds)}, {optimizer['class']}", model, case, x, y)
    start = [np.array(w, np.float32).reshape(v.shape) for w, v in zip(row["start"], model.get_weights())]
    keras.utils.clear_session()
    other = model_of(stack, features)
    other.set_weights(moved(start, rng))
    whole.compiled(other, case)
    history = whole.fit(other, case, x, y).history
    distance = max(apart(v, history[k]) for k, v in row["history"].items())
    distance = max(distance, apart(np.concatenate(row["final"]), np.concatenate([w.ravel() for w in other.get_weights()])))
    return row | {"moved": float(distance)}


def apart(a, b):
    """The largest difference of two lists, relative to numbers above 1."""
    a, b = np.asarray(a, np.float64), np.asarray(b, np.float64)
    return float(np.max(np.abs(a - b) / np.maximum(1, np.abs(a)), initial=0))


def main():
    fixture.write("drawn.json", __file__, {"seed": SEED, "trainings": [one(n) for n in range(42)]})
