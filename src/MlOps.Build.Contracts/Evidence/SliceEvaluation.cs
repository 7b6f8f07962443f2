namespace MlOps.Build.Contracts;

/// <summary>The model judged on the rows of one group.</summary>
public sealed record SliceEvaluation
{
    /// <summary>The column that makes the groups, or the crossed ones joined by " x ".</summary>
    public required string Column { get; init; }

    /// <summary>The group's value, bucket such as <c>[100, 200)</c>, or the crossed ones joined by " x ".</summary>
    public required string Value { get; init; }

    /// <summary>Test rows in it.</summary>
    public required int Rows { get; init; }

    /// <summary>Positive test rows in it (binary), otherwise 0.</summary>
    public int Positives { get; init; }

    /// <summary>The metrics with intervals.</summary>
    public required IReadOnlyList<MetricValue> Metrics { get; init; }

    /// <summary>The model's metrics minus the champion's on these rows, paired; empty without a champion.</summary>
    public IReadOnlyList<MetricValue> AgainstChampion { get => field ?? []; init; } = [];
}
