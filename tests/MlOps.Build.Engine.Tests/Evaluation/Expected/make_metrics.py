"""Makes metrics.json: generated cases with the values that scikit-learn gives them.

Run:  python3 make_metrics.py        (made with scikit-learn 1.2.1, numpy 1.24.2)

A value is null where scikit-learn has none: where it raises (ROC AUC with one class), gives NaN (R2 of one row), or lets the caller
choose (precision, recall, F-beta: zero_division=0 and =1 differ). Average precision without positives counts as none too: scikit-learn
warns and sets recall to one by decree. What scikit-learn lacks is computed here from the published definition with NumPy. Labels and scores are float32, handed to scikit-learn as float64.
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


def unless_chosen(score, *args, **kwargs):
    low, high = score(*args, zero_division=0, **kwargs), score(*args, zero_division=1, **kwargs)
    return or_none(low) if low == high else None


def weighted(weights):
    return {} if weights is None else {"sample_weight": np.asarray(weights, np.float64)}


def ece(y, p, w, edges):
    """Naeini, Cooper and Hauskrecht (2015), with the bins of sklearn.calibration.calibration_curve."""
    bins = np.searchsorted(edges, p)
    return sum(abs(np.sum(w[bins == b] * (y[bins == b] - p[bins == b]))) for b in np.unique(bins)) / w.sum()


def exact_quantiles(p, bins):
    p = np.sort(p)
    places = [divmod(i * (len(p) - 1), bins) for i in range(1, bins)]
    return np.array([p[k] + (p[min(k + 1, len(p) - 1)] - p[k]) * (rest / bins) for k, rest in places])


def gain(y, p, w, share):
    """The cumulative gains curve, linear between distinct scores, at a share of the rows."""
    scores = -np.unique(-p)
    rows = np.array([0, *[w[p >= s].sum() for s in scores]]) / w.sum()
    found = np.array([0, *[w[(p >= s) & (y == 1)].sum() for s in scores]]) / w[y == 1].sum()
    return np.interp(share, rows, found)


def recall_at(y, p, precision, w):
    precisions, recalls, _ = m.precision_recall_curve(y, p, **w)
    return max(r for q, r in zip(precisions, recalls) if q >= precision)


def binary(kind, y, p, threshold, weights=None):
    y, p = np.asarray(y, int), np.asarray(p, np.float32).astype(np.float64)
    predicted = (p >= threshold).astype(int)
    both = 0 < y.sum() < len(y)
    sw = weighted(weights)
    w = sw.get("sample_weight", np.ones(len(y)))
    recall = unless_chosen(m.recall_score, y, predicted, **sw)
    specificity = unless_chosen(m.recall_score, y, predicted, pos_label=0, **sw)
    # The first is calibration_curve's for strategy="quantile". With 15 bins its shares are not exact, and order statistics that an edge
    # should fall on end up on either side of it; so there the places are computed in whole numbers.
    mass = {10: np.percentile(p, np.linspace(0, 1, 11) * 100)[1:-1], 15: exact_quantiles(p, 15)}
    width = {bins: np.linspace(0, 1, bins + 1)[1:-1] for bins in (10, 15)}
    expected = {
        "auc": or_none(m.roc_auc_score(y, p, **sw)) if both else None,
        "pr_auc": or_none(m.average_precision_score(y, p, **sw)) if y.sum() else None,
        "log_loss": or_none(m.log_loss(y, p, labels=[0, 1], **sw)),
        "brier": or_none(np.average((p - y) ** 2, weights=w)) if not both else or_none(m.brier_score_loss(y, p, **sw)),
        "accuracy": or_none(m.accuracy_score(y, predicted, **sw)),
        "balanced_accuracy": or_none(m.balanced_accuracy_score(y, predicted, **sw)),
        "precision": unless_chosen(m.precision_score, y, predicted, **sw),
        "recall": recall,
        "specificity": specificity,
        "f1": unless_chosen(m.f1_score, y, predicted, **sw),
        "f2": unless_chosen(m.fbeta_score, y, predicted, beta=2, **sw),
        "f0p5": unless_chosen(m.fbeta_score, y, predicted, beta=0.5, **sw),
        "mcc": or_none(m.matthews_corrcoef(y, predicted, **sw)),
        "kappa": or_none(m.cohen_kappa_score(y, predicted, **sw)),
        "youden": or_none(m.balanced_accuracy_score(y, predicted, adjusted=True, **sw)) if both else None,
        "recall_at_precision_90": or_none(recall_at(y, p, 0.9, sw)) if y.sum() else None,
        "recall_at_precision_50": or_none(recall_at(y, p, 0.5, sw)) if y.sum() else None,
        "ece": or_none(ece(y, p, w, width[10])),
        "ece_15": or_none(ece(y, p, w, width[15])),
        "ece_mass": or_none(ece(y, p, w, mass[10])),
        "ece_mass_15": or_none(ece(y, p, w, mass[15])),
    }
    for percent in (10, 33):
        share = gain(y, p, w, percent / 100) if y.sum() else None
        expected[f"gain_at_{percent}"] = or_none(share)
        expected[f"lift_at_{percent}"] = None if share is None else or_none(share / (percent / 100))
    case = {"task": "Binary", "kind": kind, "classes": 2, "threshold": threshold, "labels": y, "scores": p, "expected": expected}
    if weights is not None:
        return {**case, "weights": list(map(float, weights))}
    if both:
        precision, recall, _ = m.precision_recall_curve(y, p)
        case["prArea"] = float(m.auc(recall, precision))
        observed, mean = calibration_curve(y, p, n_bins=10, strategy="quantile")
        case["calibration"] = [[float(a), float(b)] for a, b in zip(mean, observed)]
    return case


def pair_auc(y, p, a, b, w):
    """Area of p[:, a] on the rows of classes a and b."""
    pair = (y == a) | (y == b)
    return m.roc_auc_score(y[pair] == a, p[pair, a], sample_weight=w[pair])


def one_versus_one(y, p, w, by_rows):
    """Hand and Till (2001); scikit-learn has it without weights only, which must agree."""
    pairs = [(a, b) for a in range(p.shape[1]) for b in range(a + 1, p.shape[1])]
    areas = [(pair_auc(y, p, a, b, w) + pair_auc(y, p, b, a, w)) / 2 for a, b in pairs]
    return np.average(areas, weights=[w[(y == a) | (y == b)].sum() for a, b in pairs] if by_rows else None)


def multiclass(kind, y, p, weights=None):
    y, p = np.asarray(y, int), np.asarray(p, np.float32).astype(np.float64)
    predicted = p.argmax(axis=1)
    labels = list(range(p.shape[1]))
    sw = weighted(weights)
    w = sw.get("sample_weight", np.ones(len(y)))
    expected = {
        "log_loss": or_none(m.log_loss(y, p, labels=labels, **sw)),
        "accuracy": or_none(m.accuracy_score(y, predicted, **sw)),
        "balanced_accuracy": or_none(m.balanced_accuracy_score(y, predicted, **sw)),
        "top_2_accuracy": or_none(m.top_k_accuracy_score(y, p, k=2, labels=labels, **sw)),
        "top_1_accuracy": or_none(m.top_k_accuracy_score(y, p, k=1, labels=labels, **sw)),
        "macro_f1": or_none(m.f1_score(y, predicted, average="macro", zero_division=0, **sw)),
        "micro_f1": or_none(m.f1_score(y, predicted, average="micro", zero_division=0, **sw)),
        "weighted_f1": or_none(m.f1_score(y, predicted, average="weighted", zero_division=0, **sw)),
        "mcc": or_none(m.matthews_corrcoef(y, predicted, **sw)),
        "kappa": or_none(m.cohen_kappa_score(y, predicted, **sw)),
    }
    all_present = len(np.unique(y)) == len(labels)
    for name, average in (("", "macro"), ("_weighted", "weighted")):
        areas = {"multi_class": "ovr", "average": average, "labels": labels}
        expected["auc_ovr" + name] = or_none(m.roc_auc_score(y, p, **areas, **sw)) if all_present else None
        ovo = one_versus_one(y, p, w, average == "weighted") if all_present else None
        if all_present and weights is None:
            assert np.isclose(ovo, m.roc_auc_score(y, p, **{**areas, "multi_class": "ovo"}))
        expected["auc_ovo" + name] = or_none(ovo)
    case = {"task": "Multiclass", "kind": kind, "classes": p.shape[1], "threshold": 0.5, "labels": y, "scores": p.ravel()}
    if weights is not None:
        case["weights"] = list(map(float, weights))
    return {**case, "expected": expected}


def or_raises(score, *args, **kwargs):
    try:
        return or_none(score(*args, **kwargs))
    except ValueError:
        return None


def regression(kind, y, f, weights=None, naive=2.5):
    y, f = np.asarray(y, np.float32).astype(np.float64), np.asarray(f, np.float32).astype(np.float64)
    sw = weighted(weights)
    w = sw.get("sample_weight", np.ones(len(y)))
    sizes = np.abs(y) + np.abs(f)
    mae = or_none(m.mean_absolute_error(y, f, **sw))
    # Intervals of unlike ends that hold about half of the rows.
    step = np.median(np.abs(y - f))
    lower, upper = (v.astype(np.float32).astype(np.float64) for v in (f - 0.8 * step, f + 1.1 * step + 0.01 * np.abs(f)))
    expected = {
        "rmse": or_none(m.mean_squared_error(y, f, squared=False, **sw)),
        "mae": mae,
        "r2": or_none(m.r2_score(y, f, **sw)) if len(y) > 1 else None,
        "median_ae": or_none(m.median_absolute_error(y, f, **sw)),
        "max_error": or_none(m.max_error(y[w > 0], f[w > 0])),
        "mape": or_none(m.mean_absolute_percentage_error(y, f, **sw)),
        # Makridakis (1993) and Hyndman and Koehler (2006).
        "smape": or_none(np.average(np.divide(2 * np.abs(y - f), sizes, out=np.zeros(len(y)), where=sizes > 0), weights=w)),
        "mase": mae / naive,
        "interval_coverage": or_none(np.average((lower <= y) & (y <= upper), weights=w)),
        "interval_width": or_none(np.average(upper - lower, weights=w)),
        "rmsle": or_raises(m.mean_squared_log_error, y, f, squared=False, **sw),
        "poisson_deviance": or_raises(m.mean_poisson_deviance, y, f, **sw),
        "tweedie_1p5": or_raises(m.mean_tweedie_deviance, y, f, power=1.5, **sw),
        "tweedie_2": or_raises(m.mean_gamma_deviance, y, f, **sw),
        "tweedie_3": or_raises(m.mean_tweedie_deviance, y, f, power=3, **sw),
        "tweedie_0": or_raises(m.mean_tweedie_deviance, y, f, power=0, **sw),
        "pinball_90": or_none(m.mean_pinball_loss(y, f, alpha=0.9, **sw)),
        "pinball_2p5": or_none(m.mean_pinball_loss(y, f, alpha=0.025, **sw)),
    }
    case = {"task": "Regression", "kind": kind, "classes": 0, "threshold": 0.5, "naiveError": naive, "labels": y, "scores": f, "lower": lower, "upper": upper}
    if weights is not None:
        case["weights"] = list(map(float, weights))
    return {**case, "expected": expected}


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
    for i in range(12):
        y = rng.poisson(3, 40) if i % 2 else rng.gamma(2, 3, 40)
        yield regression("counts and amounts", y, y * rng.uniform(0.5, 1.5, 40) + 0.1)


def weights_of(n, kind):
    if kind == "equal":
        return np.full(n, 0.25)
    if kind == "some are zero":
        return rng.choice([0, 1, 2.5], n, p=[0.2, 0.5, 0.3])
    return rng.integers(1, 64, n) / 8 if kind == "eighths" else np.round(rng.exponential(1, n) + 0.01, 3)


def weighted_cases():
    for kind in ("equal", "some are zero", "eighths", "any"):
        for i in range(8):
            n = int(rng.integers(20, 70))
            y = rng.random(n) < 0.4
            p = np.clip(0.3 * y + 0.7 * rng.random(n), 0, 1)
            yield binary(f"weights: {kind}", y, np.round(p, 1) if i % 2 else p, 0.5, weights_of(n, kind))
        for i in range(4):
            y = np.concatenate([np.arange(3), rng.integers(0, 3, 30)])
            p = np.round(rng.dirichlet(np.full(3, 0.7), 33) * 8) + 1 + np.eye(3)[y]
            weights = weights_of(33, kind)
            weights[:3] = 1
            yield multiclass(f"weights: {kind}", y, p / p.sum(axis=1, keepdims=True), weights)
        for i in range(4):
            y = rng.gamma(2, 3, 41)
            yield regression(f"weights: {kind}", y, y * rng.uniform(0.5, 1.5, 41) + 0.1, weights_of(41, kind))


def text(value):
    if isinstance(value, np.ndarray):
        return "[" + ",".join(repr(int(v)) if v == int(v) and abs(v) < 1e7 else str(np.float32(v)) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k)}:{text(v)}" for k, v in value.items()) + "}"
    return json.dumps(value)


cases = [*binary_cases(), *multiclass_cases(), *regression_cases(), *weighted_cases()]
target = Path(__file__).with_name("metrics.json")
target.write_text("[\n" + ",\n".join(text(case) for case in cases) + "\n]\n", encoding="utf-8", newline="\n")
print(len(cases), "cases,", target.stat().st_size, "bytes")
