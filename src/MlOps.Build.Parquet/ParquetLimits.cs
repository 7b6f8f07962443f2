namespace MlOps.Build.Parquet;

/// <summary>What a file may ask for before it is refused. Its own numbers are checked against these and against what is left of it.</summary>
public sealed record ParquetLimits
{
    /// <summary>The largest footer, in bytes.</summary>
    public int FooterBytes { get; init; } = 256 << 20;

    /// <summary>The most rows of a row group.</summary>
    public int RowGroupRows { get; init; } = 1 << 27;

    /// <summary>The most bytes of one column in one row group, as they lie in the file.</summary>
    public int ChunkBytes { get; init; } = 1 << 30;

    /// <summary>The most bytes of one page when it is unpacked.</summary>
    public int PageBytes { get; init; } = 1 << 30;

    /// <summary>The most bytes of text of one column in one row group.</summary>
    public int TextBytes { get; init; } = 1 << 30;
}
