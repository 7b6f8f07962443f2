"""Makes tails.json: tail probabilities and critical values as SciPy has them, and a corrected interval of a repeated cross-validation.

Run:  python3 make_tails.py        (made with SciPy 1.10.1, NumPy 1.24.2)

Critical values of t are roots of SciPy's tail, because stats.t.ppf itself is off by up to 4e-10 (t.ppf(0.75, 3) is 0.7648923284043).
"""
import json
from pathlib import Path

import numpy as np
from scipy import optimize, special, stats


def critical(confidence, degrees):
    return float(optimize.brentq(lambda t: 2 * stats.t.sf(t, degrees) - (1 - confidence), 0, 1e4, xtol=1e-15, rtol=1e-15))


degrees = [1, 2, 3, 5, 9, 14, 29, 99, 1000]
values = np.array([0.71, 0.74, 0.69, 0.75, 0.73, 0.70, 0.77, 0.72, 0.68, 0.74])
rows, training = 30, 120
mean, s2 = values.mean(), values.var(ddof=1)
half = critical(0.95, len(values) - 1) * np.sqrt(s2 * (1 / len(values) + rows / training))
out = {
    "logGamma": [[x, float(special.gammaln(x))] for x in [1e-3, 0.1, 0.5, 1, 1.5, 2, 3.7, 10, 55.5, 1000, 1e6]],
    "beta": [[x, a, b, float(special.betainc(a, b, x))]
             for x in [1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999] for a in [0.5, 1, 2.5, 40, 500] for b in [0.5, 1, 7, 300]],
    "gammaUpper": [[a, x, float(special.gammaincc(a, x))]
                   for a in [0.5, 1, 1.5, 4, 25, 500] for x in [1e-4, 0.2, 1, 3.84, 20, 90, 480, 560]],
    "twoSided": [[t, d, float(2 * stats.t.sf(t, d))] for t in [0.0, 0.1, 1, 1.96, 3, 8] for d in degrees],
    "critical": [[c, d, critical(c, d)] for c in [0.5, 0.9, 0.95, 0.99, 0.999] for d in degrees],
    "corrected": {
        "values": values.tolist(), "rows": rows, "training": training, "mean": float(mean), "standardDeviation": float(np.sqrt(s2)),
        "low": float(mean - half), "high": float(mean + half),
    },
}
Path(__file__).with_name("tails.json").write_text(json.dumps(out) + "\n")
