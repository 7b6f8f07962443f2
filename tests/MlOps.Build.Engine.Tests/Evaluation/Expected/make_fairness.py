"""Makes rows of three groups and what scikit-learn and pandas say of their treatment at the threshold 0.4.

Intervals are percentiles of 20,000 ordinary bootstraps in NumPy.

Run with scikit-learn 1.x and pandas in this folder:
    python3 make_fairness.py
"""
import json

import numpy as np
import pandas as pd
from sklearn import __version__
from sklearn.metrics import recall_score

ROWS = 600
THRESHOLD = 0.4
random = np.random.default_rng(11)
group = random.choice(["A", "B", "C"], ROWS, p=[0.5, 0.3, 0.2])
label = (random.random(ROWS) < np.select([group == "A", group == "B"], [0.5, 0.4], 0.3)).astype(int)
score = np.clip(0.25 + 0.3 * label + 0.1 * (group == "A") + random.normal(0, 0.2, ROWS), 0, 1).astype(np.float32)


def rates(frame):
    called = frame.score >= THRESHOLD
    return pd.Series({
        "selection": called.mean(),
        "true_positive": recall_score(frame.label, called, zero_division=0),
        "false_positive": recall_score(1 - frame.label, ~called, zero_division=0) * -1 + 1,
    })


def metrics(table):
    spread = table.max() - table.min()
    return [
        spread.selection,
        table.selection.min() / table.selection.max(),
        spread.true_positive,
        max(spread.true_positive, spread.false_positive),
    ]


frame = pd.DataFrame({"group": group, "label": label, "score": score})
table = frame.groupby("group").apply(rates)


def draw():
    """One bootstrap, by counts instead of frames, so that many are fast."""
    rows = random.integers(0, ROWS, ROWS)
    g, y, c = group[rows], label[rows], score[rows] >= THRESHOLD
    return metrics(pd.DataFrame([
        {"selection": c[g == k].mean(), "true_positive": c[(g == k) & (y == 1)].mean(), "false_positive": c[(g == k) & (y == 0)].mean()}
        for k in "ABC"
    ]))


draws = np.array([draw() for _ in range(20_000)])
expected = {
    "made_by": f"scikit-learn {__version__}, pandas {pd.__version__}",
    "threshold": THRESHOLD,
    "groups": list(group),
    "labels": label.tolist(),
    "scores": [float(value) for value in score],
    "rates": {key: table.loc[key].tolist() for key in "ABC"},
    "metrics": metrics(table),
    "lows": np.quantile(draws, 0.025, axis=0).tolist(),
    "highs": np.quantile(draws, 0.975, axis=0).tolist(),
}
with open("fairness.json", "w", newline="\n") as file:
    json.dump(expected, file)
    file.write("\n")
