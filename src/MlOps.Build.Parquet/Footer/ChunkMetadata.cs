namespace MlOps.Build.Parquet.Footer;

/// <summary>What the footer says of one column in one row group.</summary>
internal sealed record ChunkMetadata
{
    public PhysicalType Type { get; init; }

    public int Codec { get; init; }

    public long ValueCount { get; init; }

    public long CompressedBytes { get; init; }

    public long DataPageOffset { get; init; }

    public long DictionaryPageOffset { get; init; }

    public RawStatistics? Statistics { get; init; }

    /// <summary>Another file, if the pages lie there.</summary>
    public string? FilePath { get; init; }

    public bool IsEncrypted { get; init; }

    /// <summary>False when the chunk has no metadata at all.</summary>
    public bool IsPresent { get; init; }

    /// <summary>Where the first page starts. Some writers give offset 0 for a dictionary that is not there.</summary>
    public long Start => DictionaryPageOffset > 0 && DictionaryPageOffset < DataPageOffset ? DictionaryPageOffset : DataPageOffset;
}
