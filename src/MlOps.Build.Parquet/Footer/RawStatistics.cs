namespace MlOps.Build.Parquet.Footer;

/// <summary>Statistics as they lie in the footer; bounds are PLAIN values without their length.</summary>
internal sealed record RawStatistics
{
    public long? NullCount { get; init; }

    public byte[]? Min { get; init; }

    public byte[]? Max { get; init; }

    /// <summary>True for the older fields, whose order is that of signed values whatever the type.</summary>
    public bool IsLegacy { get; init; }
}
