import keras
import numpy as np

xs = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], dtype=float)
ys = np.array([1.0, 1.5, 2.0, 2.5, 3.0, 3.5], dtype=float)

normalizer = keras.layers.Normalization(axis=None)
normalizer.adapt(xs)

model = keras.Sequential([
    keras.Input(shape=(1,)),
    normalizer,
    keras.layers.Dense(units=4, activation="tanh"),
    keras.layers.Dense(units=1),
])
# The initial weights of the page, so that the numbers are the same.
model.set_weights(model.layers[0].get_weights() + [
    np.array([[0.028425977, 0.98183423, -1.0038164, 0.5211588]]),
    np.array([0.0, 0.0, 0.0, 0.0]),
    np.array([[-0.55424005], [0.37363973], [-0.73769754], [-0.76852506]]),
    np.array([0.0]),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.05),
    loss="mean_squared_error",
)

model.fit(xs, ys, epochs=30)
print(model.predict(np.array([7.0])))
