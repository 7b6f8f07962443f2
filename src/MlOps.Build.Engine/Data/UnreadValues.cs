namespace MlOps.Build.Engine.Data;

/// <summary>The fields of one column that are no value of its type; in the table these rows are missing.</summary>
internal sealed record UnreadValues
{
    public required string Column { get; init; }

    /// <summary>True for NaN, infinity and numbers too large for the type.</summary>
    public required bool NotFinite { get; init; }

    /// <summary>The rows, ascending.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>The texts of the first few rows.</summary>
    public required IReadOnlyList<string> Texts { get; init; }
}
