using System.Numerics;
using MlOps.Build.Engine.Data.Expectations.Conditions;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Judges rows by the values of several columns.</summary>
/// <param name="Columns">Their indices.</param>
/// <param name="Condition">Selects the rows; null: all.</param>
/// <param name="Ignore">Which of them are left out.</param>
/// <param name="Test">What an expected row keeps.</param>
/// <param name="Limit">The number of unexpected rows to keep.</param>
internal sealed record RowMapMetric(int[] Columns, RowCondition? Condition, IgnoreRule Ignore, RowTest Test, int Limit) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Concat(Columns);

    public override MetricPart Start() => new Part(this);

    private sealed class Part(RowMapMetric metric) : MapPart(metric.Columns, metric.Limit)
    {
        private readonly RowProbe _probe = metric.Test.Start();

        protected override long Judge(BatchView view, Span<ulong> considered, Span<ulong> unexpected)
        {
            RowFilter.Consider(view, metric.Columns, metric.Condition, metric.Ignore, considered);
            unexpected.Clear();
            for (var word = 0; word < considered.Length; word++)
            {
                for (var bits = considered[word]; bits != 0; bits &= bits - 1)
                {
                    var bit = BitOperations.TrailingZeroCount(bits);
                    if (!_probe.Holds(view, (word << 6) + bit))
                        unexpected[word] |= 1UL << bit;
                }
            }

            return Count(view.Selected(metric.Condition));
        }
    }
}
