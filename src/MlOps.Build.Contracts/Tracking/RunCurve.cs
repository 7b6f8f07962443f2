namespace MlOps.Build.Contracts;

/// <summary>A binary classifier's counts at thresholds evenly spaced from 0 to 1, at one moment of a run: its curve of precision and recall.</summary>
public sealed record RunCurve
{
    /// <summary>Its name, such as <c>validation.precision_recall</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The boosting round, epoch or iteration that it was read after, from 0; 0 for what is read once.</summary>
    public long Step { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>By threshold: rows of the positive class with a score at or above it.</summary>
    public required IReadOnlyList<double> TruePositives { get; init; }

    /// <summary>By threshold: other rows with a score at or above it.</summary>
    public required IReadOnlyList<double> FalsePositives { get; init; }

    /// <summary>By threshold: other rows with a score below it.</summary>
    public required IReadOnlyList<double> TrueNegatives { get; init; }

    /// <summary>By threshold: rows of the positive class with a score below it.</summary>
    public required IReadOnlyList<double> FalseNegatives { get; init; }
}
