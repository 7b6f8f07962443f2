using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Values that must stand in another table: a foreign key. A row that lacks one of them is not held to it.</summary>
internal sealed record TableReference
{
    /// <summary>The other table's file, as written: a path from the contract's folder.</summary>
    public required string File { get; init; }

    /// <summary>The columns of this table.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Those of the other table, in the same order.</summary>
    public required IReadOnlyList<string> To { get; init; }

    public SourcePosition Position { get; init; }
}
