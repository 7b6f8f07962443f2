"""Makes labels.json: comparisons of label distributions as SciPy has them.

Run:  python3 make_labels.py        (made with SciPy 1.10.1, NumPy 1.24.2)

Classes: chi2_contingency(correction=False) and contingency.association(method="cramer"), classes without rows left out. Numbers: the
statistic of ks_2samp, with the limiting distribution scipy.special.kolmogorov(sqrt(nm / (n + m)) D).
"""
import json
from pathlib import Path

import numpy as np
from scipy import special, stats

rng = np.random.default_rng(20240701)
classes = []
for counts in ([[70, 30], [12, 8]], [[700, 300], [100, 100]], [[5, 0, 20], [3, 0, 9]], [[40, 30, 20, 10], [10, 9, 8, 13]]):
    table = np.array(counts)
    kept = table[:, table.sum(axis=0) > 0]
    chi2, p, _, _ = stats.chi2_contingency(kept, correction=False)
    classes.append({"train": counts[0], "other": counts[1], "statistic": chi2, "p": p,
                    "effect": float(stats.contingency.association(kept, method="cramer", correction=False))})
numbers = []
for n, m, shift in ((60, 25, 0.0), (60, 25, 0.8), (300, 80, 0.3), (12, 9, 2.0)):
    train = rng.normal(size=n).round(1)
    other = (rng.normal(size=m) + shift).round(1)
    d = stats.ks_2samp(train, other, method="asymp").statistic
    numbers.append({"train": train.tolist(), "other": other.tolist(), "statistic": float(d),
                    "p": float(special.kolmogorov(np.sqrt(n * m / (n + m)) * d))})
kolmogorov = [[x, float(special.kolmogorov(x))] for x in (0.05, 0.2, 0.4, 0.7, 0.99, 1.0, 1.01, 1.36, 2.0, 4.0)]
Path(__file__).with_name("labels.json").write_text(json.dumps({"classes": classes, "numbers": numbers, "kolmogorov": kolmogorov}) + "\n")
