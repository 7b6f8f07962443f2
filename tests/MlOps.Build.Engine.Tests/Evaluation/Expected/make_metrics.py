"""Makes metrics.json: generated cases with the values that scikit-learn gives them.

Run:  python3 make_metrics.py        (made with scikit-learn 1.2.1, numpy 1.24.2)

A value is null where scikit-learn has none: where it raises (ROC AUC with one class), gives NaN (R2 of one row), or lets the caller
choose (precision, recall, F1: zero_division=0 and =1 differ). Average precision without positives counts as none too: scikit-learn
warns and sets recall to one by decree. Labels and scores are float32, handed to scikit-learn as float64.
"""
import json
import warnings
from pathlib import Path

import numpy as np
from sklearn import metrics as m
from sklearn.calibration import calibration_curve

warnings.simplefilter("ignore")
rng = np.random.default_rng(20240607)


def or_none(value):
    return None if value is None or not np.isfinite(value) else float(value)


def unless_chosen(score, *args):
    low, high = score(*args, zero_division=0), score(*args, zero_division=1)
    return or_none(low) if low == high else None


def binary(kind, y, p, threshold):
    y, p = np.asarray(y, int), np.asarray(p, np.float32).astype(np.float64)
    predicted = (p >= threshold).astype(int)
    both = 0 < y.sum() < len(y)
    expected = {
        "auc": or_none(m.roc_auc_score(y, p)) if both else None,
        "pr_auc": or_none(m.average_precision_score(y, p)) if y.sum() else None,
        "log_loss": or_none(m.log_loss(y, p, labels=[0, 1])),
        "brier": or_none(np.mean((p - y) ** 2)) if not both else or_none(m.brier_score_loss(y, p)),
        "accuracy": or_none(m.accuracy_score(y, predicted)),
        "precision": unless_chosen(m.precision_score, y, predicted),
        "recall": unless_chosen(m.recall_score, y, predicted),
        "f1": unless_chosen(m.f1_score, y, predicted),
    }
    case = {"task": "Binary", "kind": kind, "classes": 2, "threshold": threshold, "labels": y, "scores": p, "expected": expected}
    if both:
        precision, recall, _ = m.precision_recall_curve(y, p)
        case["prArea"] = float(m.auc(recall, precision))
        observed, mean = calibration_curve(y, p, n_bins=10, strategy="quantile")
        case["calibration"] = [[float(a), float(b)] for a, b in zip(mean, observed)]
    return case


def multiclass(kind, y, p):
    y, p = np.asarray(y, int), np.asarray(p, np.float32).astype(np.float64)
    predicted = p.argmax(axis=1)
    expected = {
        "log_loss": or_none(m.log_loss(y, p, labels=list(range(p.shape[1])))),
        "accuracy": or_none(m.accuracy_score(y, predicted)),
        "macro_f1": or_none(m.f1_score(y, predicted, average="macro", zero_division=0)),
    }
    case = {"task": "Multiclass", "kind": kind, "classes": p.shape[1], "threshold": 0.5, "labels": y, "scores": p.ravel()}
    return {**case, "expected": expected}


def regression(kind, y, f):
    y, f = np.asarray(y, np.float32).astype(np.float64), np.asarray(f, np.float32).astype(np.float64)
    expected = {
        "rmse": or_none(m.mean_squared_error(y, f, squared=False)),
        "mae": or_none(m.mean_absolute_error(y, f)),
        "r2": or_none(m.r2_score(y, f)) if len(y) > 1 else None,
    }
    return {"task": "Regression", "kind": kind, "classes": 0, "threshold": 0.5, "labels": y, "scores": f, "expected": expected}


