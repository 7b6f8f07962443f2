"""Searches hyperparameters of scikit-learn's histogram boosting with RandomizedSearchCV and prints seconds and best value as JSON.

python3 peer.py FOLDER/NAME [trials=20] [seed=42]

Two jobs, in each of which OpenMP has one thread. A search of 2,000 rows comes first, so that the workers' start is not counted.
"""
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402
from scipy.stats import loguniform, randint  # noqa: E402
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor  # noqa: E402
from sklearn.model_selection import PredefinedSplit, RandomizedSearchCV  # noqa: E402

SETTINGS = {"trials": 20, "seed": 42, **{name: int(value) for name, value in (item.split("=") for item in sys.argv[2:])}}


def search(rows, labels, train, binary, trials):
    model = HistGradientBoostingClassifier if binary else HistGradientBoostingRegressor
    space = {
        "learning_rate": loguniform(0.02, 0.3), "max_leaf_nodes": randint(7, 128), "min_samples_leaf": randint(5, 101),
        "l2_regularization": loguniform(0.01, 100),
    }
    fold = np.where(np.arange(len(labels)) < train, -1, 0)
    found = RandomizedSearchCV(
        model(max_iter=100, early_stopping=False, max_bins=255, random_state=SETTINGS["seed"]), space, n_iter=trials, n_jobs=2, refit=False,
        cv=PredefinedSplit(fold), scoring="roc_auc" if binary else "neg_root_mean_squared_error", random_state=SETTINGS["seed"])
    return abs(found.fit(rows, labels).best_score_)


with open(sys.argv[1] + ".json", encoding="utf-8") as file:
    about = json.load(file)
table = np.fromfile(sys.argv[1] + ".f32", np.float32).reshape(about["rows"], about["columns"] + 1)
labels, rows, binary = table[:, 0].copy(), np.ascontiguousarray(table[:, 1:]), about["task"] == "binary"
search(np.tile(rows[:2000], (2, 1)), np.tile(labels[:2000], 2), 2000, binary, 2)
start = time.perf_counter()
best = search(rows, labels, about["train"], binary, SETTINGS["trials"])
print(json.dumps({"seconds": round(time.perf_counter() - start, 3), "best": round(float(best), 6)}))
