namespace MlOps.Build.Contracts;

/// <summary>One learned model.</summary>
public sealed record TrainedModelSummary
{
    /// <summary>The trainer's name in the configuration, such as <c>gradient-boosted-trees</c>.</summary>
    public required string Trainer { get; init; }

    /// <summary>The trainer's name in reports.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Every hyperparameter as used.</summary>
    public required IReadOnlyDictionary<string, double> Hyperparameters { get; init; }

    /// <summary>The loss's name.</summary>
    public required string Loss { get; init; }

    /// <summary>The loss by step.</summary>
    public required IReadOnlyList<TrainingProgress> Steps { get; init; }

    /// <summary>The step whose model was kept, 1-based.</summary>
    public required int BestStep { get; init; }

    /// <summary>True when validation stopped it.</summary>
    public required bool StoppedEarly { get; init; }

    /// <summary>Size of the ONNX file in bytes.</summary>
    public required long ModelBytes { get; init; }

    /// <summary>How many training rows the model carries word for word, so that who has the model can read them; 0 for most.</summary>
    public int TrainingRowsKept { get; init; }

    /// <summary>What the trainer told of its training beside the loss, by name; null when it told nothing.</summary>
    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    /// <summary>What an ensemble combines; empty for one model.</summary>
    public IReadOnlyList<EnsembleMember> Members { get => field ?? []; init; } = [];

    /// <summary>The coefficients of a linear model; null for other models, and where there are more than 200.</summary>
    public CoefficientTable? Coefficients { get; init; }

    /// <summary>
    /// Of trees: the features with the largest gains, at most 50 of those with any, largest first; null for other models.
    /// </summary>
    public IReadOnlyList<FeatureGain>? Gains { get; init; }

    /// <summary>How the probabilities were corrected on the validation rows; null when they were not.</summary>
    public CalibrationSummary? Calibration { get; init; }

    /// <summary>How the intervals that come with predictions were made on the validation rows; null when none come.</summary>
    public IntervalSummary? Intervals { get; init; }
}
