using System.Collections.Concurrent;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Rows with label and one model's scores, and what metrics need of them, computed once. Safe for concurrent use.</summary>
internal sealed class ScoredRows
{
    private static readonly RowContext NoContext = new();

    private readonly ConcurrentDictionary<Delegate, Lazy<object>> _derived = new();

    public ScoredRows(LearningTask task, int classCount, float[] labels, float[] scores, double threshold, RowContext? context = null)
    {
        Task = task;
        ClassCount = classCount;
        Labels = labels;
        Scores = scores;
        Threshold = threshold;
        Context = context ?? NoContext;
        Metrics = Context.Metrics ?? MetricRegistry.For(task);
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

    /// <summary>What the rows are judged by.</summary>
    public RowContext Context { get; }

    /// <summary>The metrics that judge the rows, in the order of reports.</summary>
    public IReadOnlyList<MetricDefinition> Metrics { get; }

    public int Count => Labels.Length;

    /// <summary>Rows by descending positive probability (binary).</summary>
    public RankedRows Ranking => Of(RankedRows.Create);

    /// <summary>Minus the logarithm of the probability of the row's class.</summary>
    public double[] LogLoss => Of(RowLosses.Log);

    /// <summary>Squared residual; binary: of the positive probability against 0 or 1.</summary>
    public double[] SquaredError => Of(RowLosses.Squared);

    public double[] AbsoluteError => Of(RowLosses.Absolute);

    /// <summary>Each row's cell of the confusion matrix: actual class times classes plus predicted class.</summary>
    public int[] Cells => Of(PredictedClasses.Cells);

    /// <summary>The numbers to predict less their mean (regression).</summary>
    public CenteredTargets Targets => Of(CenteredTargets.Create);

    /// <summary>What a function makes of the rows, made once.</summary>
    public T Of<T>(Func<ScoredRows, T> make)
        where T : class =>
        (T)_derived.GetOrAdd(make, static (key, rows) => new Lazy<object>(() => ((Func<ScoredRows, T>)key)(rows)), this).Value;

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

        return new ScoredRows(Task, ClassCount, labels, scores, Threshold, Context.Take(rows));
    }
}
