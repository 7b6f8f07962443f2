"""Makes iris.csv and the expected values of naive Bayes: joint log likelihoods, as scikit-learn's predict_proba normalises them.

Run with scikit-learn 1.x in this folder; the other sets are the CSV files here, see make_training.py:
    python3 make_naive_bayes.py
"""
import json

import numpy as np
import pandas as pd
from sklearn import __version__
from sklearn.datasets import load_iris
from sklearn.naive_bayes import BernoulliNB, CategoricalNB, GaussianNB

STEP = 7


def read(name):
    frame = pd.read_csv(f"{name}.csv", header=None).dropna()
    values = frame.values.astype(np.float32).astype(np.float64)
    return values[:, :-1], values[:, -1]


def write_iris():
    iris = load_iris()
    order = np.random.default_rng(3).permutation(len(iris.target))
    rows = np.column_stack([iris.data, iris.target]).astype(np.float32)[order]
    with open("iris.csv", "w", newline="\n") as file:
        for row in rows:
            file.write(",".join(np.format_float_positional(value, unique=True, trim="-") for value in row) + "\n")


def weights_of(labels, weighted):
    return 1.0 + np.arange(len(labels)) % 3 if weighted else None


def case(name, data, scores, var_smoothing=1e-9, alpha=1.0, weighted=False, names=None, first=0):
    return {"name": name, "data": data, "var_smoothing": var_smoothing, "alpha": alpha, "weighted": weighted, "names": names,
            "first": first, "scores": scores[::STEP].tolist()}


def gaussian(name, data, var_smoothing=1e-9, weighted=False):
    features, labels = read(data)
    model = GaussianNB(var_smoothing=var_smoothing).fit(features, labels, sample_weight=weights_of(labels, weighted))
    return case(name, data, model._joint_log_likelihood(features), var_smoothing, weighted=weighted)


def mixed(name, alpha, weighted=False):
    """Penguins: four numbers, one column of 0 and 1, three one-hot categories of one column. Class shares count once."""
    features, labels = read("penguins")
    weights = weights_of(labels, weighted)
    island = features[:, 5:8].argmax(axis=1)[:, None]
    normal = GaussianNB().fit(features[:, :4], labels, sample_weight=weights)
    two = BernoulliNB(alpha=alpha).fit(features[:, 4:5], labels, sample_weight=weights)
    three = CategoricalNB(alpha=alpha).fit(island, labels, sample_weight=weights)
    scores = normal._joint_log_likelihood(features[:, :4]) + two._joint_log_likelihood(features[:, 4:5])
    scores += three._joint_log_likelihood(island) - two.class_log_prior_ - three.class_log_prior_
    names = ["bill", "depth", "flipper", "mass", "male", "island=Biscoe", "island=Dream", "island=Torgersen"]
    return case(name, "penguins", scores, alpha=alpha, weighted=weighted, names=names)


def bernoulli(name, alpha):
    """Three columns of 0 and 1 without a common name."""
    features, labels = read("penguins")
    model = BernoulliNB(alpha=alpha).fit(features[:, 5:8], labels)
    return case(name, "penguins", model._joint_log_likelihood(features[:, 5:8]), alpha=alpha, first=5)


write_iris()
expected = {
    "made_by": f"scikit-learn {__version__}",
    "step": STEP,
    "cases": [
        gaussian("normal", "iris"),
        gaussian("normal", "wine"),
        gaussian("normal", "breast_cancer"),
        gaussian("normal, smoothed", "breast_cancer", var_smoothing=1e-3),
        gaussian("normal, weighted", "wine", weighted=True),
        mixed("mixed", 1.0),
        mixed("mixed, weighted", 0.25, weighted=True),
        bernoulli("Bernoulli", 1.0),
    ],
}
with open("naive_bayes.json", "w", newline="\n") as file:
    json.dump(expected, file, indent=1)
    file.write("\n")
