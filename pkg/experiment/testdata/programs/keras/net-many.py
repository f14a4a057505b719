import keras
import numpy as np

xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)

model = keras.Sequential([
    keras.Input(shape=(1,)),
    keras.layers.Dense(units=3, activation="elu"),
    keras.layers.Dense(units=3, activation="selu"),
    keras.layers.Dense(units=3, activation="softplus"),
    keras.layers.Dense(units=3, activation="softsign"),
    keras.layers.Dense(units=3, activation="silu"),
    keras.layers.Dense(units=3, activation="gelu"),
    keras.layers.Dense(units=3, activation="mish"),
    keras.layers.Dense(units=1),
])
# The initial weights of the page, so that the numbers are the same.
model.set_weights([
    np.array([[0.031781208, 1.097724, -1.1223009]]),
    np.array([0.0, 0.0, 0.0]),
    np.array([[0.4757507, -0.5059496, 0.34108484], [-0.67342263, -0.7015642, -0.7356733], [0.7437173, 0.73447263, 0.35065162]]),
    np.array([0.0, 0.0, 0.0]),
    np.array([[0.99397683, 0.98833746, -0.92336017], [0.026890876, 0.8071121, -0.83504987], [0.6554355, 0.4834076, 0.9256523]]),
    np.array([0.0, 0.0, 0.0]),
    np.array([[0.23846047, 0.86681753, 0.15823187], [0.89750355, 0.043762453, 0.7141311], [0.80420333, 0.14997901, -0.040401064]]),
    np.array([0.0, 0.0, 0.0]),
    np.array([[-0.6790523, -0.7026033, 0.11907808], [0.9855577, 0.380151, -0.7606278], [0.85546315, 0.012018248, 0.12345025]]),
    np.array([0.0, 0.0, 0.0]),
    np.array([[0.28959495, 0.41206577, 0.34173724], [0.07906591, -0.72233737, 0.07532628], [-0.8964406, 0.75130475, -0.11947579]]),
    np.array([0.0, 0.0, 0.0]),
    np.array([[0.07013026, -0.71908313, -0.7189023], [0.3840088, 0.47177303, 0.37369657], [0.22321792, 0.6265975, -0.7669475]]),
    np.array([0.0, 0.0, 0.0]),
    np.array([[0.73208535], [-0.7401645], [-0.090613686]]),
    np.array([0.0]),
])
model.compile(optimizer="adam", loss="mean_squared_error")

model.fit(xs, ys, epochs=20)
print(model.predict(np.array([10.0])))
