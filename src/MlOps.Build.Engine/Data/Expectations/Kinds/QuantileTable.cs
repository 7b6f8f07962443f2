using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Quantiles of counted values.</summary>
internal sealed class QuantileTable
{
    private readonly TallyEntry[] _entries;
    private readonly long[] _ends;
    private readonly ColumnType _type;

    public QuantileTable(TallyPart part, ColumnType type)
    {
        (_entries, _type) = (part.Sorted, type);
        _ends = new long[_entries.Length];
        var end = 0L;
        for (var i = 0; i < _entries.Length; i++)
            _ends[i] = end += _entries[i].Count;
    }

    /// <summary>The value at (count - 1) × quantile in ascending order; null without values.</summary>
    public double? At(double quantile, Interpolation way)
    {
        if (_ends.Length == 0)
            return null;
        var place = (_ends[^1] - 1) * quantile;
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

    private double Value(long place)
    {
        var at = Array.BinarySearch(_ends, place + 1);
        return OrderKey.Number(_type, _entries[at >= 0 ? at : ~at].Key);
    }
}
