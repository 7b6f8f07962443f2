using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Trackers.TensorBoard;

/// <summary>
/// Runs as a folder of TensorBoard's event files: <c>EXPERIMENT/NAME-ID/events.out.tfevents.SECONDS.mlops</c>. The same run gets the same file, so that
/// it can be written again.
/// </summary>
internal static class TensorBoardLog
{
    private const int IdLength = 8;

    /// <summary>Writes one run.</summary>
    /// <returns>Its file.</returns>
    public static string Write(TrackedRun run, string folder)
    {
        var start = HyperparameterData.Seconds(run.Start);
        var end = HyperparameterData.Seconds(run.End ?? run.Start);
        var events = new EventFile(start);
        if (run.Parameters.Count > 0)
            events.Add(start, 0, SummaryValues.Data(HyperparameterData.StartTag, HyperparameterData.Plugin, HyperparameterData.Start(run)));
        foreach (var (tag, value, metric) in Scalars(run))
            events.Add(HyperparameterData.Seconds(metric.Time), metric.Step, SummaryValues.Scalar(tag, value));
        foreach (var histogram in run.Histograms)
            events.Add(HyperparameterData.Seconds(histogram.Time), histogram.Step, SummaryValues.Histogram(histogram));
        foreach (var curve in run.Curves)
            events.Add(HyperparameterData.Seconds(curve.Time), curve.Step, SummaryValues.Curve(curve));
        if (run.Parameters.Count > 0)
            events.Add(end, 0, SummaryValues.Data(HyperparameterData.EndTag, HyperparameterData.Plugin, HyperparameterData.End(run)));
        return Save(Path.Combine(folder, Name(run.Experiment), $"{Name(run.Name)}-{run.Id[..IdLength]}"), run.Start, events);
    }

    /// <summary>Writes runs, and for each experiment what its hyperparameters and metrics are.</summary>
    public static void Write(IReadOnlyList<TrackedRun> runs, string folder)
    {
        foreach (var run in runs)
            Write(run, folder);
        foreach (var group in runs.Where(run => run.Parameters.Count > 0).GroupBy(run => run.Experiment))
        {
            var first = group.Min(run => run.Start);
            var events = new EventFile(HyperparameterData.Seconds(first));
            events.Add(HyperparameterData.Seconds(first), 0,
                SummaryValues.Data(HyperparameterData.ExperimentTag, HyperparameterData.Plugin, HyperparameterData.Experiment(group.Key, [.. group])));
            Save(Path.Combine(folder, Name(group.Key)), first, events);
        }
    }

    /// <summary>Readings in their order; an interval is two more tags, <c>KEY.lower</c> and <c>KEY.upper</c>.</summary>
    internal static IEnumerable<(string Tag, double Value, RunMetric Metric)> Scalars(TrackedRun run)
    {
        foreach (var metric in run.Metrics)
        {
            yield return (metric.Key, metric.Value, metric);
            if (metric.Lower is { } lower)
                yield return (metric.Key + ".lower", lower, metric);
            if (metric.Upper is { } upper)
                yield return (metric.Key + ".upper", upper, metric);
        }
    }

    private static string Save(string folder, DateTimeOffset time, EventFile events)
    {
        Directory.CreateDirectory(folder);
        var seconds = time.ToUnixTimeSeconds().ToString("D10", CultureInfo.InvariantCulture);
        var file = Path.Combine(folder, $"events.out.tfevents.{seconds}.mlops");
        WholeFile.Write(file, events.ToArray());
        return file;
    }

    private static string Name(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ' ? c : '_')).Trim('.', ' ');
        return plain.Length == 0 ? "_" : plain;
    }
}
