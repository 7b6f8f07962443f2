namespace MlOps.Build.Contracts;

/// <summary>
/// One raw column that a model takes. In the ONNX graph it is a tensor <c>[N, 1]</c>: <c>string</c> for text
/// (<see cref="ModelSignature.MissingText"/> when missing), <c>int64</c> for dates (days since 1970-01-01) and timestamps (milliseconds
/// since 1970-01-01 UTC; <see cref="ModelSignature.MissingTime"/> when missing), <c>float64</c> for numbers and booleans (NaN when missing).
/// </summary>
public sealed record SignatureInput
{
    /// <summary>The column's name as in the data.</summary>
    public required string Name { get; init; }

    /// <summary>The column's type.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>True when a value may be missing.</summary>
    public required bool Nullable { get; init; }

    /// <summary>The contract's description, when it has one.</summary>
    public string? Description { get; init; }

    /// <summary>What the values are measured in, such as <c>knots</c>, when the contract says.</summary>
    public string? Unit { get; init; }

    /// <summary>Smallest value that the contract allows.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest value that the contract allows.</summary>
    public double? Maximum { get; init; }

    /// <summary>Values that the contract allows, when it names them.</summary>
    public IReadOnlyList<string> AllowedValues { get => field ?? []; init; } = [];
}
