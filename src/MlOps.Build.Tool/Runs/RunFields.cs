using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Runs;

/// <summary>Runs side by side: a row a field, a value a run.</summary>
internal static class RunFields
{
    /// <summary>The fields of all runs; a run that lacks one has null there.</summary>
    public static IReadOnlyList<(string Field, IReadOnlyList<string?> Values)> Of(IReadOnlyList<TrackedRun> runs)
    {
        var last = runs.Select(RunText.Last).ToList();
        return
        [
            Row("model", runs, run => run.Experiment),
            Row("name", runs, run => run.Name),
            Row("status", runs, RunText.Status),
            Row("started (UTC)", runs, run => RunText.Time(run.Start)),
            Row("took", runs, run => RunText.Took(run)),
            .. Keys(runs, run => run.Parameters.Keys).Select(key => Row("params." + key, runs, run => run.Parameters.GetValueOrDefault(key))),
            .. Keys(last, metrics => metrics.Keys).Select(key => Row("metrics." + key, last, metrics => metrics.TryGetValue(key, out var metric) ? RunText.Value(metric) : null)),
            .. Keys(runs, run => run.Tags.Keys).Select(key => Row("tags." + key, runs, run => run.Tags.GetValueOrDefault(key))),
            .. Keys(runs, run => run.Inputs.Select(input => input.Name)).Select(key => Row("inputs." + key, runs, run => run.Inputs.FirstOrDefault(input => input.Name == key)?.Sha256)),
            .. Keys(runs, run => run.Artifacts.Select(file => file.Path)).Select(key => Row("files." + key, runs, run => run.Artifacts.LastOrDefault(file => file.Path == key)?.Sha256)),
        ];
    }

    /// <summary>True when not all runs have the same value.</summary>
    public static bool Differs(IReadOnlyList<string?> values) => values.Distinct().Count() > 1;

    private static IEnumerable<string> Keys<T>(IReadOnlyList<T> runs, Func<T, IEnumerable<string>> keys) =>
        runs.SelectMany(keys).Distinct().Order(StringComparer.Ordinal);

    private static (string, IReadOnlyList<string?>) Row<T>(string field, IReadOnlyList<T> runs, Func<T, string?> value) => (field, [.. runs.Select(value)]);
}
