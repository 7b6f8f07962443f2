"""Makes features.json: what pandas and scikit-learn make of penguins.csv, and Python's datetime of dates.csv.

penguins.csv are the first 12 of every 20 rows of the Palmer penguins (CC0, palmerpenguins 0.1.1). Statistics are learned on the rows
0, 2, 4, ... and applied to all. Run in this folder: python3 make_features.py
"""
import csv
import datetime
import json

import numpy as np
import pandas as pd
from sklearn.preprocessing import KBinsDiscretizer, MinMaxScaler, OneHotEncoder, StandardScaler

data = pd.read_csv("penguins.csv", keep_default_na=True)
train = data.iloc[::2]


def plain(columns):
    array = np.asarray(columns, dtype=np.float64).astype(np.float32)
    return [[None if np.isnan(v) else float(v) for v in row] for row in array.reshape(len(data), -1)]


def number(name):
    return data[[name]].to_numpy(), train[[name]].to_numpy()


expected = {}

values, learned = number("bill_length_mm")
expected["impute_median"] = plain(np.where(np.isnan(values), np.nanmedian(learned), values))

values, learned = number("body_mass_g")
filled = np.where(np.isnan(values), np.nanmean(learned), values)
expected["impute_mean_standard"] = plain(StandardScaler().fit(filled[::2]).transform(filled))
expected["standard_with_missing"] = plain(StandardScaler().fit(learned).transform(values))
low, high = np.nanquantile(learned, [0.1, 0.9])
expected["clip_quantiles"] = plain(np.clip(values, low, high))
lowest = np.nanmin(learned)
expected["log"] = plain(np.log(np.maximum(values, lowest) + 10))

values, learned = number("bill_depth_mm")
expected["min_max"] = plain(MinMaxScaler().fit(learned).transform(values))

values, learned = number("flipper_length_mm")
bins = KBinsDiscretizer(n_bins=5, encode="ordinal", strategy="quantile", subsample=None).fit(learned[~np.isnan(learned)].reshape(-1, 1))
codes = bins.transform(np.nan_to_num(values))
expected["bucket_quantiles"] = plain(np.where(np.isnan(values), np.nan, codes))
expected["bucket_edges"] = plain(np.where(np.isnan(values), np.nan, np.searchsorted([185, 200, 215], values, side="right")))

sex = data[["sex"]].fillna("(missing)")
order = list(train["sex"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index) + ["(missing)"]
expected["one_hot"] = plain(OneHotEncoder(categories=[order], sparse_output=False).fit_transform(sex))

order = list(train["island"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index)
expected["ordinal"] = plain(data["island"].map({v: i for i, v in enumerate(order)}))

pair = data["island"] + " x " + data["sex"].fillna("(missing)")
seen = pair.iloc[::2]
order = list(seen.value_counts().sort_index().sort_values(ascending=False, kind="stable").index)
expected["cross"] = plain(OneHotEncoder(categories=[order], sparse_output=False, handle_unknown="ignore").fit_transform(pair.to_frame()))

random = np.random.default_rng(7)
days = sorted(set(random.integers(1, 3652059, 150).tolist()) | {1, 3652059} | {
    datetime.date(y, m, d).toordinal() for y in (1600, 1900, 1969, 1970, 2000, 2024, 2100) for m, d in ((1, 1), (2, 28), (3, 1), (12, 31))})
dates = [datetime.date.fromordinal(day) for day in days]
with open("dates.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["day", "y"])
    writer.writerows([date.isoformat(), i % 2] for i, date in enumerate(dates))
expected["dates"] = [[d.year, d.month, d.day, d.weekday(), d.timetuple().tm_yday] for d in dates]

with open("features.json", "w") as file:
    json.dump(expected, file, separators=(",", ":"))
    file.write("\n")
