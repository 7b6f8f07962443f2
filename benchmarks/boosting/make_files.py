"""Writes the sets that the trainers are compared on, the same numbers for the same seed.

python3 make_files.py FOLDER [NAME ...]

A set is NAME.csv (the label first, then the features; categories are whole numbers from 0) and NAME.f32, the same rows as float32, row
after row. NAME.json says how many rows and columns there are, how many rows from the start are learned from, and which columns are
categories.
"""
import csv
import json
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
DIAMONDS = os.path.join(HERE, "..", "..", "samples", "Diamonds", "data", "diamonds.csv")


def logistic(rng, score):
    return (rng.random(len(score)) < 1 / (1 + np.exp(-score))).astype(np.float32)


def higgs(rng, rows):
    """28 columns as of a collider: momenta with tails, angles, tags of few values, and seven masses made of the others."""
    energy = rng.lognormal(0, 0.6, (rows, 6))
    angle = rng.uniform(-np.pi, np.pi, (rows, 6))
    rapidity = rng.normal(0, 1, (rows, 5))
    tags = rng.choice([0.0, 1.1, 2.2], (rows, 4), p=[0.5, 0.25, 0.25])
    pairs = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 2), (1, 3)]
    masses = np.stack([
        np.sqrt(2 * energy[:, a] * energy[:, b] * (1.01 + np.cosh(0.3 * rapidity[:, a % 5]) - np.cos(angle[:, a] - angle[:, b])))
        for a, b in pairs], axis=1) * rng.lognormal(0, 0.05, (rows, 7))
    score = (1.2 * np.sin(masses[:, 0]) + 0.8 * np.tanh(masses[:, 1] - 1.5) - 0.9 * (np.abs(masses[:, 2] - 1.2) < 0.4)
             + 0.5 * np.log(energy[:, 0]) * rapidity[:, 0] + 0.4 * (tags[:, 0] > 1) * energy[:, 3] - 0.3 * np.cos(angle[:, 1] - angle[:, 2])
             + 0.3 * masses[:, 5] * rapidity[:, 1] - 0.6)
    columns = np.concatenate([energy, angle, rapidity, tags, masses], axis=1)
    return logistic(rng, score), columns, []


def tails(rng, rows):
    """Regression whose labels have a tail: a log-normal factor, and one label in a thousand a hundred times the others' size."""
    columns = rng.normal(0, 1, (rows, 20))
    mean = np.exp(0.5 * columns[:, 0] + 0.3 * np.sin(2 * columns[:, 1]) + 0.2 * columns[:, 2] * columns[:, 3])
    labels = mean * rng.lognormal(0, 0.5, rows) * np.where(rng.random(rows) < 0.001, 100, 1)
    return labels, columns, []


def wide(rng, rows):
    columns = rng.normal(0, 1, (rows, 500))
    columns[:, 250:] = np.round(columns[:, 250:] * 2)
    weights = np.where(np.arange(500) % 10 == 0, rng.normal(0, 0.4, 500), 0)
    return logistic(rng, columns @ weights + columns[:, 0] * columns[:, 10]), columns, []


def categories(rng, rows):
    """50 columns of 4 to 200 categories whose effects have no order, and 5 numbers."""
    sizes = np.geomspace(4, 200, 50).astype(int)
    codes = np.stack([np.minimum(rng.geometric(3 / size, rows) - 1, size - 1) for size in sizes], axis=1)
    effects = [rng.normal(0, 0.5 if i % 3 == 0 else 0.05, size) for i, size in enumerate(sizes)]
    numbers = rng.normal(0, 1, (rows, 5))
    score = sum(effect[codes[:, i]] for i, effect in enumerate(effects)) + 0.5 * numbers[:, 0] * (codes[:, 49] % 2)
    return logistic(rng, score), np.concatenate([codes, numbers], axis=1), list(range(50))


def diamonds(rng, _):
    with open(DIAMONDS, encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    order = {name: {value: i for i, value in enumerate(sorted({row[name] for row in table}))} for name in ("cut", "color", "clarity")}
    numbers = ["carat", "depth", "table", "x", "y", "z"]
    columns = np.array([[order[name][row[name]] for name in order] + [float(row[name] or "nan") for name in numbers] for row in table])
    labels = np.array([float(row["price"]) for row in table])
    shuffled = rng.permutation(len(table))
    return labels[shuffled], columns[shuffled], [0, 1, 2]


# The maker, the rows, those learned from, and what the label is.
SETS = {
    "higgs": (higgs, 500_000, 400_000, "binary"),
    "small": (higgs, 20_000, 16_000, "binary"),
    "wide": (wide, 60_000, 50_000, "binary"),
    "categories": (categories, 120_000, 100_000, "binary"),
    "diamonds": (diamonds, 53_940, 43_000, "regression"),
    "tails": (tails, 250_000, 200_000, "regression"),
}


def write(folder, name, seed):
    make, rows, train, task = SETS[name]
    labels, columns, categorical = make(np.random.default_rng(seed), rows)
    table = np.concatenate([np.asarray(labels, np.float32)[:, None], np.asarray(columns, np.float32)], axis=1)
    table.tofile(os.path.join(folder, name + ".f32"))
    header = ",".join(["label"] + [f"f{i}" for i in range(table.shape[1] - 1)])
    np.savetxt(os.path.join(folder, name + ".csv"), table, fmt="%.6g", delimiter=",", header=header, comments="")
    with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
        json.dump({"rows": len(table), "columns": table.shape[1] - 1, "train": train, "task": task, "categories": categorical}, file)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    os.makedirs(sys.argv[1], exist_ok=True)
    for set_name in sys.argv[2:] or SETS:
        write(sys.argv[1], set_name, 42)
        print(set_name, flush=True)
