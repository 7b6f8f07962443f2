"""Writes gains.json: how much the splits of each feature gain, as shares: XGBoost's total_gain and scikit-learn's feature_importances_.

python3 make_gains.py, with Debian's python3-sklearn and python3-xgboost; threads do not matter.
The CSV files here have at most 41 values a feature, so that bins are the values themselves, see make_training.py.
"""
import json

import numpy as np
import sklearn
import xgboost
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor


def read(data):
    values = np.loadtxt(f"{data}.csv", delimiter=",")
    cut = len(values) * 3 // 4
    return values[:cut, :-1], values[:cut, -1]


def shares(values):
    return (np.asarray(values) / np.sum(values)).tolist()


def boosted(data, task, rounds):
    features, labels = read(data)
    model = xgboost.train(
        {"tree_method": "hist", "grow_policy": "lossguide", "max_leaves": 15, "max_depth": 0, "eta": 0.1, "lambda": 0, "max_bin": 255,
         "min_child_weight": 5, "objective": "reg:squarederror" if task == "Regression" else "binary:logistic",
         "base_score": float(np.float32(labels.mean()))}, xgboost.DMatrix(features, labels), rounds)
    gains = model.get_score(importance_type="total_gain")
    return {"data": data, "task": task, "rounds": rounds, "shares": shares([gains.get(f"f{i}", 0) for i in range(features.shape[1])])}


def tree(data, task, depth, leaf):
    features, labels = read(data)
    kind = DecisionTreeRegressor if task == "Regression" else DecisionTreeClassifier
    fits = [kind(max_depth=depth, min_samples_leaf=leaf, random_state=seed).fit(features, labels) for seed in range(10)]
    values = [fit.feature_importances_ for fit in fits]
    assert all(np.allclose(values[0], other, rtol=0, atol=1e-12) for other in values), data
    return {"data": data, "task": task, "depth": depth, "leaf": leaf, "shares": values[0].tolist()}


expected = {
    "made_by": f"scikit-learn {sklearn.__version__}, XGBoost {xgboost.__version__}",
    "boosted": [boosted("steps_two", "Binary", 20), boosted("steps_number", "Regression", 20), boosted("steps_counts", "Regression", 20)],
    "trees": [tree("steps_two", "Binary", 5, 20), tree("steps_three", "Multiclass", 5, 20), tree("steps_number", "Regression", 5, 20)],
}
with open("gains.json", "w", newline="\n") as file:
    json.dump(expected, file, indent=1)
    file.write("\n")
