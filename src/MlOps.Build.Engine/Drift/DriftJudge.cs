using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Drift;

/// <summary>Judges columns by the configured methods; columns without one keep the kit's verdict.</summary>
internal sealed class DriftJudge(DriftConfig? config)
{
    /// <summary>True when a column of many values has none on the other side: no test of values sees that.</summary>
    public bool IsEmptied(Column before, Column after)
    {
        var least = config?.LeastRows ?? DriftConfig.LeastRowsByDefault;
        return before.Length - before.Missing.Count >= least && after.Length >= least && after.Missing.Count == after.Length;
    }

    /// <summary>Adds what the column's method says; the verdict comes when all columns are tested.</summary>
    public ColumnDrift Test(ColumnDrift drift, Func<DriftPair> samples, DriftKind kind)
    {
        if (drift.Psi is null || config?.For(drift.Column, kind) is not { } method)
            return drift;
        var pair = samples();
        if (Math.Min(pair.Reference.Count, pair.Current.Count) < config.LeastRows)
            return Undecided(drift, $"fewer than {config.LeastRows} values");
        if (kind == DriftKind.Category && 2 * pair.Counts.Distinct > pair.Reference.Count + pair.Current.Count)
            return Undecided(drift, "nearly every row holds a value of its own");
        var measure = method.Measure(pair);
        return measure.Measure(pair) is { } score ? drift with { Test = Test(measure, method, score) } : Undecided(drift, "there is only one value");
    }

    /// <summary>The verdicts of columns that were tested together.</summary>
    public IReadOnlyList<ColumnDrift> Decide(IReadOnlyList<ColumnDrift> columns)
    {
        var adjusted = new Dictionary<string, double>();
        if (config is { Corrected: true })
        {
            var tested = columns.Where(column => column.Test is { IsPValue: true }).ToList();
            foreach (var (column, p) in tested.Zip(DriftCorrection.Adjust([.. tested.Select(column => column.Test!.Score)])))
                adjusted[column.Column] = p;
        }

        return [.. columns.Select(column => Decide(column, adjusted.TryGetValue(column.Column, out var p) ? p : null))];
    }

    private static ColumnDrift Decide(ColumnDrift column, double? adjusted)
    {
        if (column.Test is not { } test)
            return column;
        var (score, measure) = (adjusted ?? test.Score, DriftMeasures.ByName[test.Method]);
        var beyond = test.IsPValue ? score < test.Threshold : score > test.Threshold;
        return column with
        {
            Test = test with { AdjustedPValue = adjusted },
            Drifts = beyond || (measure.Inclusive && score == test.Threshold),
        };
    }

    private static DriftTest Test(IDriftMeasure measure, DriftMethod method, DriftScore score) => new()
    {
        Method = measure.Name,
        Score = score.Score,
        IsPValue = measure.IsPValue,
        Statistic = score.Statistic,
        Threshold = method.Threshold ?? measure.Threshold,
    };

    private static ColumnDrift Undecided(ColumnDrift drift, string reason) => drift with { Undecided = true, Reason = reason, Drifts = false };
}
