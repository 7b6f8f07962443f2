"""Fits one peer on a set of make_files.py and prints the seconds of the fit and the metric on the other rows, as one line of JSON.

python3 peers.py FOLDER/NAME TOOL [setting=value ...]

TOOL is sklearn, xgboost or lightgbm. Settings: rounds, leaves, rate, bins, seed, threads, repeats, predict (1: also the time of predicting the other rows). Each tool learns from 5,000 rows first,
so that no one's start is counted.
"""
import json
import os
import sys
import time


def arguments():
    settings = {"rounds": 100, "leaves": 31, "rate": 0.1, "bins": 255, "seed": 42, "threads": 2, "repeats": 1, "predict": 0}
    for item in sys.argv[3:]:
        name, value = item.split("=")
        settings[name] = type(settings[name])(value)
    return sys.argv[1], sys.argv[2], settings


PATH, TOOL, SETTINGS = arguments()
os.environ["OMP_NUM_THREADS"] = str(SETTINGS["threads"])

import numpy as np  # noqa: E402
from sklearn.metrics import mean_squared_error, roc_auc_score  # noqa: E402


def read():
    with open(PATH + ".json", encoding="utf-8") as file:
        about = json.load(file)
    table = np.fromfile(PATH + ".f32", np.float32).reshape(about["rows"], about["columns"] + 1)
    return about, table[:, 0].copy(), np.ascontiguousarray(table[:, 1:])


def sklearn(about, labels, rows):
    from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
    binary = about["task"] == "binary"
    few = [i for i in about["categories"] if rows[:, i].max() < 255]
    model = (HistGradientBoostingClassifier if binary else HistGradientBoostingRegressor)(
        max_iter=SETTINGS["rounds"], max_leaf_nodes=SETTINGS["leaves"], learning_rate=SETTINGS["rate"], max_bins=SETTINGS["bins"],
        early_stopping=False, random_state=SETTINGS["seed"], categorical_features=few or None)
    model.fit(rows, labels)
    return lambda other: model.predict_proba(other)[:, 1] if binary else model.predict(other)


def xgboost(about, labels, rows):
    import xgboost as tool
    kinds = ["c" if i in about["categories"] else "float" for i in range(rows.shape[1])]
    options = {"feature_types": kinds, "enable_categorical": True} if about["categories"] else {}
    matrix = tool.DMatrix(rows, labels, nthread=SETTINGS["threads"], **options)
    model = tool.train(
        {"objective": "binary:logistic" if about["task"] == "binary" else "reg:squarederror", "tree_method": "hist",
         "grow_policy": "lossguide", "max_leaves": SETTINGS["leaves"], "max_depth": 0, "eta": SETTINGS["rate"], "max_bin": SETTINGS["bins"],
         "nthread": SETTINGS["threads"], "seed": SETTINGS["seed"]}, matrix, SETTINGS["rounds"])
    if SETTINGS["predict"] and not options:
        return model.inplace_predict
    return lambda other: model.predict(tool.DMatrix(other, **options))


def lightgbm(about, labels, rows):
    import lightgbm as tool
    data = tool.Dataset(rows, labels, categorical_feature=about["categories"] or "auto", params={"max_bin": SETTINGS["bins"], "verbose": -1})
    model = tool.train(
        {"objective": about["task"], "num_leaves": SETTINGS["leaves"], "learning_rate": SETTINGS["rate"], "verbose": -1,
         "max_bin": SETTINGS["bins"], "num_threads": SETTINGS["threads"], "seed": SETTINGS["seed"]}, data, SETTINGS["rounds"])
    return model.predict


def median(predict, rows):
    times = []
    for _ in range(6):
        start = time.perf_counter()
        predict(rows)
        times.append(time.perf_counter() - start)
    return sorted(times[1:])[2]


def main():
    about, labels, rows = read()
    fit = {"sklearn": sklearn, "xgboost": xgboost, "lightgbm": lightgbm}[TOOL]
    train = about["train"]
    fit(about, labels[:5000], rows[:5000])
    for _ in range(SETTINGS["repeats"]):
        start = time.perf_counter()
        predict = fit(about, labels[:train], rows[:train])
        seconds = time.perf_counter() - start
        predicted = predict(rows[train:])
        worth = (roc_auc_score(labels[train:], predicted) if about["task"] == "binary"
                 else mean_squared_error(labels[train:], predicted) ** 0.5)
        print(json.dumps({"fit": round(seconds, 4), "metric": round(float(worth), 6)}), flush=True)
        if SETTINGS["predict"]:
            print(json.dumps({"rows": len(rows) - train, "all_s": round(median(predict, rows[train:]), 4)}), flush=True)


main()
