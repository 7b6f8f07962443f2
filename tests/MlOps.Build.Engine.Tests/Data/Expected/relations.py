"""Relations of columns by pandas and SciPy: python3 relations.py <folder with credit.csv and penguins.csv> > relations.json (pandas 1.5, SciPy 1.10).

Cramér's V by Bergsma's formula over SciPy's chi-square; the correlation ratio over SciPy's F of a one-way analysis of variance.
"""
import json
import sys

import numpy as np
import pandas as pd
from scipy import stats


def cramers_v(a, b):
    table = pd.crosstab(a, b).to_numpy()
    n = table.sum()
    phi2 = stats.chi2_contingency(table, correction=False)[0] / n
    r, k = table.shape
    phi2 = max(0, phi2 - (r - 1) * (k - 1) / (n - 1))
    r, k = r - (r - 1) ** 2 / (n - 1), k - (k - 1) ** 2 / (n - 1)
    return float(np.sqrt(phi2 / min(r - 1, k - 1)))


def ratio(levels, numbers):
    groups = [group.to_numpy() for _, group in numbers.groupby(levels)]
    f = stats.f_oneway(*groups).statistic
    k, n = len(groups), len(numbers)
    return float(np.sqrt(f * (k - 1) / (f * (k - 1) + n - k)))


def relation(a, b):
    both = a.notna() & b.notna()
    a, b = a[both], b[both]
    texts = [values.dtype == object for values in (a, b)]
    if not any(texts):
        return {"measure": "Pearson", "value": float(stats.pearsonr(a, b)[0]), "spearman": float(stats.spearmanr(a, b)[0]), "rows": len(a)}
    if all(texts):
        return {"measure": "CramersV", "value": cramers_v(a, b), "rows": len(a)}
    return {"measure": "CorrelationRatio", "value": ratio(a, b) if texts[0] else ratio(b, a), "rows": len(a)}


def relations(frame):
    pairs = []
    for j, second in enumerate(frame.columns):
        for first in frame.columns[:j]:
            pairs.append({"first": first, "second": second, **relation(frame[first], frame[second])})
    missing = frame.isna()
    together = missing.loc[:, missing.any()].astype(float).corr()
    return {
        "pairs": pairs,
        "repeated": int(frame.duplicated().sum()),
        "together": {f"{a}|{b}": float(together.loc[a, b]) for i, b in enumerate(together.columns) for a in together.columns[:i]},
        "missing": {name: int(count) for name, count in missing.sum().items() if count > 0},
    }


folder = sys.argv[1]
print(json.dumps({name: relations(pd.read_csv(f"{folder}/{name}", keep_default_na=False, na_values=[""])) for name in ["credit.csv", "penguins.csv"]}))
