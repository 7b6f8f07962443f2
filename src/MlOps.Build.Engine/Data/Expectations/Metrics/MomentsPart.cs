using System.Numerics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>What <see cref="MomentsMetric"/> gathers, without any rounding.</summary>
internal sealed class MomentsPart(MomentsMetric metric) : MetricPart
{
    private readonly ExactAccumulator _sum = new();
    private readonly ExactAccumulator _squares = new();
    private ulong[] _present = [];
    private Int128 _wholeSum;
    private BigInteger _wholeSquares;
    private bool _isWhole;

    public long Count { get; private set; }

    /// <summary>The exact sum of a column of whole numbers; null for others.</summary>
    public BigInteger? WholeSum => _isWhole || Count == 0 ? _wholeSum : null;

    /// <summary>The sum, rounded once.</summary>
    public double Sum => ExactRatio.Of(Total, 1, Scale);

    /// <summary>The mean, rounded once; NaN without values.</summary>
    public double Mean => Count == 0 ? double.NaN : ExactRatio.Of(Total, Count, Scale);

    /// <summary>The unbiased variance (divided by one less than the count), rounded once; NaN with fewer than two values.</summary>
    public double Variance
    {
        get
        {
            if (Count < 2)
                return double.NaN;
            // n Σx² - (Σx)² over n (n - 1); the square of the sum has twice its scale.
            var squares = _isWhole ? _wholeSquares : _squares.Total() << -Scale;
            return ExactRatio.Of((squares * Count) - (Total * Total), (BigInteger)Count * (Count - 1), 2 * Scale);
        }
    }

    private BigInteger Total => _isWhole ? _wholeSum : _sum.Total();

    private int Scale => _isWhole ? 0 : ExactAccumulator.Scale;

    public override void Add(BatchView view)
    {
        if (_present.Length < view.Words)
            _present = new ulong[view.Words];
        var present = _present.AsSpan(0, view.Words);
        view.Present(metric.Column, metric.Condition, present);
        _isWhole = !OrderKey.IsFloat(view.Column(metric.Column).Type);
        if (_isWhole)
            AddWhole(view.Keys(metric.Column), present);
        else
            AddFloats(view.Keys(metric.Column), present);
    }

    public override void Merge(MetricPart other)
    {
        var part = (MomentsPart)other;
        Count += part.Count;
        _isWhole |= part._isWhole;
        _wholeSum += part._wholeSum;
        _wholeSquares += part._wholeSquares;
        _sum.Add(part._sum);
        _squares.Add(part._squares);
    }

    private void AddFloats(ReadOnlySpan<long> keys, ReadOnlySpan<ulong> present)
    {
        for (var word = 0; word < present.Length; word++)
        {
            for (var bits = present[word]; bits != 0; bits &= bits - 1)
            {
                var value = OrderKey.Float(keys[(word << 6) + BitOperations.TrailingZeroCount(bits)]);
                _sum.Add(value);
                _squares.AddSquare(value);
                Count++;
            }
        }
    }

    private void AddWhole(ReadOnlySpan<long> keys, ReadOnlySpan<ulong> present)
    {
        var (squares, carries) = (UInt128.Zero, 0L);
        for (var word = 0; word < present.Length; word++)
        {
            for (var bits = present[word]; bits != 0; bits &= bits - 1)
            {
                var value = keys[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                _wholeSum += value;
                var square = (UInt128)((Int128)value * value);
                squares += square;
                carries += squares < square ? 1 : 0;
                Count++;
            }
        }

        _wholeSquares += (BigInteger)squares + ((BigInteger)carries << 128);
    }
}
