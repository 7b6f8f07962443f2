"""Compares `trainer: auto` with the best single trainer with its defaults, over seeded divisions of small sets.

python3 auto.py BENCHMARKS [--splits N] [--sets NAME,...] [--trials N] [--folds N]

BENCHMARKS is the published program of benchmarks/MlOps.Build.Benchmarks; sets, divisions and metrics are those of run.py. The search and all
trainers have the same rows to learn from and to stop by, and the search no more: its folds are made of them. The best single trainer is the
one with the best mean over all divisions, which nobody knows before. `difference` is auto less that trainer on the same divisions, with its 95 %
interval (Student's t); auto holds when the mean is at least -0.002 or the interval covers 0.
"""
import argparse
import csv
import os
import subprocess
import sys
import tempfile

import numpy as np
from run import SETS, division, score
from scipy import stats

METRICS = {"Binary": "auc", "Multiclass": "accuracy", "Regression": "rmse"}


def write(folder, split, task, parts):
    train, test, known, labels = parts
    with open(os.path.join(folder, f"{split}.data.csv"), "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([f"f{i}" for i in range(train.shape[1])] + ["y"])
        for row, label in zip(np.concatenate([train, test]), np.concatenate([known, labels])):
            writer.writerow([f"{value:.9g}" for value in row] + [f"{label:.9g}" if task == "Regression" else f"c{int(label):02}"])
    with open(os.path.join(folder, f"{split}.rows"), "w", encoding="utf-8") as file:
        file.write(str(len(train)))


def scores(program, name, options, folder):
    task = SETS[name][1]
    divisions = [division(name, split) for split in range(options.splits)]
    for split, parts in enumerate(divisions):
        write(folder, split, task, parts)
    subprocess.run([program, "auto", folder, task.lower(), METRICS[task], str(options.trials), str(options.folds)], check=True, stdout=subprocess.DEVNULL)
    names = sorted(file.split(".")[1] for file in os.listdir(folder) if file.startswith("0.") and file.split(".")[1] not in ("data", "rows"))
    return {trainer: np.array([
        score(task, parts[3], np.loadtxt(os.path.join(folder, f"{split}.{trainer}.csv"), delimiter=",", ndmin=2))
        for split, parts in enumerate(divisions)
    ]) for trainer in names}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--splits", type=int, default=20)
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--sets", type=lambda text: text.split(","), default=list(SETS))
    options = parser.parse_args()
    print(f"{options.splits} divisions, {options.trials} trials, {options.folds} folds\n")
    print("| set | auto | best single trainer | its mean | difference | holds |")
    print("|---|---:|---|---:|---:|---|")
    for name in options.sets:
        with tempfile.TemporaryDirectory() as folder:
            values = scores(os.path.abspath(options.program), name, options, folder)
        auto = values.pop("auto")
        best = max(values, key=lambda trainer: values[trainer].mean())
        differences = auto - values[best]
        half = stats.t.ppf(0.975, len(differences) - 1) * stats.sem(differences)
        holds = differences.mean() >= -0.002 or differences.mean() + half >= 0
        print(f"| {name} | {auto.mean():.4f} | {best} | {values[best].mean():.4f} | {differences.mean():+.4f} ± {half:.4f} | {'yes' if holds else 'no'} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
