"""Writes additive.json: what scikit-learn's boosting makes of trees that look at one feature each, round after round.

python3 make_additive.py, with Debian's python3-sklearn, after make_training.py has made steps_number.csv.
"""
import json

import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_squared_error

table = np.loadtxt("steps_number.csv", delimiter=",")
cut = len(table) * 3 // 4
x, y, other, labels = table[:cut, :-1], table[:cut, -1], table[cut:, :-1], table[cut:, -1]
model = HistGradientBoostingRegressor(
    max_iter=40, learning_rate=0.05, max_leaf_nodes=4, min_samples_leaf=20, max_bins=255, early_stopping=False,
    interaction_cst=[{i} for i in range(x.shape[1])]).fit(x, y)
made = {
    "made_by": f"scikit-learn {sklearn.__version__}",
    "losses": [float(mean_squared_error(labels, predicted)) for predicted in model.staged_predict(other)],
}
with open("additive.json", "w", newline="\n") as file:
    json.dump(made, file)
    file.write("\n")
