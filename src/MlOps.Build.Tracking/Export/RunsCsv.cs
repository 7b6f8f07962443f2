using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tracking.Export;

/// <summary>Runs as a table, a row each, with the columns of MLflow's <c>search_runs</c> and the last reading of each metric (RFC 4180).</summary>
internal static class RunsCsv
{
    public static void Write(TextWriter writer, IReadOnlyList<TrackedRun> runs)
    {
        var metrics = Keys(runs.SelectMany(run => run.Metrics.Select(metric => metric.Key)));
        var parameters = Keys(runs.SelectMany(run => run.Parameters.Keys));
        var tags = Keys(runs.SelectMany(run => run.Tags.Keys));
        Line(writer,
        [
            "run_id", "experiment", "run_name", "parent_run_id", "status", "start_time", "end_time",
            .. metrics.Select(key => "metrics." + key), .. parameters.Select(key => "params." + key), .. tags.Select(key => "tags." + key),
        ]);
        foreach (var run in runs)
        {
            var last = run.Metrics.GroupBy(metric => metric.Key).ToDictionary(group => group.Key, Last, StringComparer.Ordinal);
            Line(writer,
            [
                run.Id, run.Experiment, run.Name, run.Parent ?? "", MlflowNames.Status(run.Status), Time(run.Start), run.End is { } end ? Time(end) : "",
                .. metrics.Select(key => last.TryGetValue(key, out var value) ? MlflowRun.Number(value) : ""),
                .. parameters.Select(key => run.Parameters.GetValueOrDefault(key, "")),
                .. tags.Select(key => run.Tags.GetValueOrDefault(key, "")),
            ]);
        }
    }

    private static double Last(IEnumerable<RunMetric> metrics) => metrics.MaxBy(metric => (metric.Step, metric.Time, metric.Value))!.Value;

    private static List<string> Keys(IEnumerable<string> keys) => [.. keys.Distinct().Order(StringComparer.Ordinal)];

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static void Line(TextWriter writer, IEnumerable<string> fields) => writer.Write(string.Join(',', fields.Select(Field)) + "\n");

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
