namespace MlOps.Build.Engine.Configuration;

/// <summary>How the hyperparameters that have a space are searched for.</summary>
internal sealed record TuningConfig
{
    /// <summary>Trials of other methods than a grid when neither their number nor a time is given.</summary>
    public const int DefaultTrials = 30;

    /// <summary>More trials than this are never made.</summary>
    public const int MostTrials = 10_000;

    public TuningMethod Method { get; init; } = TuningMethod.Tpe;

    /// <summary>The trainers that <c>trainer: auto</c> tries; empty for any other.</summary>
    public IReadOnlyList<string> Trainers { get; init; } = [];

    /// <summary>Most trials; null when only the time limits them.</summary>
    public int? Trials { get; init; }

    /// <summary>Seconds after which no trial begins; null for no such limit.</summary>
    public double? Seconds { get; init; }

    /// <summary>Proposals that are made at once, from the results of earlier batches.</summary>
    public int Batch { get; init; } = 4;

    /// <summary>What decides; null for the task's main metric.</summary>
    public string? Metric { get; init; }

    /// <summary>Null when the validation rows decide.</summary>
    public TuningFolds? Folds { get; init; }

    /// <summary>Outer folds of a nested cross-validation, in each of which the search is made anew; null for none.</summary>
    public int? Nested { get; init; }

    /// <summary>One in so many settings is promoted to the next rung, with as many times the rounds (successive halving).</summary>
    public int Reduction { get; init; } = 3;

    /// <summary>How many rungs there are (successive halving).</summary>
    public int Rungs { get; init; } = 4;

    /// <summary>Most trials, whatever else limits them; settings drawn, for successive halving. A grid is tried whole.</summary>
    public int TrialLimit => Trials ?? (Seconds is null && Method != TuningMethod.Grid ? DefaultTrials : MostTrials);
}
