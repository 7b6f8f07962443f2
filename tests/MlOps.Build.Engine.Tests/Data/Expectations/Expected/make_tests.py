"""Statistical expectations of Great Expectations up to 0.18 on files in ../../Files, by pandas, NumPy and SciPy.

/usr/bin/python3 make_tests.py   (pandas 1.5.3, NumPy 1.24.2, SciPy 1.10.1 and later) writes tests.json beside this script.

The formulas are those of great_expectations/dataset/dataset.py and pandas_dataset.py at 0.17.23.
"""
import json
import pathlib

import numpy as np
import pandas as pd
from scipy import stats

MARKERS = ["", "NA", "N/A", "NaN", "null", "NULL"]
here = pathlib.Path(__file__).parent


def read(name):
    return pd.read_csv(here.parent.parent / "Files" / name, keep_default_na=False, na_values=MARKERS)


def chisquare(column, partition_object, tail_weight_holdout=0, **_):
    column = column.dropna()
    expected = pd.Series(partition_object["weights"], index=partition_object["values"], dtype=float) * len(column)
    table = pd.concat([expected.rename("expected"), column.value_counts().rename("count")], axis=1)
    unexpected = table["expected"].isnull().sum()
    table["count"] = table["count"].fillna(0)
    if unexpected:
        table["expected"] *= 1 - tail_weight_holdout
        table["expected"] = table["expected"].fillna(len(column) * tail_weight_holdout / unexpected)
    statistic = ((table["count"] - table["expected"]) ** 2 / table["expected"]).sum()
    assert tail_weight_holdout == 0 and unexpected or np.isclose(stats.chisquare(table["count"], table["expected"])[0], statistic)
    return stats.chi2.sf(statistic, len(table) - 1)


def parameterized(column, distribution, params=(), **_):
    names = {"norm": ["mean", "std_dev"], "uniform": ["min", "max"], "expon": ["loc", "scale"], "gamma": ["alpha", "loc", "scale"],
             "chi2": ["df", "loc", "scale"], "beta": ["alpha", "beta", "loc", "scale"]}[distribution]
    if isinstance(params, dict):
        params = [{"loc": 0, "scale": 1, **params}[name] for name in names]
    return stats.kstest(column.dropna(), distribution, args=tuple(params)).pvalue


def bootstrapped(column, partition_object, p=0.05, bootstrap_sample_size=None, **_):
    column, random = column.dropna().to_numpy(), np.random.default_rng(1)
    cdf = np.append(0, np.cumsum(partition_object["weights"]))
    size = bootstrap_sample_size or 2 * len(partition_object["weights"])
    return np.mean([stats.kstest(random.choice(column, size=size), lambda x: np.interp(x, partition_object["bins"], cdf)).pvalue >= p for _ in range(20000)])


def binned(series, bins, count):
    count = count or 10
    if series.dtype in ["int", "float"]:
        edges = sorted(set(bins)) if bins else list(np.histogram_bin_edges(series.dropna(), bins=count))
        edges = ([series.min()] if series.min() < edges[0] else []) + edges + ([series.max()] if series.max() > edges[-1] else [])
        edges[-1] = np.nextafter(edges[-1], edges[-1] + 1)
        return pd.Series(np.digitize(series, edges))
    if bins:
        groups = {value: ", ".join(group) for group in bins for value in group}
    else:
        frequent = series.value_counts().index
        groups = {value: "(other)" for value in frequent[count:]} if len(frequent) > count else {}
    return series.replace(groups).fillna("(missing)")


def cramers(table, column_A, column_B, bins_A=None, bins_B=None, n_bins_A=None, n_bins_B=None, **_):
    cross = pd.crosstab(binned(table[column_A], bins_A, n_bins_A), columns=binned(table[column_B], bins_B, n_bins_B))
    phi = np.sqrt(stats.chi2_contingency(cross)[0] / len(table) / (min(cross.shape) - 1))
    return max(min(phi, 1), 0)


