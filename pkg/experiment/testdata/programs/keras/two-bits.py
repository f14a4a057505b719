import keras
import numpy as np

xs = np.array([
    [0.0, 3.0], [1.0, 2.0], [2.0, -1.0], [3.0, 0.0], [0.5, 1.0], [1.5, -2.0],
], dtype=float)
ys = np.array([0.0, 1.0, 1.0, 0.0, 0.0, 1.0], dtype=float)

model = keras.Sequential([
    keras.Input(shape=(2,)),
    keras.layers.Dense(units=3, activation="tanh"),
    keras.layers.Dense(units=1, activation="sigmoid"),
])
# The initial weights of the page, so that the numbers are the same.
model.set_weights([
    np.array([[0.028425977, 0.98183423, -1.0038164], [0.5211588, -0.55424005, 0.37363973]]),
    np.array([0.0, 0.0, 0.0]),
    np.array([[-0.8247709], [-0.85923713], [-0.9010121]]),
    np.array([0.0]),
])
model.compile(
    optimizer=keras.optimizers.SGD(learning_rate=0.5),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)

model.fit(xs, ys, epochs=30)
print(model.predict(np.array([[1.0, -2.0]])))
