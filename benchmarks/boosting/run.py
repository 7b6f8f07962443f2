"""Fits boosted trees with our trainer and its peers in turn, and prints medians as a table.

python3 run.py BENCHMARKS FOLDER [--iterations N] [--tools ours,sklearn,xgboost] [--seeds N] [SET ...]

BENCHMARKS is the published program of benchmarks/MlOps.Build.Benchmarks, FOLDER holds the sets of make_files.py. Every fit is a process of
its own, so that memory is one fit's; its seconds are those of the fit, binning included and reading not. `fit` is the median, `metric` the
mean over the seeds with the half of its 95 % interval: AUC of a binary label, RMSE of a number.
"""
import argparse
import json
import os
import platform
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ALL = ["higgs", "small", "wide", "categories", "diamonds", "tails"]


def command(tool, path, options, seed):
    if tool == "ours":
        return [options.program, "boosting", path, f"num_iterations={options.iterations}", f"seed={seed}", *seeded(seed)]
    return ["/usr/bin/python3", os.path.join(HERE, "peers.py"), path, tool, f"rounds={options.iterations}", f"seed={seed}", f"bins={255 - seed % 8}"]


def seeded(seed):
    """Nothing is drawn with the defaults: other bins are what tells one run from the next."""
    return [f"max_bin={255 - seed % 8}"]


def fit(tool, path, options, seed):
    with subprocess.Popen(command(tool, path, options, seed), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        lines = process.stdout.read().splitlines()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{tool} ended with status {process.returncode} on {path}")
    return {**json.loads(lines[-1]), "memory": usage.ru_maxrss / 1024}


def measure(name, options):
    path = os.path.join(os.path.abspath(options.folder), name)
    results = {tool: [] for tool in options.tools}
    for seed in range(options.seeds):
        for tool in options.tools:
            results[tool].append(fit(tool, path, options, seed))
    return results


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("sets", nargs="*", default=ALL)
    parser.add_argument("--iterations", type=int, default=100)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--tools", type=lambda text: text.split(","), default=["ours", "sklearn", "xgboost"])
    options = parser.parse_intermixed_args()
    options.program = os.path.abspath(options.program)
    print(f"{platform.platform()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {options.iterations} rounds, {options.seeds} seeds\n")
    print("| set | tool | fit s | of the fastest peer | MB | metric | ± |")
    print("|---|---|---:|---:|---:|---:|---:|")
    for name in options.sets:
        results = measure(name, options)
        medians = {tool: statistics.median(run["fit"] for run in runs) for tool, runs in results.items()}
        fastest = min((seconds for tool, seconds in medians.items() if tool != "ours"), default=medians["ours"])
        for tool, runs in results.items():
            metrics = [run["metric"] for run in runs]
            half = 1.96 * statistics.stdev(metrics) / len(metrics) ** 0.5 if len(metrics) > 1 else float("nan")
            memory = statistics.median(run["memory"] for run in runs)
            print(f"| {name} | {tool} | {medians[tool]:.2f} | {medians[tool] / fastest:.2f} | {memory:.0f} | {statistics.mean(metrics):.6g} | {half:.2g} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
