"""Densities of adaptive Parzen estimators by SciPy's truncated normal: python3 make_parzen.py > parzen.json

The rule of Bergstra et al. (2011), section 4, as Hyperopt's adaptive_parzen_normal has it without forgetting: a prior at the middle of the
interval with the interval's width as its deviation; each point's deviation is the larger distance to its neighbours (the prior is one),
between the width over min(100, points + 2) and the width; all weights are the same; each normal is cut at the interval's ends. A trial
without a value (null) has the prior. Whole numbers have the mass of their unit, and the interval half a unit on either side.
"""
import json

import numpy as np
from scipy.stats import truncnorm

CASES = [
    ([], 0.0, 1.0, False),
    ([0.25, None], 0.0, 1.0, False),
    ([9.5, -4.9, 3.0, -4.8], -5.0, 10.0, False),
    ([2.0, 2.0, 2.0], -1.0, 7.0, False),
    (np.linspace(0.01, 0.2, 40).tolist(), 0.0, 1.0, False),
    ([7.0, None, 3.0, 4.0, 30.0], 2.0, 31.0, True),
]


def mixture(points, low, high):
    width, middle = high - low, low + (high - low) / 2
    prior = truncnorm((low - middle) / width, (high - middle) / width, middle, width)
    means = sorted([point for point in points if point is not None] + [middle])
    parts = [prior] * (1 + points.count(None))
    skip = means.index(middle)
    for i, mean in enumerate(means):
        if i == skip:
            continue
        gaps = [means[i] - means[i - 1]] if i > 0 else []
        gaps += [means[i + 1] - means[i]] if i + 1 < len(means) else []
        deviation = min(width, max(width / min(100, len(means) + 1), max(gaps)))
        parts.append(truncnorm((low - mean) / deviation, (high - mean) / deviation, mean, deviation))
    return parts


cases = []
for points, low, high, integer in CASES:
    half = 0.5 if integer else 0
    parts = mixture(points, low - half, high + half)
    at = np.arange(low, high + 1) if integer else np.linspace(low, high, 7)
    weight = [part.cdf(at + half) - part.cdf(at - half) if integer else part.pdf(at) for part in parts]
    cases.append({"points": points, "low": low, "high": high, "integer": integer, "at": at.tolist(), "weight": np.mean(weight, axis=0).tolist()})
print(json.dumps(cases))
