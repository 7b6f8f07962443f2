"""Types, missing counts and moments of the files in ../Files by pandas, an independent reader.

python3 make_profiles.py   (pandas 1.5.3 and later) writes profiles.json beside this script.
"""
import json
import pathlib

import pandas as pd

MARKERS = ["", "NA", "N/A", "NaN", "null", "NULL"]
here = pathlib.Path(__file__).parent


def describe(path):
    raw = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=MARKERS)
    table = pd.read_csv(path, keep_default_na=False, na_values=MARKERS)
    columns = []
    for name in table.columns:
        series, text = table[name], raw[name].dropna()
        entry = {"name": name, "missing": int(series.isna().sum()), "distinct": int(series.nunique())}
        if series.dtype == object:
            dates = pd.to_datetime(series, format="%Y-%m-%d", errors="coerce")
            entry["type"] = "date" if dates.notna().equals(series.notna()) else "string"
            counts = series.value_counts()
            entry["most"] = int(counts.iloc[0])
        else:
            whole = text.str.fullmatch(r"[-+]?\d+").all()
            entry["type"] = "int64" if whole else "float64"
            entry["min"], entry["max"] = float(series.min()), float(series.max())
            entry["mean"], entry["std"] = float(series.mean()), float(series.std(ddof=1))
            entry["deciles"] = [float(series.quantile(i / 10)) for i in range(11)]
        columns.append(entry)
    return {"rows": len(table), "columns": columns}


profiles = {path.name: describe(path) for path in sorted((here.parent / "Files").glob("*.csv"))}
(here / "profiles.json").write_text(json.dumps(profiles, indent=1) + "\n", encoding="utf-8")
