using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Evaluation.Slices;

namespace MlOps.Build.Engine.Evaluation.Fairness;

/// <summary>Compares the groups of one column, with percentile intervals over resamples of all rows.</summary>
internal sealed class FairnessTable(ScoredRows rows, IReadOnlyList<SliceGroup> groups, BootstrapPlan plan, CancellationToken cancellationToken)
{
    private readonly int[] _cells = rows.Cells;

    public FairnessEvaluation Of(string column)
    {
        var counts = Count(null);
        return new FairnessEvaluation
        {
            Column = column,
            Groups = [.. groups.Select((group, i) => Group(group, counts[i]))],
            Metrics = Metrics(FairnessMetrics.Of(counts)),
        };
    }

    private static FairnessGroup Group(SliceGroup group, GroupCounts counts) => new()
    {
        Value = group.Value,
        Rows = group.Rows.Length,
        SelectionRate = counts.SelectionRate,
        TruePositiveRate = Defined(counts.TruePositiveRate),
        FalsePositiveRate = Defined(counts.FalsePositiveRate),
    };

    private static double? Defined(double rate) => double.IsNaN(rate) ? null : rate;

    private List<MetricValue> Metrics(double[] values)
    {
        var draws = Draw(values.Length);
        var confidence = plan.Expanded(rows);
        var metrics = new List<MetricValue>();
        foreach (var (i, name) in FairnessMetrics.Names.Index())
        {
            var metric = new MetricValue { Name = name };
            if (double.IsNaN(values[i]))
                metrics.Add(metric with { Reason = FairnessMetrics.Missing(name) });
            else if (BootstrapInterval.Percentile(draws[i], confidence) is { } interval)
                metrics.Add(metric with { Value = values[i], Low = interval.Low, High = interval.High });
            else
                metrics.Add(metric with { Value = values[i], Reason = MetricReasons.TooFewDefined });
        }

        return metrics;
    }

    private double[][] Draw(int metrics)
    {
        var draws = new double[metrics][];
        for (var i = 0; i < metrics; i++)
            draws[i] = new double[plan.Resamples];
        var resampler = plan.Resampler(rows);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, plan.Threads), CancellationToken = cancellationToken };
        Parallel.For(0, plan.Resamples, options, () => new int[rows.Count], (number, _, counts) =>
        {
            resampler.Draw(plan.Stream(number), counts);
            var values = FairnessMetrics.Of(Count(counts));
            for (var i = 0; i < metrics; i++)
                draws[i][number] = values[i];
            return counts;
        }, _ => { });
        return draws;
    }

    private GroupCounts[] Count(int[]? times)
    {
        var counts = new GroupCounts[groups.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            foreach (var row in groups[i].Rows)
                counts[i].Add(_cells[row], (rows.Context.Weights?[row] ?? 1) * (times?[row] ?? 1));
        }

        return counts;
    }
}
