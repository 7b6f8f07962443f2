"""Writes shapley.json: XGBoost's pred_contribs, an implementation of TreeSHAP by others, for trees that ours equal.

python3 make_shapley.py, with Debian's python3-xgboost; threads do not matter. See make_gains.py for the settings.
XGBoost weighs rows by their second derivative, which for squared errors is 1, so that it counts rows as we do. The last contribution, the
bias, is left out.
"""
import json

import numpy as np
import xgboost

ROUNDS = 20
ROWS = 40


def case(data):
    values = np.loadtxt(f"{data}.csv", delimiter=",")
    cut = len(values) * 3 // 4
    features, labels = values[:, :-1], values[:, -1]
    model = xgboost.train(
        {"tree_method": "hist", "grow_policy": "lossguide", "max_leaves": 15, "max_depth": 0, "eta": 0.1, "lambda": 0, "max_bin": 255,
         "min_child_weight": 5, "objective": "reg:squarederror", "base_score": float(np.float32(labels[:cut].mean()))},
        xgboost.DMatrix(features[:cut], labels[:cut]), ROUNDS)
    contributions = model.predict(xgboost.DMatrix(features[cut:cut + ROWS]), pred_contribs=True)
    return {"data": data, "rounds": ROUNDS, "contributions": contributions[:, :-1].astype(float).round(9).tolist()}


with open("shapley.json", "w", newline="\n") as file:
    json.dump({"made_by": f"XGBoost {xgboost.__version__}", "cases": [case("steps_number"), case("steps_counts")]}, file)
    file.write("\n")
