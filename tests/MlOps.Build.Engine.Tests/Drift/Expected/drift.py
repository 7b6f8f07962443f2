"""Measures of drift by SciPy and NumPy: python3 drift.py > drift.json (NumPy 1.22 or newer, SciPy 1.7 or newer)."""
import json

import numpy as np
from scipy.spatial.distance import jensenshannon
from scipy.stats import chi2_contingency, ks_2samp

random = np.random.default_rng(20)


def psi(reference, current):
    """The definition of the guide: half a row in each bin that one of the two reaches."""
    reached = (reference + current) > 0
    r, a = reference[reached] + 0.5, current[reached] + 0.5
    r, a = r / r.sum(), a / a.sum()
    return float(np.sum((a - r) * np.log(a / r)))


def counts(reference, current):
    reference, current = np.array(reference), np.array(current)
    reached = (reference + current) > 0
    test = chi2_contingency(np.array([reference[reached], current[reached]]), correction=False)
    return {
        "reference": reference.tolist(), "current": current.tolist(), "psi": psi(reference, current),
        "jensenShannon": float(jensenshannon(reference, current, base=2)), "chiSquare": float(test[0]), "p": float(test[1]),
    }


def values(reference, current):
    edges = np.unique(np.quantile(reference, np.arange(1, 10) / 10, method="inverted_cdf"))
    edges = edges[edges < reference.max()]
    ends = np.concatenate([[-np.inf], edges, [np.inf]])
    inside = lambda x: [int(((x > low) & (x <= high)).sum()) for low, high in zip(ends, ends[1:])]
    return {
        "reference": reference.tolist(), "current": current.tolist(), "edges": edges.tolist(),
        "referenceCounts": inside(reference), "currentCounts": inside(current), "ks": float(ks_2samp(reference, current).statistic),
    }


def normal(n, mean=0.0, scale=1.0):
    return np.round(random.normal(mean, scale, n), 3)


print(json.dumps({
    "counts": [
        counts([100, 100, 100], [100, 100, 100]),
        counts([100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 0], [80, 95, 110, 120, 90, 105, 100, 98, 102, 100, 0]),
        counts([500, 300, 200, 0, 0], [100, 300, 600, 0, 0]),
        counts([50, 50, 0, 3], [40, 0, 60, 1]),
        counts([7, 0, 1], [0, 5, 0]),
        counts([1000000, 20, 1], [1000, 0, 0]),
        counts(random.integers(0, 400, 22).tolist(), random.integers(0, 40, 22).tolist()),
    ],
    "values": [
        values(normal(200), normal(150)),
        values(normal(200), normal(80, 0.7, 1.4)),
        values(np.where(random.random(300) < 0.4, 0.0, normal(300, 5)), np.where(random.random(120) < 0.1, 0.0, normal(120, 5))),
        values(random.integers(0, 3, 90).astype(float), random.integers(0, 5, 70).astype(float)),
        values(np.full(20, 4.0), np.array([4.0, 5.0, 3.0])),
    ],
}))
