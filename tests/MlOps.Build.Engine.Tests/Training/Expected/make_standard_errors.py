"""Makes the expected coefficients and Wald standard errors of linear and logistic regression, by the formulas that statsmodels documents
(OLS, WLS, GLM with frequency weights, MNLogit), in NumPy and SciPy: a Newton fit to the last digit, then the covariance.

Penalties are l2 / 2 times the squared coefficients of standardised features; the covariance is then H^-1 F H^-1 with H = F + l2 I
(le Cessie and van Houwelingen, 1992). Of several classes the pseudo-inverse is taken: coefficients of the classes sum to 0.

Run with NumPy, SciPy and pandas in this folder; the sets are the CSV files here, see make_training.py:
    python3 make_standard_errors.py
"""
import json

import numpy as np
import pandas as pd
from scipy import __version__, stats
from scipy.special import expit, softmax


def read(data, columns):
    values = pd.read_csv(f"{data}.csv", header=None).dropna().values.astype(np.float32).astype(np.float64)
    return values[:, :-1][:, :columns], values[:, -1]


def newton(design, penalty, weights, scores_to_parts, size):
    """Minimises the penalised loss; scores_to_parts gives gradient and Fisher information of the loss."""
    point = np.zeros(size)
    for _ in range(200):
        gradient, fisher = scores_to_parts(point)
        step = np.linalg.pinv(fisher + np.diag(penalty), hermitian=True) @ (gradient + penalty * point)
        point = point - step
        if np.abs(step).max() < 1e-13 * max(1, np.abs(point).max()):
            break
    return point, scores_to_parts(point)[1]


def fit(task, design, labels, weights, l2):
    rows, width = design.shape
    classes = 1 if task != "Multiclass" else int(labels.max()) + 1
    penalty = np.tile(np.r_[np.full(width - 1, float(l2)), 0.0], classes)

    def parts(point):
        b = point.reshape(classes, width)
        scores = design @ b.T
        if task == "Regression":
            slopes, curves = scores[:, 0] - labels, np.ones((rows, 1, 1))
            slopes = slopes[:, None]
        elif task == "Binary":
            p = expit(scores[:, 0])
            slopes, curves = (p - labels)[:, None], (p * (1 - p))[:, None, None]
        else:
            p = softmax(scores, axis=1)
            slopes = p - np.eye(classes)[labels.astype(int)]
            curves = np.einsum("nk,kl->nkl", p, np.eye(classes)) - np.einsum("nk,nl->nkl", p, p)
        gradient = np.einsum("n,nk,nj->kj", weights, slopes, design).ravel()
        fisher = np.einsum("n,nkl,ni,nj->kilj", weights, curves, design, design).reshape(classes * width, classes * width)
        return gradient, fisher

    point, fisher = newton(design, penalty, weights, parts, classes * width)
    inverse = np.linalg.pinv(fisher + np.diag(penalty), hermitian=True, rcond=1e-12)
    covariance = inverse @ fisher @ inverse
    return point, covariance, rows - np.trace(inverse @ fisher), classes


def case(name, data, task, l2, columns=99, weighted=False):
    features, labels = read(data, columns)
    weights = 1.0 + np.arange(len(labels)) % 3 if weighted else np.ones(len(labels))
    means, deviations = features.mean(axis=0), features.std(axis=0)
    design = np.column_stack([(features - means) / deviations, np.ones(len(labels))])
    point, covariance, degrees, classes = fit(task, design, labels, weights, l2)
    if task == "Regression":
        covariance = covariance * (weights * (labels - design @ point) ** 2).sum() / degrees
    width = design.shape[1]
    # Rows: the intercept at the origin of the features, then each feature in its own units.
    single = np.zeros((width, width))
    single[0, :-1], single[0, -1] = -means / deviations, 1
    single[1:, :-1] = np.diag(1 / deviations)
    back = np.kron(np.eye(classes), single)
    values, errors = back @ point, np.sqrt(np.diag(back @ covariance @ back.T))
    ratios = np.abs(values / errors)
    chances = 2 * (stats.t.sf(ratios, degrees) if task == "Regression" else stats.norm.sf(ratios))
    return {"name": name, "data": data, "task": task, "l2": l2, "columns": features.shape[1], "weighted": weighted,
            "values": values.tolist(), "errors": errors.tolist(), "p": chances.tolist()}


expected = {
    "made_by": f"NumPy {np.__version__}, SciPy {__version__}",
    "cases": [
        case("least squares", "diabetes", "Regression", 0),
        case("least squares, weighted", "diabetes", "Regression", 0, weighted=True),
        case("ridge", "diabetes", "Regression", 10),
        case("logistic", "breast_cancer", "Binary", 0, columns=4),
        case("logistic, weighted", "breast_cancer", "Binary", 0, columns=4, weighted=True),
        case("logistic, ridge", "breast_cancer", "Binary", 1),
        case("multinomial", "wine", "Multiclass", 0, columns=2),
        case("multinomial, ridge", "wine", "Multiclass", 1),
    ],
}
with open("standard_errors.json", "w", newline="\n") as file:
    json.dump(expected, file, indent=1)
    file.write("\n")