CASES = [
    ("chisquare_test", "diamonds-2000.csv", {"column": "cut", "partition_object": {"values": ["Ideal", "Premium", "Very Good", "Good", "Fair"], "weights": [0.33, 0.29, 0.25, 0.1, 0.03]}}),
    ("chisquare_test", "diamonds-2000.csv", {"column": "cut", "partition_object": {"values": ["Ideal", "Premium", "Very Good"], "weights": [0.4, 0.32, 0.28]}, "tail_weight_holdout": 0.12}),
    ("chisquare_test", "diamonds-2000.csv", {"column": "cut", "partition_object": {"values": ["Ideal", "Premium", "Very Good"], "weights": [0.4, 0.32, 0.28]}}),
    ("chisquare_test", "penguins.csv", {"column": "sex", "partition_object": {"values": ["male", "female", "neither"], "weights": [0.5, 0.49, 0.01]}, "p": 0.2}),
    ("chisquare_test", "penguins.csv", {"column": "sex", "partition_object": {"values": ["male", "female", "x"], "weights": [0.5, 0.497, 0.003]}}),
    ("parameterized", "diamonds-2000.csv", {"column": "depth", "distribution": "norm", "params": {"mean": 61.7, "std_dev": 1.6}}),
    ("parameterized", "diamonds-2000.csv", {"column": "carat", "distribution": "gamma", "params": [6, 0, 0.14]}),
    ("parameterized", "penguins.csv", {"column": "flipper_length_mm", "distribution": "norm", "params": [201, 14]}),
    ("parameterized", "penguins.csv", {"column": "bill_length_mm", "distribution": "norm", "params": [43.9, 5.5]}),
    ("parameterized", "penguins.csv", {"column": "bill_depth_mm", "distribution": "uniform", "params": {"min": 13, "max": 8.6}}),
    ("parameterized", "penguins.csv", {"column": "bill_length_mm", "distribution": "beta", "params": {"alpha": 2.5, "beta": 3, "loc": 31, "scale": 29}}),
    ("parameterized", "penguins.csv", {"column": "body_mass_g", "distribution": "chi2", "params": [12, 2400, 150]}),
    ("parameterized", "seattle-newyork-weather.csv", {"column": "wind", "distribution": "gamma", "params": {"alpha": 5, "scale": 0.65}}),
    ("parameterized", "seattle-newyork-weather.csv", {"column": "precipitation", "distribution": "expon", "params": {"scale": 3}}),
    ("parameterized", "seattle-newyork-weather.csv", {"column": "temp_max", "distribution": "norm", "params": [17, 8.6]}),
    ("bootstrapped", "penguins.csv", {"column": "bill_length_mm", "partition_object": {"bins": [32, 38, 44, 50, 60], "weights": [0.16, 0.33, 0.35, 0.16]}}),
    ("bootstrapped", "penguins.csv", {"column": "bill_length_mm", "partition_object": {"bins": [35, 40, 45], "weights": [0.5, 0.5]}, "bootstrap_sample_size": 30, "p": 0.1}),
    ("cramers_phi", "penguins.csv", {"column_A": "species", "column_B": "island", "threshold": 0.7}),
    ("cramers_phi", "penguins.csv", {"column_A": "species", "column_B": "sex"}),
    ("cramers_phi", "penguins.csv", {"column_A": "bill_length_mm", "column_B": "body_mass_g", "n_bins_A": 4, "n_bins_B": 5}),
    ("cramers_phi", "penguins.csv", {"column_A": "bill_length_mm", "column_B": "species", "bins_A": [35, 40, 45]}),
    ("cramers_phi", "penguins.csv", {"column_A": "species", "column_B": "island", "bins_A": [["Adelie", "Gentoo"]], "bins_B": [["Biscoe", "Dream"]]}),
    ("cramers_phi", "birdstrikes-1000.csv", {"column_A": "Wildlife Size", "column_B": "Effect Amount of damage", "threshold": 0.4}),
    ("cramers_phi", "birdstrikes-1000.csv", {"column_A": "Time of day", "column_B": "Phase of flight"}),
    ("cramers_phi", "diamonds-2000.csv", {"column_A": "price", "column_B": "carat"}),
    ("cramers_phi", "diamonds-2000.csv", {"column_A": "clarity", "column_B": "cut", "n_bins_A": 4}),
]
NAMES = {
    "chisquare_test": "expect_column_chisquare_test_p_value_to_be_greater_than",
    "parameterized": "expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than",
    "bootstrapped": "expect_column_bootstrapped_ks_test_p_value_to_be_greater_than",
    "cramers_phi": "expect_column_pair_cramers_phi_value_to_be_less_than",
}
results = []
for kind, file, kwargs in CASES:
    table = read(file)
    if kind == "cramers_phi":
        observed, success = cramers(table, **kwargs), None
        success = observed <= kwargs.get("threshold", 0.1)
    else:
        rest = {key: value for key, value in kwargs.items() if key != "column"}
        observed = {"chisquare_test": chisquare, "parameterized": parameterized, "bootstrapped": bootstrapped}[kind](table[kwargs["column"]], **rest)
        limit = kwargs.get("p", kwargs.get("p_value", 0.05))
        success = observed >= limit if kind == "parameterized" else observed > limit
    results.append({"type": NAMES[kind], "file": file, "kwargs": kwargs, "observed": float(observed), "success": bool(success)})
(here / "tests.json").write_text(json.dumps(results, indent=1) + "\n")
for result in results:
    print(result["type"][14:30], result["kwargs"].get("column", result["kwargs"].get("column_A")), result["observed"], result["success"])
