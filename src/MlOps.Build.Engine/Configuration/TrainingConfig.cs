using MlOps.Build.Contracts;

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

    public required long Seed { get; init; }

    public required EvaluationConfig Evaluation { get; init; }
}
