"""Times whole processes of 'mlops runs' on a file of 10,000 runs, medians of 9.

    dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- runs FILE
    python3 benchmarks/runs/run.py MLOPS... -- FILE
"""
import statistics
import subprocess
import sys
import time

REPEATS = 9
COMMANDS = {
    "help alone": ["runs", "list", "--help"],
    "newest 50": ["runs", "list"],
    "filter by metric and setting, sorted": [
        "runs", "list", "--filter", "metrics.auc > 0.7 and params.trainer = 'gradient-boosted-trees'", "--order-by", "metrics.auc DESC"],
    "filter by a metric with 50 steps": ["runs", "list", "--filter", "metrics.`train.loss` < 0.1 and metrics.auc > 0.99"],
    "filter by tag, LIKE": ["runs", "list", "--filter", "tags.git.commit LIKE '%3e7'"],
}


def main():
    split = sys.argv.index("--")
    tool, file = sys.argv[1:split], sys.argv[split + 1]
    print("| command | milliseconds |\n|---|--:|")
    for name, command in COMMANDS.items():
        arguments = tool + command + ([] if "--help" in command else ["--file", file])
        times = []
        for _ in range(REPEATS):
            begun = time.perf_counter()
            subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
            times.append((time.perf_counter() - begun) * 1000)
        print(f"| {name} | {statistics.median(times):.0f} |")


main()
