"""Makes delong.json: variance, covariance and p-value of AUCs from the definition of DeLong, DeLong and Clarke-Pearson (1988).

Run:  python3 make_delong.py        (made with numpy 1.24.2, scipy 1.10.1)

Every pair of a positive and a negative row is looked at (m x n kernel matrices), so nothing is shared with the algorithm by ranks.
"""
import json
from pathlib import Path

import numpy as np
from scipy.stats import norm

rng = np.random.default_rng(19880901)


def kernel(positive, negative):
    return np.where(positive[:, None] > negative[None, :], 1.0, np.where(positive[:, None] == negative[None, :], 0.5, 0.0))


def components(y, s):
    psi = kernel(s[y == 1], s[y == 0])
    return psi.mean(), psi.mean(axis=1), psi.mean(axis=0)


def covariance(a, b):
    (ta, a10, a01), (tb, b10, b01) = a, b
    s10 = ((a10 - ta) * (b10 - tb)).sum() / (len(a10) - 1)
    s01 = ((a01 - ta) * (b01 - tb)).sum() / (len(a01) - 1)
    return s10 / len(a10) + s01 / len(a01)


def case(kind, y, first, second):
    first, second = np.float32(first), np.float32(second)
    a, b = components(y, first), components(y, second)
    va, vb, cov = covariance(a, a), covariance(b, b), covariance(a, b)
    sd = np.sqrt(max(0, va + vb - 2 * cov))
    p = 2 * norm.sf(abs(a[0] - b[0]) / sd) if sd > 1e-12 else (1.0 if a[0] == b[0] else None)
    half = norm.ppf(0.975) * sd
    return {
        "kind": kind, "labels": y.tolist(), "first": [float(x) for x in first], "second": [float(x) for x in second],
        "aucFirst": a[0], "aucSecond": b[0], "errorFirst": np.sqrt(va), "errorSecond": np.sqrt(vb), "covariance": cov,
        "error": sd if sd > 1e-12 else 0.0, "low": a[0] - b[0] - half, "high": a[0] - b[0] + half, "pValue": p,
    }


cases = []
for i in range(24):
    n = int(rng.integers(20, 160))
    y = (rng.random(n) < rng.uniform(0.1, 0.7)).astype(int)
    y[:4] = [0, 0, 1, 1]
    common = rng.normal(size=n)
    first = y * rng.uniform(0, 1.5) + common + rng.normal(size=n)
    second = y * rng.uniform(0, 1.5) + common + rng.normal(size=n)
    if i % 3 == 1:
        first, second = np.round(first), np.round(second)
    cases.append(case(["continuous", "tied", "wide"][i % 3], y, first, second * (1e6 if i % 3 == 2 else 1)))

y = np.array([0, 0, 0, 1, 1, 1])
cases.append(case("separated against the same", y, np.arange(6.0), np.arange(6.0) * 2))
cases.append(case("separated against constant", y, np.arange(6.0), np.zeros(6)))
Path(__file__).with_name("delong.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
