import keras
import numpy as np

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])

def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])
xs = np.array([1.0, 2.0, 3.0])
ys = np.array([2.0, 4.0, 6.0])
model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(xs, ys, epochs=5)
print(model.predict(np.array([4.0]))[0][0])
