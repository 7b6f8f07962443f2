using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Configuration;

/// <summary>How rows are divided: by fractions, or by the dates from which validation and test begin.</summary>
internal sealed record SplitConfig
{
    public required SplitMethod Method { get; init; }

    /// <summary>The time or group column.</summary>
    public string? Column { get; init; }

    /// <summary>Share of the labelled rows, 0 to 1.</summary>
    public double Validation { get; init; } = 0.15;

    /// <summary>Share of the labelled rows, 0 to 1.</summary>
    public double Test { get; init; } = 0.15;

    /// <summary>First date of the validation rows; overrides the fractions.</summary>
    public DateTimeOffset? ValidationFrom { get; init; }

    /// <summary>First date of the test rows; overrides the fractions.</summary>
    public DateTimeOffset? TestFrom { get; init; }

    /// <summary>Where the split stands in the file.</summary>
    public SourcePosition Position { get; init; }
}
