using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Rows with label and one model's scores, and what metrics need of them, computed once. Safe for concurrent use.</summary>
internal sealed class ScoredRows
{
    private readonly Lazy<RankedRows> _ranking;
    private readonly Lazy<double[]> _logLoss;
    private readonly Lazy<double[]> _squaredError;
    private readonly Lazy<double[]> _absoluteError;
    private readonly Lazy<int[]> _cells;
    private readonly Lazy<CenteredTargets> _targets;

    public ScoredRows(LearningTask task, int classCount, float[] labels, float[] scores, double threshold)
    {
        Task = task;
        ClassCount = classCount;
        Labels = labels;
        Scores = scores;
        Threshold = threshold;
        _ranking = new(() => RankedRows.Create(Labels, PositiveScores()));
        _logLoss = new(() => RowLosses.Log(this));
        _squaredError = new(() => RowLosses.Squared(this));
        _absoluteError = new(() => RowLosses.Absolute(this));
        _cells = new(() => PredictedClasses.Cells(this));
        _targets = new(() => CenteredTargets.Create(Labels));
    }

    public LearningTask Task { get; }

    /// <summary>2 for binary, 0 for regression.</summary>
    public int ClassCount { get; }

    /// <summary>Class index or number.</summary>
    public float[] Labels { get; }

    /// <summary>Row-major, one column a class; one value a row for regression.</summary>
    public float[] Scores { get; }

    /// <summary>The probability from which a row counts as positive.</summary>
    public double Threshold { get; }

    public int Count => Labels.Length;

    /// <summary>Rows by descending positive probability (binary).</summary>
    public RankedRows Ranking => _ranking.Value;

    /// <summary>Minus the logarithm of the probability of the row's class.</summary>
    public double[] LogLoss => _logLoss.Value;

    /// <summary>Squared residual; binary: of the positive probability against 0 or 1.</summary>
    public double[] SquaredError => _squaredError.Value;

    public double[] AbsoluteError => _absoluteError.Value;

    /// <summary>Each row's cell of the confusion matrix: actual class times classes plus predicted class.</summary>
    public int[] Cells => _cells.Value;

    /// <summary>The numbers to predict less their mean (regression).</summary>
    public CenteredTargets Targets => _targets.Value;

    /// <summary>The positive class's probability (binary) or the prediction (regression) of a row.</summary>
    public double Score(int row) => Task == LearningTask.Binary ? Scores[(row * 2) + 1] : Scores[row];

    /// <summary>The given rows, in the given order.</summary>
    public ScoredRows Take(ReadOnlySpan<int> rows)
    {
        var width = Scores.Length / Math.Max(1, Count);
        var labels = new float[rows.Length];
        var scores = new float[rows.Length * width];
        for (var i = 0; i < rows.Length; i++)
        {
            labels[i] = Labels[rows[i]];
            Scores.AsSpan(rows[i] * width, width).CopyTo(scores.AsSpan(i * width));
        }

        return new ScoredRows(Task, ClassCount, labels, scores, Threshold);
    }

    private double[] PositiveScores()
    {
        var positive = new double[Count];
        for (var i = 0; i < positive.Length; i++)
            positive[i] = Score(i);
        return positive;
    }
}
