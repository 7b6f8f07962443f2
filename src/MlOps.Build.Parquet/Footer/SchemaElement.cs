namespace MlOps.Build.Parquet.Footer;

/// <summary>A node of the schema's tree, in the order of the footer: each group before its children.</summary>
internal sealed record SchemaElement
{
    public required string Name { get; init; }

    /// <summary>Null for a group.</summary>
    public PhysicalType? Type { get; init; }

    /// <summary>Bytes of a value of fixed length.</summary>
    public int TypeLength { get; init; }

    public Repetition Repetition { get; init; }

    public int ChildCount { get; init; }

    public LogicalType Logical { get; init; } = LogicalType.None;
}
