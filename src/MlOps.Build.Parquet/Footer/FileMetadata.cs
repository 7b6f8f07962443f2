namespace MlOps.Build.Parquet.Footer;

/// <summary>The footer.</summary>
internal sealed record FileMetadata
{
    public required IReadOnlyList<SchemaElement> Schema { get; init; }

    public required IReadOnlyList<GroupMetadata> Groups { get; init; }

    public long RowCount { get; init; }

    /// <summary>True when pages are encrypted under a footer in plain text.</summary>
    public bool IsEncrypted { get; init; }
}
