namespace MlOps.Build.Contracts;

/// <summary>A check of the model that needs no data of its own.</summary>
public sealed record CheckValue
{
    /// <summary>The name in expressions: <c>size</c>, <c>latency.p99</c>, <c>license</c> …</summary>
    public required string Name { get; init; }

    /// <summary>In the base unit (bytes, seconds), or 1 for yes and 0 for no; null when there is none.</summary>
    public double? Value { get; init; }

    /// <summary>Why there is no value, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>What was measured, in words, such as the column whose newest date counts.</summary>
    public string? Detail { get; init; }
}
