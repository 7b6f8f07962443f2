using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Quantiles of a column's present values.</summary>
/// <param name="type">Of the values.</param>
/// <param name="count">Their number.</param>
/// <param name="keyAt">The key at a place in ascending order, from 0 on; only the <see cref="Places"/> of quantiles are asked for.</param>
internal sealed class QuantileTable(ColumnType type, long count, Func<long, long> keyAt)
{
    public static QuantileTable Of(TallyPart part, ColumnType type)
    {
        var entries = part.Sorted;
        var ends = new long[entries.Length];
        var end = 0L;
        for (var i = 0; i < entries.Length; i++)
            ends[i] = end += entries[i].Count;
        return new QuantileTable(type, end, place => Array.BinarySearch(ends, place + 1) is var at ? entries[at >= 0 ? at : ~at].Key : 0);
    }

    /// <summary>The places that a quantile's value is made of.</summary>
    public static IEnumerable<long> Places(double quantile, long count) =>
        [(long)Math.Floor((count - 1) * quantile), (long)Math.Ceiling((count - 1) * quantile)];

    /// <summary>The value at (count - 1) × quantile in ascending order; null without values.</summary>
    public double? At(double quantile, Interpolation way)
    {
        if (count == 0)
            return null;
        var place = (count - 1) * quantile;
        var (below, above) = (Value((long)Math.Floor(place)), Value((long)Math.Ceiling(place)));
        return way switch
        {
            Interpolation.Lower => below,
            Interpolation.Higher => above,
            Interpolation.Midpoint => below == above ? below : (below + above) / 2,
            Interpolation.Nearest => Value((long)Math.Round(place, MidpointRounding.ToEven)),
            _ => Between(below, above, place - Math.Floor(place)),
        };
    }

    // From the nearer end, as NumPy does, so that the result never leaves the interval.
    private static double Between(double below, double above, double share) =>
        share >= 0.5 ? above - ((above - below) * (1 - share)) : below + ((above - below) * share);

    private double Value(long place) => OrderKey.Number(type, keyAt(place));
}
