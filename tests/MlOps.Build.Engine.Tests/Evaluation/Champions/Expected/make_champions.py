"""Expected values of the champion comparison's statistics, from SciPy and from the papers' formulas in NumPy.

python3 make_champions.py > champions.json
"""
import json
import numpy as np
from scipy import stats

rng = np.random.default_rng(20261125)


def mcnemar(b, c):
    n, m = b + c, min(b, c)
    exact = min(1.0, stats.binomtest(m, n, 0.5).pvalue) if n else 1.0
    mid = 1.0 if b == c else 2 * stats.binom.cdf(m, n, 0.5) - stats.binom.pmf(m, n, 0.5)
    return {"b": b, "c": c, "exact": exact, "mid": float(mid)}


def diebold_mariano(d):
    n = len(d)
    lags = int(np.floor(4 * (n / 100) ** (2 / 9)))
    e = d - d.mean()
    gamma = [float(np.sum(e[k:] * e[:n - k]) / n) for k in range(lags + 1)]
    variance = gamma[0] + 2 * sum((1 - k / (lags + 1)) * gamma[k] for k in range(1, lags + 1))
    h = lags + 1
    t = d.mean() / np.sqrt(variance / n) * np.sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n)
    return {"differences": d.tolist(), "lags": lags, "t": float(t), "p": float(2 * stats.t.sf(abs(t), n - 1))}


def series(n, shift, phi):
    e = rng.normal(size=n)
    for i in range(1, n):
        e[i] += phi * e[i - 1]
    return np.round(e + shift, 6)


def groups(table):
    table = np.array(table)
    v2 = stats.chi2_contingency(table, correction=False)[0] / table.sum()
    n, (r, k) = table.sum(), table.shape
    corrected = max(0, v2 - (k - 1) * (r - 1) / (n - 1))
    rows, columns = r - (r - 1) ** 2 / (n - 1), k - (k - 1) ** 2 / (n - 1)
    return {"table": table.tolist(), "v": float(np.sqrt(corrected / min(rows - 1, columns - 1)))}


def numbers(here, rest):
    r = stats.pointbiserialr([1] * len(here) + [0] * len(rest), np.concatenate([here, rest]))[0]
    n = len(here) + len(rest)
    return {"here": here.tolist(), "rest": rest.tolist(),
            "association": float(np.sqrt(max(0, 1 - (1 - r ** 2) * (n - 1) / (n - 2)))),
            "standardized": float((here.mean() - rest.mean()) / np.sqrt((here.var(ddof=1) + rest.var(ddof=1)) / 2))}


print(json.dumps({
    "mcnemar": [mcnemar(b, c) for b, c in [(0, 0), (1, 0), (5, 15), (12, 12), (1, 9), (59, 16), (480, 560), (5000, 4700)]],
    "dieboldMariano": [diebold_mariano(series(*a)) for a in [(10, 0, 0), (48, 0.4, 0.5), (365, 0.1, 0.3), (400, 0, -0.4)]],
    "groups": [groups(t) for t in [[[30, 10], [20, 60]], [[12, 88], [9, 91], [20, 40]], [[10, 40], [11, 39]]]],
    "numbers": [numbers(np.round(rng.normal(m, 1, 25), 4), np.round(rng.normal(0, 2, 60), 4)) for m in (0, 0.8, 3)],
}, indent=1))
