namespace MlOps.Build.Parquet.Footer;

/// <summary>What the footer says of a row group.</summary>
internal sealed record GroupMetadata
{
    public required IReadOnlyList<ChunkMetadata> Chunks { get; init; }

    public long RowCount { get; init; }
}
