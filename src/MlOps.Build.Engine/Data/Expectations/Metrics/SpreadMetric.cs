namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Counts different values, of which only so many are kept; further readings take those that had no room.</summary>
/// <param name="MostDistinct">So many different values are kept at most.</param>
internal abstract record SpreadMetric(int MostDistinct) : Metric
{
    /// <summary>The values that are counted, by their spread keys.</summary>
    public Repeats.KeyRange Range { get; init; } = Repeats.KeyRange.All;
}
