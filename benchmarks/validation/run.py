"""Runs the 26 rules of schema.yaml in mlops, DuckDB and pandas in turn, whole processes, and prints medians as a table.

python3 run.py MLOPS FOLDER [--rounds N] [--suite SUITE] [--skip NAME] [FILE ...]

MLOPS is the published program, FOLDER holds the files of make_files.py. Times are wall seconds and processor seconds (user and system),
memory is the largest resident set. Only ratios within one run mean something on a machine that does other things too.
"""
import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = {"columns-200": 200}


def run(command, folder):
    """Wall seconds, processor seconds and peak MB of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{command} ended with status {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def project(name):
    """A folder with the contract: of the wide file, with its other columns."""
    folder = tempfile.mkdtemp()
    with open(os.path.join(HERE, "schema.yaml"), encoding="utf-8") as file:
        schema = file.read()
    extra = "".join(f"  - {{name: v{i}, type: {'int64' if i % 2 else 'float64'}}}\n" for i in range(COLUMNS.get(name, 10) - 10))
    with open(os.path.join(folder, "schema.yaml"), "w", encoding="utf-8") as file:
        file.write(schema.replace("table:", extra + "table:"))
    return folder


def commands(name, path, options):
    mlops = [options.mlops, "validate", "--data", path] + (["--suite", options.suite] if options.suite else [])
    found = {
        "mlops": mlops,
        "DuckDB": ["node", os.path.join(HERE, "check.mjs"), path, str(COLUMNS.get(name, 10))],
        "pandas": ["/usr/bin/python3", os.path.join(HERE, "check.py"), path],
    }
    return {tool: command for tool, command in found.items() if tool not in options.skip}


def measure(name, options):
    path, folder = os.path.join(os.path.abspath(options.folder), name + ".csv"), project(name)
    tools = commands(name, path, options)
    results = {tool: [] for tool in tools}
    for tool, command in tools.items():
        if tool != "mlops":
            subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
        run(command, folder)
    for _ in range(options.rounds):
        for tool, command in tools.items():
            results[tool].append(run(command, folder))
    return {tool: [statistics.median(values) for values in zip(*rows)] for tool, rows in results.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mlops")
    parser.add_argument("folder")
    parser.add_argument("files", nargs="*", default=["rows-1m", "quoted-1m", "rows-5m", "columns-200", "bad-1m"])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--suite")
    parser.add_argument("--skip", action="append", default=[])
    options = parser.parse_intermixed_args()
    options.mlops = os.path.abspath(options.mlops)
    print(f"{platform.platform()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {options.rounds} rounds\n")
    print("| file | program | wall s | of DuckDB | processor s | of DuckDB | MB | of DuckDB |")
    print("|---|---|---:|---:|---:|---:|---:|---:|")
    for name in options.files:
        results = measure(name, options)
        base = results.get("DuckDB", results["mlops"])
        for tool, values in results.items():
            shares = [value / other for value, other in zip(values, base)]
            cells = " | ".join(f"{value:.{2 if i < 2 else 0}f} | {share:.2f}" for i, (value, share) in enumerate(zip(values, shares)))
            print(f"| {name} | {tool} | {cells} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
