using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data;

/// <summary>One typed column of a table. Missing values are apart from empty strings.</summary>
internal abstract class Column(string name, ColumnType type, MissingMask missing)
{
    public string Name { get; } = name;

    public ColumnType Type { get; } = type;

    public MissingMask Missing { get; } = missing;

    /// <summary>The number of rows.</summary>
    public abstract int Length { get; }

    /// <summary>The value as text, as it would be written to CSV in the invariant culture; null when missing.</summary>
    public abstract string? Text(int row);

    public bool IsMissing(int row) => Missing[row];

    /// <summary>The given rows, in the given order, as a column of its own.</summary>
    public abstract Column Take(ReadOnlySpan<int> rows);
}
