namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>
/// How far a column's values may lie from those of other data, each limit by a distance of TensorFlow Data Validation: its
/// <c>FeatureComparator</c>. A limit that is null is not held.
/// </summary>
internal sealed record DistanceLimits
{
    /// <summary>Of the largest difference between the shares of one value, 0 to 1.</summary>
    public double? InfinityNorm { get; init; }

    /// <summary>Of the divergence of Jensen and Shannon to base 2, 0 to 1: of numbers and times over histograms, else over values.</summary>
    public double? JensenShannonDivergence { get; init; }

    /// <summary>Of the largest difference between the counts of one value over all rows of both, 0 to 1.</summary>
    public double? NormalizedAbsDifference { get; init; }

    /// <summary>Those that are given, by their names in a contract.</summary>
    public IEnumerable<(string Name, double Limit)> Given => new (string Name, double? Limit)[]
    {
        (DistanceNames.InfinityNorm, InfinityNorm),
        (DistanceNames.NormalizedAbsDifference, NormalizedAbsDifference),
        (DistanceNames.JensenShannonDivergence, JensenShannonDivergence),
    }.Where(pair => pair.Limit is not null).Select(pair => (pair.Name, pair.Limit!.Value));

    /// <summary>The limit of a distance; null when it is not given.</summary>
    public double? Of(string name) => Given.Where(pair => pair.Name == name).Select(pair => (double?)pair.Limit).FirstOrDefault();

    public override string ToString() => string.Join(", ", Given.Select(pair => $"{pair.Name} {Shown.Number(pair.Limit)}"));
}
