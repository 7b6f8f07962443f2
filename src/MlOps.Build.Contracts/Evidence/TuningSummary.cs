namespace MlOps.Build.Contracts;

/// <summary>How hyperparameters were searched for, before the training. Test rows take no part in it.</summary>
public sealed record TuningSummary
{
    /// <summary>How settings were proposed: <c>grid</c>, <c>random</c>, <c>tpe</c> or <c>asha</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The trainer whose settings were tried; <c>auto</c> when trainers were, too.</summary>
    public required string Trainer { get; init; }

    /// <summary>The metric's name in expressions.</summary>
    public required string Metric { get; init; }

    /// <summary>Whether a larger value is better.</summary>
    public required bool HigherIsBetter { get; init; }

    /// <summary>The rows that judged, in words: <c>the validation rows</c>, <c>5 folds</c>.</summary>
    public required string JudgedOn { get; init; }

    /// <summary>The seed of all proposals.</summary>
    public required long Seed { get; init; }

    /// <summary>Proposals a batch; each is made from the results of earlier batches alone.</summary>
    public required int Batch { get; init; }

    /// <summary>The time budget in seconds; null when the number of trials was the only limit.</summary>
    public double? SecondsAllowed { get; init; }

    /// <summary>True when the time ended the search: another machine, or this one on another day, gets to other trials.</summary>
    public bool EndedByTime { get; init; }

    /// <summary>What was searched.</summary>
    public required IReadOnlyList<TuningDimension> Space { get; init; }

    /// <summary>Every trial, by number.</summary>
    public required IReadOnlyList<TuningTrial> Trials { get; init; }

    /// <summary>Number of the trial whose settings the model was trained with.</summary>
    public required int Best { get; init; }

    /// <summary>The trainers that were tried, the best first; empty when there was one alone.</summary>
    public IReadOnlyList<TuningContender> Leaderboard { get => field ?? []; init; } = [];

    /// <summary>What searching and training again on other rows gave; null when that was not asked for.</summary>
    public NestedEstimate? Nested { get; init; }
}
