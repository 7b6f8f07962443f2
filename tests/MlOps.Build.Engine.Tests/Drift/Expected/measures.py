"""Drift measures by SciPy, with the rules of Evidently 0.7.21 written out: python3 measures.py > measures.json
(made with NumPy 1.24, SciPy 1.10 and pandas 1.5)."""
import json
from collections import Counter

import numpy as np
import pandas as pd
from scipy import stats
from scipy.spatial import distance

random = np.random.default_rng(77)


def keys_of(reference, current):
    return sorted(set(reference.unique()) | set(current.unique()))


def counts_of(series, keys):
    counts = series.value_counts()
    return np.array([counts.get(key, 0) for key in keys])


def shares(reference, current, numeric, fill):
    """Sturges over both samples for numbers with more than 20 different ones in the reference, else by value; zeros filled when asked."""
    if numeric and reference.nunique() > 20:
        edges = np.histogram_bin_edges(np.concatenate([reference.values, current.values]), bins="sturges")
        r, a = np.histogram(reference, edges)[0] / len(reference), np.histogram(current, edges)[0] / len(current)
    else:
        keys = keys_of(reference, current)
        r, a = counts_of(reference, keys) / len(reference), counts_of(current, keys) / len(current)
    if fill:
        for part in (r, a):
            least = part[part != 0].min()
            part[part == 0] = least / 10**6 if least <= 0.0001 else 0.0001
    return r, a


def psi(reference, current, numeric):
    r, a = shares(reference, current, numeric, True)
    return np.sum((r - a) * np.log(r / a))


def kl_div(reference, current, numeric):
    return stats.entropy(*shares(reference, current, numeric, True))


def jensenshannon(reference, current, numeric):
    return distance.jensenshannon(*shares(reference, current, numeric, False), None)


def hellinger(reference, current, numeric):
    keys = keys_of(reference, current)
    if numeric:
        edges = np.histogram_bin_edges(keys, bins="sturges")
        r, a = (np.histogram(x.to_numpy(), bins=edges, density=True)[0] for x in (reference, current))
        total = np.sum(np.sqrt(r * a)) * (edges.max() - edges.min()) / (len(edges) - 1)
    else:
        total = np.sum(np.sqrt(counts_of(reference, keys) / len(reference) * counts_of(current, keys) / len(current)))
    return np.sqrt(1 - np.clip(total, 0, 1))


def chisquare(reference, current, numeric):
    keys = keys_of(reference, current)
    expected = counts_of(reference, keys) * (len(current) / len(reference))
    with np.errstate(divide="ignore", invalid="ignore"):
        return stats.chisquare(counts_of(current, keys), expected)[1]


def g_test(reference, current, numeric):
    keys = keys_of(reference, current)
    expected = counts_of(reference, keys) * (len(current) / len(reference))
    return stats.power_divergence(counts_of(current, keys), expected, lambda_="log-likelihood")[1]


def z(reference, current, numeric):
    if reference.nunique() == 1 and current.nunique() == 1 and reference.unique()[0] == current.unique()[0]:
        return 1.0
    first = keys_of(reference, current)[0]
    n, m = len(reference), len(current)
    p, q = (reference != first).sum() / n, (current != first).sum() / m
    both = (p * n + q * m) / (n + m)
    return 2 * (1 - stats.norm.cdf(abs((p - q) / np.sqrt(both * (1 - both) * (1 / n + 1 / m)))))


def fisher_exact(reference, current, numeric):
    keys = keys_of(reference, current)
    return stats.fisher_exact([counts_of(current, keys), counts_of(reference, keys)])[1]


def variation(reference, current):
    keys = set(reference) | set(current)
    n, m = sum(reference.values()), sum(current.values())
    return 0.5 * sum(abs(reference[key] / n - current[key] / m) for key in keys)


def homogeneity(reference, current, numeric):
    """Not Evidently's: both samples are random."""
    keys = keys_of(reference, current)
    return stats.chi2_contingency([counts_of(reference, keys), counts_of(current, keys)], correction=False)[1]


def tvd(reference, current, numeric):
    observed = variation(Counter(reference), Counter(current))
    both = np.concatenate([reference.values, current.values])
    far = 0
    for _ in range(1000):
        random.shuffle(both)
        far += observed <= variation(Counter(both[: len(reference)]), Counter(both[len(reference):])) + 1e-15
    return far / 1000


def wasserstein(reference, current, numeric):
    return stats.wasserstein_distance(reference, current) / max(float(np.std(reference)), 0.001)


NUMBERS = {
    "ks": lambda r, a, _: stats.ks_2samp(r, a)[1],
    "wasserstein": wasserstein,
    "ed": lambda r, a, _: stats.energy_distance(r, a),
    "anderson": lambda r, a, _: stats.anderson_ksamp([r.values, a.values])[2],
    "cramer_von_mises": lambda r, a, _: stats.cramervonmises_2samp(r.to_numpy(), a.to_numpy()).pvalue,
    "mannw": lambda r, a, _: stats.mannwhitneyu(x=r, y=a, alternative="less")[1],
    "t_test": lambda r, a, _: stats.ttest_ind(r, a)[1],
    "psi": psi, "kl_div": kl_div, "jensenshannon": jensenshannon, "hellinger": hellinger,
}
CATEGORIES = {
    "chisquare": chisquare, "g_test": g_test, "z": z, "TVD": tvd, "fisher_exact": fisher_exact, "homogeneity": homogeneity,
    "psi": psi, "kl_div": kl_div, "jensenshannon": jensenshannon, "hellinger": hellinger,
}


