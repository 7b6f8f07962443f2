"""Writes dependence.json: scikit-learn's partial dependence (method "brute", kind "average") of models that the tests compute, too.

python3 make_dependence.py, with scikit-learn 1.2 or later.
`Binary` and `Multiclass` are logistic regressions on two numbers and a one-hot category, with the coefficients here; `Regression` is the
closed formula below, on the same rows.
"""
import json

import numpy as np
import pandas as pd
import sklearn
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.compose import ColumnTransformer
from sklearn.inspection import partial_dependence
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

LEVELS = ["east", "north", "south", "west"]


class Formula(BaseEstimator, RegressorMixin):
    """speed * height / 10 + |speed - 6| + 2 where the place is north."""

    def fit(self, features, labels):
        self.fitted_ = True
        return self

    def predict(self, features):
        speed, height = features["speed"].to_numpy(), features["height"].to_numpy()
        return speed * height / 10 + np.abs(speed - 6) + 2 * (features["place"] == "north").to_numpy()


def rows():
    random = np.random.default_rng(12)
    return pd.DataFrame({
        "speed": np.clip(np.round(random.normal(6, 3, 300)), 0, 12),
        "height": np.clip(np.round(random.normal(0, 4, 300)) / 2, -5, 5),
        "place": random.choice(LEVELS, 300, p=[0.4, 0.3, 0.2, 0.1]),
    })


def logistic(features, labels):
    encode = ColumnTransformer([("place", OneHotEncoder(categories=[LEVELS]), ["place"])], remainder="passthrough")
    return make_pipeline(encode, LogisticRegression(max_iter=10000, tol=1e-10)).fit(features, labels)


def curves(model, features):
    result = []
    for column in features.columns:
        made = partial_dependence(
            model, features, [column], method="brute", kind="average", percentiles=(0, 1), grid_resolution=1000,
            categorical_features=["place"])
        values = [float(value) if column != "place" else str(value) for value in made["values"][0]]
        result.append({"column": column, "values": [str(value) for value in values], "means": made["average"].T.tolist()})
    return result


def case(task, model, features):
    last = model[-1] if task != "Regression" else None
    return {"task": task, "coefficients": last.coef_.tolist() if last else [], "intercepts": last.intercept_.tolist() if last else [],
            "curves": curves(model, features)}


features = rows()
random = np.random.default_rng(13)
score = features["speed"] / 3 - 2 + features["height"] + 2 * (features["place"] == "west")
noisy = score + random.logistic(size=len(features))
expected = {
    "made_by": f"scikit-learn {sklearn.__version__}",
    "rows": features.values.tolist(),
    "cases": [
        case("Binary", logistic(features, noisy > 0), features),
        case("Multiclass", logistic(features, np.digitize(noisy, [-1, 2])), features),
        case("Regression", Formula().fit(features, noisy), features),
    ],
}
with open("dependence.json", "w", newline="\n") as file:
    json.dump(expected, file)
    file.write("\n")
