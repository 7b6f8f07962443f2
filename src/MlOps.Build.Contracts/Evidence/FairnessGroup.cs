namespace MlOps.Build.Contracts;

/// <summary>How the model treats the test rows of one group, at its threshold.</summary>
public sealed record FairnessGroup
{
    /// <summary>The group's value or bucket; numbers stand for the values of a sensitive column.</summary>
    public required string Value { get; init; }

    /// <summary>Test rows in it.</summary>
    public required int Rows { get; init; }

    /// <summary>The share that is called positive, 0 to 1.</summary>
    public required double SelectionRate { get; init; }

    /// <summary>The share of its positive rows that is called positive, 0 to 1; null without positive rows.</summary>
    public double? TruePositiveRate { get; init; }

    /// <summary>The share of its negative rows that is called positive, 0 to 1; null without negative rows.</summary>
    public double? FalsePositiveRate { get; init; }
}
