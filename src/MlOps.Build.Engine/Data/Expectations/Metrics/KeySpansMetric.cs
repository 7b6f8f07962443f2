using System.Numerics;
using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>How many present values of a column lie in ranges of keys.</summary>
/// <param name="Column">Its index; it is not text.</param>
/// <param name="Condition">Selects the rows; null: all.</param>
/// <param name="Ranges">Ascending, without overlap; values outside of all are passed over.</param>
/// <param name="Each">True: each key is counted by itself.</param>
internal sealed record KeySpansMetric(int Column, RowCondition? Condition, KeyRange[] Ranges, bool Each) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Append(Column);

    public override MetricPart Start() => Each ? new KeyPart(this) : new RangePart(this);

    /// <summary>Ascending, without empty ones.</summary>
    public static IReadOnlyList<KeySpan> Of(MetricValues values, KeySpansMetric metric) => values.Of<Part>(metric).Spans();

    private abstract class Part(KeySpansMetric metric) : MetricPart
    {
        private readonly long[] _lows = [.. metric.Ranges.Select(range => range.Low)];
        private ulong[] _present = [];

        public abstract IReadOnlyList<KeySpan> Spans();

        public sealed override void Add(BatchView view)
        {
            if (_present.Length < view.Words)
                _present = new ulong[view.Words];
            var present = _present.AsSpan(0, view.Words);
            view.Present(metric.Column, metric.Condition, present);
            var keys = view.Keys(metric.Column);
            for (var word = 0; word < present.Length; word++)
            {
                for (var bits = present[word]; bits != 0; bits &= bits - 1)
                {
                    var key = keys[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                    var at = Array.BinarySearch(_lows, key);
                    at = at >= 0 ? at : ~at - 1;
                    if (at >= 0 && key <= metric.Ranges[at].High)
                        Count(at, key);
                }
            }
        }

        protected abstract void Count(int range, long key);
    }

    private sealed class RangePart(KeySpansMetric metric) : Part(metric)
    {
        private readonly KeySpan[] _spans = [.. metric.Ranges.Select(_ => new KeySpan(long.MaxValue, long.MinValue, 0))];

        public override IReadOnlyList<KeySpan> Spans() => [.. _spans.Where(span => span.Rows > 0)];

        public override void Merge(MetricPart other)
        {
            for (var i = 0; i < _spans.Length; i++)
                _spans[i] = Join(_spans[i], ((RangePart)other)._spans[i]);
        }

        protected override void Count(int range, long key) => _spans[range] = Join(_spans[range], new KeySpan(key, key, 1));

        private static KeySpan Join(KeySpan left, KeySpan right) =>
            new(Math.Min(left.Low, right.Low), Math.Max(left.High, right.High), left.Rows + right.Rows);
    }

    private sealed class KeyPart(KeySpansMetric metric) : Part(metric)
    {
        private KeyTally _keys = new();

        public override IReadOnlyList<KeySpan> Spans() => Array.ConvertAll(_keys.Sorted(), entry => new KeySpan(entry.Key, entry.Key, entry.Count));

        public override void Merge(MetricPart other) => _keys.Add(((KeyPart)other)._keys);

        // The ranks are found when this is called, and no verdict asks again.
        public override void Release() => _keys = new();

        protected override void Count(int range, long key) => _keys.Add(key, 1);
    }
}
