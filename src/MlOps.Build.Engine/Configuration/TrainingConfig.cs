using System.Text.Json.Serialization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Calibration;

namespace MlOps.Build.Engine.Configuration;

/// <summary><c>training-config.yaml</c>: everything that a training depends on beside the data and its contract.</summary>
internal sealed record TrainingConfig
{
    public required LearningTask Task { get; init; }

    public required LabelConfig Label { get; init; }

    /// <summary>The declared features; empty means every column that may be one, by its type's defaults.</summary>
    public IReadOnlyList<FeatureConfig> Features { get; init; } = [];

    /// <summary>Columns never used as features, with their place in the file.</summary>
    public IReadOnlyDictionary<string, SourcePosition> Exclude { get; init; } = new Dictionary<string, SourcePosition>();

    public required SplitConfig Split { get; init; }

    /// <summary>The trainer's name, such as <c>gradient-boosted-trees</c>.</summary>
    public required string Trainer { get; init; }

    /// <summary>Other trainers, trained with their defaults and judged on the same rows.</summary>
    public IReadOnlyList<string> CompareWith { get; init; } = [];

    /// <summary>As declared; the trainer's defaults fill the rest.</summary>
    public IReadOnlyDictionary<string, double> Hyperparameters { get; init; } = new Dictionary<string, double>();

    /// <summary>The program that <c>trainer: command</c> runs; null when there is none.</summary>
    public CommandConfig? Command { get; init; }

    /// <summary>The model that <c>trainer: onnx</c> takes; null when there is none.</summary>
    public OnnxConfig? Onnx { get; init; }

    /// <summary>Which trainer of another project <c>trainer: project</c> runs; null when it is not asked for.</summary>
    public PlugInConfig? Project { get; init; }

    /// <summary>That trainer; null when it is not asked for.</summary>
    [JsonIgnore]
    public ITrainer? PlugIn { get; init; }

    /// <summary>What <c>trainer: ensemble</c> combines; null when there is none.</summary>
    public EnsembleConfig? Ensemble { get; init; }

    /// <summary>Hyperparameters that are searched for, in the order of the file.</summary>
    public IReadOnlyList<SearchDimension> Space { get; init; } = [];

    /// <summary>How they are searched for; null for the defaults.</summary>
    public TuningConfig? Tuning { get; init; }

    /// <summary>What the model's dependence on its features must keep to.</summary>
    public ConstraintConfig Constraints { get; init; } = new();

    /// <summary>The column that says how much each row counts in training; null when all count the same.</summary>
    public string? Weight { get; init; }

    /// <summary>How the configured trainer's probabilities are corrected on the validation rows; null for not at all.</summary>
    public CalibrationMethod? Calibration { get; init; }

    /// <summary>The interval that comes with each predicted number, by the validation rows; null for none.</summary>
    public IntervalConfig? Intervals { get; init; }

    public required long Seed { get; init; }

    public required EvaluationConfig Evaluation { get; init; }

    /// <summary>How drift is judged; null for the kit's own rule.</summary>
    public DriftConfig? Drift { get; init; }

    /// <summary>Columns that may predict the label almost alone: the leakage scan reports them and does not stop.</summary>
    public IReadOnlyList<string> AllowLeakage { get; init; } = [];

    /// <summary>The file as the user knows it; empty when the configuration was made by default.</summary>
    public string File { get; init; } = "";

    /// <summary>The project's folder, in which programs run and which their files are relative to; empty when only the text is known.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Where each setting stands, by path such as <c>label.column</c> or <c>evaluation.slices[0]</c>.</summary>
    public IReadOnlyDictionary<string, SourcePosition> Positions { get; init; } = new Dictionary<string, SourcePosition>();

    /// <summary>Where a setting stands; the file alone when it is not written there.</summary>
    public SourcePosition PositionOf(string path) =>
        Positions.TryGetValue(path, out var position) ? position : new SourcePosition(File);
}
