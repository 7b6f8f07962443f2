"""Makes the inputs and expected values of the tests of training.

Run with scikit-learn 1.x and a folder that holds penguins.csv, diamonds.csv and credit.csv (Palmer penguins, CC0; ggplot2 and
modeldata, MIT):
    python3 make_training.py <folder>

Inputs are CSV files without text: features, then the label in the last column; an empty field is a missing value. Values are rounded to
float32 first, so that both sides learn from the same numbers.
"""
import json
import sys

import numpy as np
import pandas as pd
from sklearn import __version__
from sklearn.datasets import load_breast_cancer, load_diabetes, load_wine
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.linear_model import ElasticNet, Lasso, LogisticRegression, Ridge
from sklearn.metrics import log_loss, mean_squared_error
from sklearn.preprocessing import StandardScaler

FOLDER = sys.argv[1]
SETS = {}


def keep(name, features, labels):
    features = np.asarray(features, dtype=np.float32)
    labels = np.asarray(labels, dtype=np.float32)
    order = np.random.default_rng(3).permutation(len(labels))
    features, labels = features[order], labels[order]
    frame = pd.DataFrame(np.column_stack([features, labels]).astype(np.float32))
    with open(f"{name}.csv", "w", newline="\n") as file:
        for row in frame.values:
            cells = ["" if np.isnan(v) else np.format_float_positional(np.float32(v), unique=True, trim="-") for v in row]
            file.write(",".join(cells) + "\n")
    SETS[name] = (features.astype(np.float64), labels.astype(np.float64))


def unscaled(model, scaler):
    coefficients = np.atleast_2d(model.coef_) / scaler.scale_
    intercepts = np.atleast_1d(model.intercept_) - coefficients @ scaler.mean_
    return {"coefficients": coefficients.tolist(), "intercepts": intercepts.tolist()}


def linear_case(name, data, task, l1, l2, weighted=False):
    features, labels = SETS[data]
    scaler = StandardScaler().fit(features)
    scaled = scaler.transform(features)
    weights = 1.0 + np.arange(len(labels)) % 3 if weighted else None
    rows = len(labels)
    if task == "Regression":
        if l1 == 0:
            model = Ridge(alpha=l2, solver="cholesky").fit(scaled, labels, sample_weight=weights)
        elif l2 == 0:
            model = Lasso(alpha=l1 / rows, tol=1e-14, max_iter=1000000).fit(scaled, labels)
        else:
            model = ElasticNet(alpha=(l1 + l2) / rows, l1_ratio=l1 / (l1 + l2), tol=1e-14, max_iter=1000000).fit(scaled, labels)
    elif l1 == 0:
        model = LogisticRegression(C=1 / l2, solver="newton-cg", tol=1e-13, max_iter=100000).fit(scaled, labels, sample_weight=weights)
    else:
        penalty, ratio = ("l1", None) if l2 == 0 else ("elasticnet", l1 / (l1 + l2))
        model = LogisticRegression(
            penalty=penalty, l1_ratio=ratio, C=1 / (l1 + l2), solver="saga", tol=1e-11, max_iter=1000000
        ).fit(scaled, labels)
    classes = 0 if task == "Regression" else int(labels.max()) + 1
    return {"name": name, "data": data, "task": task, "classes": classes, "l1": l1, "l2": l2, "weighted": weighted,
            **unscaled(model, scaler)}


