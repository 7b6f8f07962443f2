namespace MlOps.Build.Contracts;

/// <summary>What a model takes and gives: the contract between the package and its consumer.</summary>
public sealed record ModelSignature
{
    /// <summary>The learning task.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>The label's name.</summary>
    public required string Label { get; init; }

    /// <summary>The raw columns that the model takes, in the order of the ONNX graph's inputs.</summary>
    public required IReadOnlyList<SignatureInput> Inputs { get; init; }

    /// <summary>Class names in the order of the probabilities (binary: negative, positive); empty for regression.</summary>
    public IReadOnlyList<string> Classes { get => field ?? []; init; } = [];

    /// <summary>The probability of the second class from which a row counts as positive (binary); null otherwise.</summary>
    public double? Threshold { get; init; }

    /// <summary>The interval that comes with each prediction (regression); null when none does.</summary>
    public PredictionInterval? Interval { get; init; }

    /// <summary>Name of the ONNX output that holds <c>float32 [N, classes]</c> probabilities.</summary>
    public const string ProbabilitiesOutput = "probabilities";

    /// <summary>Name of the ONNX output that holds <c>float32 [N, 1]</c> predictions of a regression.</summary>
    public const string PredictionOutput = "prediction";

    /// <summary>Name of the ONNX output that holds the lower ends of intervals, <c>float32 [N, 1]</c>.</summary>
    public const string LowerOutput = "prediction_lower";

    /// <summary>Name of the ONNX output that holds the upper ends of intervals, <c>float32 [N, 1]</c>.</summary>
    public const string UpperOutput = "prediction_upper";

    /// <summary>The string that stands for a missing text value in the ONNX graph, which has no null.</summary>
    public const string MissingText = "<missing>";

    /// <summary>The number that stands for a missing date or timestamp in the ONNX graph, which has no null.</summary>
    public const long MissingTime = long.MinValue;

    /// <summary>Names of the ONNX outputs in the order in which a row's values are given.</summary>
    public IReadOnlyList<string> Outputs() => this switch
    {
        { Task: not LearningTask.Regression } => [ProbabilitiesOutput],
        { Interval: null } => [PredictionOutput],
        _ => [PredictionOutput, LowerOutput, UpperOutput],
    };
}
