using System.Numerics;
using MlOps.Build.Engine.Data.Expectations.Conditions;
using MlOps.Build.Engine.Data.Expectations.Kinds;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>How many rows fall into each pair of bins of two columns.</summary>
internal sealed record CrossMetric(int Left, int Right, CrossBins Rows, CrossBins Columns, RowCondition? Condition) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Append(Left).Append(Right);

    public override MetricPart Start() => new Part(this);

    public static long[,] Of(MetricValues values, CrossMetric metric) => values.Of<Part>(metric).Counts;

    private sealed class Part(CrossMetric metric) : MetricPart
    {
        public long[,] Counts { get; } = new long[metric.Rows.Labels.Count, metric.Columns.Labels.Count];

        public override void Add(BatchView view)
        {
            var selected = view.Selected(metric.Condition);
            for (var word = 0; word < selected.Length; word++)
            {
                for (var bits = selected[word]; bits != 0; bits &= bits - 1)
                {
                    var row = (word << 6) + BitOperations.TrailingZeroCount(bits);
                    Counts[metric.Rows.Of(view, metric.Left, row), metric.Columns.Of(view, metric.Right, row)]++;
                }
            }
        }

        public override void Merge(MetricPart other)
        {
            var theirs = ((Part)other).Counts;
            for (var i = 0; i < Counts.GetLength(0); i++)
            {
                for (var j = 0; j < Counts.GetLength(1); j++)
                    Counts[i, j] += theirs[i, j];
            }
        }
    }
}
