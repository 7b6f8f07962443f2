namespace MlOps.Build.Engine.Data.Validation.Distances;

/// <summary>What one table's column is compared by.</summary>
internal sealed record ColumnSample
{
    /// <summary>How often each value occurs; null when it was not counted, or there were too many.</summary>
    public IReadOnlyDictionary<string, long>? Values { get; init; }

    /// <summary>Of numbers and times; null when it was not counted, or there are none.</summary>
    public NumberBins? Histogram { get; init; }

    /// <summary>Rows with a value.</summary>
    public required long Count { get; init; }
}
