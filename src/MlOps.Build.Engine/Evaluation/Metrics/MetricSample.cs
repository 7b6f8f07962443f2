namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>
/// One model's rows with how often each was drawn; what several metrics share is computed once a draw. Not safe for concurrent use:
/// one a thread.
/// </summary>
internal sealed class MetricSample
{
    private readonly ConfusionCounts _confusion;
    private RankingScores? _ranking;
    private bool _confusionIsCurrent;
    private int[] _counts;

    /// <summary>Every row once.</summary>
    public MetricSample(ScoredRows rows)
    {
        Rows = rows;
        _confusion = new ConfusionCounts(rows.ClassCount);
        _counts = [];
        var once = new int[rows.Count];
        Array.Fill(once, 1);
        Reset(once);
    }

    public ScoredRows Rows { get; }

    /// <summary>How often each row was drawn.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>The rows drawn, with repetition.</summary>
    public long Total { get; private set; }

    public RankingScores Ranking => _ranking ??= Rows.Ranking.Score(_counts);

    public ConfusionCounts Confusion
    {
        get
        {
            if (!_confusionIsCurrent)
                _confusion.Count(Rows.Cells, _counts);
            _confusionIsCurrent = true;
            return _confusion;
        }
    }

    /// <summary>Another draw of the same rows. The array is not copied.</summary>
    public void Reset(int[] counts)
    {
        _counts = counts;
        _ranking = null;
        _confusionIsCurrent = false;
        long total = 0;
        foreach (var count in counts)
            total += count;
        Total = total;
    }

    /// <summary>The mean of a value a row over the rows drawn.</summary>
    public MetricOutcome Mean(double[] values) =>
        Total == 0 ? MetricOutcome.Undefined(MetricReasons.NoRows) : CountedSum.Of(_counts, values) / Total;
}
