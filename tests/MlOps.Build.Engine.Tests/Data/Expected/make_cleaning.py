"""Outliers, duplicates and isolation scores of files in ../Files by pandas, NumPy and scikit-learn.

python3 make_cleaning.py   (pandas 1.5.3, scikit-learn 1.2.1 and later) writes cleaning.json beside this script.
"""
import json
import pathlib

import pandas as pd
from sklearn.ensemble import IsolationForest

MARKERS = ["", "NA", "N/A", "NaN", "null", "NULL"]
here = pathlib.Path(__file__).parent


def read(name):
    return pd.read_csv(here.parent / "Files" / name, keep_default_na=False, na_values=MARKERS)


def fences(series, method, limit):
    if method == "iqr":
        low, high = series.quantile(0.25), series.quantile(0.75)
        low, high = low - limit * (high - low), high + limit * (high - low)
    else:
        low, high = series.mean() - limit * series.std(ddof=1), series.mean() + limit * series.std(ddof=1)
    clipped = series.clip(low, high)
    return {"outside": int(((series < low) | (series > high)).sum()), "clipped_mean": float(clipped.mean())}


outliers = []
for file, column in [("diamonds-2000.csv", "price"), ("diamonds-2000.csv", "carat"), ("birdstrikes-1000.csv", "Speed IAS in knots"),
                     ("penguins.csv", "body_mass_g"), ("seattle-newyork-weather.csv", "precipitation")]:
    series = read(file)[column].astype(float)
    for method, limit in [("iqr", 1.5), ("iqr", 3), ("z", 2), ("z", 3)]:
        outliers.append({"file": file, "column": column, "method": method, "limit": limit, **fences(series, method, limit)})

birds, duplicates = read("birdstrikes-1000.csv"), []
for key in [["Origin State", "Wildlife Size"], ["Airport Name"], ["Flight Date", "Airport Name"]]:
    for keep in ["first", "last"]:
        kept = birds.drop_duplicates(key, keep=keep)
        duplicates.append({"key": key, "keep": keep, "rows": len(kept), "sum": float(kept["Cost Total $"].sum())})
    newest = birds.sort_values("Flight Date", ascending=False, kind="stable").drop_duplicates(key, keep="first")
    duplicates.append({"key": key, "keep": "newest", "by": "Flight Date", "rows": len(newest), "sum": float(newest["Cost Total $"].sum())})

numbers = ["carat", "depth", "table", "price", "x", "y", "z"]
forest = IsolationForest(n_estimators=3000, max_samples=256, random_state=1).fit(read("diamonds-2000.csv")[numbers].values)
scores = -forest.score_samples(read("diamonds-2000.csv")[numbers].values)
isolation = {"file": "diamonds-2000.csv", "columns": numbers, "scores": [round(float(score), 4) for score in scores[:400]]}



def fate(file, columns, method, limit, outside):
    """What is left when the rows are dropped, or their values made missing."""
    table, outside = read(file), outside.to_numpy()
    gone = table[columns].astype(float).mask(pd.concat([pd.Series(outside)] * len(columns), axis=1).to_numpy())
    kept = table[~outside]
    return {"file": file, "columns": columns, "method": method, "limit": limit, "outside": int(outside.sum()),
            "missing": {name: {"missing": int(gone[name].isna().sum()), "mean": float(gone[name].mean())} for name in columns},
            "dropped": {name: {"missing": int(kept[name].isna().sum()), "mean": float(kept[name].mean())} for name in columns}, "rows": len(kept)}


def beyond(file, column, method, limit):
    series = read(file)[column].astype(float)
    low, high = (series.quantile(0.25), series.quantile(0.75)) if method == "iqr" else (series.mean(), series.mean())
    width = limit * (high - low if method == "iqr" else series.std(ddof=1))
    return (series < low - width) | (series > high + width)


def isolated(file, columns, limit):
    """Rows beyond a limit that lies in a gap of the scores wide enough for the chance of another forest."""
    present = read(file)[columns].dropna()
    found = -IsolationForest(n_estimators=3000, max_samples=256, random_state=1).fit(present.values).score_samples(present.values)
    assert abs(found - limit).min() > 0.013, abs(found - limit).min()
    return pd.Series(found > limit, index=present.index).reindex(range(len(read(file))), fill_value=False)


costs = ["Cost Other", "Cost Repair", "Cost Total $", "Speed IAS in knots"]
bills = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
fates = [fate(file, [column], method, limit, beyond(file, column, method, limit)) for file, column, method, limit in [
    ("diamonds-2000.csv", "price", "iqr", 1.5), ("diamonds-2000.csv", "carat", "z", 2.5), ("birdstrikes-1000.csv", "Speed IAS in knots", "iqr", 1.5),
    ("birdstrikes-1000.csv", "Cost Total $", "z", 1)]]
fates += [fate(file, columns, "isolation", limit, isolated(file, columns, limit)) for file, columns, limit in [
    ("birdstrikes-1000.csv", costs, 0.715), ("birdstrikes-1000.csv", costs, 0.8625), ("penguins.csv", bills, 0.647)]]

text = json.dumps({"outliers": outliers, "duplicates": duplicates, "isolation": isolation, "fates": fates}, indent=1)
(here / "cleaning.json").write_text(text + "\n", encoding="utf-8")
