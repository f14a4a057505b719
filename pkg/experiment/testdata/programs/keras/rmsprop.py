import keras
import numpy as np

xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)

model = keras.Sequential([
    keras.Input(shape=(1,)),
    keras.layers.Dense(units=1),
])
# The initial weights of the page, so that the numbers are the same.
model.set_weights([
    np.array([[0.044945415]]),
    np.array([0.0]),
])
model.compile(
    optimizer=keras.optimizers.RMSprop(learning_rate=0.02),
    loss="mean_squared_error",
)

model.fit(xs, ys, epochs=30)
print(model.predict(np.array([10.0])))
