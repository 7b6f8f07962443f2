"""Densities of adaptive Parzen estimators by SciPy's truncated normal: python3 make_parzen.py > parzen.json

The rule of Bergstra et al. (2011), section 4, as Hyperopt's adaptive_parzen_normal has it without forgetting: a prior at the middle of the
interval with the interval's width as its deviation; each point's deviation is the larger distance to its neighbours (the prior is one),
between the width over min(100, points + 2) and the width; all weights are the same; each normal is cut at the interval's ends.
"""
import json

import numpy as np
from scipy.stats import truncnorm

CASES = [
    ([], 0.0, 1.0),
    ([0.25], 0.0, 1.0),
    ([-4.9, -4.8, 3.0, 9.5], -5.0, 10.0),
    ([2.0, 2.0, 2.0], -1.0, 7.0),
    (np.linspace(0.01, 0.2, 40).tolist(), 0.0, 1.0),
]


def mixture(points, low, high):
    width, middle = high - low, low + (high - low) / 2
    means = sorted(points + [middle])
    prior = means.index(middle)
    parts = []
    for i, mean in enumerate(means):
        gaps = [means[i] - means[i - 1]] if i > 0 else []
        gaps += [means[i + 1] - means[i]] if i + 1 < len(means) else []
        deviation = width if i == prior else min(width, max(width / min(100, len(means) + 1), max(gaps)))
        parts.append(truncnorm((low - mean) / deviation, (high - mean) / deviation, mean, deviation))
    return parts


cases = []
for points, low, high in CASES:
    parts = mixture(points, low, high)
    at = np.linspace(low, high, 7)
    cases.append({
        "points": points, "low": low, "high": high, "at": at.tolist(),
        "density": np.mean([part.pdf(at) for part in parts], axis=0).tolist(),
        "mass": np.mean([np.diff(part.cdf(at)) for part in parts], axis=0).tolist(),
    })
print(json.dumps(cases))
