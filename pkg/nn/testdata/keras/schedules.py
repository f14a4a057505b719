"""Every learning rate schedule, step by step."""

import keras
import tensorflow as tf

import fixture
from fixture import spec

STEPS = [*range(26), 39, 40, 41, 59, 60, 100, 1000]

CASES = [
    spec("ExponentialDecay", initial_learning_rate=0.1, decay_steps=7, decay_rate=0.9),
    spec("ExponentialDecay", initial_learning_rate=0.1, decay_steps=7, decay_rate=0.5, staircase=True),
    spec("PiecewiseConstantDecay", boundaries=[5, 20], values=[0.1, 0.05, 0.001]),
    spec("PolynomialDecay", initial_learning_rate=0.1, decay_steps=20),
    spec("PolynomialDecay", initial_learning_rate=0.1, decay_steps=20, end_learning_rate=0.02, power=2.0),
    spec("PolynomialDecay", initial_learning_rate=0.1, decay_steps=10, end_learning_rate=0.01, power=0.5, cycle=True),
    spec("InverseTimeDecay", initial_learning_rate=0.1, decay_steps=5, decay_rate=0.5),
    spec("InverseTimeDecay", initial_learning_rate=0.1, decay_steps=5, decay_rate=0.5, staircase=True),
    spec("CosineDecay", initial_learning_rate=0.1, decay_steps=20),
    spec("CosineDecay", initial_learning_rate=0.1, decay_steps=20, alpha=0.2),
    spec("CosineDecay", initial_learning_rate=0.01, decay_steps=15, alpha=0.1, warmup_target=0.2, warmup_steps=5),
    spec("CosineDecayRestarts", initial_learning_rate=0.1, first_decay_steps=8),
    spec("CosineDecayRestarts", initial_learning_rate=0.1, first_decay_steps=5, t_mul=1.0, m_mul=0.5, alpha=0.1),
    spec("CosineDecayRestarts", initial_learning_rate=0.1, first_decay_steps=4, t_mul=3.0, m_mul=0.8),
]


def rates(case):
    schedule = fixture.construct(keras.optimizers.schedules, case)
    # The optimizer hands its step count over as an int64 tensor.
    return case | {"rates": [fixture.float32(schedule(tf.constant(s, tf.int64))) for s in STEPS]}


def main():
    fixture.write("schedules.json", __file__, {"steps": STEPS, "cases": [rates(case) for case in CASES]})
