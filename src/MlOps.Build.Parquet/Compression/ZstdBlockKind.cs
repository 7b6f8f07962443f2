namespace MlOps.Build.Parquet.Compression;

/// <summary>How a block of zstd is packed, by its number in the format.</summary>
internal enum ZstdBlockKind
{
    /// <summary>Not at all.</summary>
    Raw = 0,

    /// <summary>One byte, so many times.</summary>
    Repeated = 1,

    /// <summary>By literals and sequences.</summary>
    Compressed = 2,

    /// <summary>Of no meaning yet.</summary>
    Reserved = 3,
}
