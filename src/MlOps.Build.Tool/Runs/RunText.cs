using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Runs;

/// <summary>Parts of runs in words.</summary>
internal static class RunText
{
    public const int IdLength = 8;

    public static string Id(TrackedRun run) => run.Id[..Math.Min(IdLength, run.Id.Length)];

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Status(TrackedRun run) => run.Status.ToString().ToLowerInvariant();

    /// <summary>How long it took; empty while that is not known.</summary>
    public static string Took(TrackedRun run) => run.End is not { } end ? ""
        : (end - run.Start) is var time && time.TotalSeconds < 60 ? Invariant($"{time.TotalSeconds:0.0} s")
        : time.TotalMinutes < 60 ? Invariant($"{time.TotalMinutes:0.0} min") : Invariant($"{time.TotalHours:0.0} h");

    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture) is "0" or "-0"
        ? value.ToString("G4", CultureInfo.InvariantCulture)
        : Math.Abs(value) >= 1e9 ? value.ToString("G6", CultureInfo.InvariantCulture) : value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A value with its interval.</summary>
    public static string Value(RunMetric metric) =>
        metric is { Lower: { } lower, Upper: { } upper } ? $"{Number(metric.Value)} [{Number(lower)}, {Number(upper)}]" : Number(metric.Value);

    /// <summary>The last reading of each metric, by name.</summary>
    public static SortedDictionary<string, RunMetric> Last(TrackedRun run)
    {
        var last = new SortedDictionary<string, RunMetric>(StringComparer.Ordinal);
        foreach (var metric in run.Metrics.OrderBy(metric => (metric.Step, metric.Time)))
            last[metric.Key] = metric;
        return last;
    }

    public static string Bytes(long size) => Invariant($"{size:#,0} bytes");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
