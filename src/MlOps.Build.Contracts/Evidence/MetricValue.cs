namespace MlOps.Build.Contracts;

/// <summary>A metric with its interval.</summary>
public sealed record MetricValue
{
    /// <summary>The name in expressions: <c>auc</c>, <c>pr_auc</c>, <c>log_loss</c>, <c>rmse</c> …</summary>
    public required string Name { get; init; }

    /// <summary>The value; null when it is not defined on these rows.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the interval; null when there is none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval; null when there is none.</summary>
    public double? High { get; init; }

    /// <summary>Why there is no value, or a value but no interval, in words.</summary>
    public string? Reason { get; init; }
}
