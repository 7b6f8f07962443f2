"""Writes stopping.json: which round of scikit-learn's histogram boosting is the best by each metric on the last quarter of the rows.

python3 make_stopping.py

The sets are those where every value has its bin, so that each round is scikit-learn's (make_training.py). The values are from its own metrics.
"""
import json

import numpy as np
from sklearn import __version__, metrics
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor

ROUNDS = 80


def read(name):
    table = np.genfromtxt(f"{name}.csv", delimiter=",")
    cut = len(table) * 3 // 4
    return table[:cut, :-1], table[:cut, -1], table[cut:, :-1], table[cut:, -1]


def case(name, rate, measures):
    features, labels, others, truth = read(name)
    kind = HistGradientBoostingRegressor if name == "steps_number" else HistGradientBoostingClassifier
    model = kind(max_iter=ROUNDS, learning_rate=rate, max_leaf_nodes=31, min_samples_leaf=20, l2_regularization=0, early_stopping=False)
    model.fit(features, labels)
    staged = list(model.staged_predict(others) if name == "steps_number" else model.staged_predict_proba(others))
    best = {}
    for metric, (measure, sign) in measures.items():
        values = np.array([sign * measure(truth, stage) for stage in staged])
        best[metric] = {"round": int(values.argmax()) + 1, "lead": float(np.sort(values)[-1] - np.sort(values)[-2])}
    return {"data": name, "learning_rate": rate, "best": best}


TWO = {
    "auc": (lambda truth, shares: metrics.roc_auc_score(truth, shares[:, 1]), 1),
    "pr_auc": (lambda truth, shares: metrics.average_precision_score(truth, shares[:, 1]), 1),
    "brier": (lambda truth, shares: metrics.brier_score_loss(truth, shares[:, 1]), -1),
    "f1": (lambda truth, shares: metrics.f1_score(truth, shares[:, 1] > 0.5), 1),
}
THREE = {
    "accuracy": (lambda truth, shares: metrics.accuracy_score(truth, shares.argmax(1)), 1),
    "auc_ovo": (lambda truth, shares: metrics.roc_auc_score(truth, shares, multi_class="ovo"), 1),
    "macro_f1": (lambda truth, shares: metrics.f1_score(truth, shares.argmax(1), average="macro"), 1),
}
NUMBER = {
    "mae": (metrics.mean_absolute_error, -1),
    "median_ae": (metrics.median_absolute_error, -1),
    "r2": (metrics.r2_score, 1),
}
with open("stopping.json", "w", newline="\n", encoding="utf-8") as file:
    json.dump({
        "made_by": f"scikit-learn {__version__}",
        "rounds": ROUNDS,
        "sets": [case("steps_two", 0.1, TWO), case("steps_three", 0.1, THREE), case("steps_number", 0.1, NUMBER)],
    }, file, indent=1)
    file.write("\n")
