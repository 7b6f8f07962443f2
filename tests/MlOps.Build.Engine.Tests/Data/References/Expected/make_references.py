"""Rows of ../../Files whose key stands in none of the file's first rows, counted by pandas.

/usr/bin/python3 make_references.py   (pandas 1.5.3 and later) writes references.json beside this script.
"""
import json
import pathlib

import pandas as pd

MARKERS = ["", "NA", "N/A", "NaN", "null", "NULL"]
here = pathlib.Path(__file__).parent
cases = []
for file, first, columns in [
    ("birdstrikes-1000.csv", 300, ["Airport Name"]),
    ("birdstrikes-1000.csv", 300, ["Origin State", "Wildlife Species"]),
    ("birdstrikes-1000.csv", 300, ["Flight Date"]),
    ("birdstrikes-1000.csv", 300, ["Speed IAS in knots"]),
    ("diamonds-2000.csv", 500, ["price"]),
    ("diamonds-2000.csv", 500, ["carat", "cut", "color"]),
]:
    table = pd.read_csv(here.parent.parent / "Files" / file, keep_default_na=False, na_values=MARKERS)
    known = table[:first][columns].dropna().drop_duplicates()
    joined = table.reset_index().dropna(subset=columns).merge(known, on=columns, how="left", indicator=True)
    dangling = joined[joined["_merge"] == "left_only"]["index"]
    # The header is line 1, and no row of these files spans lines.
    cases.append({"file": file, "first": first, "columns": columns, "dangling": len(dangling), "lines": [int(row) + 2 for row in dangling[:5]]})
(here / "references.json").write_text(json.dumps(cases, indent=1) + "\n")
