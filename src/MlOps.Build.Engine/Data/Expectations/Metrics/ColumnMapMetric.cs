using MlOps.Build.Engine.Data.Expectations.Conditions;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Judges each present value of a column.</summary>
/// <param name="Column">Its index.</param>
/// <param name="Condition">Selects the rows; null: all.</param>
/// <param name="Test">What an expected value keeps.</param>
/// <param name="Limit">The number of unexpected rows to keep.</param>
internal sealed record ColumnMapMetric(int Column, RowCondition? Condition, ValueTest Test, int Limit) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Append(Column);

    public override MetricPart Start() => new Part(this);

    private sealed class Part(ColumnMapMetric metric) : MapPart([metric.Column], metric.Limit)
    {
        private readonly ValueProbe _probe = metric.Test.Start();

        protected override long Judge(BatchView view, Span<ulong> considered, Span<ulong> unexpected)
        {
            view.Present(metric.Column, metric.Condition, considered);
            _probe.Mark(view, metric.Column, unexpected);
            foreach (ref var word in unexpected)
                word = ~word;
            return Count(view.Selected(metric.Condition));
        }
    }
}
