import keras
import numpy as np

xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)

model = keras.Sequential([
    keras.Input(shape=(1,)),
    keras.layers.Dense(units=4, activation="tanh", kernel_regularizer=keras.regularizers.L1L2(l1=0.01, l2=0.02)),
    keras.layers.Dense(units=1, kernel_regularizer=keras.regularizers.L1L2(l1=0.01, l2=0.02)),
])
# The initial weights of the page, so that the numbers are the same.
model.set_weights([
    np.array([[0.028425977, 0.98183423, -1.0038164, 0.5211588]]),
    np.array([0.0, 0.0, 0.0, 0.0]),
    np.array([[-0.55424005], [0.37363973], [-0.73769754], [-0.76852506]]),
    np.array([0.0]),
])
model.compile(
    optimizer=keras.optimizers.SGD(learning_rate=0.05),
    loss="mean_squared_error",
    metrics=["mae"],
)

model.fit(xs, ys, epochs=30)
print(model.predict(np.array([10.0])))
