namespace MlOps.Build.Engine.Labels;

/// <summary>The label of every row of the table.</summary>
internal sealed record Label
{
    /// <summary>Class index or number; NaN where the row has no label.</summary>
    public required float[] Values { get; init; }

    /// <summary>Class names in order (binary: negative, positive); empty for regression.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>How much each row of the table counts in training, above 0 where it is learned from; null when all count the same.</summary>
    public float[]? Weights { get; init; }

    /// <summary>By number the list that each row of the table stands in; null when rows make no lists.</summary>
    public int[]? Lists { get; init; }

    /// <summary>The label of some rows, in their order.</summary>
    public Label Take(int[] rows) => new()
    {
        Values = Array.ConvertAll(rows, row => Values[row]),
        Classes = Classes,
        Weights = Weights is { } weights ? Array.ConvertAll(rows, row => weights[row]) : null,
        Lists = Lists is { } lists ? Array.ConvertAll(rows, row => lists[row]) : null,
    };
}
