"""Makes naive.json: naive forecasts of weather.csv as pandas has them.

Run:  python3 make_naive.py        (made with pandas 1.5.3, NumPy 1.24.2)

weather.csv: location, date and temp_max of the first 60 days of 2012 in Seattle and New York, from vega_datasets (public domain, NOAA),
sorted by date; the 9th of January is left out in New York, so that its series has a gap.
"""
import json
from pathlib import Path

import numpy as np
import pandas as pd

folder = Path(__file__).parent
data = pd.read_csv(folder / "weather.csv")
data["temp_max"] = data["temp_max"].astype(np.float32).astype(float)
test = data["date"] >= "2012-02-15"
mean = data.loc[~test, "temp_max"].mean()
one = data.groupby("date")["temp_max"].mean()
by = data.groupby("location")["temp_max"]
forecasts = {
    "lastValue": data["date"].map(one.shift(1)),
    "seasonal": data["date"].map(one.shift(7)),
    "lastValueByLocation": by.shift(1),
    "seasonalByLocation": by.shift(7),
    "tooFarBack": by.shift(50),
}
out = {"mean": mean, "median": data.loc[~test, "temp_max"].median()}
for name, forecast in forecasts.items():
    forecast = forecast.fillna(mean)[test]
    error = data.loc[test, "temp_max"] - forecast
    out[name] = {"forecast": forecast.tolist(), "rmse": float(np.sqrt((error ** 2).mean()))}
(folder / "naive.json").write_text(json.dumps(out) + "\n")
