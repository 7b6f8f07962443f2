namespace MlOps.Build.Contracts;

/// <summary>The rows that the model learned from, column by column: the reference for drift.</summary>
public sealed record TrainingProfile
{
    /// <summary>The number of train rows.</summary>
    public required long Rows { get; init; }

    /// <summary>One profile a column, in file order.</summary>
    public required IReadOnlyList<ColumnProfile> Columns { get; init; }
}
