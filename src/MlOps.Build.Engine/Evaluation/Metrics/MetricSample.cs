namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>
/// One model's rows with how often each was drawn; what several metrics share is computed once a draw, into buffers that every draw
/// uses again. Not safe for concurrent use: one a thread.
/// </summary>
internal sealed class MetricSample
{
    private readonly ConfusionCounts _confusion;
    private readonly double[] _weights;
    private RankedGroups? _groups;
    private PairwiseWins? _wins;
    private ListWeights? _lists;
    private RankingScores? _ranking;
    private bool _confusionIsCurrent;
    private bool _groupsAreCurrent;
    private bool _winsAreCurrent;
    private bool _listsAreCurrent;

    /// <summary>Every row once.</summary>
    public MetricSample(ScoredRows rows)
    {
        Rows = rows;
        _confusion = new ConfusionCounts(rows.ClassCount);
        _weights = new double[rows.Count];
        Counts = [];
        var once = new int[rows.Count];
        Array.Fill(once, 1);
        Reset(once);
    }

    public ScoredRows Rows { get; }

    /// <summary>How often each row was drawn.</summary>
    public int[] Counts { get; private set; }

    /// <summary>
    /// How much each row counts: how often it was drawn, times its weight when rows have one. Without weights the sums of these are
    /// whole numbers, which float64 holds exactly.
    /// </summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The rows drawn, with repetition.</summary>
    public long Total { get; private set; }

    /// <summary>The sum of <see cref="Weights"/>.</summary>
    public double TotalWeight { get; private set; }

    /// <summary>Why nothing can be measured; null when something can.</summary>
    public string? Emptiness => Total == 0 ? MetricReasons.NoRows : TotalWeight == 0 ? MetricReasons.NoWeight : null;

    public RankingScores Ranking => _ranking ??= Groups.Score();

    /// <summary>The rows drawn by descending score (binary).</summary>
    public RankedGroups Groups
    {
        get
        {
            _groups ??= new RankedGroups(Rows.Ranking);
            if (!_groupsAreCurrent)
                _groups.Tally(_weights, Counts);
            _groupsAreCurrent = true;
            return _groups;
        }
    }

    /// <summary>How often each class's probability ranks its own rows above those of another.</summary>
    public PairwiseWins Wins
    {
        get
        {
            _wins ??= new PairwiseWins(Rows.Of(ClassRankings.Create));
            if (!_winsAreCurrent)
                _wins.Tally(_weights);
            _winsAreCurrent = true;
            return _wins;
        }
    }

    /// <summary>How much each list counts (ranking).</summary>
    public ListWeights Lists
    {
        get
        {
            _lists ??= new ListWeights(Rows.Of(RankedLists.Create));
            if (!_listsAreCurrent)
                _lists.Tally(_weights);
            _listsAreCurrent = true;
            return _lists;
        }
    }

    public ConfusionCounts Confusion
    {
        get
        {
            if (!_confusionIsCurrent)
                _confusion.Count(Rows.Cells, _weights);
            _confusionIsCurrent = true;
            return _confusion;
        }
    }

    /// <summary>Another draw of the same rows. The array is not copied.</summary>
    public void Reset(int[] counts)
    {
        Counts = counts;
        _ranking = null;
        _confusionIsCurrent = _groupsAreCurrent = _winsAreCurrent = _listsAreCurrent = false;
        long total = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            _weights[i] = counts[i];
        }

        Total = total;
        TotalWeight = Rows.Context.Weights is { } weights ? Multiply(weights) : total;
    }

    /// <summary>The mean of a value a row over the rows drawn.</summary>
    public MetricOutcome Mean(double[] values) =>
        Emptiness is { } reason ? MetricOutcome.Undefined(reason) : CountedSum.Of(_weights, values) / TotalWeight;

    private double Multiply(double[] weights)
    {
        for (var i = 0; i < weights.Length; i++)
            _weights[i] *= weights[i];
        return Numerics.FixedSum.Sum(_weights);
    }
}
