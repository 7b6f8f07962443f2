using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Backtests;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tuning;

/// <summary>One division of the rows that every trial is learned and judged on.</summary>
internal sealed record TrialRows
{
    /// <summary>The name of the fold; empty when the validation rows judge.</summary>
    public required string Name { get; init; }

    /// <summary>The rows of the table in the order of the matrix.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Its parts as rows of the table; those that judge are its test rows.</summary>
    public required Split Split { get; init; }

    /// <summary>What is learned from; no test row of the build is among them.</summary>
    public required FittedRows Fitted { get; init; }

    /// <summary>The rows to learn from and those that decide when to stop, once for all trials: what is made of them can be shared.</summary>
    public required TrainingParts Parts { get; init; }

    /// <summary>The features of the rows that judge.</summary>
    public required FeatureMatrix Held { get; init; }

    /// <summary>The labels of the rows that judge.</summary>
    public required float[] Labels { get; init; }

    /// <summary>What else the metric needs of them.</summary>
    public required RowContext Context { get; init; }

    /// <summary>Labels of the rows that decide when to stop.</summary>
    public required float[] ValidationLabels { get; init; }

    /// <summary>Their weights in metrics; null when all count the same.</summary>
    public required double[]? ValidationWeights { get; init; }
}
