"""Searches hyperparameters with our random search and scikit-learn's in turn, and prints trials a minute as a table.

python3 run.py BENCHMARKS FOLDER [--trials N] [--rounds N] [SET ...]

BENCHMARKS is the published program of benchmarks/MlOps.Build.Benchmarks, FOLDER holds the sets of benchmarks/boosting/make_files.py. Both
search the same space on the same rows, two trials at a time with one thread each; medians over the rounds, each with a seed of its own.
"""
import argparse
import json
import os
import platform
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ALL = ["small", "diamonds", "higgs"]


def search(tool, path, options, seed):
    command = [options.program, "tuning", path] if tool == "ours" else ["/usr/bin/python3", os.path.join(HERE, "peer.py"), path]
    run = subprocess.run([*command, f"trials={options.trials}", f"seed={seed}"], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(run.stdout.splitlines()[-1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("sets", nargs="*", default=ALL)
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_intermixed_args()
    options.program = os.path.abspath(options.program)
    print(f"{platform.platform()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {options.trials} trials, {options.rounds} rounds\n")
    print("| set | tool | s | trials a minute | best value, median |")
    print("|---|---|---:|---:|---:|")
    for name in options.sets:
        runs = {"ours": [], "scikit-learn": []}
        for seed in range(options.rounds):
            for tool, results in runs.items():
                results.append(search(tool, os.path.join(os.path.abspath(options.folder), name), options, seed))
        for tool, results in runs.items():
            seconds = statistics.median(result["seconds"] for result in results)
            best = statistics.median(result["best"] for result in results)
            print(f"| {name} | {tool} | {seconds:.1f} | {options.trials * 60 / seconds:.1f} | {best:.6g} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
