"""Makes lists of rows with graded relevance, and how well XGBoost and a regression of the relevance order lists that they did not see.

lists.csv: the list's number, six features, the relevance 0 to 4. The first three quarters of the lists are learned from. NDCG of the best 10,
gains 2^relevance - 1, by scikit-learn.

Run with XGBoost 1.x and scikit-learn 1.x in this folder:
    python3 make_lists.py
"""
import json

import numpy as np
import xgboost
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import ndcg_score

LISTS = 240
random = np.random.default_rng(5)
rows = []
for number in range(LISTS):
    count = int(random.integers(8, 26))
    x = random.normal(size=(count, 6)).round(3)
    # Lists differ in what is usual, which a regression has to explain and a ranking has not.
    quality = x[:, 0] + 0.7 * x[:, 1] * (x[:, 2] > 0) - 0.5 * np.abs(x[:, 3]) + random.normal(0, 0.5, count) + random.normal(0, 1.5)
    relevance = np.clip(np.floor(quality + 1.5), 0, 4)
    rows.append(np.column_stack([np.full(count, number), x, relevance]))
data = np.vstack(rows)
with open("lists.csv", "w", newline="\n") as file:
    for row in data:
        file.write(",".join(np.format_float_positional(v, trim="-") for v in row) + "\n")

lists, x, y = data[:, 0].astype(int), data[:, 1:-1].astype(np.float32), data[:, -1]
learned = lists < LISTS * 3 // 4


def ndcg(scores):
    unseen = np.unique(lists[~learned])
    values = []
    for number in unseen:
        chosen = lists[~learned] == number
        gains = 2 ** y[~learned][chosen] - 1
        values.append(ndcg_score([gains], [scores[chosen]], k=10) if gains.max() > 0 else 1)
    return float(np.mean(values))


train = xgboost.DMatrix(x[learned], y[learned])
train.set_group(np.bincount(lists[learned]))
settings = {"objective": "rank:ndcg", "eta": 0.1, "max_depth": 0, "max_leaves": 15, "grow_policy": "lossguide", "tree_method": "hist", "seed": 1}
ranked = xgboost.train(settings, train, 60).predict(xgboost.DMatrix(x[~learned]))
regression = HistGradientBoostingRegressor(max_iter=60, max_leaf_nodes=15, early_stopping=False).fit(x[learned], y[learned])
expected = {
    "made_by": f"XGBoost {xgboost.__version__}",
    "ranked": ndcg(ranked),
    "regression": ndcg(regression.predict(x[~learned])),
}
with open("lists.json", "w", newline="\n") as file:
    json.dump(expected, file)
    file.write("\n")
print(expected)
