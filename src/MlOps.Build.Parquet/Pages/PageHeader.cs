namespace MlOps.Build.Parquet.Pages;

/// <summary>What stands before a page.</summary>
internal sealed record PageHeader
{
    public PageKind Kind { get; init; } = PageKind.Unknown;

    /// <summary>Bytes of the content when unpacked.</summary>
    public int UnpackedBytes { get; init; }

    /// <summary>Bytes of the content in the file.</summary>
    public int PackedBytes { get; init; }

    /// <summary>CRC-32 of the content in the file.</summary>
    public uint? Checksum { get; init; }

    /// <summary>Rows of a data page, entries of a dictionary.</summary>
    public int ValueCount { get; init; }

    public int Encoding { get; init; } = -1;

    /// <summary>Encoding of definition levels in a page of version 1.</summary>
    public int LevelEncoding { get; init; } = 3;

    /// <summary>Bytes of definition levels in a page of version 2.</summary>
    public int DefinitionBytes { get; init; }

    /// <summary>Bytes of repetition levels in a page of version 2.</summary>
    public int RepetitionBytes { get; init; }

    /// <summary>Missing rows that a page of version 2 claims.</summary>
    public int NullCount { get; init; }

    /// <summary>False when a page of version 2 is stored as it is, whatever the column's codec.</summary>
    public bool IsCompressed { get; init; } = true;

    /// <summary>True when the header that belongs to the kind was there.</summary>
    public bool IsComplete { get; init; }
}
