"""Distances between two halves of files in ../../Files, as TensorFlow Data Validation defines them, by pandas, NumPy and SciPy.

/usr/bin/python3 make_distances.py   (pandas 1.5.3, NumPy 1.24.2, SciPy 1.10.1 and later) writes distances.json beside this script.

metrics.cc of TFDV: the infinity norm is the largest difference of a value's shares, the normalized absolute difference that of its counts over
all counts, and the divergence of Jensen and Shannon (base 2, SciPy's distance squared) is over values, or over histograms of ten bins of equal
width that are brought to the edges of both, numbers lying evenly in a bin.
"""
import json
import pathlib

import numpy as np
import pandas as pd
from scipy.spatial.distance import jensenshannon

MARKERS = ["", "NA", "N/A", "NaN", "null", "NULL"]
here = pathlib.Path(__file__).parent


def histogram_divergence(left, right):
    def cumulative(values):
        counts, edges = np.histogram(values, bins=10)
        return edges, np.concatenate([[0], np.cumsum(counts)])

    (left_edges, left_sums), (right_edges, right_sums) = cumulative(left), cumulative(right)
    edges = np.union1d(left_edges, right_edges)
    p = np.diff(np.interp(edges, left_edges, left_sums))
    q = np.diff(np.interp(edges, right_edges, right_sums))
    return float(jensenshannon(p, q, base=2) ** 2)


def distances(left, right, numeric):
    left, right = left.dropna(), right.dropna()
    result = {}
    if numeric:
        result["jensen_shannon_divergence"] = histogram_divergence(left, right)
    if left.dtype != float:
        values = sorted(set(left) | set(right))
        a = left.value_counts().reindex(values, fill_value=0)
        b = right.value_counts().reindex(values, fill_value=0)
        result["infinity_norm"] = float((a / a.sum() - b / b.sum()).abs().max())
        result["normalized_abs_difference"] = float((a - b).abs().max() / (a.sum() + b.sum()))
        if not numeric:
            result["jensen_shannon_divergence"] = float(jensenshannon(a, b, base=2) ** 2)
    return result


cases = []
for file, columns in [("diamonds-2000.csv", ["carat", "cut", "price", "depth"]), ("birdstrikes-1000.csv", ["Wildlife Size", "Speed IAS in knots"])]:
    table = pd.read_csv(here.parent.parent / "Files" / file, keep_default_na=False, na_values=MARKERS)
    split = len(table) * 2 // 5
    for column in columns:
        numeric = table[column].dtype != object
        whole = numeric and (table[column].dropna() % 1 == 0).all()
        values = table[column].astype("Int64") if whole else table[column]
        cases.append({"file": file, "column": column, "rows": split, "distances": distances(values[:split].dropna().astype("int64") if whole else values[:split],
                                                                                           values[split:].dropna().astype("int64") if whole else values[split:], numeric)})
(here / "distances.json").write_text(json.dumps(cases, indent=1) + "\n")
