using System.Numerics;
using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>The rows that a condition selects.</summary>
internal sealed record RowCountMetric(RowCondition? Condition) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition);

    public override MetricPart Start() => new Part(Condition);

    public static long Of(MetricValues values, RowCountMetric metric) => values.Of<Part>(metric).Rows;

    private sealed class Part(RowCondition? condition) : MetricPart
    {
        public long Rows { get; private set; }

        public override void Add(BatchView view)
        {
            foreach (var word in view.Selected(condition))
                Rows += BitOperations.PopCount(word);
        }

        public override void Merge(MetricPart other) => Rows += ((Part)other).Rows;
    }
}
