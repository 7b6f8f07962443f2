namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Rows by actual and predicted class, each counted by its weight.</summary>
internal sealed class ConfusionCounts(int classes)
{
    private readonly double[] _cells = new double[classes * classes];
    private readonly double[] _actual = new double[classes];
    private readonly double[] _predicted = new double[classes];

    public int Classes { get; } = classes;

    public double this[int actual, int predicted] => _cells[(actual * Classes) + predicted];

    public double TruePositives => this[1, 1];

    public double FalsePositives => this[0, 1];

    public double FalseNegatives => this[1, 0];

    public double TrueNegatives => this[0, 0];

    public double Total { get; private set; }

    /// <summary>Rows whose predicted class is the actual one.</summary>
    public double Correct { get; private set; }

    /// <summary>Rows of a class.</summary>
    public double Actual(int @class) => _actual[@class];

    /// <summary>Rows predicted to be of a class.</summary>
    public double Predicted(int @class) => _predicted[@class];

    /// <summary>Counts anew.</summary>
    public void Count(ReadOnlySpan<int> cells, ReadOnlySpan<double> weights)
    {
        Array.Clear(_cells);
        cells = cells[..weights.Length];
        for (var i = 0; i < weights.Length; i++)
            _cells[cells[i]] += weights[i];
        Sum();
    }

    /// <summary>F1 of one class against the rest; null when no row is or is predicted of that class.</summary>
    public double? F1(int @class)
    {
        var either = _actual[@class] + _predicted[@class];
        return either == 0 ? null : 2 * this[@class, @class] / either;
    }

    private void Sum()
    {
        Array.Clear(_actual);
        Array.Clear(_predicted);
        (Total, Correct) = (0, 0);
        for (var i = 0; i < _cells.Length; i++)
        {
            var (actual, predicted) = (i / Classes, i % Classes);
            _actual[actual] += _cells[i];
            _predicted[predicted] += _cells[i];
            Total += _cells[i];
            Correct += actual == predicted ? _cells[i] : 0;
        }
    }
}