def divisions(rows):
    """Four ways to divide rows (shuffled before) into three quarters and the rest: from one of them on, round about."""
    cut = rows * 3 // 4
    for i in range(4):
        order = (np.arange(rows) + i * rows // 4) % rows
        yield order[:cut], order[cut:]


def boosted(task, rounds):
    model = HistGradientBoostingRegressor if task == "Regression" else HistGradientBoostingClassifier
    return model(max_iter=rounds, learning_rate=0.1, max_leaf_nodes=31, min_samples_leaf=20, l2_regularization=0.0, early_stopping=False,
                 random_state=0)


def trees_case(data, task):
    features, labels = SETS[data]
    losses, accuracies = [], []
    for train, rest in divisions(len(labels)):
        model = boosted(task, 100).fit(features[train], labels[train])
        if task == "Regression":
            losses.append(float(np.sqrt(mean_squared_error(labels[rest], model.predict(features[rest])))))
        else:
            shares = model.predict_proba(features[rest])
            losses.append(float(log_loss(labels[rest], shares, labels=model.classes_)))
            accuracies.append(float((shares.argmax(axis=1) == labels[rest]).mean()))
    return {"data": data, "task": task, "losses": losses, "accuracies": accuracies}


def rounds_case(data, task):
    features, labels = SETS[data]
    cut = len(labels) * 3 // 4
    model = boosted(task, 60).fit(features[:cut], labels[:cut])
    if task == "Regression":
        losses = [mean_squared_error(labels[cut:], values) for values in model.staged_predict(features[cut:])]
    else:
        losses = [log_loss(labels[cut:], shares, labels=model.classes_) for shares in model.staged_predict_proba(features[cut:])]
    return {"data": data, "task": task, "losses": [float(loss) for loss in losses]}


def penguins():
    frame = pd.read_csv(f"{FOLDER}/penguins.csv").sample(frac=1, random_state=1)
    columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    features = frame[columns].copy()
    features["male"] = frame["sex"].map({"male": 1.0, "female": 0.0})
    for island in sorted(frame["island"].unique()):
        features[island] = (frame["island"] == island).astype(float)
    keep("penguins", features.values, frame["species"].map({"Adelie": 0, "Chinstrap": 1, "Gentoo": 2}).values)


def diamonds():
    frame = pd.read_csv(f"{FOLDER}/diamonds.csv").sample(n=4000, random_state=1)
    for column, order in {
        "cut": ["Fair", "Good", "Very Good", "Premium", "Ideal"],
        "color": list("JIHGFED"),
        "clarity": ["I1", "SI2", "SI1", "VS2", "VS1", "VVS2", "VVS1", "IF"],
    }.items():
        frame[column] = frame[column].map({value: i for i, value in enumerate(order)})
    keep("diamonds", frame.drop(columns="price").values, frame["price"].values)


def credit():
    frame = pd.read_csv(f"{FOLDER}/credit.csv")
    labels = (frame.pop("Status") == "bad").astype(float)
    for column in frame.columns:
        if frame[column].dtype == object:
            codes = frame[column].astype("category").cat.codes
            frame[column] = codes.where(codes >= 0)
    keep("credit", frame.values, labels.values)


def synthetic():
    random = np.random.default_rng(7)
    features = random.normal(size=(3000, 6)).round(3)
    score = features[:, 0] * features[:, 1] + np.abs(features[:, 2]) - 0.8 + 0.5 * features[:, 3]
    labels = (score + random.logistic(scale=0.5, size=3000) > 0).astype(float)
    holes = random.random(size=features.shape) < 0.1
    holes[:, 0] |= (labels == 1) & (random.random(3000) < 0.2)
    keep("interactions", np.where(holes, np.nan, features), labels)


def steps():
    """Features of at most 41 values, so that bins are the values themselves, and labels so noisy that no two splits are as good."""
    random = np.random.default_rng(11)
    features = np.clip(np.round(random.normal(size=(1200, 5)) * 8), -20, 20)
    score = features[:, 0] * features[:, 1] / 64 + np.abs(features[:, 2]) / 8 - 0.8 + features[:, 3] / 16
    number = score + random.normal(size=1200)
    keep("steps_number", features, number.round(4))
    keep("steps_two", features, score + random.logistic(scale=0.5, size=1200) > 0)
    keep("steps_three", features, np.digitize(number, np.quantile(number, [0.3, 0.7])))


cancer = load_breast_cancer()
keep("breast_cancer", cancer.data[:, :10], cancer.target)
wine = load_wine()
keep("wine", wine.data, wine.target)
diabetes = load_diabetes(scaled=False)
keep("diabetes", diabetes.data, diabetes.target)
penguins()
diamonds()
credit()
synthetic()
steps()
expected = {
    "made_by": f"scikit-learn {__version__}",
    "linear": [
        linear_case("logistic, ridge", "breast_cancer", "Binary", 0, 1),
        linear_case("logistic, ridge, weighted", "breast_cancer", "Binary", 0, 5, weighted=True),
        linear_case("logistic, lasso", "breast_cancer", "Binary", 2, 0),
        linear_case("logistic, elastic net", "breast_cancer", "Binary", 2, 3),
        linear_case("multinomial, ridge", "wine", "Multiclass", 0, 1),
        linear_case("multinomial, ridge, weighted", "wine", "Multiclass", 0, 1, weighted=True),
        linear_case("multinomial, lasso", "wine", "Multiclass", 1, 0),
        linear_case("least squares", "diabetes", "Regression", 0, 0),
        linear_case("ridge", "diabetes", "Regression", 0, 10),
        linear_case("ridge, weighted", "diabetes", "Regression", 0, 10, weighted=True),
        linear_case("lasso", "diabetes", "Regression", 1000, 0),
        linear_case("elastic net", "diabetes", "Regression", 500, 50),
    ],
    "trees": [
        trees_case("penguins", "Multiclass"),
        trees_case("diamonds", "Regression"),
        trees_case("credit", "Binary"),
        trees_case("interactions", "Binary"),
        trees_case("breast_cancer", "Binary"),
        trees_case("diabetes", "Regression"),
        trees_case("wine", "Multiclass"),
    ],
    "rounds": [
        rounds_case("steps_number", "Regression"),
        rounds_case("steps_two", "Binary"),
        rounds_case("steps_three", "Multiclass"),
    ],
}
with open("training.json", "w", newline="\n") as file:
    json.dump(expected, file, indent=1)
    file.write("\n")
