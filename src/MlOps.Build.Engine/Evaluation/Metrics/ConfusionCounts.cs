namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Rows by actual and predicted class.</summary>
internal sealed class ConfusionCounts(int classes)
{
    private readonly long[] _cells = new long[classes * classes];

    public int Classes { get; } = classes;

    public long this[int actual, int predicted] => _cells[(actual * Classes) + predicted];

    public long TruePositives => this[1, 1];

    public long FalsePositives => this[0, 1];

    public long FalseNegatives => this[1, 0];

    /// <summary>Counts anew.</summary>
    public void Count(ReadOnlySpan<int> cells, ReadOnlySpan<int> counts)
    {
        Array.Clear(_cells);
        cells = cells[..counts.Length];
        for (var i = 0; i < counts.Length; i++)
            _cells[cells[i]] += counts[i];
    }

    public long Correct()
    {
        long correct = 0;
        for (var i = 0; i < Classes; i++)
            correct += this[i, i];
        return correct;
    }

    /// <summary>F1 of one class against the rest; null when no row is or is predicted of that class.</summary>
    public double? F1(int @class)
    {
        long actual = 0, predicted = 0;
        for (var other = 0; other < Classes; other++)
        {
            actual += this[@class, other];
            predicted += this[other, @class];
        }

        return actual + predicted == 0 ? null : 2.0 * this[@class, @class] / (actual + predicted);
    }

    public IReadOnlyList<IReadOnlyList<long>> ToRows() =>
        [.. Enumerable.Range(0, Classes).Select(actual => _cells.AsSpan(actual * Classes, Classes).ToArray())];
}
