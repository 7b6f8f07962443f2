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

text = json.dumps({"outliers": outliers, "duplicates": duplicates, "isolation": isolation}, indent=1)
(here / "cleaning.json").write_text(text + "\n", encoding="utf-8")
