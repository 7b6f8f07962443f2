namespace MlOps.Build.Engine.Configuration;

/// <summary>Cross-validation inside the training and validation rows.</summary>
internal sealed record TuningFolds
{
    /// <summary>How rows are dealt out; null for the split's own way.</summary>
    public SplitMethod? Method { get; init; }

    /// <summary>The time or group column; null for the split's.</summary>
    public string? Column { get; init; }

    public required int Count { get; init; }

    /// <summary>How often the folds are drawn anew.</summary>
    public int Repeats { get; init; } = 1;
}
