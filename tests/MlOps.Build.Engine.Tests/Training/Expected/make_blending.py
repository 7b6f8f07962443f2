"""Makes members' outputs and the weights from 0, 1 in sum, that SciPy finds best for them.

Run with SciPy in this folder:
    python3 make_blending.py
"""
import json

import numpy as np
import scipy
from scipy.optimize import minimize

random = np.random.default_rng(4)
ROWS = 80


def best(loss, members):
    constraint = {"type": "eq", "fun": lambda w: w.sum() - 1}
    starts = [np.full(members, 1 / members), *np.eye(members) * 0.7 + 0.3 / members]
    fits = [
        minimize(loss, start, method="SLSQP", bounds=[(0, 1)] * members, constraints=[constraint], options={"ftol": 1e-15, "maxiter": 1000})
        for start in starts
    ]
    fit = min(fits, key=lambda item: item.fun)
    return fit.x.tolist(), float(fit.fun)


labels = random.integers(0, 3, ROWS)
logits = [random.normal(0, 1, (ROWS, 3)) + strength * np.eye(3)[labels] for strength in (1.6, 1.5, 0.6)]
shares = [np.exp(item) / np.exp(item).sum(axis=1, keepdims=True) for item in logits]
shares = [item.astype(np.float32) for item in shares]
numbers = random.normal(100, 10, ROWS).astype(np.float32)
predictions = [(numbers + random.normal(bias, scale, ROWS)).astype(np.float32) for bias, scale in ((1, 4), (-2, 5), (0, 9), (8, 3))]
weights = random.integers(1, 4, ROWS).astype(float)


def log_loss(w):
    mixed = sum(w[m] * shares[m].astype(float)[np.arange(ROWS), labels] for m in range(len(shares)))
    return float(-(weights * np.log(mixed)).sum() / weights.sum())


def squared_error(w):
    mixed = sum(w[m] * predictions[m].astype(float) for m in range(len(predictions)))
    return float((weights * (numbers - mixed) ** 2).sum() / weights.sum())


expected = {
    "made_by": f"SciPy {scipy.__version__}",
    "row_weights": weights.tolist(),
    "classes": {"labels": labels.tolist(), "outputs": [item.ravel().tolist() for item in shares], "weights": best(log_loss, 3)[0], "loss": best(log_loss, 3)[1]},
    "numbers": {
        "labels": numbers.tolist(),
        "outputs": [item.tolist() for item in predictions],
        "weights": best(squared_error, 4)[0],
        "loss": best(squared_error, 4)[1],
    },
}
with open("blending.json", "w", newline="\n") as file:
    json.dump(expected, file)
    file.write("\n")
print(expected["classes"]["weights"], expected["numbers"]["weights"])
