using System.Diagnostics;
using System.Globalization;

namespace MlOps.Build.Benchmarks;

/// <summary>How long SciPy's bootstrap takes for the same number of resamples and rows, one metric at a time.</summary>
internal static class SciPyTimes
{
    public static IReadOnlyList<string> Metrics { get; } = ["mae", "rmse", "auc", "pr_auc"];

    /// <summary>Milliseconds of processor time on one thread; null when Python (<c>PYTHON</c>, else <c>python3</c>), SciPy or scikit-learn is not there.</summary>
    public static double? Of(string root, string metric)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("PYTHON") ?? "python3", [Path.Combine(root, "benchmarks", "MlOps.Build.Benchmarks", "scipy_bootstrap.py"), metric])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS" })
            start.Environment[name] = "1";
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return double.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
