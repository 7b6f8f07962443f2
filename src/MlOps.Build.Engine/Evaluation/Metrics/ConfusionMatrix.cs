namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Numbers of rows by actual (outer) and predicted class (inner), whatever the rows weigh.</summary>
internal static class ConfusionMatrix
{
    public static IReadOnlyList<IReadOnlyList<long>> Of(ScoredRows rows)
    {
        var counts = new long[rows.ClassCount * rows.ClassCount];
        foreach (var cell in rows.Cells)
            counts[cell]++;
        return [.. counts.Chunk(Math.Max(1, rows.ClassCount))];
    }
}
