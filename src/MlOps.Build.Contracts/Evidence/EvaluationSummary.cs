namespace MlOps.Build.Contracts;

/// <summary>The model judged on the test rows.</summary>
public sealed record EvaluationSummary
{
    /// <summary>The learning task.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>The label's name.</summary>
    public required string Label { get; init; }

    /// <summary>Class names in order; empty for regression.</summary>
    public IReadOnlyList<string> Classes { get => field ?? []; init; } = [];

    /// <summary>Test rows.</summary>
    public required int Rows { get; init; }

    /// <summary>The metric that importances and headlines use: <c>pr_auc</c>, <c>log_loss</c> or <c>rmse</c>.</summary>
    public required string PrimaryMetric { get; init; }

    /// <summary>The probability from which a row counts as positive (binary).</summary>
    public double? Threshold { get; init; }

    /// <summary>Where the threshold comes from: <c>configuration</c>, <c>costs</c> or <c>validation</c>; null when there is none.</summary>
    public string? ThresholdSource { get; init; }

    /// <summary>The metric that the threshold makes largest on the validation rows; null when it was not chosen by them.</summary>
    public string? ThresholdMetric { get; init; }

    /// <summary>Confidence of every interval, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Bootstrap resamples behind the intervals.</summary>
    public required int Resamples { get; init; }

    /// <summary>How the resamples were drawn; null in evidence from before it was recorded.</summary>
    public ResamplingSummary? Resampling { get; init; }

    /// <summary>What makes the rows lists; null when their order within lists was not judged.</summary>
    public RankingSummary? Ranking { get; init; }

    /// <summary>The column that says how much each row counts in metrics; null when all count the same.</summary>
    public string? Weight { get; init; }

    /// <summary>The model's metrics.</summary>
    public required IReadOnlyList<MetricValue> Metrics { get; init; }

    /// <summary>The naive baseline first, then compared trainers, then the champion.</summary>
    public required IReadOnlyList<ReferenceEvaluation> References { get; init; }

    /// <summary>How often the test rows have judged a model; null in evidence of earlier kits.</summary>
    public TestSetUse? TestSet { get; init; }

    /// <summary>More about the champion and this model as a pair; null when there is no champion.</summary>
    public ChampionComparison? Champion { get; init; }

    /// <summary>The declared slices as declared; buckets ascending, values by rows.</summary>
    public IReadOnlyList<SliceEvaluation> Slices { get => field ?? []; init; } = [];

    /// <summary>How differently groups are treated, by the columns of <c>evaluation: fairness:</c>; empty when none was asked for.</summary>
    public IReadOnlyList<FairnessEvaluation> Fairness { get => field ?? []; init; } = [];

    /// <summary>Groups with a worse loss, found by search; null when there was none.</summary>
    public SliceFindings? FoundSlices { get; init; }

    /// <summary>Importances, largest first.</summary>
    public IReadOnlyList<Importance> Importances { get => field ?? []; init; } = [];

    /// <summary>Partial dependence on the most important columns; empty when it was not measured.</summary>
    public IReadOnlyList<ColumnDependence> Dependence { get => field ?? []; init; } = [];

    /// <summary>Curves for plots.</summary>
    public IReadOnlyList<Curve> Curves { get => field ?? []; init; } = [];

    /// <summary>Counts by actual class (outer) and predicted class (inner); empty for regression.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Confusion { get => field ?? []; init; } = [];
}
