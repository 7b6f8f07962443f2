namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>The bins of one feature: value bins in ascending order, then one for missing values when training rows have some.</summary>
internal sealed class FeatureBins
{
    /// <summary>The bin of a missing value when no training row had one; such a row takes a split's default direction.</summary>
    public const byte NeverSeen = 255;

    private readonly float[] _upperBounds;

    private FeatureBins(float[] upperBounds, bool hasMissing)
    {
        _upperBounds = upperBounds;
        HasMissing = hasMissing;
    }

    public bool HasMissing { get; }

    public int ValueBins => _upperBounds.Length + 1;

    /// <summary>Value bins and the missing one; at most 255.</summary>
    public int Count => ValueBins + (HasMissing ? 1 : 0);

    /// <summary>
    /// The float32 threshold t for which "bin at most b" and "x &lt;= t" are the same; infinite for the last value bin, which holds
    /// everything but missing values.
    /// </summary>
    public float Threshold(int bin) => bin < _upperBounds.Length ? _upperBounds[bin] : float.PositiveInfinity;

    public byte BinOf(float value)
    {
        if (float.IsNaN(value))
            return HasMissing ? (byte)ValueBins : NeverSeen;
        var low = 0;
        var high = _upperBounds.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (value <= _upperBounds[middle])
                high = middle;
            else
                low = middle + 1;
        }

        return (byte)low;
    }

    /// <summary>Bins for the values of the training rows, in any order; they are sorted in place.</summary>
    public static FeatureBins Of(Span<float> values, int maxBin)
    {
        // Span.Sort puts NaN first.
        values.Sort();
        var missing = 0;
        while (missing < values.Length && float.IsNaN(values[missing]))
            missing++;
        var limit = Math.Max(1, missing > 0 ? maxBin - 1 : maxBin);
        var distinct = DistinctValues.Of(values[missing..]);
        return new FeatureBins(QuantileBounds.Of(distinct, limit), missing > 0);
    }
}
