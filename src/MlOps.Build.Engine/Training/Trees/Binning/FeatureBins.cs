using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Training.Trees.Binning;

/// <summary>The bins of one feature: value bins in ascending order, then one for missing values when training rows have some.</summary>
internal sealed class FeatureBins
{
    /// <summary>The bin of a missing value when no training row had one; such a row takes a split's default direction.</summary>
    public const byte NeverSeen = 255;

    /// <summary>Most bins of a feature.</summary>
    public const int Most = 255;

    private const int Bounds = 256;

    // Padded with infinity, which no value is above, to what a search by halves needs.
    private readonly float[] _upperBounds;

    private FeatureBins(float[] upperBounds, bool hasMissing, bool areCategories)
    {
        AreCategories = areCategories;
        _upperBounds = new float[Bounds];
        _upperBounds.AsSpan().Fill(float.PositiveInfinity);
        upperBounds.CopyTo(_upperBounds, 0);
        ValueBins = upperBounds.Length + 1;
        HasMissing = hasMissing;
    }

    public bool HasMissing { get; }

    /// <summary>Whether a bin is a category: its number is the category's, and the order means nothing.</summary>
    public bool AreCategories { get; }

    public int ValueBins { get; }

    /// <summary>Value bins and the missing one; at most 255.</summary>
    public int Count => ValueBins + (HasMissing ? 1 : 0);

    /// <summary>
    /// The float32 threshold t for which "bin at most b" and "x &lt;= t" are the same; infinite for the last value bin, which holds
    /// everything but missing values.
    /// </summary>
    public float Threshold(int bin) => _upperBounds[bin];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte BinOf(float value)
    {
        if (float.IsNaN(value))
            return HasMissing ? (byte)ValueBins : NeverSeen;
        // The number of bounds below the value, by halves, without a branch that would be mispredicted half of the time.
        ref var bounds = ref MemoryMarshal.GetArrayDataReference(_upperBounds);
        nuint bin = 0;
        bin += Above(value, Unsafe.Add(ref bounds, 127)) << 7;
        bin += Above(value, Unsafe.Add(ref bounds, bin + 63)) << 6;
        bin += Above(value, Unsafe.Add(ref bounds, bin + 31)) << 5;
        bin += Above(value, Unsafe.Add(ref bounds, bin + 15)) << 4;
        bin += Above(value, Unsafe.Add(ref bounds, bin + 7)) << 3;
        bin += Above(value, Unsafe.Add(ref bounds, bin + 3)) << 2;
        bin += Above(value, Unsafe.Add(ref bounds, bin + 1)) << 1;
        bin += Above(value, Unsafe.Add(ref bounds, bin));
        return (byte)bin;
    }

    /// <summary>Bins for values of training rows, in any order; they are sorted in place.</summary>
    /// <param name="values">Those of all rows, or of a sample of them.</param>
    /// <param name="maxBin">Most bins, that of missing values included.</param>
    /// <param name="missing">Whether rows outside the sample lack a value.</param>
    public static FeatureBins Of(Span<float> values, int maxBin, bool missing = false)
    {
        var present = 0;
        foreach (var value in values)
        {
            values[present] = value;
            present += float.IsNaN(value) ? 0 : 1;
        }

        missing |= present < values.Length;
        RadixSort.Sort(values[..present], new float[present]);
        var limit = Math.Max(1, missing ? maxBin - 1 : maxBin);
        return new FeatureBins(QuantileBounds.Of(DistinctValues.Of(values[..present]), limit), missing, areCategories: false);
    }

    /// <summary>One bin a category.</summary>
    /// <param name="count">From 1 to 254.</param>
    /// <param name="missing">Whether training rows lack a value.</param>
    public static FeatureBins OfCategories(int count, bool missing)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, NeverSeen - 1);
        return new FeatureBins([.. Enumerable.Range(0, count - 1).Select(code => (float)code)], missing, areCategories: true);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Above(float value, float bound) => Unsafe.BitCast<bool, byte>(value > bound);
}
