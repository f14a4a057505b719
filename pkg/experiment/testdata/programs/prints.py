"""How NumPy prints the columns of float32 that predict returns."""

import numpy as np

import result

COLUMNS = [
    [18.981497], [19.0], [0.0], [-0.5], [1e-5], [1.5e10], [123456.789], [0.1], [1e8], [99999999.0], [0.00012345678],
    [18.981497, 9.0], [1.0, 10.0, 100.0], [0.001, 1.0], [0.001, 1.5], [-5.9082918, -58.726517, -0.040186867], [1.0, -1.0, 0.0],
    [0.33333334, 0.25], [1000.0, 1.0], [1001.0, 1.0], [2.5e-7, 3.0], [float("inf"), 1.0], [float("nan"), 12.25], [float("nan")],
    [12345.678, 0.5, 7.0], [1e-10, 0.0], [3.0e38, 1.0], [20.0, 40.0, 60.0], [0.1, 0.2, 0.30000001], [-0.0, 1.0],
    [i / 8 for i in range(1001)],
]


def main():
    entries = []
    for column in COLUMNS:
        array = np.array(column, dtype=np.float32).reshape(-1, 1)
        texts = ["nan" if np.isnan(v) else str(v) for v in array[:, 0]]
        entries.append({"values": texts, "text": str(array)})
    result.write("prints.json", entries, numpy=np.__version__)
