using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Counts missing or present values. All selected rows are considered.</summary>
/// <param name="Column">Its index.</param>
/// <param name="Condition">Selects the rows; null: all.</param>
/// <param name="WantsNull">True: a present value is unexpected; false: a missing one is, unless it is a field that did not parse.</param>
/// <param name="Limit">The number of unexpected rows to keep.</param>
internal sealed record NullMapMetric(int Column, RowCondition? Condition, bool WantsNull, int Limit) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Append(Column);

    public override MetricPart Start() => new Part(this);

    private sealed class Part(NullMapMetric metric) : MapPart([metric.Column], metric.Limit)
    {
        public override bool TellsMissing => false;

        protected override long Judge(BatchView view, Span<ulong> considered, Span<ulong> unexpected)
        {
            view.Selected(metric.Condition).CopyTo(considered);
            var column = view.Column(metric.Column);
            column.Missing.AsSpan(0, view.Words).CopyTo(unexpected);
            for (var i = 0; i < column.Unread.Count; i++)
                unexpected[column.Unread[i].Row >> 6] &= ~(1UL << (column.Unread[i].Row & 63));
            for (var word = 0; metric.WantsNull && word < unexpected.Length; word++)
                unexpected[word] = ~unexpected[word];
            return Count(considered);
        }
    }
}