def binary_cases():
    for i in range(60):
        n = int(rng.integers(2, 60))
        y = rng.random(n) < rng.choice([0.1, 0.3, 0.5, 0.9])
        yield binary("continuous", y, np.clip(0.3 * y + 0.7 * rng.random(n), 0, 1), float(rng.choice([0.2, 0.5, 0.7])))
    for i in range(30):
        n = int(rng.integers(2, 60))
        y = rng.random(n) < 0.4
        yield binary("ties", y, np.round(0.3 * y + 0.7 * rng.random(n), 1), 0.5)
    for share in (0.0, 0.1, 0.5, 1.0):
        for n in (1, 2, 7, 25):
            y = rng.random(n) < 0.5
            yield binary("all scores equal", y, np.full(n, share), 0.5)
    for i in range(8):
        n = int(rng.integers(1, 20))
        yield binary("one class", np.full(n, i % 2), rng.random(n), 0.5)
    for label in (0, 1):
        for score in (0.0, 0.2, 0.5, 0.8, 1.0):
            yield binary("one row", [label], [score], 0.5)
    for i in range(6):
        n = int(rng.integers(4, 30))
        y = np.arange(n) % 2
        yield binary("certain and right", y, y, 0.5)
        yield binary("certain and wrong", y, 1 - y, 0.5)
        yield binary("nothing predicted positive", y, 0.4 * rng.random(n), 0.5)
        yield binary("everything predicted positive", y, 0.5 + 0.5 * rng.random(n), 0.5)
    y = rng.random(900) < 0.11
    yield binary("large", y, 1 / (1 + np.exp(-(rng.normal(size=900) + 1.2 * y - 2.5))), 0.3)


def multiclass_cases():
    for i in range(40):
        n, k = int(rng.integers(1, 30)), int(rng.integers(3, 6))
        y = rng.integers(0, k, n)
        p = rng.dirichlet(np.full(k, 0.7), n) + 0.5 * np.eye(k)[y] * rng.random((n, 1))
        yield multiclass("continuous", y, p / p.sum(axis=1, keepdims=True))
    for i in range(10):
        n = int(rng.integers(2, 25))
        yield multiclass("ties", rng.integers(0, 4, n), rng.choice([[0.4, 0.4, 0.1, 0.1], [0.25] * 4, [0.1, 0.3, 0.3, 0.3]], n))
    for i in range(5):
        n = int(rng.integers(2, 25))
        yield multiclass("certain", rng.integers(0, 3, n), np.eye(3)[rng.integers(0, 3, n)])
    for i in range(5):
        n = int(rng.integers(2, 15))
        yield multiclass("one class", np.full(n, i % 3), rng.dirichlet(np.ones(3), n))


def regression_cases():
    for i in range(40):
        n = int(rng.integers(2, 60))
        y = rng.normal(rng.normal() * 100, 10 ** rng.uniform(-3, 4), n)
        yield regression("continuous", y, y + rng.normal(size=n) * y.std() * rng.choice([0.01, 0.5, 3]))
    for i in range(6):
        y = np.full(int(rng.integers(2, 20)), rng.choice([0, 0.1, 1 / 3, 1e6]), np.float32)
        yield regression("equal labels, exact", y, y)
        yield regression("equal labels, not exact", y, y + rng.normal(size=len(y)))
    for i in range(5):
        y = np.float32(1e6) + rng.random(20)
        yield regression("far from zero", y, y + 0.1 * rng.normal(size=20))
    for i in range(4):
        yield regression("one row", [rng.normal()], [rng.normal()])
    for i in range(4):
        y = rng.integers(0, 4, 30)
        yield regression("mean predicted", y, np.full(30, y.mean()))


def text(value):
    if isinstance(value, np.ndarray):
        return "[" + ",".join(repr(int(v)) if v == int(v) and abs(v) < 1e7 else str(np.float32(v)) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k)}:{text(v)}" for k, v in value.items()) + "}"
    return json.dumps(value)


cases = [*binary_cases(), *multiclass_cases(), *regression_cases()]
target = Path(__file__).with_name("metrics.json")
target.write_text("[\n" + ",\n".join(text(case) for case in cases) + "\n]\n", encoding="utf-8", newline="\n")
print(len(cases), "cases,", target.stat().st_size, "bytes")
