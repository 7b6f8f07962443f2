namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>|positives - sum of probabilities| of one bin after the other.</summary>
internal struct BinError
{
    private int _bin;
    private double _closed;
    private double _surplus;

    /// <summary>The sum over bins.</summary>
    public readonly double Total => _closed + Math.Abs(_surplus);

    /// <summary>Adds rows of one probability; bins come in ascending order.</summary>
    public void Add(int bin, double score, double positives, double negatives)
    {
        if (bin != _bin)
        {
            _closed = Total;
            (_bin, _surplus) = (bin, 0);
        }

        _surplus += (positives * (1 - score)) - (negatives * score);
    }
}
