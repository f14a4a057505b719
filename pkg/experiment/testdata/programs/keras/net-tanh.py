import keras
import numpy as np

xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)

model = keras.Sequential([
    keras.Input(shape=(1,)),
    keras.layers.Dense(units=8, activation="tanh"),
    keras.layers.Dense(units=1),
])
# The initial weights of the page, so that the numbers are the same.
model.set_weights([
    np.array([[
        0.021187471, 0.731816, -0.74820054, 0.38844883, -0.41310614, 0.2784946,
        -0.5498473, -0.5728248,
    ]]),
    np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
    np.array([[-0.60067475], [0.60724264], [0.5996944], [0.28630584], [0.8115787], [0.8069742], [-0.75392044], [0.021956308]]),
    np.array([0.0]),
])
model.compile(
    optimizer=keras.optimizers.SGD(learning_rate=0.05),
    loss="mean_squared_error",
)

model.fit(xs, ys, epochs=40)
print(model.predict(np.array([10.0])))
