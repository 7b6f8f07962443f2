"""Makes bootstrap.json: SciPy's percentile and BCa intervals on given resamples, and optimal block lengths by their formulas.

Run:  python3 make_bootstrap.py        (made with scipy 1.10.1, numpy 1.24.2)

SciPy draws its own resamples; a generator that hands out ours instead makes the comparison exact.
"""
import json
from pathlib import Path

import numpy as np
from scipy.stats import bootstrap, norm, t

rng = np.random.default_rng(19870301)


class Given:
    """Stands for a numpy RandomState: its integers are the indices that it was given."""

    def __init__(self, indices):
        self.indices = indices

    def randint(self, low, high, size, dtype):
        assert tuple(size) == self.indices.shape and high == self.indices.shape[1]
        return self.indices


def interval(x, indices, statistic, method):
    import scipy.stats._resampling as r

    keep, r.check_random_state = r.check_random_state, lambda seed: seed
    found = bootstrap((x,), statistic, n_resamples=len(indices), random_state=Given(indices), method=method, vectorized=True)
    r.check_random_state = keep
    return [float(found.confidence_interval.low), float(found.confidence_interval.high)]


def mean(x, axis=-1):
    return np.mean(x, axis=axis)


def root(x, axis=-1):
    return np.sqrt(np.mean(np.square(x), axis=axis))


def block(x):
    """Politis and White (2004), circular, with the correction of Patton, Politis and White (2009): rounded up."""
    n = len(x)
    e = x - x.mean()
    k_n = max(5, int(np.ceil(np.sqrt(np.log10(n)))))
    m_max = int(np.ceil(np.sqrt(n))) + k_n
    b_max = np.ceil(min(3 * np.sqrt(n), n / 3))
    cov = np.array([e[k:] @ e[: n - k] / n for k in range(m_max + 1)])
    rho = np.abs(cov / cov[0])
    limit = 2 * np.sqrt(np.log10(n) / n)
    m_hat = next((m for m in range(m_max - k_n + 1) if (rho[m + 1 : m + 1 + k_n] < limit).all()), None)
    m_hat = max(1, max(np.flatnonzero(rho >= limit)) if m_hat is None else m_hat)
    m = min(2 * m_hat, m_max)
    ks = np.arange(1, m + 1)
    lam = np.minimum(1, 2 * (1 - ks / m))
    g = 2 * (lam * ks * cov[1 : m + 1]).sum()
    s = cov[0] + 2 * (lam * cov[1 : m + 1]).sum()
    b = (2 * g**2 / (4 / 3 * s**2)) ** (1 / 3) * n ** (1 / 3)
    return int(max(1, min(b_max, np.ceil(b))))


cases = []
for n, draws in [(12, 60), (25, 80), (40, 100)]:
    x = np.float32(rng.exponential(size=n)).astype(float)
    indices = rng.integers(0, n, size=(draws, n))
    cases.append({
        "errors": x.tolist(), "indices": indices.tolist(),
        "maePercentile": interval(x, indices, mean, "percentile"), "maeBca": interval(x, indices, mean, "BCa"),
        "rmsePercentile": interval(x, indices, root, "percentile"), "rmseBca": interval(x, indices, root, "BCa"),
    })

blocks = []
for n, phi in [(60, 0.0), (200, 0.5), (200, 0.9), (500, 0.7), (500, -0.6)]:
    x = np.zeros(n)
    for i, e in enumerate(rng.normal(size=n)):
        x[i] = (phi * x[i - 1] if i else 0) + e
    x = np.round(x, 6)
    blocks.append({"series": x.tolist(), "block": block(x)})

# The expanded percentile interval (Hesterberg, 2015), as ExpandProbs of his R package "resample" has it.
expanded = []
for confidence in (0.8, 0.95, 0.99):
    for pieces in (2, 5, 20, 45.5, 100, 1000):
        z = t.ppf((1 + confidence) / 2, pieces - 1) * np.sqrt(pieces / (pieces - 1))
        expanded.append({"confidence": confidence, "pieces": pieces, "read": 1 - 2 * norm.sf(z)})
Path(__file__).with_name("bootstrap.json").write_text(json.dumps({"cases": cases, "blocks": blocks, "expanded": expanded}) + "\n")
