namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>The different values of a feature, ascending, and how often each occurs.</summary>
internal readonly record struct DistinctValues(IReadOnlyList<float> Values, IReadOnlyList<int> Counts)
{
    public static DistinctValues Of(ReadOnlySpan<float> sorted)
    {
        var values = new List<float>();
        var counts = new List<int>();
        foreach (var value in sorted)
        {
            if (values.Count > 0 && values[^1] == value)
            {
                counts[^1]++;
                continue;
            }

            // Adding 0 turns -0 into 0, so that the order of equal zeros cannot show.
            values.Add(value + 0f);
            counts.Add(1);
        }

        return new DistinctValues(values, counts);
    }
}
