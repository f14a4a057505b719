import keras
import numpy as np

xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)

model = keras.Sequential([
    keras.Input(shape=(1,)),
    keras.layers.Dense(units=4, activation="hard_sigmoid"),
    keras.layers.Dense(units=4, activation="leaky_relu"),
    keras.layers.Dense(units=4, activation="relu6"),
    keras.layers.Dense(units=4, activation="exponential"),
    keras.layers.Dense(units=1),
])
# The initial weights of the page, so that the numbers are the same.
model.set_weights([
    np.array([[0.028425977, 0.98183423, -1.0038164, 0.5211588]]),
    np.array([0.0, 0.0, 0.0, 0.0]),
    np.array([[-0.43816522, 0.29538813, -0.5832011, -0.60757244], [-0.6371118, 0.6440781, 0.6360719, 0.3036732], [0.8608092, 0.8559254, -0.79965335, 0.023288183], [0.6989796, -0.7231744, 0.5676238, 0.41864327]]),
    np.array([0.0, 0.0, 0.0, 0.0]),
    np.array([[0.8016384, 0.20651282, 0.750686, 0.13703282], [0.77726084, 0.037899397, 0.6184557, 0.69646055], [0.12988563, -0.034988347, -0.58807653, -0.6084723], [0.10312463, 0.85351795, 0.32922044, -0.658723]]),
    np.array([0.0, 0.0, 0.0, 0.0]),
    np.array([[0.74085283, 0.010408108, 0.106911056, 0.2507966], [0.35685942, 0.29595312, 0.068473086, -0.6255625], [0.065234475, -0.77634037, 0.650649, -0.103469074], [0.06073459, -0.62274426, -0.6225876, 0.33256137]]),
    np.array([0.0, 0.0, 0.0, 0.0]),
    np.array([[0.5168015], [0.40936407], [0.24452297], [0.68640316]]),
    np.array([0.0]),
])
model.compile(optimizer="adam", loss="mean_squared_error")

model.fit(xs, ys, epochs=20)
print(model.predict(np.array([10.0])))
