"""Makes normal.json: the standard normal distribution of SciPy.

Run:  python3 make_normal.py        (made with scipy 1.10.1, numpy 1.24.2)
"""
import json
from pathlib import Path

import numpy as np
from scipy.stats import norm

xs = np.concatenate([np.linspace(-38, 38, 153), np.linspace(-4, 4, 161), [-1e-9, 0.0, 1e-9, 1.959963984540054]])
ps = np.concatenate([np.logspace(-300, -1, 60), np.linspace(0.001, 0.999, 333), 1 - np.logspace(-15, -1, 30), [0.975, 0.025]])
Path(__file__).with_name("normal.json").write_text(json.dumps({
    "cumulative": [[float(x), float(norm.cdf(x))] for x in xs],
    "quantile": [[float(p), float(norm.ppf(p))] for p in ps],
}) + "\n")
