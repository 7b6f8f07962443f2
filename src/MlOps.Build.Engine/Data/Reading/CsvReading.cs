namespace MlOps.Build.Engine.Data.Reading;

/// <summary>How files are read; nothing that a result depends on.</summary>
internal sealed record CsvReading
{
    /// <summary>Bytes that one thread takes at a time: a block and its columns stay in a core's second-level cache.</summary>
    public int BlockSize { get; init; } = 1 << 18;

    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, 8);

    /// <summary>The longest row in bytes: a quote that is never closed would otherwise pull the rest of a file into memory.</summary>
    public int RowLimit { get; init; } = 1 << 26;

    /// <summary>
    /// Different texts of a column up to which each thread keeps a dictionary; beyond, texts are shown as they stand in each block.
    /// </summary>
    public int DictionaryLimit { get; init; } = 1 << 14;

    /// <summary>
    /// True to tell the line of each row of a batch, which otherwise <see cref="CsvBatches.Locate"/> finds for the few that need it.
    /// </summary>
    public bool Lines { get; init; }
}
