namespace MlOps.Build.Engine.Data.Validation.Distances;

/// <summary>Distances between counts of values, as TensorFlow Data Validation reckons them (its <c>metrics.cc</c>).</summary>
internal static class ValueShares
{
    /// <summary>The largest difference between the shares of one value, and that value; of equal ones the last. Nothing there is no share.</summary>
    public static (double Distance, string? Value) InfinityNorm(IReadOnlyDictionary<string, long> left, IReadOnlyDictionary<string, long> right) =>
        Largest(left, right, left.Values.Sum(), right.Values.Sum());

    /// <summary>The largest difference between the counts of one value, over all counts of both: data that only grew differ too.</summary>
    public static (double Distance, string? Value) NormalizedAbsDifference(IReadOnlyDictionary<string, long> left, IReadOnlyDictionary<string, long> right)
    {
        var all = left.Values.Sum() + right.Values.Sum();
        return Largest(left, right, all, all);
    }

    /// <summary>The divergence of Jensen and Shannon to base 2. Both sides have values.</summary>
    public static double JensenShannonDivergence(IReadOnlyDictionary<string, long> left, IReadOnlyDictionary<string, long> right)
    {
        var names = left.Keys.Union(right.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Divergence.JensenShannon(names.ConvertAll(name => (double)left.GetValueOrDefault(name)), names.ConvertAll(name => (double)right.GetValueOrDefault(name)));
    }

    private static (double, string?) Largest(IReadOnlyDictionary<string, long> left, IReadOnlyDictionary<string, long> right, double leftSum, double rightSum)
    {
        (double Distance, string? Value) best = (0, null);
        foreach (var name in left.Keys.Union(right.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var distance = Math.Abs(Share(left, name, leftSum) - Share(right, name, rightSum));
            if (distance >= best.Distance)
                best = (distance, name);
        }

        return best;
    }

    private static double Share(IReadOnlyDictionary<string, long> counts, string name, double sum) =>
        counts.TryGetValue(name, out var count) ? count / sum : 0;
}
