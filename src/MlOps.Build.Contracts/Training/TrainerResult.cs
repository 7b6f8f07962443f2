namespace MlOps.Build.Contracts;

/// <summary>What a trainer leaves.</summary>
public sealed record TrainerResult
{
    /// <summary>Name of the ONNX input that a trainer's graph takes: <c>float32 [N, features]</c>.</summary>
    public const string FeaturesInput = "features";

    /// <summary>
    /// An encoded ONNX model with the input <see cref="FeaturesInput"/> and the output
    /// <see cref="ModelSignature.ProbabilitiesOutput"/> or <see cref="ModelSignature.PredictionOutput"/>.
    /// </summary>
    public required byte[] Model { get; init; }

    /// <summary>The step whose model was kept, 1-based.</summary>
    public required int BestStep { get; init; }

    /// <summary>The loss by step, in order.</summary>
    public required IReadOnlyList<TrainingProgress> Steps { get; init; }

    /// <summary>The loss's name: <c>log loss</c> or <c>squared error</c>.</summary>
    public required string Loss { get; init; }

    /// <summary>True when training ended before the last allowed step because validation no longer improved.</summary>
    public bool StoppedEarly { get; init; }

    /// <summary>How many training rows the model carries word for word, so that who has the model can read them; 0 for most.</summary>
    public int TrainingRowsKept { get; init; }

    /// <summary>What a trainer tells of its training beside the loss, by name; for people, nothing is judged by it. Empty for most.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get => field ?? new Dictionary<string, double>(); init; }

    /// <summary>What an ensemble combines; empty for one model.</summary>
    public IReadOnlyList<EnsembleMember> Members { get => field ?? []; init; } = [];

    /// <summary>The coefficients of a linear model; null for other models, and where there are more than anyone would read.</summary>
    public CoefficientTable? Coefficients { get; init; }

    /// <summary>
    /// Of trees: by feature, how much its splits together lower what is minimised on the training rows, 0 or more; null for other models.
    /// </summary>
    public IReadOnlyList<double>? Gains { get; init; }
}
