namespace MlOps.Build.Contracts;

/// <summary><c>profile.json</c>: what a data set holds, column by column. Profiles of parts can be merged into that of the whole.</summary>
public sealed record DataProfile
{
    /// <summary>The format that this kit writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of this record; a reader refuses a newer one than it knows.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The number of rows.</summary>
    public required long Rows { get; init; }

    /// <summary>The columns, in file order.</summary>
    public required IReadOnlyList<ProfiledColumn> Columns { get; init; }
}
