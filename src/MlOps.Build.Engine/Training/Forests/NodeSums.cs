namespace MlOps.Build.Engine.Training.Forests;

/// <summary>How many rows there are, what they weigh and the sums of their targets.</summary>
internal sealed class NodeSums(int outputs)
{
    private readonly double[] _sums = new double[outputs];

    public int Rows { get; private set; }

    public double Weight { get; private set; }

    /// <summary>The squared sums by the weight.</summary>
    public double Score
    {
        get
        {
            var squares = 0.0;
            foreach (var sum in _sums)
                squares += sum * sum;
            return Weight > 0 ? squares / Weight : 0;
        }
    }

    public void Clear()
    {
        Rows = 0;
        Weight = 0;
        _sums.AsSpan().Clear();
    }

    public void Add(ForestTargets targets, int row, double weight)
    {
        Rows++;
        Weight += weight;
        targets.AddTo(_sums, row, weight);
    }

    public void Add(NodeSums other)
    {
        Rows += other.Rows;
        Weight += other.Weight;
        for (var k = 0; k < _sums.Length; k++)
            _sums[k] += other._sums[k];
    }

    /// <summary>What is left of all rows without the part.</summary>
    public void Difference(NodeSums all, NodeSums part)
    {
        Rows = all.Rows - part.Rows;
        Weight = all.Weight - part.Weight;
        for (var k = 0; k < _sums.Length; k++)
            _sums[k] = all._sums[k] - part._sums[k];
    }
}
