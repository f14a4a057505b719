import keras
import numpy as np

xs = np.array([
    0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 2.75, 3.0, 3.25,
    3.5, 3.75, 4.0, 4.25, 4.5, 4.75, 5.0, 5.25, 5.5, 5.75, 6.0, 6.25, 6.5, 6.75,
    7.0, 7.25, 7.5, 7.75, 8.0, 8.25, 8.5, 8.75, 9.0, 9.25, 9.5, 9.75,
], dtype=float)
ys = np.array([
    3.1, 2.5, 3.3, 4.9, 2.3, 8.4, 6.1, 7.3, 6.9, 8.3, 7.3, 9.0, 9.3, 9.5, 8.7, 11.1,
    10.1, 10.8, 11.2, 12.6, 10.0, 13.1, 12.7, 11.5, 14.6, 14.5, 13.8, 12.9, 13.9,
    14.0, 17.2, 14.5, 16.8, 13.5, 16.9, 18.6, 17.2, 15.7, 17.7, 19.0,
], dtype=float)

model = keras.Sequential([
    keras.Input(shape=(1,)),
    keras.layers.Dense(units=1),
])
# The initial weights of the page, so that the numbers are the same.
model.set_weights([
    np.array([[0.044945415]]),
    np.array([0.0]),
])
model.compile(optimizer="sgd", loss="mean_squared_error")

model.fit(xs, ys, epochs=30, batch_size=50)
print(model.predict(np.array([12.0])))
