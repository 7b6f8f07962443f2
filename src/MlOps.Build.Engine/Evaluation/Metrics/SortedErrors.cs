namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Rows by ascending |y - f|, sorted once: the median of a resample is found by counting.</summary>
internal sealed class SortedErrors
{
    private readonly int[] _order;
    private readonly double[] _errors;

    private SortedErrors(int[] order, double[] errors)
    {
        _order = order;
        _errors = errors;
    }

    public static SortedErrors Create(ScoredRows rows)
    {
        var errors = rows.AbsoluteError.ToArray();
        var order = Enumerable.Range(0, errors.Length).ToArray();
        Array.Sort(errors, order);
        return new SortedErrors(order, errors);
    }

    /// <summary>The median of the rows drawn; at least one is.</summary>
    public double Median(MetricSample sample) => sample.Rows.Context.Weights is null
        ? (At(sample.Counts, (sample.Total - 1) / 2) + At(sample.Counts, sample.Total / 2)) / 2
        : AtWeight(sample.Weights, sample.TotalWeight / 2);

    private double At(int[] counts, long place)
    {
        long passed = 0;
        for (var i = 0; i < _order.Length; i++)
        {
            passed += counts[_order[i]];
            if (passed > place)
                return _errors[i];
        }

        return _errors[^1];
    }

    private double AtWeight(ReadOnlySpan<double> weights, double half)
    {
        var (passed, last) = (0.0, 0.0);
        for (var i = 0; i < _order.Length; i++)
        {
            var weight = weights[_order[i]];
            passed += weight;
            if (weight > 0)
                last = _errors[i];
            if (weight > 0 && passed >= half)
                return last;
        }

        return last;
    }
}
