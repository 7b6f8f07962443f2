using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Drift;

/// <summary>Measures how a column differs from a reference. Serves builds today and can serve a stream of predictions tomorrow.</summary>
internal static class ColumnComparer
{
    /// <summary>Against rows that are at hand.</summary>
    public static ColumnDrift Compare(Column reference, Column current, DriftSummary rule)
    {
        var drift = Compare(reference.Name, Bins.Of(reference), current, rule);
        return drift.Psi is not null && DriftValues.Sorted(reference) is { Length: > 0 } first && DriftValues.Sorted(current) is { Length: > 0 } second
            ? drift with { KolmogorovSmirnov = KolmogorovSmirnov.Distance(first, second) }
            : drift;
    }

    /// <summary>Against bins that a profile holds.</summary>
    public static ColumnDrift Compare(string name, ColumnBins bins, Column current, DriftSummary rule)
    {
        var (reference, counts) = (bins.Counts, Bins.Count(bins, current));
        if (reference.Sum() == 0 || counts.Sum() == 0)
            return new ColumnDrift { Column = name, Reason = "there are no rows" };
        var psi = PopulationStability.Index(reference, counts);
        var p = ChiSquare.Homogeneity(reference, counts)?.PValue ?? 1;
        return new ColumnDrift
        {
            Column = name,
            Psi = psi,
            JensenShannon = JensenShannon.Distance(reference, counts),
            KolmogorovSmirnov = DriftValues.Reader(current) is null
                ? null
                : KolmogorovSmirnov.AtEdges([.. reference.SkipLast(1)], [.. counts.SkipLast(1)]),
            PValue = p,
            ReferenceMissing = (double)reference[^1] / reference.Sum(),
            Missing = (double)counts[^1] / counts.Sum(),
            Drifts = psi >= rule.Limit && p < rule.Significance,
        };
    }
}
