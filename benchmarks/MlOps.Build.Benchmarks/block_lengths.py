"""Prints the coverage of 95 % block bootstrap intervals of a regression in time, by length of the blocks and way of reading them.

Run:  python3 block_lengths.py [test parts]        (numpy 1.24.2, scipy 1.10.1; decision 0002 tells of 2,000 parts)

The population is that of benchmarks -- coverage, "regression, in time"; blocks are multiples of the longer of the two rules.
"""
import sys

import numpy as np
from scipy import stats

ROWS, RESAMPLES, MULTIPLES = 1000, 500, (1, 1.5, 2, 2.5)
rng = np.random.default_rng(7)


def noise():
    e, x = rng.normal(size=ROWS), np.empty(ROWS)
    x[0] = e[0]
    for i in range(1, ROWS):
        x[i] = 0.7 * x[i - 1] + np.sqrt(1 - 0.49) * e[i]
    return x


def population(n, shared):
    known = np.exp(0.5 * rng.normal(size=n))
    return known * (1 + 0.3 * shared), known * (1 + 0.1 * rng.normal(size=n)), known * (1 + 0.1 * rng.normal(size=n))


def rule(x):
    """Politis and White (2004), corrected (2009); circular blocks."""
    n, window = len(x), max(5, int(np.ceil(np.sqrt(np.log10(len(x))))))
    most = int(np.ceil(np.sqrt(n))) + window
    x = x - x.mean()
    cov = np.array([x[k:] @ x[: n - k] / n for k in range(most + 1)])
    limit = 2 * np.sqrt(np.log10(n) / n) * cov[0]
    quiet = (m for m in range(most - window + 1) if (np.abs(cov[m + 1 : m + window + 1]) < limit).all())
    lag = min(2 * max(1, next(quiet, most // 2)), most)
    k = np.arange(1, lag + 1)
    weight = np.minimum(1, 2 * (1 - k / lag))
    g, s = 2 * (weight * k * cov[1 : lag + 1]).sum(), cov[0] + 2 * (weight * cov[1 : lag + 1]).sum()
    return int(np.clip(np.ceil((1.5 * (g / s) ** 2 * n) ** (1 / 3)), 1, np.ceil(3 * np.sqrt(n))))


def draws(block):
    """How often each resample holds each row."""
    runs = -(-ROWS // block)
    lengths = np.full(runs, block)
    lengths[-1] = ROWS - (runs - 1) * block
    starts = rng.integers(0, ROWS, size=(RESAMPLES, runs))
    steps, row = np.zeros((RESAMPLES, 2 * ROWS + 1)), np.repeat(np.arange(RESAMPLES), runs)
    np.add.at(steps, (row, starts.ravel()), 1)
    np.add.at(steps, (row, (starts + lengths).ravel()), -1)
    counts = np.cumsum(steps, axis=1)[:, : 2 * ROWS]
    return counts[:, :ROWS] + counts[:, ROWS:]


def metrics(counts, y, f):
    total, errors, centered = counts.sum(1), (y - f) ** 2, y - y.mean()
    squares = counts @ errors
    spread = counts @ centered**2 - (counts @ centered) ** 2 / total
    return {"rmse": np.sqrt(squares / total), "mae": counts @ np.abs(y - f) / total, "r2": 1 - squares / spread}


y, f, _ = population(10_000_000, rng.normal(size=10_000_000))
truth = {name: value[0] for name, value in metrics(np.ones((1, len(y))), y, f).items()}
parts, covered = int(sys.argv[1]) if len(sys.argv) > 1 else 2000, {}
for _ in range(parts):
    y, first, second = population(ROWS, noise())
    longer = max(rule((y - first) ** 2), rule(y), 10)
    for multiple in MULTIPLES:
        block = int(np.ceil(multiple * longer))
        counts, n = draws(block), ROWS / block
        one, other = metrics(counts, y, first), metrics(counts, y, second)
        farther = stats.norm.cdf(-stats.t.ppf(0.975, n - 1) * np.sqrt(n / (n - 1)))
        for reading, tail in (("plain", 0.025), ("expanded", farther)):
            for name in truth:
                for key, values, target in ((name, one[name], truth[name]), ("Δ " + name, one[name] - other[name], 0)):
                    low, high = np.quantile(values, [tail, 1 - tail])
                    counted = covered.setdefault((multiple, reading), {})
                    counted[key] = counted.get(key, 0) + (low <= target <= high)
for (multiple, reading), counted in covered.items():
    print(f"{multiple} times, {reading}:", ", ".join(f"{name} {100 * count / parts:.1f} %" for name, count in counted.items()))
