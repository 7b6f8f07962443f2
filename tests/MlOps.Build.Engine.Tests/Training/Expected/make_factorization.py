"""Makes ratings.csv and factorization.json: ratings of users and items, and what a factorization machine written in NumPy learns of them.

The ratings are drawn from a seed: 3.5 + user + item + 0.4 * hour + the product of three hidden factors of both + noise of deviation 0.5. The
reference is independent of the trainer: the same penalised loss over all rows at once, its gradient by hand, minimised by SciPy's L-BFGS-B
from five starts, the iteration chosen on the validation rows. `pairs` are scores by the definition, a loop over all pairs of features.
Run in this folder: python3 make_factorization.py
"""
import json

import numpy as np
from scipy.optimize import check_grad, minimize

USERS, ITEMS, ROWS, FACTORS, L2 = 60, 40, 2400, 4, 0.02
TRAIN, VALIDATION = 1600, 2000

rng = np.random.default_rng(7)
cells = rng.permutation(USERS * ITEMS)[:ROWS]
user, item = cells // ITEMS, cells % ITEMS
hour = np.round(rng.normal(size=ROWS), 3)
hidden_user, hidden_item = rng.normal(size=(USERS, 3)), rng.normal(size=(ITEMS, 3))
mean = (3.5 + rng.normal(0, 0.4, USERS)[user] + rng.normal(0, 0.4, ITEMS)[item] + 0.4 * hour
        + 0.6 * np.sum(hidden_user[user] * hidden_item[item], axis=1))
rating = np.round(mean + rng.normal(0, 0.5, ROWS), 3)
liked = (rating > np.median(rating)).astype(int)
with open("ratings.csv", "w", encoding="utf-8") as file:
    file.writelines(f"{u},{i},{h},{r},{l}\n" for u, i, h, r, l in zip(user, item, hour, rating, liked))

x = np.zeros((ROWS, USERS + ITEMS + 1))
x[np.arange(ROWS), user] = 1
x[np.arange(ROWS), USERS + item] = 1
x[:, -1] = hour
train, validation, test = x[:TRAIN], x[TRAIN:VALIDATION], x[VALIDATION:]


def unpack(theta, factors):
    n = x.shape[1]
    return theta[0], theta[1:n + 1], theta[n + 1:].reshape(n, factors)


def score(theta, rows, factors):
    bias, weights, vectors = unpack(theta, factors)
    return bias + rows @ weights + 0.5 * ((rows @ vectors) ** 2 - (rows ** 2) @ (vectors ** 2)).sum(axis=1)


def objective(theta, labels, factors, binary):
    bias, weights, vectors = unpack(theta, factors)
    s = score(theta, train, factors)
    if binary:
        loss, slope = np.logaddexp(0, s) - labels * s, 1 / (1 + np.exp(-s)) - labels
    else:
        loss, slope = 0.5 * (s - labels) ** 2, s - labels
    seen = (train != 0).sum(axis=0)
    penalty = 0.5 * L2 * (seen @ weights ** 2 + seen @ (vectors ** 2).sum(axis=1))
    sums = train @ vectors
    by_vector = train.T @ (slope[:, None] * sums) - (train ** 2 * slope[:, None]).sum(axis=0)[:, None] * vectors
    gradient = np.concatenate([[slope.sum()], train.T @ slope + L2 * seen * weights, (by_vector + L2 * seen[:, None] * vectors).ravel()])
    return loss.sum() + penalty, gradient


def judge(theta, rows, labels, factors, binary, center, scale):
    s = score(theta, rows, factors)
    if binary:
        p = np.clip(1 / (1 + np.exp(-s)), 1e-15, 1 - 1e-15)
        return float(-np.mean(labels * np.log(p) + (1 - labels) * np.log(1 - p)))
    return float(np.sqrt(np.mean((s * scale + center - labels) ** 2)))


def learn(target, factors, binary):
    center, scale = (0, 1) if binary else (target[:TRAIN].mean(), target[:TRAIN].std())
    labels = (target[:TRAIN] - center) / scale
    results = []
    for start in range(5 if factors else 1):
        theta = np.concatenate([np.zeros(1 + x.shape[1]), np.random.default_rng(start).normal(0, 0.1, x.shape[1] * factors)])
        if start == 0:
            wrong = check_grad(lambda t: objective(t, labels, factors, binary)[0], lambda t: objective(t, labels, factors, binary)[1], theta, seed=0)
            assert wrong < 1e-2, wrong
        path = []
        minimize(objective, theta, (labels, factors, binary), "L-BFGS-B", jac=True, callback=lambda t: path.append(t.copy()), options={"maxiter": 500})
        best = min(path, key=lambda t: judge(t, validation, target[TRAIN:VALIDATION], factors, binary, center, scale))
        results.append(judge(best, test, target[VALIDATION:], factors, binary, center, scale))
    return {"mean": float(np.mean(results)), "worst": float(np.max(results)), "best": float(np.min(results))}


def pairs():
    draw = np.random.default_rng(3)
    rows, weights, vectors, bias = draw.normal(size=(7, 5)), draw.normal(size=5), draw.normal(size=(5, 3)), 0.25
    rows[rows < -0.5] = 0
    rows = rows.astype(np.float32).astype(float)
    scores = [bias + sum(weights[i] * row[i] for i in range(5))
              + sum(sum(vectors[i, f] * vectors[j, f] for f in range(3)) * row[i] * row[j] for i in range(5) for j in range(i + 1, 5))
              for row in rows]
    return {"bias": bias, "weights": weights.tolist(), "vectors": vectors.tolist(), "rows": rows.tolist(), "scores": scores}


made = {
    "regression": learn(rating, FACTORS, False),
    "regression_linear": learn(rating, 0, False),
    "regression_noise": float(np.sqrt(np.mean((rating - mean)[VALIDATION:] ** 2))),
    "binary": learn(liked, FACTORS, True),
    "binary_linear": learn(liked, 0, True),
    "pairs": pairs(),
}
with open("factorization.json", "w", encoding="utf-8") as file:
    json.dump(made, file, indent=1)
    file.write("\n")
print({name: value for name, value in made.items() if name != "pairs"})
