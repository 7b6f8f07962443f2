"""Makes the expected values of k-nearest neighbours: what scikit-learn predicts for rows of the CSV files here, see make_training.py.

The first three quarters of the rows are learned from, all are predicted. Rows whose k-th and next neighbours are equally far are left
out, because which of them counts is not determined; rows that were learned from have a neighbour at the distance 0.

Run with scikit-learn 1.x in this folder:
    python3 make_neighbours.py
"""
import json

import numpy as np
import pandas as pd
from sklearn import __version__
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor


def case(data, task, neighbours, weights):
    values = pd.read_csv(f"{data}.csv", header=None).dropna().values.astype(np.float32).astype(np.float64)
    features, labels = values[:, :-1], values[:, -1]
    cut = len(labels) * 3 // 4
    kind = KNeighborsRegressor if task == "Regression" else KNeighborsClassifier
    model = kind(n_neighbors=neighbours, weights=weights, algorithm="kd_tree").fit(features[:cut], labels[:cut])
    distances, _ = model.kneighbors(features, n_neighbors=neighbours + 1)
    clear = distances[:, neighbours] - distances[:, neighbours - 1] > 1e-6 * distances[:, neighbours]
    rows = [int(row) for row in np.flatnonzero(clear)[::3]]
    outputs = model.predict(features)[:, None] if task == "Regression" else model.predict_proba(features)
    return {"data": data, "task": task, "neighbours": neighbours, "weights": weights, "rows": rows, "outputs": outputs[rows].tolist()}


expected = {
    "made_by": f"scikit-learn {__version__}",
    "cases": [
        case("iris", "Multiclass", 5, "uniform"),
        case("iris", "Multiclass", 7, "distance"),
        case("wine", "Multiclass", 1, "uniform"),
        case("wine", "Multiclass", 5, "distance"),
        case("breast_cancer", "Binary", 11, "uniform"),
        case("breast_cancer", "Binary", 5, "distance"),
        case("diabetes", "Regression", 5, "uniform"),
        case("diabetes", "Regression", 9, "distance"),
    ],
}
with open("neighbours.json", "w", newline="\n") as file:
    json.dump(expected, file)
    file.write("\n")
