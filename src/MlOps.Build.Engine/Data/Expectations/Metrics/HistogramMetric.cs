using System.Numerics;
using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>How many present numbers of a column lie in each bin, below the first edge and above the last.</summary>
/// <param name="Column">Its index.</param>
/// <param name="Condition">Selects the rows; null: all.</param>
/// <param name="Edges">Ascending; a bin holds its lower edge, the last one its upper edge too, as in NumPy.</param>
internal sealed record HistogramMetric(int Column, RowCondition? Condition, double[] Edges) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Append(Column);

    public override MetricPart Start() => new Part(this);

    /// <summary>Below, each bin, above.</summary>
    public static long[] Of(MetricValues values, HistogramMetric metric) => values.Of<Part>(metric).Counts;

    private sealed class Part(HistogramMetric metric) : MetricPart
    {
        private ulong[] _present = [];

        public long[] Counts { get; } = new long[metric.Edges.Length + 1];

        public override void Add(BatchView view)
        {
            if (_present.Length < view.Words)
                _present = new ulong[view.Words];
            var present = _present.AsSpan(0, view.Words);
            view.Present(metric.Column, metric.Condition, present);
            var type = view.Column(metric.Column).Type;
            var keys = view.Keys(metric.Column);
            for (var word = 0; word < present.Length; word++)
            {
                for (var bits = present[word]; bits != 0; bits &= bits - 1)
                    Counts[Bin(OrderKey.Number(type, keys[(word << 6) + BitOperations.TrailingZeroCount(bits)]))]++;
            }
        }

        public override void Merge(MetricPart other)
        {
            for (var bin = 0; bin < Counts.Length; bin++)
                Counts[bin] += ((Part)other).Counts[bin];
        }

        private int Bin(double value)
        {
            var edges = metric.Edges;
            if (value == edges[^1])
                return edges.Length - 1;
            var at = Array.BinarySearch(edges, value);
            return at >= 0 ? at + 1 : ~at;
        }
    }
}
