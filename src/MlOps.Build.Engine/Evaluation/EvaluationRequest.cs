using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Champions;
using MlOps.Build.Engine.Evaluation.Importances;
using MlOps.Build.Engine.Evaluation.Importances.Dependence;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Evaluation.Slices;
using MlOps.Build.Engine.Evaluation.Slices.Search;

namespace MlOps.Build.Engine.Evaluation;

/// <summary>Everything that an evaluation depends on: the same request gives the same bits.</summary>
internal sealed record EvaluationRequest
{
    public required LearningTask Task { get; init; }

    public required string LabelName { get; init; }

    /// <summary>Class names in order (binary: negative, positive); empty for regression.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>One label a test row: the class index or the number.</summary>
    public required float[] Labels { get; init; }

    /// <summary>Test rows times classes, row-major probabilities; for regression one prediction a row.</summary>
    public required float[] Scores { get; init; }

    /// <summary>The intervals of the test rows (regression); null when the model gives none.</summary>
    public PredictionBounds? Bounds { get; init; }

    /// <summary>The naive baseline first, then compared trainers.</summary>
    public IReadOnlyList<ReferenceScores> References { get; init; } = [];

    /// <summary>The champion, run on the same rows or not; null when there is none.</summary>
    public ChampionEntry? Champion { get; init; }

    public IReadOnlyList<SliceColumn> Slices { get; init; } = [];

    /// <summary>What makes the groups whose treatment is compared (binary).</summary>
    public IReadOnlyList<SliceColumn> Fairness { get; init; } = [];

    /// <summary>
    /// The mean absolute error of the seasonal naive forecast on the training rows in order of time; null when rows are not divided by time.
    /// </summary>
    public double? NaiveError { get; init; }

    /// <summary>How much each test row counts, finite and at least 0; null when all count the same.</summary>
    public double[]? Weights { get; init; }

    /// <summary>The list of each test row by number (ranking); null when rows form none.</summary>
    public int[]? Lists { get; init; }

    /// <summary>Columns whose groups are searched; empty leaves the search out.</summary>
    public IReadOnlyList<SearchColumn> SearchColumns { get; init; } = [];

    public required EvaluationConfig Config { get; init; }

    /// <summary>The probability from which the model calls a row positive (binary); null is the configuration's.</summary>
    public double? Threshold { get; init; }

    public required long Seed { get; init; }

    /// <summary>How the resamples behind intervals are drawn.</summary>
    public RowSampling Sampling { get; init; } = new();

    /// <summary>What importances are measured with; null leaves them out.</summary>
    public ImportanceRequest? Importances { get; init; }

    /// <summary>The values of a raw column that partial dependence is measured at, none for one to leave out; null leaves out all.</summary>
    public Func<string, IReadOnlyList<GridValue>>? DependenceGrid { get; init; }

    /// <summary>How many threads may be used; never changes the result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
