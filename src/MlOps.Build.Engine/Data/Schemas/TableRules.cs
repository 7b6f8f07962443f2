using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Rules on the whole table.</summary>
internal sealed record TableRules
{
    public long? MinimumRows { get; init; }

    public long? MaximumRows { get; init; }

    /// <summary>The file of another table that must have as many rows, as written; null when there is none.</summary>
    public string? EqualRows { get; init; }

    /// <summary>Columns that together must stand in another table.</summary>
    public IReadOnlyList<TableReference> References { get; init; } = [];

    /// <summary>Columns that together name a row; empty when there is no key.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    public SourcePosition RowsPosition { get; init; }

    public SourcePosition KeyPosition { get; init; }
}
