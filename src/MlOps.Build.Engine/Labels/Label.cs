namespace MlOps.Build.Engine.Labels;

/// <summary>The label of every row of the table.</summary>
internal sealed record Label
{
    /// <summary>Class index or number; NaN where the row has no label.</summary>
    public required float[] Values { get; init; }

    /// <summary>Class names in order (binary: negative, positive); empty for regression.</summary>
    public required IReadOnlyList<string> Classes { get; init; }
}
