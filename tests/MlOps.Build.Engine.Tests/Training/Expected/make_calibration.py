"""Makes the expected values of calibration: Platt's slope and intercept, and isotonic regression, on probabilities that are too sure.

"platt" holds what scikit-learn's _SigmoidCalibration finds (it stops at a gradient of 1e-5), "exact" the minimum of the same loss, found
by SciPy to the last digits. Its p is 1 / (1 + exp(a f + b)), so slope and intercept are -a and -b; f are log-odds.

Run with scikit-learn 1.x in this folder:
    python3 make_calibration.py
"""
import json

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from sklearn import __version__
from sklearn.calibration import _SigmoidCalibration
from sklearn.isotonic import IsotonicRegression


def exact(scores, labels):
    positive, negative = (labels == 1).sum(), (labels == 0).sum()
    targets = np.where(labels == 1, (positive + 1) / (positive + 2), 1 / (negative + 2))

    def loss(point):
        z = point[0] * scores + point[1]
        slopes = expit(z) - targets
        return (np.logaddexp(0, z) - targets * z).sum(), np.array([slopes @ scores, slopes.sum()])

    def curvature(point):
        p = expit(point[0] * scores + point[1])
        weights = p * (1 - p)
        return np.array([[weights @ scores**2, weights @ scores], [weights @ scores, weights.sum()]])

    point = np.array([1.0, 0.0])
    point = minimize(loss, point, jac=True, hess=curvature, method="trust-exact", options={"gtol": 1e-6}).x
    for _ in range(5):
        point = point - np.linalg.solve(curvature(point), loss(point)[1])
    return point.tolist()


def case(name, rows, seed, digits, factor):
    random = np.random.default_rng(seed)
    truth = random.normal(size=rows) * 1.5 - 0.5
    labels = (random.random(rows) < expit(truth)).astype(float)
    positive = np.clip(expit(truth * factor + 0.3), 1e-4, 1 - 1e-4).round(digits).astype(np.float32)
    negative = (1 - positive.astype(np.float64)).astype(np.float32)
    # Log-odds are cut where a probability is below 1e-7.
    scores = np.log(np.maximum(positive.astype(np.float64), 1e-7)) - np.log(np.maximum(negative.astype(np.float64), 1e-7))
    sigmoid = _SigmoidCalibration().fit(scores, labels)
    isotonic = IsotonicRegression(out_of_bounds="clip").fit(positive.astype(np.float64), labels)
    grid = np.unique(np.r_[np.linspace(0, 1, 101), positive[:50]]).astype(np.float32)
    return {
        "name": name, "positive": [float(str(p)) for p in positive], "labels": labels.astype(int).tolist(),
        "platt": [-float(sigmoid.a_), -float(sigmoid.b_)], "exact": exact(scores, labels),
        "grid": [float(str(p)) for p in grid], "isotonic": isotonic.predict(grid.astype(np.float64)).tolist(),
    }


expected = {
    "made_by": f"scikit-learn {__version__}",
    "cases": [
        case("too sure", 400, 1, 6, 2.5),
        case("too shy", 300, 2, 6, 0.4),
        case("many ties", 300, 3, 1, 1.0),
        case("few rows", 12, 4, 6, 1.5),
    ],
}
with open("calibration.json", "w", newline="\n") as file:
    json.dump(expected, file)
    file.write("\n")
