"""Nested cross-validation by scikit-learn on given folds: python3 make_nested.py [FOLDS].

FOLDS, the rows of each outer fold and of the folds inside the others, is what NestedSearchTests says it has; without it those of nested.json are
kept. The first run, before there is any, writes nested.csv alone.
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


def ints(text):
    return [int(cell) for cell in text.split(",")]


def outer(text, x, y):
    held, *inner = [ints(part) for part in text.split(";")]
    rows = sorted(sum(inner, []))
    place = {row: i for i, row in enumerate(rows)}
    parts = [(np.setdiff1d(np.arange(len(rows)), [place[row] for row in fold]), [place[row] for row in fold]) for fold in inner]
    model = make_pipeline(StandardScaler(), LogisticRegression(tol=1e-12, max_iter=100000))
    search = GridSearchCV(model, {"logisticregression__C": [1 / value for value in PENALTIES]}, scoring="neg_log_loss", cv=parts).fit(x[rows], y[rows])
    value = log_loss(y[held], search.predict_proba(x[held]))
    return {"l2": 1 / search.best_params_["logisticregression__C"], "searched": -search.best_score_, "value": value, "rows": len(held), "train": len(rows)}


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
