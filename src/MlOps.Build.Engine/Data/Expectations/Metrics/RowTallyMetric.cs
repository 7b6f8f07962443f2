using System.Numerics;
using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>How often each combination of values of several columns occurs.</summary>
/// <param name="Columns">Their indices.</param>
/// <param name="Condition">Selects the rows; null: all.</param>
/// <param name="Ignore">Which of them are left out.</param>
/// <param name="MostDistinct">With more different combinations than that nothing is kept.</param>
internal sealed record RowTallyMetric(int[] Columns, RowCondition? Condition, IgnoreRule Ignore, int MostDistinct) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Concat(Columns);

    public override MetricPart Start() => new Part(this);

    public static (BytesTally Tally, bool Overflow) Of(MetricValues values, RowTallyMetric metric) =>
        values.Of<Part>(metric) is var part ? (part.Tally, part.Overflow) : default;

    private sealed class Part(RowTallyMetric metric) : MetricPart
    {
        private readonly RowBytes _row = new(metric.Columns);
        private ulong[] _considered = [];

        public BytesTally Tally { get; private set; } = new();

        public bool Overflow { get; private set; }

        public override void Add(BatchView view)
        {
            if (_considered.Length < view.Words)
                _considered = new ulong[view.Words];
            var considered = _considered.AsSpan(0, view.Words);
            RowFilter.Consider(view, metric.Columns, metric.Condition, metric.Ignore, considered);
            for (var word = 0; word < considered.Length && !Overflow; word++)
            {
                for (var bits = considered[word]; bits != 0; bits &= bits - 1)
                    Tally.Add(_row.Of(view, (word << 6) + BitOperations.TrailingZeroCount(bits)), 1);
            }

            Check();
        }

        public override void Merge(MetricPart other)
        {
            var part = (Part)other;
            Overflow |= part.Overflow;
            Tally.Add(part.Tally);
            Check();
        }

        private void Check()
        {
            Overflow |= Tally.Count > metric.MostDistinct;
            if (Overflow)
                Tally = new();
        }
    }
}
