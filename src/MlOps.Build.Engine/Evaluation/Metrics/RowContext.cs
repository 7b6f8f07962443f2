namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>What rows are judged by beside labels and scores; the same for every model on them.</summary>
internal sealed record RowContext
{
    /// <summary>The metrics in the order of reports; null means the task's usual ones.</summary>
    public IReadOnlyList<MetricDefinition>? Metrics { get; init; }

    /// <summary>How much each row counts, finite and at least 0; null when all count the same.</summary>
    public double[]? Weights { get; init; }

    /// <summary>The list that each row stands in (ranking), counted from 0; null when rows make no lists.</summary>
    public int[]? Lists { get; init; }

    /// <summary>The mean absolute error of the seasonal naive forecast on the training rows; null when it is not known.</summary>
    public double? NaiveError { get; init; }

    /// <summary>The intervals that the model gives (regression); null when it gives none.</summary>
    public PredictionBounds? Bounds { get; init; }

    /// <summary>The same of some rows.</summary>
    public RowContext Take(ReadOnlySpan<int> rows) =>
        this with { Weights = Take(Weights, rows), Lists = Take(Lists, rows), Bounds = Bounds?.Take(rows) };

    private static T[]? Take<T>(T[]? values, ReadOnlySpan<int> rows)
    {
        if (values is null)
            return null;
        var taken = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            taken[i] = values[rows[i]];
        return taken;
    }
}
