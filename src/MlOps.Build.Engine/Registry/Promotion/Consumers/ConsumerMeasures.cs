namespace MlOps.Build.Engine.Registry.Promotion.Consumers;

/// <summary>What the application writes of itself.</summary>
internal sealed record ConsumerMeasures
{
    /// <summary>Golden rows that were replayed.</summary>
    public required int GoldenRows { get; init; }

    /// <summary>What came out other than packed; null when nothing did.</summary>
    public string? GoldenFailure { get; init; }

    /// <summary>Seconds until the model was loaded and verified.</summary>
    public required double Load { get; init; }

    /// <summary>Seconds for one row, the median.</summary>
    public required double Median { get; init; }

    /// <summary>Seconds for one row, the 99th percentile.</summary>
    public required double High { get; init; }

    /// <summary>Seconds for 1,000 rows.</summary>
    public required double Batch { get; init; }

    /// <summary>Bytes: the most memory that the application had.</summary>
    public required long Memory { get; init; }
}
