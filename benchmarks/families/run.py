"""Compares each trainer with scikit-learn's estimator of the same family, both with their defaults, over seeded divisions of small sets.

python3 run.py BENCHMARKS [--splits N] [--sets NAME,...]

BENCHMARKS is the published program of benchmarks/MlOps.Build.Benchmarks. The sets are scikit-learn's own copies. A division keeps a quarter of the
rows, by class, for the metric: AUC of two classes, accuracy of more, R2 of a number. Where neighbours or linear models are compared both
get standardized features. `difference` is the mean of ours less scikit-learn's over the same divisions, with its 95 % interval (Student's t);
ours holds when the mean is at least -0.002 or the interval covers 0. Boosting has 100 rounds on both sides and learns from all training rows.
"""
import argparse
import os
import subprocess
import sys
import tempfile

import numpy as np
from scipy import stats
from sklearn import __version__, datasets
from sklearn.ensemble import (
    ExtraTreesClassifier,
    ExtraTreesRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
    RandomForestClassifier,
    RandomForestRegressor,
)
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, r2_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.preprocessing import StandardScaler

SETS = {
    "breast_cancer": (datasets.load_breast_cancer, "Binary"),
    "wine": (datasets.load_wine, "Multiclass"),
    "iris": (datasets.load_iris, "Multiclass"),
    "digits": (datasets.load_digits, "Multiclass"),
    "diabetes": (datasets.load_diabetes, "Regression"),
}
FAMILIES = {
    "gradient-boosted-trees": (HistGradientBoostingClassifier, HistGradientBoostingRegressor, {"random_state": 0}),
    "random-forest": (RandomForestClassifier, RandomForestRegressor, {"random_state": 0, "n_jobs": 2}),
    "extra-trees": (ExtraTreesClassifier, ExtraTreesRegressor, {"random_state": 0, "n_jobs": 2}),
    "logistic-regression": (LogisticRegression, None, {"max_iter": 1000}),
    "linear-regression": (None, Ridge, {}),
    "naive-bayes": (GaussianNB, None, {}),
    "k-nearest-neighbours": (KNeighborsClassifier, KNeighborsRegressor, {}),
}


def division(name, split):
    load, task = SETS[name]
    x, y = load(return_X_y=True)
    parts = train_test_split(x, y, test_size=0.25, random_state=split, stratify=None if task == "Regression" else y)
    scaler = StandardScaler().fit(parts[0])
    train, test = scaler.transform(parts[0]).astype(np.float32), scaler.transform(parts[1]).astype(np.float32)
    return train, test, parts[2], parts[3]


def score(task, labels, outputs):
    if task == "Regression":
        return r2_score(labels, outputs[:, 0])
    if task == "Binary":
        return roc_auc_score(labels, outputs[:, 1])
    return accuracy_score(labels, outputs.argmax(axis=1))


def theirs(task, family, train, labels, test):
    classifier, regressor, settings = FAMILIES[family]
    model = (regressor if task == "Regression" else classifier)(**settings).fit(train, labels)
    return model.predict(test)[:, None] if task == "Regression" else model.predict_proba(test)


def ours(program, name, divisions, folder):
    task = SETS[name][1]
    for split, (train, test, labels, _) in enumerate(divisions):
        np.savetxt(os.path.join(folder, f"{split}.train.csv"), np.column_stack([train, labels]), "%.9g", ",")
        np.savetxt(os.path.join(folder, f"{split}.test.csv"), test, "%.9g", ",")
    subprocess.run([program, "families", folder, task], check=True, stdout=subprocess.DEVNULL)
    return lambda split, family: np.loadtxt(os.path.join(folder, f"{split}.{family}.csv"), delimiter=",", ndmin=2)


def row(name, family, divisions, outputs):
    task = SETS[name][1]
    pairs = np.array([
        (score(task, labels, outputs(split, family)), score(task, labels, theirs(task, family, train, known, test)))
        for split, (train, test, known, labels) in enumerate(divisions)
    ])
    differences = pairs[:, 0] - pairs[:, 1]
    half = stats.t.ppf(0.975, len(differences) - 1) * stats.sem(differences) if len(differences) > 1 else float("nan")
    mean = differences.mean()
    holds = mean >= -0.002 or mean + half >= 0
    return f"| {name} | {family} | {pairs[:, 0].mean():.4f} | {pairs[:, 1].mean():.4f} | {mean:+.4f} ± {half:.4f} | {'yes' if holds else 'no'} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--splits", type=int, default=20)
    parser.add_argument("--sets", type=lambda text: text.split(","), default=list(SETS))
    options = parser.parse_args()
    print(f"scikit-learn {__version__}, {options.splits} divisions\n")
    print("| set | trainer | ours | scikit-learn | difference | holds |")
    print("|---|---|---:|---:|---:|---|")
    for name in options.sets:
        divisions = [division(name, split) for split in range(options.splits)]
        with tempfile.TemporaryDirectory() as folder:
            outputs = ours(os.path.abspath(options.program), name, divisions, folder)
            for family, (classifier, regressor, _) in FAMILIES.items():
                if (regressor if SETS[name][1] == "Regression" else classifier) is not None:
                    print(row(name, family, divisions, outputs), flush=True)


if __name__ == "__main__":
    sys.exit(main())
