"""Makes search.json: the groups of generated losses with their statistics, and p-values of the maxT permutation procedure.

Run:  python3 make_search.py        (made with NumPy 1.24.2)

Rows 0..399 have the columns a (3 values), b (4 values, some missing) and c (2 values); losses are exponential, 1.5 times as large where
a is 1, and three times where b is 2 and c is 0. All groups of one column and of two with 20 rows or more are looked at; the p-value of a
group is the share of 20,000 permutations whose largest statistic reaches its own. Found are, strongest first, the groups with a p-value
of at most 0.05 and an effect of at least 0.2 that also have such a p-value among the rows that are in no group found before.
"""
import itertools
import json
from pathlib import Path

import numpy as np

rng = np.random.default_rng(20240702)
n, least = 400, 20
columns = {
    "a": [str(v) for v in rng.integers(0, 3, n)],
    "b": [None if v == 4 else str(v) for v in rng.integers(0, 5, n)],
    "c": [str(v) for v in rng.integers(0, 2, n)],
}
losses = rng.exponential(size=n)
losses *= np.where(np.array(columns["a"]) == "1", 1.5, 1.0)
losses *= np.where((np.array(columns["b"], dtype=object) == "2") & (np.array(columns["c"]) == "0"), 3.0, 1.0)
losses = losses.round(4)
groups = []
for size in (1, 2):
    for names in itertools.combinations(columns, size):
        keys = list(zip(*(columns[name] for name in names)))
        for key in dict.fromkeys(keys):
            inside = np.array([k == key for k in keys])
            if least <= inside.sum() <= n - least:
                groups.append((names, key, inside))
mean, s = losses.mean(), losses.std(ddof=1)


def statistics(values):
    return np.array([(values[g].sum() - g.sum() * mean) / (s * np.sqrt(g.sum() * (n - g.sum()) / n)) for _, _, g in groups])


observed = statistics(losses)
matrix = np.array([g for _, _, g in groups], dtype=float)
count = matrix.sum(axis=1)
worst = np.array([((matrix @ rng.permutation(losses) - count * mean) / (s * np.sqrt(count * (n - count) / n))).max() for _ in range(20_000)])
out = {"losses": losses.tolist(), "columns": columns, "least": least, "groups": []}
for (names, key, g), z in zip(groups, observed):
    own, rest = losses[g], losses[~g]
    effect = np.sqrt(2) * (own.mean() - rest.mean()) / np.sqrt(own.var(ddof=1) + rest.var(ddof=1))
    out["groups"].append({"columns": names, "values": key, "rows": int(g.sum()), "loss": own.mean(), "rest": rest.mean(), "effect": effect,
                          "statistic": z, "p": float((worst >= z).mean())})
left, found = np.ones(n, dtype=bool), []
for i in np.argsort(-observed, kind="stable"):
    names, key, g = groups[i]
    if (worst >= observed[i]).mean() > 0.05:
        break
    own = g & left
    m, k = left.sum(), own.sum()
    if k < least or m - k < least or out["groups"][i]["effect"] < 0.2:
        continue
    z = (losses[own].sum() - k * losses[left].mean()) / (losses[left].std(ddof=1) * np.sqrt(k * (m - k) / m))
    if (worst >= z).mean() <= 0.05:
        found.append({"columns": names, "values": key, "left": z})
        left &= ~g
out["found"] = found
Path(__file__).with_name("search.json").write_text(json.dumps(out) + "\n")
