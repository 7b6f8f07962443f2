"""Prints the processor time, in milliseconds, that SciPy's bootstrap takes for one metric: 2,000 resamples of 10,000 rows.

Run:  python3 scipy_bootstrap.py mae|rmse|auc|pr_auc
"""
import sys
import time

import numpy as np
from scipy.stats import bootstrap
from sklearn.metrics import average_precision_score, roc_auc_score

ROWS, RESAMPLES = 10_000, 2_000
rng = np.random.default_rng(1)
labels = (rng.random(ROWS) < 0.11).astype(int)
scores = 1 / (1 + np.exp(-(rng.normal(size=ROWS) + labels)))
errors = np.abs(rng.normal(size=ROWS))

options = {"n_resamples": RESAMPLES, "method": "percentile", "random_state": 7}
before = time.process_time()
if sys.argv[1] == "mae":
    bootstrap((errors,), np.mean, batch=100, vectorized=True, **options)
elif sys.argv[1] == "rmse":
    bootstrap((errors**2,), lambda x, axis: np.sqrt(np.mean(x, axis=axis)), batch=100, vectorized=True, **options)
else:
    score = roc_auc_score if sys.argv[1] == "auc" else average_precision_score
    bootstrap((labels, scores), score, paired=True, vectorized=False, **options)
print(round(1000 * (time.process_time() - before)))
