namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>How often each value occurs in two samples, by ascending value (texts: ordinal). Each occurs in one of them at least.</summary>
/// <param name="Reference">Counts in the reference.</param>
/// <param name="Current">Counts in the rows compared with it.</param>
internal sealed record PairCounts(long[] Reference, long[] Current)
{
    /// <summary>Different values.</summary>
    public int Distinct => Reference.Length;

    /// <summary>Different values of the reference.</summary>
    public int ReferenceDistinct => Reference.Count(count => count > 0);

    public static PairCounts OfNumbers(DriftSample reference, DriftSample current)
    {
        var (left, right) = (new List<long>(), new List<long>());
        double[] a = reference.Numbers, b = current.Numbers;
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            var value = i == a.Length ? b[j] : j == b.Length ? a[i] : Math.Min(a[i], b[j]);
            var (first, second) = (i, j);
            while (i < a.Length && a[i] == value)
                i++;
            while (j < b.Length && b[j] == value)
                j++;
            left.Add(i - first);
            right.Add(j - second);
        }

        return new([.. left], [.. right]);
    }

    public static PairCounts OfTexts(DriftSample reference, DriftSample current)
    {
        string[] keys = [.. reference.Values.Keys.Union(current.Values.Keys).Order(StringComparer.Ordinal)];
        return new(Array.ConvertAll(keys, key => Of(reference, key)), Array.ConvertAll(keys, key => Of(current, key)));
    }

    private static long Of(DriftSample sample, string key) => sample.Values.TryGetValue(key, out var count) ? count : 0;
}
