"""Makes the expected values of forests: scikit-learn's, on the CSV files here, see make_training.py.

`trees` are single trees on all rows and features, whose values on their own training rows do not depend on the order in which features are
looked at. `forests` are mean losses (squared error of the probabilities, summed over classes, or of the number) on the unseen quarter of
four divisions, each of five seeds.

Run with scikit-learn 1.x in this folder:
    python3 make_forests.py
"""
import json

import numpy as np
import pandas as pd
from sklearn import __version__
from sklearn.ensemble import ExtraTreesClassifier, ExtraTreesRegressor, RandomForestClassifier, RandomForestRegressor
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

SEEDS = 5
DIVISIONS = 4
FORESTS = {
    "random-forest": (RandomForestClassifier, RandomForestRegressor),
    "extra-trees": (ExtraTreesClassifier, ExtraTreesRegressor),
}


def read(data):
    values = pd.read_csv(f"{data}.csv", header=None).dropna().values.astype(np.float32).astype(np.float64)
    return values[:, :-1], values[:, -1]


def outputs(model, features):
    return model.predict_proba(features) if hasattr(model, "predict_proba") else model.predict(features)[:, None]


def tree(data, task, depth, leaf):
    features, labels = read(data)
    cut = len(labels) * 3 // 4
    kind = DecisionTreeRegressor if task == "Regression" else DecisionTreeClassifier
    fits = [kind(max_depth=depth, min_samples_leaf=leaf, random_state=seed).fit(features[:cut], labels[:cut]) for seed in range(10)]
    values = [outputs(fit, features[:cut]) for fit in fits]
    assert all(np.allclose(values[0], other, rtol=0, atol=1e-12) for other in values), data
    return {"data": data, "task": task, "depth": depth, "leaf": leaf, "outputs": values[0].tolist()}


def loss(task, values, labels):
    if task == "Regression":
        return float(np.mean((values[:, 0] - labels) ** 2))
    return float(np.mean(np.sum((values - np.eye(values.shape[1])[labels.astype(int)]) ** 2, axis=1)))


def forest(data, task, kind):
    features, labels = read(data)
    estimator = FORESTS[kind][task == "Regression"]
    losses = []
    for division in range(DIVISIONS):
        order = (np.arange(len(labels)) + division * len(labels) // DIVISIONS) % len(labels)
        train, test = order[: len(labels) * 3 // 4], order[len(labels) * 3 // 4 :]
        fits = [estimator(random_state=seed).fit(features[train], labels[train]) for seed in range(SEEDS)]
        losses.append(float(np.mean([loss(task, outputs(fit, features[test]), labels[test]) for fit in fits])))
    return {"data": data, "task": task, "trainer": kind, "losses": losses}


expected = {
    "made_by": f"scikit-learn {__version__}",
    "trees": [
        tree("steps_two", "Binary", 5, 20),
        tree("steps_three", "Multiclass", 5, 20),
        tree("steps_number", "Regression", 5, 20),
    ],
    "forests": [
        forest(data, task, kind)
        for kind in FORESTS
        for data, task in [("breast_cancer", "Binary"), ("wine", "Multiclass"), ("diabetes", "Regression"), ("diamonds", "Regression")]
    ],
}
with open("forests.json", "w", newline="\n") as file:
    json.dump(expected, file)
    file.write("\n")
