namespace MlOps.Build.Contracts;

/// <summary>One setting of the hyperparameters that was tried.</summary>
public sealed record TuningTrial
{
    /// <summary>1-based, in the order in which trials were proposed.</summary>
    public required int Number { get; init; }

    /// <summary>The settings that have a space, as tried, by name; a word is its index. Those whose condition did not hold are absent.</summary>
    public required IReadOnlyDictionary<string, double> Settings { get; init; }

    /// <summary>The metric; with folds its mean over them. Null when the trial failed.</summary>
    public double? Value { get; init; }

    /// <summary>The metric on each fold, in their order; null when the validation rows judged, or the trial failed.</summary>
    public IReadOnlyList<double>? Folds { get; init; }

    /// <summary>Why there is no value, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>Most boosting rounds that it was given (successive halving); null when the trainer's own setting held.</summary>
    public int? Budget { get; init; }

    /// <summary>Its rung, from 0 (successive halving).</summary>
    public int? Rung { get; init; }

    /// <summary>The trial of the rung below whose settings these are (successive halving).</summary>
    public int? Promoted { get; init; }
}
