"""Writes boosting.json and steps_counts.csv, steps_codes.csv: what other tools make of losses, constraints and categories.

python3 make_boosting.py, with Debian's python3-sklearn and python3-xgboost; threads do not matter.
Every feature has at most 41 values, so that bins are the values themselves, and labels are so noisy that no two splits are as good.
"""
import json

import numpy as np
import scipy.special
import sklearn
import xgboost
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_squared_error

ROUNDS = 40


def keep(name, features, labels):
    with open(name + ".csv", "w", newline="\n") as file:
        for row, label in zip(features, labels):
            file.write(",".join(f"{value:g}" for value in row) + f",{label:g}\n")


def read(name):
    table = np.loadtxt(name + ".csv", delimiter=",")
    cut = len(table) * 3 // 4
    return table[:cut, :-1], table[:cut, -1], table[cut:, :-1], table[cut:, -1]


def counts():
    random = np.random.default_rng(5)
    features = np.clip(np.round(random.normal(size=(1600, 5)) * 8), -20, 20)
    mean = np.exp(0.3 + features[:, 0] / 16 + np.sin(features[:, 1] / 5) / 2 + features[:, 2] * features[:, 3] / 300)
    keep("steps_counts", features, random.poisson(mean * random.gamma(2, 0.5, 1600)))


def codes():
    """Two columns of 30 and 9 categories without an order, and one number."""
    random = np.random.default_rng(6)
    many, few = random.integers(0, 30, 1600), random.integers(0, 9, 1600)
    number = np.clip(np.round(random.normal(size=1600) * 8), -20, 20)
    effects, others = random.normal(size=30), random.normal(size=9)
    keep("steps_codes", np.stack([many, few, number], axis=1),
         (effects[many] + others[few] * number / 10 + random.normal(size=1600) * 0.7).round(4))


def scikit(loss, data, leaves=15, **settings):
    x, y, other, labels = read(data)
    model = HistGradientBoostingRegressor(
        loss=loss, max_iter=ROUNDS, max_leaf_nodes=leaves, min_samples_leaf=20, max_bins=255, early_stopping=False, **settings).fit(x, y)
    judge = {
        "squared_error": mean_squared_error,
        "absolute_error": lambda real, predicted: np.abs(real - predicted).mean(),
        "quantile": lambda real, predicted: np.mean(np.where(real > predicted, 0.8, -0.2) * (real - predicted)),
        # The likelihood's part that depends on the prediction.
        "poisson": lambda real, predicted: np.mean(predicted - real * np.log(predicted)),
    }[loss]
    return [float(judge(labels, predicted)) for predicted in model.staged_predict(other)]


def xgb(data, **settings):
    """The predictions for the other rows, round after round."""
    x, y, other, labels = read(data)
    model = xgboost.train(
        {"tree_method": "hist", "grow_policy": "lossguide", "max_leaves": 15, "max_depth": 0, "eta": 0.1, "lambda": 0, "max_bin": 255,
         "base_score": float(np.float32(y.mean())), **settings}, xgboost.DMatrix(x, y), ROUNDS)
    judged = xgboost.DMatrix(other)
    return labels, [model.predict(judged, iteration_range=(0, k + 1)).astype(float) for k in range(ROUNDS)]


def tweedie():
    power = 1.4
    labels, means = xgb("steps_counts", objective="reg:tweedie", tweedie_variance_power=power, min_child_weight=5)
    return [float(np.mean(-labels * mean ** (1 - power) / (1 - power) + mean ** (2 - power) / (2 - power))) for mean in means]


def monotone():
    """scikit-learn's gain is not the one of a bounded leaf, so that it chooses other splits."""
    labels, rounds = xgb("steps_number", objective="reg:squarederror", min_child_weight=20, monotone_constraints="(1,0,-1,1,0)")
    return [float(mean_squared_error(labels, predicted)) for predicted in rounds]


def huber():
    errors = [-3.0, -0.9, -0.2, 0.0, 0.5, 0.9, 7.0]
    return {"errors": errors, "alpha": 0.9, "losses": [float(value) for value in scipy.special.huber(0.9, errors)]}


counts()
codes()
made = {
    "made_by": f"scikit-learn {sklearn.__version__}, XGBoost {xgboost.__version__}, SciPy {scipy.__version__}",
    "rounds": [
        {"name": "absolute error", "data": "steps_number", "losses": scikit("absolute_error", "steps_number")},
        {"name": "quantile", "data": "steps_number", "losses": scikit("quantile", "steps_number", quantile=0.8)},
        {"name": "poisson", "data": "steps_counts", "losses": scikit("poisson", "steps_counts")},
        {"name": "tweedie", "data": "steps_counts", "losses": tweedie()},
        {"name": "monotone", "data": "steps_number", "losses": monotone()},
        {"name": "interactions", "data": "steps_number",
         "losses": scikit("squared_error", "steps_number", interaction_cst=[{0, 2}, {1, 3}, {4}])},
        # Few leaves, so that no category is near the ten rows below which scikit-learn passes it over.
        {"name": "categories", "data": "steps_codes", "losses": scikit("squared_error", "steps_codes", leaves=4, categorical_features=[0, 1])},
    ],
    "huber": huber(),
}
with open("boosting.json", "w", newline="\n", encoding="utf-8") as file:
    json.dump(made, file, indent=1)
    file.write("\n")
