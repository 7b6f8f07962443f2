"""Writes cascade.json: logistic regressions of scikit-learn on few features and on all, and what a cascade of them says, computed by NumPy."""
import json

import numpy as np
import sklearn
from sklearn.datasets import load_breast_cancer, load_iris
from sklearn.linear_model import LogisticRegression


def short(values):
    return np.vectorize(lambda value: float(f"{value:.9g}"))(np.asarray(values, dtype=float)).tolist()


def case(name, data, subsets, limits):
    raw = data.data[:, : max(max(columns) for columns in subsets) + 1]
    features = ((raw - raw.mean(0)) / raw.std(0)).astype(np.float32).astype(float)
    members, probabilities = [], []
    for columns in subsets:
        model = LogisticRegression(max_iter=1000).fit(features[::2][:, columns], data.target[::2])
        weights = np.zeros((features.shape[1], len(model.classes_)))
        bias = np.zeros(len(model.classes_))
        if len(model.classes_) == 2:
            weights[columns, 1], bias[1] = model.coef_[0], model.intercept_[0]
        else:
            weights[columns], bias = model.coef_.T, model.intercept_
        weights, bias = weights.astype(np.float32), bias.astype(np.float32)
        scores = features @ weights.astype(float) + bias.astype(float)
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        assert np.abs(shares - model.predict_proba(features[:, columns])).max() < 1e-5
        members.append({"weights": short(weights), "bias": short(bias)})
        probabilities.append(shares)
    sure = [p.max(1) >= limit for p, limit in zip(probabilities, limits)] + [np.ones(len(features), bool)]
    # A row so near a limit could go either way in float32.
    assert all(np.abs(p.max(1) - limit).min() > 1e-6 for p, limit in zip(probabilities, limits))
    first = np.argmax(np.stack(sure), axis=0)
    return {
        "name": name,
        "limits": limits,
        "features": short(features),
        "members": members,
        "shares": (np.bincount(first, minlength=len(subsets)) / len(features)).tolist(),
        "probabilities": short(np.stack(probabilities)[first, np.arange(len(features))]),
    }


with open("cascade.json", "w", encoding="utf-8") as file:
    json.dump(
        {
            "scikit-learn": sklearn.__version__,
            "cases": [
                case("iris", load_iris(), [[0], [0, 1], [0, 1, 2, 3]], [0.8, 0.7]),
                case("iris, one limit", load_iris(), [[2], [0, 1, 2, 3]], [0.9]),
                case("breast cancer", load_breast_cancer(), [[0, 1], list(range(6))], [0.95]),
            ],
        },
        file,
    )
    file.write("\n")
