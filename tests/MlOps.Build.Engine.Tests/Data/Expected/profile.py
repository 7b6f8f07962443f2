"""Profiles by pandas, NumPy and SciPy: python3 profile.py <folder with birdstrikes-1000.csv> > profile.json (pandas 1.5, SciPy 1.10)."""
import json
import sys

import numpy as np
import pandas as pd
from scipy import stats

SHARES = [0, 0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.99, 1]
BINS = 20


def numbers(values):
    values = values.dropna()
    counts, edges = np.histogram(values, BINS)
    return {
        "distinct": int(values.nunique()), "mean": float(values.mean()), "deviation": float(values.std()),
        "skewness": float(stats.skew(values)), "kurtosis": float(stats.kurtosis(values)),
        "quantiles": [float(q) for q in np.quantile(values, SHARES)],
        "edges": [float(edge) for edge in edges], "counts": [int(count) for count in counts],
    }


def texts(values):
    values = values.dropna()
    counts = values.value_counts()
    lengths = values.str.len()
    return {
        "distinct": int(values.nunique()), "most": int(counts.iloc[0]), "shortest": int(lengths.min()), "longest": int(lengths.max()),
        "length": float(lengths.mean()),
    }


def column(values):
    return {"missing": int(values.isna().sum()), **(texts(values) if values.dtype == object else numbers(values))}


frame = pd.read_csv(sys.argv[1] + "/birdstrikes-1000.csv", keep_default_na=False, na_values=[""])
u = np.arange(1, 100001) * 0.6180339887498949 % 1
made = pd.Series(u + 0.5 * (u * u * u) - 0.3)
print(json.dumps({"birdstrikes": {name: column(frame[name]) for name in frame.columns}, "made": numbers(made)}))
