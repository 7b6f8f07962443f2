using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Footer;

/// <summary>What a column's values mean.</summary>
internal sealed record LogicalType
{
    public static LogicalType None { get; } = new() { Kind = LogicalKind.None, Name = "" };

    public required LogicalKind Kind { get; init; }

    /// <summary>The kind in the words of Parquet's specification.</summary>
    public required string Name { get; init; }

    public int BitWidth { get; init; }

    public bool IsSigned { get; init; } = true;

    public TimestampUnit Unit { get; init; }

    public bool IsUtc { get; init; }

    public int Scale { get; init; }

    public int Precision { get; init; }
}
