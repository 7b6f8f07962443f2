"""The largest value of each metric over all thresholds, by scikit-learn on every selection of best-scored rows.

python3 make_thresholds.py > thresholds.json
"""
import json
import numpy as np
from sklearn import metrics as m

rng = np.random.default_rng(20261126)

MEASURES = {
    "accuracy": m.accuracy_score,
    "balanced_accuracy": m.balanced_accuracy_score,
    "f1": lambda y, p: m.f1_score(y, p, zero_division=0),
    "f2": lambda y, p: m.fbeta_score(y, p, beta=2, zero_division=0),
    "f0p5": lambda y, p: m.fbeta_score(y, p, beta=0.5, zero_division=0),
    "mcc": m.matthews_corrcoef,
    "kappa": m.cohen_kappa_score,
    "youden": lambda y, p: m.recall_score(y, p) + m.recall_score(y, p, pos_label=0) - 1,
}


def case(rows, share, noise, digits):
    y = (rng.random(rows) < share).astype(int)
    y[:2] = 0, 1
    scores = np.round(np.clip(0.5 * y + rng.normal(0.2, noise, rows), 0, 1), digits).astype(np.float32)
    # Above a score of 1 there is no threshold.
    none = [np.inf] if scores.max() < 1 else []
    cuts = none + sorted(set(scores.tolist()), reverse=True)
    best = {}
    for name, measure in MEASURES.items():
        values = [float(measure(y, scores >= cut)) for cut in cuts]
        largest = max(values)
        called = min(int((scores >= cut).sum()) for cut, value in zip(cuts, values) if value > largest - 1e-12)
        best[name] = {"value": largest, "called": called}
    return {"labels": y.tolist(), "scores": [float(s) for s in scores], "best": best}


shapes = [(rows, share, noise, digits) for rows in (5, 40, 150) for share in (0.1, 0.5) for noise in (0.05, 0.3, 0.6) for digits in (1, 6)]
print(json.dumps([case(*shape) for shape in shapes]))
