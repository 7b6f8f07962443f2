namespace MlOps.Build.Contracts;

/// <summary>
/// Partial dependence on a raw column (Friedman, 2001): the mean prediction over test rows when the column takes the same value in all of
/// them. Where columns go together it averages over rows as there are none (Apley and Zhu, 2020).
/// </summary>
public sealed record ColumnDependence
{
    /// <summary>The raw column.</summary>
    public required string Column { get; init; }

    /// <summary>The test rows behind each mean, a sample of at most about 500.</summary>
    public required int Rows { get; init; }

    /// <summary>Values of the column in the test rows: ascending for numbers and times, by frequency for categories.</summary>
    public required IReadOnlyList<DependencePoint> Points { get; init; }
}
