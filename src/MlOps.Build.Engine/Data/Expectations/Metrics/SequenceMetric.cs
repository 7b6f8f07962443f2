using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Compares each present value of a column that is not text with the one before it.</summary>
/// <param name="Column">Its index.</param>
/// <param name="Condition">Selects the rows; null: all.</param>
/// <param name="Falling">True: values fall; false: they rise.</param>
/// <param name="Strictly">True: no two are equal.</param>
/// <param name="Limit">The number of unexpected rows to keep.</param>
internal sealed record SequenceMetric(int Column, RowCondition? Condition, bool Falling, bool Strictly, int Limit) : Metric
{
    public override IEnumerable<int> Uses => RowCondition.Columns(Condition).Append(Column);

    public override MetricPart Start() => new SequencePart(this);

    /// <summary>Whether a value may follow another.</summary>
    public bool Allows(long before, long value)
    {
        var order = Falling ? before.CompareTo(value) : value.CompareTo(before);
        return Strictly ? order > 0 : order >= 0;
    }
}
