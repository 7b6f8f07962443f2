using System.Numerics;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>What <see cref="RowTallyMetric"/> gathers.</summary>
internal sealed class RowTallyPart(RowTallyMetric metric) : SpreadPart(metric)
{
    private readonly RowBytes _row = new(metric.Columns);
    private ulong[] _considered = [];

    /// <summary>The combinations that are kept.</summary>
    public BytesTally Tally { get; private set; } = new(metric.Range);

    /// <summary>All selected rows.</summary>
    public long Elements { get; private set; }

    /// <summary>Those of them that are not left out.</summary>
    public long Considered { get; private set; }

    /// <inheritdoc/>
    public override int Distinct => Tally.Count;

    public override void Add(BatchView view)
    {
        if (_considered.Length < view.Words)
            _considered = new ulong[view.Words];
        var considered = _considered.AsSpan(0, view.Words);
        foreach (var word in view.Selected(metric.Condition))
            Elements += BitOperations.PopCount(word);
        RowFilter.Consider(view, metric.Columns, metric.Condition, metric.Ignore, considered);
        for (var word = 0; word < considered.Length; word++)
        {
            Considered += BitOperations.PopCount(considered[word]);
            for (var bits = considered[word]; bits != 0; bits &= bits - 1)
                Tally.Add(_row.Of(view, (word << 6) + BitOperations.TrailingZeroCount(bits)), 1);
        }

        Settle();
    }

    public override void Merge(MetricPart other)
    {
        var part = (RowTallyPart)other;
        (Elements, Considered) = (Elements + part.Elements, Considered + part.Considered);
        NarrowAs(part);
        Tally.Add(part.Tally);
        Settle();
    }

    protected override void Drop() => Tally = Tally.Within(Range);

    protected override void Forget() => Tally = new(Range);
}
