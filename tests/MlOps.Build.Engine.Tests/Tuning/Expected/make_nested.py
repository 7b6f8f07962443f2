"""Nested cross-validation by scikit-learn on given folds: python3 make_nested.py [FOLDS].

FOLDS, of each outer fold and of the folds inside the others the rows that judge and those that are learned from, is what NestedSearchTests says it has;
without it those of nested.json are kept. The first run, before there is any, writes nested.csv alone.
"""
import csv
import json
import os
import sys

import numpy as np
from scipy import stats
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = os.path.dirname(os.path.abspath(__file__))
PENALTIES = [0.01, 1, 30, 200]


def data():
    rng = np.random.default_rng(11)
    x = np.round(rng.normal(0, 3, (120, 2)), 3)
    y = (x @ [0.4, -0.3] + rng.logistic(0, 1, 120) > 0).astype(int)
    return x, y


def rows_of(text):
    return [[int(cell) for cell in part.split(",")] for part in text.split("|")]


def outer(text, x, y):
    (held, learned), *inner = [rows_of(part) for part in text.split(";")]
    model = make_pipeline(StandardScaler(), LogisticRegression(tol=1e-12, max_iter=100000))
    grid = {"logisticregression__C": [1 / value for value in PENALTIES]}
    search = GridSearchCV(model, grid, scoring="neg_log_loss", cv=[(train, test) for test, train in inner], refit=False).fit(x, y)
    model.set_params(**search.best_params_).fit(x[learned], y[learned])
    value = log_loss(y[held], model.predict_proba(x[held]))
    # Those of the validation part are outside of the fold, too.
    outside = sum(len(test) for test, _ in inner)
    return {"l2": 1 / search.best_params_["logisticregression__C"], "searched": -search.best_score_, "value": value, "rows": len(held), "train": outside}


x, y = data()
with open(os.path.join(HERE, "nested.csv"), "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["x", "z", "y"])
    writer.writerows([f"{a:.3f}", f"{b:.3f}", "yes" if label else "no"] for (a, b), label in zip(x, y))
path = os.path.join(HERE, "nested.json")
if len(sys.argv) > 1:
    folds = sys.argv[1]
elif os.path.exists(path):
    with open(path, encoding="utf-8") as file:
        folds = json.load(file)["folds"]
else:
    sys.exit("There are no folds yet.")
results = [outer(text, x, y) for text in folds.split("/")]
values = np.array([result["value"] for result in results])
share = sum(result["rows"] for result in results) / sum(result["train"] for result in results)
half = stats.t.ppf(0.975, len(values) - 1) * np.sqrt(values.var(ddof=1) * (1 / len(values) + share))
with open(path, "w", encoding="utf-8") as file:
    json.dump({"folds": folds, "outer": results, "mean": values.mean(), "low": values.mean() - half, "high": values.mean() + half}, file, indent=1)
    file.write("\n")
