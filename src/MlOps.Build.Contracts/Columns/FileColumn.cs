namespace MlOps.Build.Contracts;

/// <summary>A column of a columnar file.</summary>
public sealed record FileColumn
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>0-based place among the file's columns.</summary>
    public required int Index { get; init; }

    /// <summary>The type as the file states it, in words: <c>decimal(18,3)</c>, <c>timestamp(us, utc)</c>, <c>uint16</c>.</summary>
    public required string LogicalType { get; init; }

    /// <summary>True when rows may be missing.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>The type as which it is read; null when it cannot be read.</summary>
    public ColumnType? Type { get; init; }

    /// <summary>The unit of a timestamp's values.</summary>
    public TimestampUnit TimestampUnit { get; init; }

    /// <summary>False for a timestamp without time zone: its values are local to an unknown place.</summary>
    public bool IsUtc { get; init; }

    /// <summary>What is lost when the file's type becomes <see cref="Type"/>; null when nothing is.</summary>
    public string? Loss { get; init; }

    /// <summary>True for a group of columns and for one that holds a list in each row; they cannot be read.</summary>
    public bool IsNested { get; init; }

    /// <summary>Why the column cannot be read and the way out; null when it can.</summary>
    public string? Unreadable { get; init; }
}
