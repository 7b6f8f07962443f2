using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Drift;

/// <summary>Measures how a column differs from a reference. Serves builds today and can serve a stream of predictions tomorrow.</summary>
internal static class ColumnComparer
{
    /// <summary>Against rows that are at hand.</summary>
    public static ColumnDrift Compare(Column reference, Column current, DriftSummary rule, DriftJudge judge)
    {
        var bins = Bins.Of(reference);
        var drift = Compare(reference.Name, bins, current, rule);
        if (drift.Psi is null)
            return drift;
        var (first, second) = (DriftValues.Sorted(reference), DriftValues.Sorted(current));
        if (first is { Length: > 0 } && second is { Length: > 0 })
            drift = drift with { KolmogorovSmirnov = KolmogorovSmirnov.Distance(first, second), Effect = Finite(WassersteinDistance.Of(first, second)) };
        drift = PlotBins.Add(drift, reference, current, first, second);
        if (judge.IsEmptied(reference, current) || judge.IsEmptied(current, reference))
            return drift with { Drifts = true };
        return judge.Test(drift, () => new DriftPair(DriftSample.Of(reference), DriftSample.Of(current)), KindOf(current));
    }

    /// <summary>Against bins that a profile holds.</summary>
    public static ColumnDrift Compare(string name, ColumnBins bins, Column current, DriftSummary rule, DriftJudge judge)
    {
        var drift = Compare(name, bins, current, rule);
        if (drift.Psi is null)
            return drift;
        var (reference, counts) = (bins.Counts, Bins.Count(bins, current));
        drift = PlotBins.Add(drift, reference, counts);
        // Bins of numbers hold no values; measures that need them leave the kit's rule.
        return KindOf(current) == DriftKind.Number ? drift : judge.Test(drift, () => new DriftPair(Sample(reference), Sample(counts)), DriftKind.Category);
    }

    public static DriftKind KindOf(Column column) => DriftValues.Reader(column) is null ? DriftKind.Category : DriftKind.Number;

    private static ColumnDrift Compare(string name, ColumnBins bins, Column current, DriftSummary rule)
    {
        var (reference, counts) = (bins.Counts, Bins.Count(bins, current));
        if (reference.Sum() == 0 || counts.Sum() == 0)
            return new ColumnDrift { Column = name, Reason = "there are no rows" };
        var psi = PopulationStability.Index(reference, counts);
        var p = ChiSquare.Homogeneity(reference, counts)?.PValue ?? 1;
        var numeric = DriftValues.Reader(current) is not null;
        long[] before = [.. reference.SkipLast(1)], after = [.. counts.SkipLast(1)];
        return new ColumnDrift
        {
            Column = name,
            Psi = psi,
            JensenShannon = JensenShannon.Distance(reference, counts),
            KolmogorovSmirnov = numeric ? KolmogorovSmirnov.AtEdges(before, after) : null,
            PValue = p,
            ReferenceMissing = (double)reference[^1] / reference.Sum(),
            Missing = (double)counts[^1] / counts.Sum(),
            Effect = numeric || before.Sum() == 0 || after.Sum() == 0 ? null : TotalVariationTest.Distance(before, after),
            Drifts = psi >= rule.Limit && p < rule.Significance,
        };
    }

    private static DriftSample Sample(IReadOnlyList<long> counts) => DriftSample.OfCounts(counts.SkipLast(1).Index()
        .Where(bin => bin.Item > 0).ToDictionary(bin => $"{bin.Index:D4}", bin => bin.Item));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