def adjusted(p):
    """Benjamini and Hochberg: the least of p(j) m / j over the ranks j from one's own on."""
    p = np.array(p)
    ranks = stats.rankdata(p, method="ordinal")
    return {"p": p.tolist(), "adjusted": [min([1.0] + [float(q) * len(p) / j for q, j in zip(p, ranks) if j >= i]) for i in ranks]}


def auto(reference, current, numeric):
    distinct = pd.concat([reference, current]).nunique()
    if len(reference) <= 1000:
        return "ks" if numeric and distinct > 5 else "chisquare" if distinct > 2 else "z"
    return "wasserstein" if numeric and distinct > 5 else "jensenshannon"


def measured(reference, current, numeric, leave=()):
    measures = NUMBERS if numeric else CATEGORIES
    scores = {name: float(measure(reference, current, numeric)) for name, measure in measures.items() if name not in leave}
    return {"auto": auto(reference, current, numeric), "scores": {name: score for name, score in scores.items() if not np.isnan(score)}}


def numbers(name, reference, current, leave=()):
    reference, current = pd.Series(reference), pd.Series(current)
    return {"name": name, "reference": reference.tolist(), "current": current.tolist(), **measured(reference, current, True, leave)}


def made(name, n, m, slope, shift):
    """Samples that the test makes too: frac(i * golden ratio) + slope * its cube, rounded to nothing; plus a shift."""
    def sample(size, add):
        u = np.arange(1, size + 1) * 0.6180339887498949 % 1
        return pd.Series(u + slope * (u * u * u) + add)
    reference, current = sample(n, 0.0), sample(m, shift)
    return {"name": name, "n": n, "m": m, "slope": slope, "shift": shift, **measured(reference, current, True)}


def categories(name, reference, current, leave=()):
    rows = lambda counts: pd.Series([key for key, count in counts.items() for _ in range(count)])
    r, a = rows(reference), rows(current)
    leave = list(leave) + ([] if len(set(r) | set(a)) == 2 else ["fisher_exact"])
    return {"name": name, "reference": reference, "current": current, **measured(r, a, False, leave)}


def normal(n, mean=0.0, scale=1.0, digits=3):
    return np.round(random.normal(mean, scale, n), digits)


print(json.dumps({
    "corrections": [adjusted([0.01, 0.04, 0.03, 0.02, 0.9]), adjusted([0.2]), adjusted(random.random(40).round(3)), adjusted([0.0, 0.0, 1.0, 0.5])],
    "numbers": [
        numbers("alike", normal(200), normal(150)),
        numbers("moved", normal(200), normal(80, 0.3, 1.2)),
        numbers("far apart", normal(120), normal(90, 4)),
        numbers("zeros in both", np.where(random.random(300) < 0.4, 0.0, normal(300, 5)), np.where(random.random(120) < 0.2, 0.0, normal(120, 5))),
        numbers("few whole numbers", random.integers(0, 3, 90).astype(float), random.integers(0, 5, 70).astype(float)),
        numbers("two values", random.integers(0, 2, 90).astype(float), random.integers(0, 2, 40).astype(float)),
        numbers("eight against thirty", normal(8, 0, 1, 9), normal(30, 0.6, 1, 9)),
        numbers("twelve against fifteen", normal(12, 0, 1, 9), normal(15, 0.9, 1, 9)),
        numbers("twenty each", normal(20, 0, 1, 9), normal(20, 0.2, 1, 9)),
        numbers("a power of two", normal(512), normal(512, 0.1)),
        numbers("1001 of the reference", normal(1001, 0, 1, 2), normal(100, 0.2, 1, 2)),
        numbers("large and close together", 1.7e12 + np.round(random.normal(0, 1000, 150)), 1.7e12 + np.round(random.normal(150, 1000, 130))),
        numbers("long tail", np.round(random.lognormal(0, 2, 250), 4), np.round(random.lognormal(0.2, 2.1, 300), 4)),
    ],
    "made": [
        made("beyond the exact test", 20000, 15000, 0.5, 0.004),
        made("beyond it, far apart", 20000, 15000, 0.5, 0.03),
        made("beyond it, equal sizes", 30000, 30000, 1.0, 0.0085),
        made("few against many", 12000, 60, 0.0, 0.05),
        made("few against many, far apart", 12000, 60, 0.0, 0.2),
        made("some against many", 12000, 300, 0.2, 0.04),
        made("some against many, alike", 12000, 300, 0.2, 0.002),
        made("some against many, apart", 12000, 300, 0.2, 0.12),
        made("few against many, alike", 10500, 80, 0.3, 0.001),
        made("ten thousand against seven", 10000, 7000, 0.3, 0.01),
    ],
    "categories": [
        categories("alike", {"a": 100, "b": 80, "c": 20}, {"a": 52, "b": 38, "c": 11}),
        categories("moved", {"a": 100, "b": 80, "c": 20}, {"a": 40, "b": 60, "c": 30}),
        categories("a new value", {"a": 100, "b": 80}, {"a": 40, "b": 30, "c": 3}, leave=["g_test"]),
        categories("a value lost", {"a": 100, "b": 80, "c": 5}, {"a": 50, "b": 40}),
        categories("two values", {"no": 300, "yes": 60}, {"no": 180, "yes": 52}),
        categories("two values, equal sizes", {"no": 60, "yes": 40}, {"no": 45, "yes": 55}),
        categories("many rare ones", {str(i): int(n) for i, n in enumerate(random.integers(1, 40, 30))},
                   {str(i): int(n) for i, n in enumerate(random.integers(1, 40, 30))}),
        categories("rarer than a ten-thousandth", {"a": 19999, "b": 1}, {"a": 5000, "c": 2}, leave=["g_test", "TVD"]),
        categories("1001 of the reference", {"a": 600, "b": 401}, {"a": 60, "b": 60}),
    ],
}))
