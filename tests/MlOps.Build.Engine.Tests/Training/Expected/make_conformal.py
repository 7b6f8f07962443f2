"""Makes the expected values of conformal prediction intervals, by NumPy, on scikit-learn's own predictions.

Half of an interval is the ceil((n + 1) coverage) / n quantile of the n absolute residuals on rows that were not learned from, as MAPIE's
documentation of the prefit method and Angelopoulos and Bates (2021, section 1.1) have it: the residual of that rank. The script asserts that
the sorted residual is NumPy's quantile of that level.

Run with scikit-learn 1.x in this folder:
    python3 make_conformal.py
"""
import json
from fractions import Fraction
from math import ceil

import numpy as np
from sklearn import __version__
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import LinearRegression


def case(name, model, rows, coverage, seed, noise):
    random = np.random.default_rng(seed)
    x = random.uniform(-3, 3, (400 + rows + 200, 3))
    y = x[:, 0] ** 2 + 2 * x[:, 1] + noise(random, x)
    y = y.astype(np.float32)
    fitted = model.fit(x[:400], y[:400])
    predicted = fitted.predict(x).astype(np.float32)
    held, test = slice(400, 400 + rows), slice(400 + rows, None)
    residuals = np.sort(np.abs(y[held].astype(np.float64) - predicted[held]))
    rank = ceil((rows + 1) * Fraction(coverage))
    half = residuals[rank - 1]
    assert half == np.quantile(residuals, (rank - 0.5) / rows, method="inverted_cdf")
    lower, upper = predicted[test] - half, predicted[test] + half
    inside = (lower <= y[test]) & (y[test] <= upper)
    return {
        "name": name, "coverage": float(coverage), "rank": rank, "half": float(half),
        "predictions": text(predicted[held]), "labels": text(y[held]),
        "testPredictions": text(predicted[test]), "testLabels": text(y[test]),
        "testCoverage": float(inside.mean()), "testWidth": float((upper - lower).mean()),
    }


def text(values):
    return [float(str(value)) for value in values]


def normal(random, x):
    return random.normal(size=len(x))


def wider_to_the_right(random, x):
    return random.normal(size=len(x)) * np.exp(x[:, 2] / 2)


def heavy(random, x):
    return random.standard_t(2, size=len(x))


expected = {
    "made_by": f"scikit-learn {__version__}, NumPy {np.__version__}",
    "cases": [
        case("linear, 9 rows, 0.9", LinearRegression(), 9, "0.9", 1, normal),
        case("linear, 99 rows, 0.55", LinearRegression(), 99, "0.55", 2, normal),
        case("trees, 120 rows, 0.8", GradientBoostingRegressor(random_state=0), 120, "0.8", 3, wider_to_the_right),
        case("trees, 150 rows, 0.95", GradientBoostingRegressor(random_state=0), 150, "0.95", 4, heavy),
        case("trees, 200 rows, 0.9", GradientBoostingRegressor(random_state=0), 200, "0.9", 5, normal),
    ],
}
with open("conformal.json", "w", encoding="utf-8", newline="\n") as file:
    json.dump(expected, file, separators=(",", ":"))
    file.write("\n")
