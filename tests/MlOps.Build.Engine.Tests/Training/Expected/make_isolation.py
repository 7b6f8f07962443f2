"""Writes isolation.json: scikit-learn's IsolationForest, means over forests of other seeds.

python3 make_isolation.py, with Debian's python3-sklearn; threads do not matter.
Forests are drawn, so no two are alike; of 5,000 trees the scores of rows scatter by a few thousandths, which the file tells.
"""
import json

import numpy as np
import sklearn
from sklearn.ensemble import IsolationForest
from sklearn.ensemble._iforest import _average_path_length

SEEDS, ROWS, TREES = 10, 60, 500


def case(data, samples, contamination):
    table = np.loadtxt(f"{data}.csv", delimiter=",", dtype=np.float32)
    cut = len(table) * 3 // 4
    train, test = table[:cut, :-1], table[cut:cut + ROWS, :-1]
    forests = [IsolationForest(n_estimators=TREES, max_samples=samples, contamination=contamination or "auto", random_state=seed).fit(train)
               for seed in range(SEEDS)]
    scores = np.array([-forest.score_samples(test) for forest in forests])
    return {"data": data, "samples": samples, "contamination": contamination, "scores": scores.mean(axis=0).round(6).tolist(),
            "scatter": scores.std(axis=0, ddof=1).max().round(6), "limit": float(np.mean([-forest.offset_ for forest in forests]))}


counts = [1, 2, 3, 5, 100, 256, 999]
with open("isolation.json", "w", newline="\n") as file:
    json.dump({"made_by": f"scikit-learn {sklearn.__version__}", "counts": counts, "lengths": _average_path_length(counts).tolist(),
               "cases": [case("breast_cancer", 256, 0), case("breast_cancer", 64, 0.1), case("diabetes", 100, 0.05), case("wine", 256, 0)]}, file)
    file.write("\n")
