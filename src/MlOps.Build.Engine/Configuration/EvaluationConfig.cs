using MlOps.Build.Engine.Evaluation.Bootstrap;

namespace MlOps.Build.Engine.Configuration;

/// <summary>How the model is judged.</summary>
internal sealed record EvaluationConfig
{
    /// <summary>What makes slices: columns, buckets of numbers, crossings.</summary>
    public IReadOnlyList<SliceConfig> Slices { get; init; } = [];

    /// <summary>Slices with fewer test rows are left out.</summary>
    public int MinimumSliceRows { get; init; } = 30;

    /// <summary>What makes the groups whose treatment is compared (binary).</summary>
    public IReadOnlyList<SliceConfig> Fairness { get; init; } = [];

    /// <summary>Training repeated on other rows; null when that is not asked for.</summary>
    public BacktestConfig? Backtest { get; init; }

    /// <summary>Naive models to compare with, beside the one that every report has.</summary>
    public IReadOnlyList<NaiveBaselineConfig> Baselines { get; init; } = [];

    /// <summary>Whether groups with a worse loss are searched for.</summary>
    public bool FindSlices { get; init; } = true;

    /// <summary>Whether partial dependence on the most important columns is measured.</summary>
    public bool Dependence { get; init; } = true;

    /// <summary>Whether the training is repeated with shuffled labels, and judged beside the model.</summary>
    public bool ShuffledLabels { get; init; }

    /// <summary>The probability from which a row counts as positive, unless <see cref="ThresholdMetric"/> chooses another.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>The metric for which the threshold is chosen on the validation rows; null when it is given or follows from costs.</summary>
    public string? ThresholdMetric { get; init; }

    /// <summary>The costs that the threshold follows from; null when it is given itself.</summary>
    public CostConfig? Costs { get; init; }

    /// <summary>Metrics beside the task's usual ones, by name.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>What makes rows lists; null when their order within lists is not judged.</summary>
    public RankingConfig? Ranking { get; init; }

    /// <summary>The column that says how much each row counts in metrics; null when all count the same.</summary>
    public string? Weight { get; init; }

    /// <summary>How many rows of the label's series make a season, for the naive forecast behind MASE.</summary>
    public int Season { get; init; } = 1;

    /// <summary>Bootstrap resamples behind every interval.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Confidence of every interval, 0 to 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How resamples are drawn; null for what fits the split.</summary>
    public ResamplingConfig? Resampling { get; init; }

    /// <summary>How intervals are read off the resamples.</summary>
    public IntervalMethod Interval { get; init; } = IntervalMethod.Percentile;

    /// <summary>Share of the test rows that the champion may have been trained on and still be compared, 0 to 1.</summary>
    public double ChampionOverlapLimit { get; init; } = 0.01;

    /// <summary>How many models the same test rows may judge before a warning says that they wear out.</summary>
    public int TestSetLimit { get; init; } = 20;
}
